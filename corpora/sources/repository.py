"""The public repositories of resolutions as Akoma Ntoso, the best structured of all sources."""

from __future__ import annotations

import json
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
            listing, fresh = self._listing(home, age)
            # The plainest name first; one with more parts holds the document among others.
            found = sorted(
                (path for path in listing if answers(symbol, path, language)), key=lambda p: (len(p), p)
            )
            if found:
                return found
            if fresh:
                break
        raise FetchError(f"{home} has no such document", f"{symbol}@{language}", "")

    def _listing(self, home: str, age: float) -> tuple[list[str], bool]:
        """The paths of all files in a repository, and whether they were asked for just now."""
        address = f"{self.settings.listing}/repos/{home}/git/trees/HEAD?recursive=1"
        kept = self.cache.get(address, age) if age else None
        content = kept
        if content is None:
            answer = self.transport.get(address)
            if answer.status in (403, 429):
                raise FetchError(
                    "the list of its files is limited to 60 an hour", home, "try again in an hour"
                )
            if answer.status != 200:
                raise FetchError(f"its list of files was refused ({answer.status})", home, "try again later")
            content = answer.content
        try:
            paths = [e["path"] for e in json.loads(content)["tree"] if e["type"] == "blob"]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise FetchError("its list of files cannot be read", address, "try again later") from error
        if kept is None:
            self.cache.put(address, content)
        return [path for path in paths if isinstance(path, str)], kept is None
