"""The library itself: documents go in whole or not at all, and come out as they went in."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from corpora.errors import LibraryError
from corpora.library import serial
from corpora.library.connection import connect, explained
from corpora.library.location import library_path
from corpora.library.words import words
from corpora.model import Provenance, Resolution, Status, Symbol

Outcome = Literal["added", "already here", "now official"]

# The most official first, then the languages in the order of the United Nations' own lists, then the newest.
BEST_FIRST = """ORDER BY instr('official local unofficial', status),
    CASE language WHEN 'en' THEN 1 WHEN 'fr' THEN 2 WHEN 'es' THEN 3 WHEN 'ru' THEN 4
    WHEN 'zh' THEN 5 WHEN 'ar' THEN 6 ELSE 7 END, language, id DESC"""


class Library:
    """The user's documents in one SQLite file.

    Use it as a context manager. Reading never waits for a writer; every change is one transaction, and
    several processes may change the same library.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path | None = None, *, create: bool = False) -> Library:
        """The library at `path`, or the user's own.

        Args:
            path: its file; without one the environment decides, then the platform.
            create: whether a missing library is made.

        Raises:
            LibraryError: there is none, or it cannot be used.
        """
        where = library_path(path)
        return cls(connect(where, create=create), where)

    @property
    def writable(self) -> bool:
        """Whether the library lies on a medium that can be written."""
        return not self.rows("PRAGMA query_only")[0][0]

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it happens, or nothing."""
        with explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                self.connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query finds, with SQLite's errors explained."""
        with explained(self.path):
            return self.connection.execute(query, values).fetchall()

    def holds(self, sha256: str) -> bool:
        """Whether a document with these bytes is here."""
        return bool(self.rows("SELECT 1 FROM document WHERE sha256 = ?", sha256))

    def add(self, document: Resolution, original: bytes) -> Outcome:
        """Keep a document with the bytes that it was read from, in one transaction.

        The same bytes are kept once; that they are official is noted when it becomes known.

        Raises:
            LibraryError: the library cannot be written.
        """
        sha256 = hashlib.sha256(original).hexdigest()
        prepared = _Prepared(document)
        p = document.provenance
        with self.changing() as db:
            known = db.execute("SELECT id, status FROM document WHERE sha256 = ?", (sha256,)).fetchone()
            if known:
                if p.status != "official" or known[1] == "official":
                    return "already here"
                db.execute(
                    "UPDATE document SET status = ?, source = ?, note = ? WHERE id = ?",
                    (p.status, p.source, p.note, known[0]),
                )
                return "now official"
            key = db.execute(
                """INSERT INTO document (symbol, language, title, adopted, paragraphs,
                sha256, status, source, note, added, size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                (*prepared.columns, sha256, p.status, p.source, p.note, _now(), len(original)),
            ).lastrowid
            db.execute("INSERT INTO original VALUES (?, ?)", (key, original))
            prepared.put(db, key)
        return "added"

    def replace(self, key: int, document: Resolution) -> None:
        """Put another reading of the same original in the place of the one that is here."""
        prepared = _Prepared(document)
        with self.changing() as db:
            db.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM passage WHERE document = ?)", (key,))
            db.execute("DELETE FROM passage WHERE document = ?", (key,))
            db.execute("DELETE FROM parsed WHERE document = ?", (key,))
            db.execute(
                """UPDATE document SET symbol = ?, language = ?, title = ?, adopted = ?, paragraphs = ?
                WHERE id = ?""",
                (*prepared.columns, key),
            )
            prepared.put(db, key)
            db.execute("DELETE FROM taught WHERE ? IN (one, two)", (key,))
            db.execute("DELETE FROM series_state")  # another text may have another predecessor

    def find(self, symbol: Symbol, language: str | None = None) -> Resolution | None:
        """The best document with this symbol: official first, then newest; nothing where there is none."""
        found = self.rows(
            f"SELECT id FROM document WHERE symbol = ? AND language = coalesce(?, language) {BEST_FIRST}",
            symbol.text,
            language,
        )
        return self.get(found[0][0]) if found else None

    def get(self, key: int) -> Resolution:
        """The document with this number.

        Raises:
            LibraryError: there is none.
        """
        found = self.rows(
            """SELECT json, status, source, sha256, note FROM parsed JOIN document ON id = document
            WHERE document = ?""",
            key,
        )
        if not found:
            raise LibraryError(f"there is no document {key}", str(self.path), "see resdiff library list")
        text, status, source, sha256, note = found[0]
        return serial.load(text, Provenance(status, source, sha256, note))

    def original(self, key: int) -> bytes:
        """The bytes that the document was read from."""
        found = self.rows("SELECT bytes FROM original WHERE document = ?", key)
        if not found:
            raise LibraryError(f"there is no document {key}", str(self.path), "see resdiff library list")
        return bytes(found[0][0])

    def symbols(self) -> list[tuple[Symbol, str, Status]]:
        """Symbol, language and status of every document that has a symbol."""
        found = self.rows(
            "SELECT symbol, language, status FROM document WHERE symbol IS NOT NULL ORDER BY id"
        )
        return [(Symbol(symbol), language, status) for symbol, language, status in found]

    def remove(self, keys: Iterable[int]) -> int:
        """Take documents out, all in one transaction; how many there were."""
        removed = 0
        with self.changing() as db:
            for key in keys:
                db.execute(
                    "DELETE FROM words WHERE rowid IN (SELECT id FROM passage WHERE document = ?)", (key,)
                )
                removed += db.execute("DELETE FROM document WHERE id = ?", (key,)).rowcount
        return removed


class _Prepared:
    """What the tables hold of a document's text, made before the transaction so that nobody waits for it."""

    def __init__(self, document: Resolution) -> None:
        self.columns = (
            document.symbol and document.symbol.text,
            document.language,
            document.title,
            document.adopted and document.adopted.isoformat(),
            len(document.paragraphs),
        )
        self.parsed = serial.dump(document)
        self.folded = [(p.id, " ".join(words(p.text))) for p in document.paragraphs]

    def put(self, db: sqlite3.Connection, key: int | None) -> None:
        db.execute("INSERT INTO parsed VALUES (?, ?)", (key, self.parsed))
        # Numbered here, within the transaction: the passages of a document stand in a row.
        ((last,),) = db.execute("SELECT coalesce(max(id), 0) FROM passage").fetchall()
        numbered = list(enumerate(self.folded, last + 1))
        passages = [(place, key, paragraph) for place, (paragraph, _) in numbered]
        db.executemany("INSERT INTO passage (id, document, paragraph) VALUES (?, ?, ?)", passages)
        folded = [(place, text) for place, (_, text) in numbered]
        db.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", folded)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
