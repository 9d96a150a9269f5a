"""The files within zip and tar archives, read one by one and never unpacked to disk.

An archive may lie about everything: members larger than announced, paths that lead out of it, links, bombs
that unpack to terabytes. Bytes are counted as they come out of the decompressor; reading stops at the limit.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import PurePosixPath
from typing import IO, Any

from corpora.library.items import MAX_FILE, Item, printable

# What an archive may unpack to, in bytes: a hundred times its own size (texts shrink to a fifth or a
# fortieth), but a small one may always reach the floor, and none more than the ceiling.
MAX_RATIO = 100
FLOOR = 64 * 2**20
CEILING = 4 * 2**30
MAX_MEMBERS = 100_000
# Longer names and attributes in a tar than any file system knows are an attack on memory.
MAX_TAR_EXTRA = 2**16

Opener = Callable[[IO[bytes], str, int], Iterator[Item]]
_DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    RecursionError,
)
_TAR_EXTRA = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
# A zip with one of these members is a document of an office program, not an archive.
_OFFICE = ("[Content_Types].xml", "mimetype")


class _TooMuch(Exception):  # noqa: N818 - not an error of the program's, the end of a bound
    """The archive has given all that it may."""


def opener(stream: IO[bytes]) -> Opener | None:
    """How to open `stream` if it is an archive by its first bytes; the stream is left at its start."""
    head = stream.read(512)
    stream.seek(0)
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        office = _is_office(stream)
        stream.seek(0)
        return None if office else _zip
    for magic, unpacker in (
        (b"\x1f\x8b", _gunzip),
        (b"BZh", bz2.BZ2File),
        (b"\xfd7zXZ\x00", lzma.LZMAFile),
    ):
        if head.startswith(magic):
            return _packed(unpacker)
    return _packed(_plain) if head[257:262] == b"ustar" else None


def _is_office(stream: IO[bytes]) -> bool:
    try:
        with zipfile.ZipFile(stream) as archive:
            return any(name in archive.NameToInfo for name in _OFFICE)
    except _DAMAGE:
        return False


class _Budget:
    """How many more bytes and members an archive may give."""

    def __init__(self, size: int) -> None:
        self.limit = min(CEILING, max(FLOOR, MAX_RATIO * size))
        self.taken = 0
        self.members = 0

    def take(self, amount: int) -> None:
        self.taken += amount
        if self.taken > self.limit:
            raise _TooMuch(f"unpacks to more than {self.limit // 2**20} MB; the rest of it was not read")

    def member(self) -> None:
        self.members += 1
        if self.members > MAX_MEMBERS:
            raise _TooMuch(f"holds more than {MAX_MEMBERS} files; the rest of it was not read")


def _zip(stream: IO[bytes], source: str, size: int) -> Iterator[Item]:
    budget = _Budget(size)
    try:
        with zipfile.ZipFile(stream) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    budget.member()
                    yield _zip_member(archive, info, source, budget)
    except _TooMuch as stop:
        yield Item(source, None, str(stop))
    except _DAMAGE as error:
        yield Item(source, None, f"is a damaged archive ({error})")


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: str, budget: _Budget) -> Item:
    where = f"{source}!{printable(info.filename)}"
    if trouble := _unwanted(info.filename):
        return Item(where, None, trouble)
    if info.flag_bits & 1:
        return Item(where, None, "is encrypted; unpack the archive with its password first")
    try:
        with archive.open(info) as member:
            return _read(member, where, budget)
    except (NotImplementedError, RuntimeError, *_DAMAGE) as error:
        return Item(where, None, f"is damaged in the archive ({error})")


def _packed(unpacker: Callable[[IO[bytes]], Any]) -> Opener:
    """An opener for what is compressed as a whole: a tar within, or a single document."""

    def open_packed(stream: IO[bytes], source: str, size: int) -> Iterator[Item]:
        budget = _Budget(size)
        try:
            with unpacker(stream) as inner:
                head = inner.read(512)
                inner.seek(0)
                if head[257:262] == b"ustar":
                    yield from _tar_members(inner, source, budget)
                else:
                    yield _read(inner, source)
        except _TooMuch as stop:
            yield Item(source, None, str(stop))
        except _DAMAGE as error:
            yield Item(source, None, f"is a damaged archive ({error})")

    return open_packed


def _gunzip(stream: IO[bytes]) -> gzip.GzipFile:
    return gzip.GzipFile(fileobj=stream)


def _plain(stream: IO[bytes]) -> Any:
    return nullcontext(stream)


class _BoundedInfo(tarfile.TarInfo):
    """A tar header that refuses extension records which would fill the memory."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in _TAR_EXTRA and self.size > MAX_TAR_EXTRA:
            raise _TooMuch("has a header of absurd size; the rest of it was not read")
        return super()._proc_member(archive)  # type: ignore[misc,no-any-return]


def _tar_members(stream: IO[bytes], source: str, budget: _Budget) -> Iterator[Item]:
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_BoundedInfo) as archive:
        for info in archive:
            budget.member()
            # Charged before it is read: to skip a member is to unpack it as well.
            budget.take(info.size)
            where = f"{source}!{printable(info.name)}"
            if info.isdir():
                continue
            if not info.isreg():
                yield Item(where, None, "is a link or a device, not a file")
            elif trouble := _unwanted(info.name):
                yield Item(where, None, trouble)
            elif (member := archive.extractfile(info)) is not None:
                yield _read(member, where)


def _unwanted(name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts[:1] and path.parts[0].endswith(":")):
        return "its path leads out of the archive"
    return ""


def _read(member: IO[bytes], where: str, budget: _Budget | None = None) -> Item:
    content = member.read(MAX_FILE + 1)
    if budget is not None:
        budget.take(len(content))
    if len(content) > MAX_FILE:
        return Item(where, None, f"is larger than {MAX_FILE // 10**6} MB")
    if opener(io.BytesIO(content)) is not None:
        return Item(where, None, "is an archive within an archive; unpack it first")
    return Item(where, content)
