"""Documents are hostile input: each bad one gives one clear line, none has any effect."""

from __future__ import annotations

from pathlib import Path

import pytest
import resolution_samples as samples

import corpora
from corpora import readers
from corpora.errors import DamagedDocument, DocumentError, EmptyDocument, UnsupportedFormat

AKN = samples.AKN


def fails(data: bytes, kind: type[DocumentError]) -> str:
    with pytest.raises(kind) as caught:
        corpora.read(data)
    line = str(caught.value)
    assert line.count("\n") == 0
    assert caught.value.remedy
    return line


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 40])
def test_no_text(data: bytes) -> None:
    fails(data, EmptyDocument)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x7fELF" + bytes(200),
        b"\x89PNG\r\n" + bytes(99),
        b"\x1f\x8b\x08" + bytes(50),
    ],
)
def test_binary_data(data: bytes) -> None:
    fails(data, UnsupportedFormat)


def test_tags_that_do_not_match() -> None:
    assert "broken XML" in fails(AKN.replace("</container>", "</contain>", 1).encode(), DamagedDocument)
    assert "broken XML" in fails(AKN[: len(AKN) // 2].encode(), DamagedDocument)


def test_other_xml() -> None:
    assert "<svg>" in fails(
        b"<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>", UnsupportedFormat
    )


def test_akoma_ntoso_without_text() -> None:
    fails(b"<akomaNtoso><statement/></akomaNtoso>", EmptyDocument)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("TOP SECRET")
    for entity in (f'SYSTEM "{secret.as_uri()}"', '"EXPANDED"', 'SYSTEM "http://127.0.0.1:9/x"'):
        head = f"<!DOCTYPE akomaNtoso [<!ENTITY e {entity}>]>"
        r = corpora.read((head + AKN.replace("Care of", "Care &e; of")).encode())
        assert "SECRET" not in r.title
        assert "EXPANDED" not in r.title
        assert r.title == "Care &e; of mountain paths"


def test_a_billion_laughs_cost_nothing() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    document = f"<!DOCTYPE akomaNtoso [{entities}]>{AKN.replace('Care', '&a11;')}"
    assert "entity" in fails(document.encode(), DamagedDocument)


def test_elements_nested_without_end() -> None:
    deep = "<akomaNtoso>" + "<div>" * 5000 + "x" + "</div>" * 5000 + "</akomaNtoso>"
    fails(deep.encode(), DamagedDocument)


def test_control_characters_have_no_effect() -> None:
    r = corpora.read(b"A \x1b[31mred\x1b[0m word and a \x00 zero too\xc2\x9b.")
    text = "".join(p.text for p in r.paragraphs)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text)
    assert "\ufffd[31mred" in text
    assert r.warnings


def test_control_characters_in_xml_references() -> None:
    r = corpora.read(AKN.replace("Care", "Care&#x9b;31m").encode())
    assert "\x9b" not in r.title


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    assert corpora.read(samples.ENGLISH.encode(encoding)).title == "Care of mountain paths"


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("zh", "gb18030"), ("ru", "cp1251"), ("ru", "koi8-r"), ("ar", "cp1256"), ("fr", "cp1252")],
)
def test_legacy_encodings_are_read_and_reported(language: str, encoding: str) -> None:
    text = samples.ALL[language].replace("¹", "").replace("(²)", "")
    r = corpora.read(text.encode(encoding))
    assert r.language == language
    assert "op2" in r
    assert any("not UTF-8" in w for w in r.warnings)


def test_an_encoding_that_fits_nothing() -> None:
    assert "UTF-8" in fails("Ça a été déjà vu".encode("cp437") + b"\x81\x8d" * 20, DamagedDocument)


def test_broken_utf16() -> None:
    fails(b"\xff\xfea\x00b\x00\x00\xd8", DamagedDocument)


def test_too_large_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 1000)
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * 1001)
    for source in (path, b"x" * 1001):
        with pytest.raises(DocumentError, match="larger than"):
            corpora.read(source)


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.txt", Path("a\x00b")):
        with pytest.raises(DocumentError):
            corpora.read(path)


def test_megabytes_of_one_line_take_linear_time() -> None:
    for line in (
        "*" * 200_000,
        "[^" * 100_000,
        "(a) " * 50_000,
        "a_" * 100_000,
        "1. " * 60_000,
        "¹" * 100_000,
    ):
        assert corpora.read(("Some words before it.\n\n" + line).encode()).paragraphs


def test_the_malformed_files(shared_data: Path) -> None:
    for path in sorted((shared_data / "malformed").iterdir()):
        with pytest.raises((EmptyDocument, DamagedDocument)) as caught:
            corpora.read(path)
        assert path.name in str(caught.value)
        assert "\n" not in str(caught.value)
