"""The user's documents: originals, parsed text, provenance, search and series, in one SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpora.library.listing import Entry, documents
    from corpora.library.store import Library

__all__ = ["Entry", "Library", "documents"]

_HOMES = {
    "Library": "corpora.library.store",
    "Entry": "corpora.library.listing",
    "documents": "corpora.library.listing",
}


def __getattr__(name: str) -> Any:
    # Lazy: the path of a comparison asks only where the library lies, and imports no database for that.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'corpora.library' has no attribute {name!r}")
