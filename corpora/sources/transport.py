"""Asking a server: bounded in time, size, number and patience, with a sentence for each way it fails."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpora.errors import FetchError
from corpora.sources.settings import Settings

if TYPE_CHECKING:
    import httpx

# Failures that may pass: too many requests, and what an overloaded service answers.
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave: the last address, its status and headers' word on the kind, and the bytes."""

    address: str
    status: int
    kind: str
    content: bytes


class Passing(FetchError):  # noqa: N818 - a FetchError that may be gone at the next attempt
    """A failure worth another attempt; `wait` is how long the server asked for, in seconds."""

    wait: float = 0.0


class Transport:
    """One client for all requests of a command; may be used from several threads."""

    def __init__(self, settings: Settings, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self.settings = settings
        self._sleep = sleep
        self._places = threading.BoundedSemaphore(settings.at_once)
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            self._client.close()

    def get(self, address: str) -> Answer:
        """What `address` answers: 200, or a refusal that will not pass (404, 403, 410).

        Raises:
            FetchError: the network is forbidden, or the server fails, gives too much, drips, or leads away.
        """
        if self.settings.offline:
            raise FetchError(
                "the network is forbidden", address, "leave out --offline and unset RESDIFF_OFFLINE"
            )
        wait = self.settings.first_wait
        for attempt in range(self.settings.retries + 1):
            try:
                with self._places:
                    return self._once(address)
            except Passing as failure:
                if attempt == self.settings.retries:
                    what = f"{failure.what}, {attempt + 1} times in a row" if attempt else failure.what
                    raise FetchError(what, failure.where, failure.remedy) from failure
                # A random part, so that four waiting requests do not come back together.
                self._sleep(
                    min(self.settings.longest_wait, failure.wait or wait * random.uniform(0.75, 1.25))
                )
                wait *= 2
        raise AssertionError("the loop returns or raises")

    def _once(self, address: str) -> Answer:
        import httpx

        deadline = time.monotonic() + self.settings.whole_seconds
        try:
            answer = self._follow(address, deadline)
        except httpx.TimeoutException as error:
            raise Passing("the server did not answer in time", address, "try again later") from error
        except httpx.TransportError as error:
            reason = str(error) or type(error).__name__
            raise Passing(
                f"no connection ({reason})", address, "look at the network, try again later"
            ) from error
        except httpx.InvalidURL as error:
            raise FetchError(f"is no address ({error})", address, "check the configured addresses") from error
        if answer.status in _PASSING:
            raise _refusal(answer)
        return answer

    def _follow(self, address: str, deadline: float) -> Answer:
        """Follow redirects by hand: the service names capitals where the file lies in small letters."""
        start, tried = address, 0
        while True:
            answer, target = self._request(address, deadline)
            if target is None:
                return answer
            tried += 1
            if tried > self.settings.redirects:
                raise FetchError("the server leads around in a circle", start, "try again later")
            following = _joined(address, target)
            if not _related(start, following):
                raise FetchError(f"the server leads to another site, {following}", start, "do not trust it")
            small = _small_letters(following)
            if small != following:
                answer, target = self._request(small, deadline)
                if answer.status == 200 or target is not None:
                    if target is None:
                        return answer
                    following = _joined(small, target)
            address = following

    def _request(self, address: str, deadline: float) -> tuple[Answer, str | None]:
        """One request: its answer, and where it leads if it is a redirect."""
        with self._open().stream("GET", address) as response:
            if response.is_redirect:
                return Answer(address, response.status_code, "", b""), response.headers.get("location", "")
            content = bytearray()
            for part in response.iter_bytes():
                content += part
                if len(content) > self.settings.largest:
                    limit = f"{self.settings.largest // 2**20} MB"
                    raise FetchError(f"the answer is larger than {limit}", address, "it is no resolution")
                if time.monotonic() > deadline:
                    raise Passing("the answer came too slowly", address, "try again later")
            wait = response.headers.get("retry-after", "")
            kind = response.headers.get("content-type", "") if response.status_code == 200 else wait
            return Answer(address, response.status_code, kind, bytes(content)), None

    def _open(self) -> httpx.Client:
        import httpx

        from corpora import __version__

        with self._lock:
            if self._client is None:
                limits = self.settings
                self._client = httpx.Client(
                    timeout=httpx.Timeout(limits.silence_seconds, connect=limits.connect_seconds),
                    limits=httpx.Limits(max_connections=limits.at_once),
                    follow_redirects=False,
                    headers={"user-agent": f"resdiff/{__version__}", "accept-encoding": "gzip, deflate"},
                )
            return self._client


def _refusal(answer: Answer) -> Passing:
    sentences = {
        429: "the server has had too many requests",
        502: "the server is overloaded (502)",
        503: "the server is overloaded (503)",
        504: "the server is overloaded (504)",
    }
    what = sentences.get(answer.status, f"the server failed ({answer.status})")
    failure = Passing(what, answer.address, "try again later")
    failure.wait = float(answer.kind) if answer.kind.isascii() and answer.kind.isdigit() else 0.0
    return failure


def _joined(address: str, target: str) -> str:
    from urllib.parse import urljoin, urlsplit

    following = urljoin(address, target)
    if urlsplit(following).scheme not in ("http", "https"):
        raise FetchError(f"the server leads to {target!r}", address, "do not trust it")
    return following


def _related(start: str, following: str) -> bool:
    """Whether two addresses are of one site: the same host, or hosts under the same name (un.org)."""
    from urllib.parse import urlsplit

    a, b = urlsplit(start), urlsplit(following)
    if a.scheme == "https" and b.scheme != "https":
        return False
    x, y = (a.hostname or "").split("."), (b.hostname or "").split(".")
    return x == y or (x[-2:] == y[-2:] and len(x) > 1 and not y[-1].isdigit())


def _small_letters(address: str) -> str:
    """The address with its path in small letters, if that is all in capitals."""
    from urllib.parse import urlsplit

    parts = urlsplit(address)
    return parts._replace(path=parts.path.lower()).geturl() if parts.path.isupper() else address
