"""What is in the library, for a list or a screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corpora.errors import LibraryError
from corpora.library.store import Library
from corpora.model import Provenance, Symbol


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the library.

    `key` is its number there; `series` is the title of the yearly series that it belongs to, where it does.
    """

    key: int
    symbol: Symbol | None
    language: str
    title: str
    adopted: dt.date | None
    provenance: Provenance
    added: dt.datetime
    size: int
    paragraphs: int
    series: str | None

    @property
    def name(self) -> str:
        """The symbol, or the source's name where the document has none."""
        return str(self.symbol) if self.symbol else self.provenance.source


def documents(library: Library, keys: Iterable[int] | None = None) -> tuple[Entry, ...]:
    """The documents in the order of their symbols, then of their languages; only `keys` where given."""
    from corpora.library.series import membership

    member = membership(library)
    wanted = None if keys is None else set(keys)
    found = library.rows(
        """SELECT id, symbol, language, title, adopted, status, source, sha256, note, added, size, paragraphs
        FROM document"""
    )
    try:
        entries = [_entry(row, member) for row in found if wanted is None or row[0] in wanted]
    except ValueError as error:
        remedy = "run resdiff library verify"
        raise LibraryError(f"a date in it is damaged ({error})", str(library.path), remedy) from error
    return tuple(sorted(entries, key=_order))


def _entry(row: tuple[Any, ...], member: dict[str, str]) -> Entry:
    key, symbol, language, title, adopted, status, source, sha256, note, added, size, paragraphs = row
    return Entry(
        key,
        Symbol(symbol) if symbol else None,
        language,
        title,
        dt.date.fromisoformat(adopted) if adopted else None,
        Provenance(status, source, sha256, note),
        dt.datetime.fromisoformat(added),
        size,
        paragraphs,
        member.get(symbol),
    )


def _order(entry: Entry) -> tuple[bool, list[tuple[int, str]], str, int]:
    # "60/156" before "61/168" before "100/1": numbers by value.
    import re

    parts = [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", entry.name)]
    return entry.symbol is None, parts, entry.language, entry.key
