"""From what a person points at to single files: folders walked, archives opened, everything bounded.

Nothing is ever unpacked to disk. Folders and archives are hostile input: links to folders are not followed,
sizes are counted while reading and never believed, and what cannot be read is handed on with the reason.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from corpora.library import archives
from corpora.library.items import MAX_FILE, Item, printable


def items(paths: Iterable[Path]) -> Iterator[Item]:
    """The files in `paths`, in a fixed order; those of folders and archives one by one; ``-`` is standard input."""
    for path in paths:
        if str(path) == "-":
            yield _bounded("standard input", sys.stdin.buffer)
        elif path.is_dir():
            yield from _folder(path)
        else:
            yield from _file(path)


def count(paths: Iterable[Path]) -> int:
    """How many files there are to look at, an archive counting as one: the length of a progress bar."""
    return sum(1 if not path.is_dir() else sum(1 for _ in _walk(path)) for path in paths)


def _folder(folder: Path) -> Iterator[Item]:
    for found in _walk(folder):
        yield from [found] if isinstance(found, Item) else _file(found)


def _walk(folder: Path) -> Iterator[Path | Item]:
    """The files below a folder; hidden ones are left out, links to folders are not followed."""
    failures: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(here) / name
    for failure in failures:
        yield Item(printable(str(failure.filename)), None, _reason(failure))


def _file(path: Path) -> Iterator[Item]:
    source = printable(str(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield Item(source, None, "is no regular file")
            return
        with path.open("rb") as stream:
            if (opener := archives.opener(stream)) is not None:
                yield from opener(stream, source, status.st_size)
                return
            item = _bounded(source, stream)
    except OSError as error:
        item = Item(source, None, _reason(error))
    yield item


def _bounded(source: str, stream: IO[bytes]) -> Item:
    content = stream.read(MAX_FILE + 1)
    if len(content) > MAX_FILE:
        return Item(source, None, f"is larger than {MAX_FILE // 10**6} MB")
    return Item(source, content)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
