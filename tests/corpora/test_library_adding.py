"""Folders and archives go in file by file; what cannot be read is named, and nothing escapes its bounds."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import random
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from library_cases import plain_resolution

from corpora.errors import LibraryError
from corpora.library import Library, archives, documents, intake
from corpora.library.adding import Added, reread
from corpora.library.adding import add as add_all
from corpora.library.verify import verify


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


def add(path: Path, *sources: Path) -> dict[str, Added]:
    with Library.open(path, create=True) as library:
        done = {Path(one.source).name: one for one in add_all(library, sources)}
        assert not list(verify(library))
    return done


def outcomes(done: dict[str, Added]) -> dict[str, str]:
    return {name: one.outcome for name, one in done.items()}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links in folders are those of Unix")
def test_a_folder_with_bad_files_loses_nothing_else(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "one.txt").write_text(plain_resolution(1))
    (folder / "two.txt").write_text(plain_resolution(2))
    (folder / "copy of two.txt").write_text(plain_resolution(2))
    (folder / "empty.xml").write_bytes(b"")
    (folder / "broken.xml").write_text("<akomaNtoso><p>never closed</akomaNtoso>")
    (folder / "noise.bin").write_bytes(random.Random(1).randbytes(2000))
    (folder / ".hidden.txt").write_text(plain_resolution(3))
    (folder / "nowhere.txt").symlink_to(folder / "absent.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "circle").symlink_to(folder)
    done = add(path, folder)
    assert outcomes(done) == {
        "broken.xml": "unreadable",
        "copy of two.txt": "added",
        "empty.xml": "unreadable",
        "noise.bin": "unreadable",
        "nowhere.txt": "unreadable",
        "one.txt": "added",
        "pipe.txt": "unreadable",
        "two.txt": "already here",
    }
    assert all(one.reason for one in done.values() if one.outcome == "unreadable")
    with Library.open(path) as library:
        assert [str(e.symbol) for e in documents(library)] == ["A/RES/90/1", "A/RES/90/2"]
        assert documents(library)[0].provenance.source == str(folder / "deep" / "er" / "one.txt")
    assert set(outcomes(add(path, folder)).values()) == {"already here", "unreadable"}


def test_a_reader_that_fails_costs_only_its_file(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpora import readers

    usual = readers.read

    def read(source: bytes, *, language: str | None = None) -> object:
        if b"number 2" in source:
            raise IndexError("list index\nout of range")
        return usual(source, language=language)

    monkeypatch.setattr(readers, "read", read)
    for number in (1, 2, 3):
        (tmp_path / f"{number}.txt").write_text(plain_resolution(number))
    done = add(path, *(tmp_path / f"{number}.txt" for number in (1, 2, 3)))
    assert outcomes(done) == {"1.txt": "added", "2.txt": "unreadable", "3.txt": "added"}
    assert "IndexError: list index" in done["2.txt"].reason
    assert "\n" not in done["2.txt"].reason


def a_zip(file: Path, **members: bytes) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)


def a_tar(mode: str) -> Callable[..., None]:
    def make(file: Path, **members: bytes) -> None:
        with tarfile.open(file, mode) as archive:
            for name, content in members.items():
                info = tarfile.TarInfo(name.replace("__", "/"))
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))

    return make


@pytest.mark.parametrize(
    "pack",
    [a_zip, a_tar("w"), a_tar("w:gz"), a_tar("w:bz2"), a_tar("w:xz")],
    ids=["zip", "tar", "gz", "bz2", "xz"],
)
def test_archives_are_read_member_by_member(path: Path, tmp_path: Path, pack: Callable[..., None]) -> None:
    file = tmp_path / "without extension"
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x.txt", "x")
    pack(
        file,
        folder__one=plain_resolution(1).encode(),
        two=plain_resolution(2).encode(),
        empty=b"",
        **{"..__..__evil": plain_resolution(3).encode(), "__root": b"x", "C:__boot": b"x"},
        nested=inner.getvalue(),
    )
    done = add(path, file)
    assert outcomes(done) == {
        "one": "added",
        "without extension!two": "added",
        "without extension!empty": "unreadable",
        "evil": "unreadable",
        "root": "unreadable",
        "boot": "unreadable",
        "without extension!nested": "unreadable",
    }
    assert done["evil"].reason == done["root"].reason == "its path leads out of the archive"
    assert "unpack it first" in done["without extension!nested"].reason
    assert sorted(p.name for p in tmp_path.iterdir() if "sqlite3" not in p.name) == [file.name]


@pytest.mark.parametrize("squeeze", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_document_is_a_document(
    path: Path, tmp_path: Path, squeeze: Callable[[bytes], bytes]
) -> None:
    (tmp_path / "one.txt.z").write_bytes(squeeze(plain_resolution(1).encode()))
    assert outcomes(add(path, tmp_path / "one.txt.z")) == {"one.txt.z": "added"}


def test_links_and_devices_in_a_tar_are_not_followed(path: Path, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind, target in [("s", tarfile.SYMTYPE, "/etc/passwd"), ("h", tarfile.LNKTYPE, "s")]:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
        info = tarfile.TarInfo("device")
        info.type = tarfile.CHRTYPE
        archive.addfile(info)
    done = add(path, tmp_path / "a.tar")
    assert {one.reason for one in done.values()} == {"is a link or a device, not a file"}
    assert len(done) == 3


def test_bombs_stop_at_the_limit(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "FLOOR", 2**20)
    monkeypatch.setattr(archives, "MAX_FILE", 2**18)
    zeros = bytes(2**19)
    (tmp_path / "good.txt").write_text(plain_resolution(1))
    many = {f"m{n}": zeros for n in range(12)}
    a_zip(tmp_path / "bomb.zip", first=plain_resolution(2).encode(), **many)
    for kind in ("gz", "xz"):
        a_tar(f"w:{kind}")(tmp_path / f"bomb.{kind}", first=plain_resolution(2).encode(), **many)
    (tmp_path / "single.gz").write_bytes(gzip.compress(zeros * 8))
    done = add(path, *(tmp_path / n for n in ("bomb.zip", "bomb.gz", "bomb.xz", "single.gz", "good.txt")))
    for name in ("bomb.zip", "bomb.gz", "bomb.xz"):
        assert "unpacks to more than 1 MB" in done[name].reason
        assert done[f"{name}!first"].outcome in ("added", "already here")
    assert "larger than" in done["single.gz"].reason
    assert done["good.txt"].outcome == "added"


def test_a_tar_header_of_absurd_size_is_not_read(path: Path, tmp_path: Path) -> None:
    info = tarfile.TarInfo("pax")
    info.type, info.size = tarfile.XHDTYPE, 2**31
    blocks = info.tobuf(tarfile.USTAR_FORMAT) + bytes(2**16)
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(blocks))
    assert "absurd size" in add(path, tmp_path / "a.tar.gz")["a.tar.gz"].reason


def test_damaged_archives_are_reported(path: Path, tmp_path: Path) -> None:
    a_zip(tmp_path / "a.zip", one=plain_resolution(1).encode() * 50)
    a_tar("w:gz")(tmp_path / "a.tgz", one=random.Random(2).randbytes(60_000))
    for name in ("a.zip", "a.tgz"):
        whole = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    done = add(path, tmp_path / "a.zip", tmp_path / "a.tgz")
    assert "damaged" in done["a.zip"].reason
    assert any("damaged" in one.reason for name, one in done.items() if name.startswith("a.tgz"))


def test_names_cannot_speak_to_the_terminal(path: Path, tmp_path: Path) -> None:
    a_zip(tmp_path / "a.zip", **{"\x1b[31mred\u202e.txt": plain_resolution(1).encode()})
    (source,) = (one.source for one in add(path, tmp_path / "a.zip").values())
    assert source.endswith("a.zip!\ufffd[31mred\ufffd.txt")


def test_files_that_are_too_large_are_left_out(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MAX_FILE", 1000)
    (tmp_path / "large.txt").write_text("x" * 1001)
    assert "larger than" in add(path, tmp_path / "large.txt")["large.txt"].reason


def test_originals_are_read_anew(path: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(plain_resolution(1))
    (tmp_path / "two.txt").write_text(plain_resolution(2))
    add(path, tmp_path / "one.txt", tmp_path / "two.txt")
    with Library.open(path) as library:
        true = library.get(1)
        library.replace(1, replace(true, paragraphs=true.paragraphs[:2], symbol=None))
        assert library.get(1) != true
        assert [one.outcome for one in reread(library)] == ["read anew", "already here"]
        assert library.get(1) == true
        assert not list(verify(library))


def test_a_library_that_cannot_be_written_stops_the_whole(path: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(plain_resolution(1))
    with Library.open(path, create=True) as library:
        library.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(LibraryError):
            list(add_all(library, [tmp_path / "one.txt"]))


_ADD = """
import sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from corpora.library import Library
from corpora.library.adding import add
with Library.open(Path(sys.argv[1]), create=True) as library:
    for one in add(library, [Path(sys.argv[2])]):
        print(one.source, flush=True)
"""


def test_a_killed_addition_leaves_whole_documents(path: Path, tmp_path: Path) -> None:
    """The fast sibling of benchmarks/library_kills.py, which kills fifty times among five hundred files."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(plain_resolution(number))
    chance = random.Random(7)
    root = str(Path(__file__).parent.parent.parent)
    before = 0
    for _ in range(4):
        run = subprocess.Popen(
            [sys.executable, "-c", _ADD, str(path), str(folder), root], stdout=subprocess.PIPE, text=True
        )
        assert run.stdout is not None
        for _ in range(chance.randrange(1, 15)):
            run.stdout.readline()
        time.sleep(chance.random() / 100)
        run.kill()
        run.communicate()
        with Library.open(path, create=True) as library:
            assert not list(verify(library))
            now = len(documents(library))
        assert before <= now <= 60
        before = now
    assert before > 0
    assert len([o for o in add(path, folder).values() if o.outcome != "unreadable"]) == 60
    with Library.open(path) as library:
        assert len(documents(library)) == 60
