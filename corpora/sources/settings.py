"""Where documents are fetched from, and the limits that hold there."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

OFFLINE = "RESDIFF_OFFLINE"
CACHE = "RESDIFF_CACHE"


def _url(name: str, usual: str) -> str:
    return (os.environ.get(name) or usual).rstrip("/")


def forbidden() -> bool:
    """Whether the environment forbids the network: any value of ``RESDIFF_OFFLINE`` but an empty one or 0."""
    return os.environ.get(OFFLINE, "") not in ("", "0")


def _cache_folder() -> Path:
    if named := os.environ.get(CACHE):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("resdiff", appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """The addresses, which the environment may change, and the limits.

    listing: where the list of a repository's files is asked for (``RESDIFF_LISTING_URL``).
    files: where a repository's files are (``RESDIFF_FILES_URL``).
    documents: the United Nations' own document service (``RESDIFF_DOCUMENTS_URL``).
    """

    listing: str = field(default_factory=lambda: _url("RESDIFF_LISTING_URL", "https://api.github.com"))
    files: str = field(default_factory=lambda: _url("RESDIFF_FILES_URL", "https://raw.githubusercontent.com"))
    documents: str = field(default_factory=lambda: _url("RESDIFF_DOCUMENTS_URL", "https://documents.un.org"))
    cache: Path = field(default_factory=_cache_folder)
    offline: bool = field(default_factory=forbidden)

    # The document service fails on 0.3 % of requests with four at once, on 4 to 13 % with ten.
    at_once: int = 4
    # A look-up there takes 6 to 31 seconds; a connection that says nothing for longer is dead. Seconds.
    connect_seconds: float = 15.0
    silence_seconds: float = 45.0
    # One answer as a whole, redirects included: against a server that drips. Seconds.
    whole_seconds: float = 180.0
    # After a failure that may pass: so many further attempts, waiting 1, 2, 4 … seconds or what the server
    # asks for, at most `longest_wait`.
    retries: int = 3
    first_wait: float = 1.0
    longest_wait: float = 60.0
    redirects: int = 5
    # The largest published resolutions are of 3 MB; a list of files is of 5 MB. Bytes.
    largest: int = 50 * 2**20
    # How long the list of a repository's files is believed, and how long before it is doubted when a file is
    # missing in it; documents do not change once they are published. Seconds.
    listing_age: float = 24 * 3600
    doubt_age: float = 3600
    document_age: float = 30 * 24 * 3600
