"""Documents from the network, by symbol and language: nothing here runs unless the user asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpora.sources.fetching import Fetched, Fetcher, fetch_into
    from corpora.sources.settings import Settings

__all__ = ["Fetched", "Fetcher", "Settings", "fetch_into"]

_HOMES = {
    "Fetched": "corpora.sources.fetching",
    "Fetcher": "corpora.sources.fetching",
    "fetch_into": "corpora.sources.fetching",
    "Settings": "corpora.sources.settings",
}


def __getattr__(name: str) -> Any:
    # Lazy: to ask whether the network is forbidden costs no import of a network library.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'corpora.sources' has no attribute {name!r}")
