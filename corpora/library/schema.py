"""The library's tables, and how an older library becomes a new one.

A document is one row of `document`, its bytes in `original`, its parsed text in `parsed`; each paragraph is a
`passage` whose folded words stand under the same number in the full-text table `words`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from corpora.errors import LibraryError

APPLICATION_ID = 0x52444C31  # "RDL1": tells a library from any other database
UPGRADE = "install the newer resdiff, or name another library with --library"
OTHER_FILE = "name another file with --library or RESDIFF_LIBRARY"

_DOCUMENTS = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    symbol TEXT,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    adopted TEXT,
    status TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    added TEXT NOT NULL,
    size INTEGER NOT NULL,
    paragraphs INTEGER NOT NULL
) STRICT;
CREATE INDEX document_by_symbol ON document (symbol, language);
CREATE TABLE original (
    document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE parsed (
    document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    json TEXT NOT NULL
) STRICT;
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    paragraph TEXT NOT NULL
) STRICT;
CREATE INDEX passage_by_document ON passage (document);
CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = "unicode61 remove_diacritics 0");
"""

# What is found about series is kept until the documents change; what a person decided is kept for good.
_SERIES = """
CREATE TABLE series_choice (
    older TEXT NOT NULL,
    newer TEXT NOT NULL,
    together INTEGER NOT NULL,
    decided TEXT NOT NULL,
    PRIMARY KEY (older, newer)
) STRICT, WITHOUT ROWID;
CREATE TABLE series_step (
    newer TEXT PRIMARY KEY,
    older TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE series_state (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    stamp TEXT NOT NULL
) STRICT;
"""

# What two versions of a resolution taught about their languages; it goes with either of them.
_TAUGHT = """
CREATE TABLE taught (
    one INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    two INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    rules INTEGER NOT NULL,
    counts BLOB NOT NULL,
    PRIMARY KEY (one, two)
) STRICT;
CREATE INDEX taught_by_two ON taught (two);
"""

# Step n leads from version n to version n + 1; a released step is never changed, only followed by another.
STEPS: tuple[str, ...] = (_DOCUMENTS, _SERIES, _TAUGHT)
VERSION = len(STEPS)


def prepare(connection: sqlite3.Connection, where: str) -> None:
    """Bring the database to the present version, in one transaction; an empty one becomes a library.

    Raises:
        LibraryError: the file is another program's database, or of a newer resdiff.
    """
    with _transaction(connection, "BEGIN"):  # one view of the file: another process may be making it just now
        if _state(connection, where) == VERSION:
            return
    with _transaction(connection, "BEGIN IMMEDIATE"):
        for step in STEPS[_state(connection, where) :]:
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def _transaction(connection: sqlite3.Connection, beginning: str) -> Iterator[None]:
    connection.execute(beginning)
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _state(connection: sqlite3.Connection, where: str) -> int:
    """The version of the library, 0 for a database with nothing in it."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application == APPLICATION_ID:
        if version > VERSION:
            raise LibraryError("was made by a newer resdiff", where, UPGRADE)
        return int(version)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application or version or tables:
        raise LibraryError("is another program's database, not a library", where, OTHER_FILE)
    return 0
