"""Many files into the library: what is there is skipped, what cannot be read is reported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from corpora.errors import ResdiffError
from corpora.library.intake import items
from corpora.library.items import Item
from corpora.library.store import Library, Outcome
from corpora.model import Resolution, Symbol


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: whose document it is, or the reason why it could not be read."""

    source: str
    outcome: Outcome | Literal["unreadable", "read anew"]
    symbol: Symbol | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()
    reason: str = ""

    @classmethod
    def of(cls, document: Resolution, outcome: Outcome | Literal["read anew"]) -> Added:
        """The report of a document that was read."""
        source = document.provenance.source
        return cls(source, outcome, document.symbol, document.language, document.warnings)


def add(library: Library, paths: Iterable[Path], *, language: str | None = None) -> Iterator[Added]:
    """Add files, folders and archives, saying of each file what became of it.

    Reading happens outside of the transactions; each document is a transaction of its own, so that a killed
    process leaves whole documents only.

    Args:
        library: an open library.
        paths: files, folders, zip and tar archives.
        language: ISO 639 code that the files are said to be in.

    Raises:
        LibraryError: the library itself cannot be written; what went in before stays.
    """
    for item in items(paths):
        yield _add(library, item, language)


def reread(library: Library) -> Iterator[Added]:
    """Read every stored original anew, as after an update of the readers; what is not read stays as it was.

    The language is told from the text; where that cannot tell it, the one that was noted before holds.
    """
    for (key,) in library.rows("SELECT id FROM document ORDER BY id"):
        before = library.get(key)
        source = before.provenance.source
        found = _read(Item(source, library.original(key)), before.language)
        if isinstance(found, Added):
            yield found
            continue
        symbol = found.symbol or before.symbol
        document = replace(found, symbol=symbol, provenance=before.provenance)
        if document == before:
            yield Added(source, "already here")
        else:
            library.replace(key, document)
            yield Added.of(document, "read anew")


def _add(library: Library, item: Item, language: str | None) -> Added:
    if item.content is not None and library.holds(hashlib.sha256(item.content).hexdigest()):
        return Added(item.source, "already here")
    document = _read(item, language)
    if isinstance(document, Added):
        return document
    assert item.content is not None
    document = replace(document, provenance=replace(document.provenance, source=item.source))
    return Added.of(document, library.add(document, item.content))


def _read(item: Item, language: str | None) -> Resolution | Added:
    """The document, or the report that it could not be read."""
    from corpora.readers import read

    if item.content is None:
        return Added(item.source, "unreadable", reason=item.trouble)
    try:
        return read(item.content, language=language)
    except ResdiffError as error:
        return Added(item.source, "unreadable", reason="; ".join(filter(None, (error.what, error.remedy))))
    except Exception as error:  # noqa: BLE001 - one file must not cost the others; it is reported, not hidden
        fault = f"{type(error).__name__}: {error}".splitlines()[0]
        return Added(
            item.source, "unreadable", reason=f"the reader failed ({fault}); please report this file"
        )
