"""A name on the command line leads to the right document, or to a line that helps."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from library_cases import document, plain_resolution

from corpora.errors import (
    DocumentError,
    EmptyDocument,
    OptionError,
    ResdiffError,
    SymbolError,
    UnsupportedFormat,
)
from corpora.library import Library
from corpora.model import Symbol
from corpora.resolve import holdings, resolve, resolve_together, split_name


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RESDIFF_LIBRARY", str(tmp_path / "library.sqlite3"))
    return tmp_path / "library.sqlite3"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("61/168@fr", ("61/168", "fr")),
        ("61/168@FR", ("61/168", "fr")),
        ("61/168", ("61/168", None)),
        ("S/RES/2815 (2026)@zh", ("S/RES/2815 (2026)", "zh")),
        ("a@b.txt", ("a@b.txt", None)),
        ("61/168@français", ("61/168@français", None)),
        ("@fr", ("@fr", None)),
        ("61/168@", ("61/168@", None)),
        ("https://docs.un.org/fr/A/RES/61/168", ("A/RES/61/168", "fr")),
        ("https://docs.un.org/A/RES/61/168", ("A/RES/61/168", None)),
        ("http://undocs.org/es/S/RES/2815%20(2026)", ("S/RES/2815 (2026)", "es")),
        (
            "https://documents.un.org/api/symbol/access?s=A/RES/61/168&l=zh&t=pdf",
            ("A/RES/61/168", "zh"),
        ),
        ("https://undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F61%2F168", ("A/RES/61/168", None)),
        (
            "https://docs.un.org.example.net/fr/A/RES/61/168",
            ("https://docs.un.org.example.net/fr/A/RES/61/168", None),
        ),
    ],
)
def test_split_name(name: str, parts: tuple[str, str | None]) -> None:
    assert split_name(name) == parts


def test_a_bundled_document_by_symbol() -> None:
    found = resolve("61/168@fr")
    assert (str(found.symbol), found.language, found.provenance.status) == ("A/RES/61/168", "fr", "official")
    assert resolve("A/RES/61/168", language="en").provenance.status == "unofficial"
    assert resolve("A/RES/61/168@es", language="en").language == "es"


def test_without_a_language_the_most_official_one_is_meant() -> None:
    assert resolve("61/168").language == "fr"


def test_the_users_own_copy_takes_the_place_of_a_bundled_one(path: Path) -> None:
    with Library.open(path, create=True) as library:
        library.add(*document("A/RES/61/168", "en", texts=("Mine,",)))
    assert resolve("61/168@en")["pp1"].text == "Mine,"
    assert resolve("61/168@fr").provenance.status == "official"


def test_the_security_council_counts_through(path: Path) -> None:
    with Library.open(path, create=True) as library:
        library.add(*document("S/RES/2506 (2020)", "en", texts=("Mine,",)))
    assert resolve("UNSCR 2506")["pp1"].text == "Mine,"
    with pytest.raises(SymbolError, match="S/RES/250@en"):
        resolve("S/RES/250", language="en")


def test_a_path_wins_over_a_symbol_and_may_carry_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "61").mkdir()
    (tmp_path / "61" / "168").write_text(plain_resolution(5))
    for name in ("61/168", "61/168@en"):
        assert str(resolve(name).symbol) == "A/RES/90/5"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = SimpleNamespace(buffer=io.BytesIO(plain_resolution(6).encode()), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", piped)
    found = resolve("-")
    assert (str(found.symbol), found.provenance.source) == ("A/RES/90/6", "standard input")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    with pytest.raises(DocumentError, match="nothing is piped in"):
        resolve("-")


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("61/169", SymbolError, ["A/RES/61/169", "A/RES/61/168", "fetch"]),
        ("61/168@de", SymbolError, ["only in", "fr", "en"]),
        ("weihgts.txt", DocumentError, ["no such file", "weights.txt"]),
        ("./absent", DocumentError, ["no such file"]),
        ("folder", DocumentError, ["folder"]),
        ("empty.txt", EmptyDocument, ["no text"]),
        ("noise.bin", UnsupportedFormat, ["noise.bin"]),
        ("what is this", SymbolError, ["what is this"]),
        ("https://example.net/a.pdf", DocumentError, ["address", "save the file"]),
        ("x" * 5000, SymbolError, []),
        ("\0", ResdiffError, []),
        ("", ResdiffError, []),
    ],
    ids=lambda value: value[:12].strip("\0") if isinstance(value, str) else "",
)
def test_trouble_is_one_line_with_a_remedy(
    name: str, error: type[ResdiffError], words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "weights.txt").write_text("x")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 8)
    with pytest.raises(error) as raised:
        resolve(name)
    line = str(raised.value)
    assert "\n" not in line
    assert raised.value.remedy
    assert all(word in line for word in words), line


def test_a_library_named_for_once_must_be_there(tmp_path: Path, path: Path) -> None:
    with pytest.raises(OptionError, match="no library"):
        resolve("61/168", library=tmp_path / "absent.sqlite3")
    assert resolve("61/168", library=path).language == "fr"  # the environment's may be yet to come


def in_languages(path: Path, **languages: str) -> None:
    with Library.open(path, create=True) as library:
        for name, codes in languages.items():
            for code in codes.split():
                library.add(*document(f"A/RES/{name[1:3]}/{name[3:]}", code))


@pytest.mark.parametrize(
    ("names", "language", "spoken"),
    [
        (("60/156", "61/168"), None, "fr fr"),
        (("60/156@es", "61/168"), None, "es es"),
        (("60/156", "61/168@zh"), None, "zh zh"),
        (("60/156", "61/168"), "ru", "ru ru"),
        (("60/156@es", "61/168@ru"), None, "es ru"),
        (("90/1", "90/2"), None, "es es"),
        (("90/1", "90/3"), None, "en ru"),
        (("file.txt", "61/168"), None, "en en"),
    ],
)
def test_several_names_speak_one_language(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: tuple[str, ...],
    language: str,
    spoken: str,
) -> None:
    in_languages(path, n901="en es", n902="es zh", n903="ru")
    (tmp_path / "file.txt").write_text(plain_resolution(9))
    monkeypatch.chdir(tmp_path)
    assert " ".join(d.language for d in resolve_together(names, language=language)) == spoken


def test_holdings_lists_the_users_documents_first(path: Path) -> None:
    in_languages(path, n901="en es")
    found = holdings()
    assert [(h.symbol, h.language, h.in_library) for h in found[:2]] == [
        (Symbol("A/RES/90/1"), "en", True),
        (Symbol("A/RES/90/1"), "es", True),
    ]
    assert {h.language for h in found if h.symbol == Symbol("A/RES/60/156")} == {
        "en",
        "fr",
        "es",
        "ru",
        "zh",
        "ar",
    }


_LOADED = """
import sys
from corpora.resolve import resolve
resolve("61/168@fr")
print(sorted({"sqlite3", "httpx", "platformdirs", "lxml", "numpy"} & set(sys.modules)))
"""


def test_a_bundled_document_needs_neither_database_nor_network(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("elsewhere platformdirs says where the library is")
    environment = {"XDG_DATA_HOME": str(tmp_path), "PATH": "", "PYTHONPATH": ":".join(filter(None, sys.path))}
    run = subprocess.run(
        [sys.executable, "-c", _LOADED], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"
