"""Opening the database: safe against a killed process, against a second one, and against a hostile file."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpora.errors import LibraryError
from corpora.library import schema

# How long one process waits for another's transaction, in seconds. A document takes some milliseconds to
# write, so that even fifty waiting processes are served; range 5 to 120.
BUSY_SECONDS = 30.0


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to the library at `path`, brought to the present version.

    Args:
        path: the library's file.
        create: whether a missing one is made, with its folder.

    Raises:
        LibraryError: it is missing, unreadable, damaged, of a newer resdiff, or no library at all.
    """
    if not path.exists():
        if not create:
            raise LibraryError("there is no library here", str(path), "resdiff library add FILE makes one")
        _make_folder(path.parent)
    with explained(path):
        fixed = path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
        # On a medium that cannot be written nobody else writes either: no log beside the file is needed.
        mode = "mode=ro&immutable=1" if fixed else "mode=rwc" if create else "mode=rw"
        uri = f"{path.absolute().as_uri()}?{mode}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA foreign_keys = ON")
            if fixed:
                connection.execute("PRAGMA query_only = ON")
            else:
                _write_ahead(connection)
            schema.prepare(connection, str(path))
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into one line with a remedy."""
    try:
        yield
    except sqlite3.Error as error:
        what, remedy = _explanation(error)
        raise LibraryError(what, str(path), remedy) from error


def _explanation(error: sqlite3.Error) -> tuple[str, str]:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another process has been writing to it all along", "try again when that one is done"
    if code == sqlite3.SQLITE_NOTADB:
        return "is no database", schema.OTHER_FILE
    if code == sqlite3.SQLITE_CORRUPT:
        return f"is damaged ({error})", "put a backup in its place, or start another with --library"
    if code == sqlite3.SQLITE_FULL:
        return "there is no space left on its disk", "make space and try again; nothing in it is lost"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR):
        return (
            f"cannot be opened or written ({error})",
            "look at its permissions, or name another with --library",
        )
    return f"the database refused ({error})", "run resdiff library verify"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(f"its folder cannot be made ({reason})", str(folder), schema.OTHER_FILE) from error


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; a kill then never leaves half a transaction."""
    connection.execute("PRAGMA synchronous = NORMAL")
    deadline = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # Two processes that make the same library meet here, and SQLite does not wait for this switch.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
