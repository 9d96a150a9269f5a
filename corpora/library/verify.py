"""Proof that the library is whole: every original as it came, every document complete, the index in step."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.errors import LibraryError
from corpora.library.store import Library
from corpora.library.words import words


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which document where it is one."""

    what: str
    document: int | None = None


def verify(library: Library) -> Iterator[Fault]:
    """What is wrong with the library; nothing when it is whole.

    The database's own check, then of each document: its original still has the hash it came with, its text
    can be read back, and the search knows each of its paragraphs by their present words.

    Raises:
        LibraryError: the library cannot be read at all.
    """
    for (line,) in library.rows("PRAGMA integrity_check"):
        if line != "ok":
            yield Fault(f"the database is damaged: {line}")
    for table, *_ in library.rows("PRAGMA foreign_key_check"):
        yield Fault(f"a row of {table} belongs to no document")
    yield from _index(library)
    for (key,) in library.rows("SELECT id FROM document ORDER BY id"):
        yield from (Fault(what, key) for what in _document(library, key))


def _index(library: Library) -> Iterator[Fault]:
    strays = """SELECT count(*) FROM words WHERE rowid NOT IN (SELECT id FROM passage)"""
    ((count,),) = library.rows(strays)
    if count:
        yield Fault(f"the search knows {count} paragraphs of no document")
    if not library.writable:
        return  # this one check counts as writing
    try:
        with library.changing() as db:
            db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except LibraryError as error:
        yield Fault(f"the index of the search is damaged: {error.__cause__ or error}")


def _document(library: Library, key: int) -> Iterator[str]:
    found = library.rows("SELECT sha256, size, paragraphs FROM document WHERE id = ?", key)
    if not found:
        return  # taken out by another process since the list was made
    sha256, size, paragraphs = found[0]
    try:
        original = library.original(key)
        document = library.get(key)
    except LibraryError as error:
        yield error.what
        return
    if hashlib.sha256(original).hexdigest() != sha256:
        yield "its original is not the one that was added"
    if len(original) != size:
        yield f"its original has {len(original)} bytes instead of {size}"
    if len(document.paragraphs) != paragraphs:
        yield f"it has {len(document.paragraphs)} paragraphs instead of {paragraphs}"
    indexed = library.rows(
        """SELECT paragraph, text FROM passage LEFT JOIN words ON words.rowid = passage.id
        WHERE document = ? ORDER BY passage.id""",
        key,
    )
    if indexed != [(p.id, " ".join(words(p.text))) for p in document.paragraphs]:
        yield "the search does not know its paragraphs as they are"
