"""The public repositories of resolutions as Akoma Ntoso, the best structured of all sources."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from urllib.parse import quote

from corpora.errors import FetchError
from corpora.model import Symbol
from corpora.sources.cache import Cache
from corpora.sources.naming import answers, repositories
from corpora.sources.settings import Settings
from corpora.sources.transport import Transport

NOTE = "Akoma Ntoso copy in {}, for informational purposes; source: United Nations"
# A name may be given to several files of different years' corrections; that many are tried. Range 1 to 5.
TRIED = 3


class Repository:
    """Finding a file in the repositories' lists: one request for each repository and day."""

    def __init__(self, settings: Settings, transport: Transport, cache: Cache) -> None:
        self.settings, self.transport, self.cache = settings, transport, cache
        self._lock = threading.Lock()
        self._lists: dict[str, list[str]] = {}

    def addresses(self, symbol: Symbol, language: str) -> Iterator[tuple[str, str]]:
        """Where the document may be, the likeliest first, each with a note for its provenance.

        Raises:
            FetchError: no repository of this body, the list could not be had, or the document is not in it.
        """
        homes = repositories(symbol)
        if not homes:
            raise FetchError("the repositories hold no documents of this body", str(symbol), "")
        for home in homes:
            paths = self._paths(home, symbol, language)
            for path in paths[:TRIED]:
                yield f"{self.settings.files}/{home}/HEAD/{quote(path)}", NOTE.format(home)

    def _paths(self, home: str, symbol: Symbol, language: str) -> list[str]:
        for age in (self.settings.listing_age, self.settings.doubt_age, 0.0):
            listing = self._kept(home, age) if age else self._asked(home)
            found = [path for path in listing if answers(symbol, path, language)]
            if found:
                # A reissue replaces the file before it. Then the plainest name: one with parts holds it among others.
                return sorted(found, key=lambda path: ("reissue" not in path.lower(), len(path), path))
        raise FetchError(f"{home} has no such document", f"{symbol}@{language}", "")

    def _kept(self, home: str, age: float) -> list[str]:
        """The paths in the list that was kept; none if there is no list, or it is spoilt."""
        content = self.cache.get(self._address(home), age)
        return (_paths(content) or []) if content is not None else []

    def _asked(self, home: str) -> list[str]:
        """The paths of all files in a repository, asked for once in a command."""
        with self._lock:
            if home not in self._lists:
                answer = self.transport.get(self._address(home))
                if answer.status in (403, 429):
                    raise FetchError(
                        "its list of files is given 60 times an hour", home, "try again in an hour"
                    )
                paths = _paths(answer.content) if answer.status == 200 else None
                if paths is None:
                    raise FetchError("its list of files cannot be read", home, "try again later")
                self.cache.put(self._address(home), answer.content)
                self._lists[home] = paths
            return self._lists[home]

    def _address(self, home: str) -> str:
        return f"{self.settings.listing}/repos/{home}/git/trees/HEAD?recursive=1"


def _paths(content: bytes) -> list[str] | None:
    try:
        paths = [entry["path"] for entry in json.loads(content)["tree"] if entry["type"] == "blob"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return [path for path in paths if isinstance(path, str)]
