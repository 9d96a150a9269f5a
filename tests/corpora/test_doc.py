"""Legacy Word files: through LibreOffice, through antiword, and without either."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import corpora
from benchmarks.renderings import content, printed
from corpora.bundled import load
from corpora.errors import DamagedDocument, UnsupportedFormat
from corpora.model import Resolution
from corpora.readers import doc
from tests.conftest import Run

ORIGINAL = ("A/RES/61/168", "fr")

OFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
# What stands in the directory of every file of Word's, and nothing that Word could read.
RUBBISH = b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)


@pytest.fixture(scope="module")
def legacy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the French 61/168 as .doc and .rtf."""
    folder = tmp_path_factory.mktemp("legacy")
    (folder / "made.docx").write_bytes(printed(load(*ORIGINAL)))
    for kind in ("doc", "rtf"):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--convert-to", kind, "--outdir", str(folder), str(folder / "made.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return folder


def notes(document: Resolution) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.id, p.note_targets) for p in document.paragraphs]


@pytest.mark.slow
@OFFICE
@pytest.mark.parametrize("kind", ["doc", "rtf"])
def test_libreoffice_gives_back_every_paragraph(legacy: Path, kind: str) -> None:
    read = corpora.read(legacy / f"made.{kind}")
    original = load(*ORIGINAL)
    assert content(read) == content(original)
    assert notes(read) == notes(original)
    assert any(mark.kind == "italic" for mark in read["op1"].marks)
    assert not read.warnings


@pytest.mark.slow
@OFFICE
@pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed")
def test_antiword_gives_back_paragraphs_and_notes(legacy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "OFFICES", ())
    read = corpora.read(legacy / "made.doc")
    original = load(*ORIGINAL)
    assert content(read, set_on_pages=True) == content(original, set_on_pages=True)
    assert notes(read) == notes(original)
    assert any("antiword" in warning for warning in read.warnings)


def test_what_antiword_prints() -> None:
    text = "\nFirst paragraph[1] with [2] and [9].\n\n\n1.\tSecond,\n\n"
    text += "----------------------\n[1] A note.\n[2] Another\none.\n"
    blocks = list(doc._blocks(text))
    assert [(b.text, b.label, b.hint) for b in blocks] == [
        ("First paragraph with and [9].", "", ""),
        ("1. Second,", "", ""),
        ("A note.", "1", "note"),
        ("Another one.", "2", "note"),
    ]
    assert [(m.start, m.target) for m in blocks[0].marks] == [(15, "1"), (21, "2")]


def test_text_of_antiword_without_notes_keeps_its_brackets() -> None:
    assert [b.text for b in doc._blocks("As [1] says.\n\nNo notes.\n")] == ["As [1] says.", "No notes."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (RUBBISH, "a legacy Word file (.doc) is read through LibreOffice"),
        (b"{\\rtf1 x}", "an RTF file is read"),
    ],
)
def test_without_a_program_it_is_said_which(data: bytes, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnsupportedFormat) as caught:
        corpora.read(data)
    assert said in str(caught.value)
    assert "save the file as DOCX" in str(caught.value)


def office(folder: Path, code: str) -> str:
    """A program that stands in for LibreOffice."""
    path = folder / "office"
    path.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{code}\n")
    path.chmod(0o755)
    return str(path)


def test_a_damaged_file_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "OFFICES", (office(tmp_path, "sys.exit(0)"),))
    with pytest.raises(DamagedDocument, match="damaged, or with a password"):
        corpora.read(RUBBISH)


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late = tmp_path / "late"
    monkeypatch.setattr(
        doc, "OFFICES", (office(tmp_path, f"time.sleep(1.5); pathlib.Path({str(late)!r}).touch()"),)
    )
    monkeypatch.setattr(doc, "PATIENCE", 0.3)
    with pytest.raises(DamagedDocument, match="did not finish"):
        corpora.read(RUBBISH)
    subprocess.run([sys.executable, "-c", "import time; time.sleep(1.8)"], check=True)
    assert not late.exists()


def test_other_old_office_files_are_told_apart() -> None:
    with pytest.raises(UnsupportedFormat, match="not Word's"):
        corpora.read(b"\xd0\xcf\x11\xe0" + bytes(2000))


def test_the_text_before_tracked_changes(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    assert resdiff("compare", "60/156", "61/168", "--lang", "fr", "-o", str(draft)).status == 1
    result = resdiff("compare", f"{draft}@before", str(draft), "--only", "substantive")
    assert result.status == 1
    assert "2 substantive, 8 roll-over" in result.out
    assert "draft.docx before its" in result.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("61/168@before", "tracked changes are read from files"),
        ("draft.txt@before", "only Word files hold tracked changes"),
    ],
)
def test_what_has_no_tracked_changes(
    resdiff: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text("A line.\n")
    result = resdiff("compare", name, "61/168")
    assert result.status == 2
    assert said in result.err


LINKED = """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p>
<w:r><w:t>Words with a picture.</w:t></w:r><w:r><w:drawing><wp:inline><wp:extent cx="990000" cy="990000"/>
<wp:docPr id="1" name="p"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="picture"/>
<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="990000" cy="990000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>
</wp:inline></w:drawing></w:r></w:p></w:body></w:document>"""
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""


def with_a_picture_at(address: str) -> bytes:
    """A DOCX whose picture is on the network."""
    link = f'<Relationship Id="{{}}" Type="{OFFICE_RELATIONS}/{{}}" Target="{{}}"{{}}/>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": link.format("r", "officeDocument", "word/document.xml", ""),
        "word/document.xml": LINKED,
        "word/_rels/document.xml.rels": link.format("picture", "image", address, ' TargetMode="External"'),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in parts.items():
            rels = name.endswith(".rels")
            archive.writestr(
                name, f'<Relationships xmlns="{RELATIONS}">{xml}</Relationships>' if rels else xml
            )
    return out.getvalue()


@pytest.mark.slow
@OFFICE
def test_a_picture_on_the_network_is_not_asked_for(tmp_path: Path) -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_GET  # noqa: N815 - the name that the server looks for

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        made = tmp_path / "made.docx"
        made.write_bytes(with_a_picture_at(f"http://127.0.0.1:{server.server_port}/picture.png"))
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
             "--convert-to", "doc", "--outdir", str(tmp_path), str(made)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        assert asked, "left to itself, LibreOffice asks for the picture: else this test shows nothing"
        asked.clear()
        assert corpora.read(tmp_path / "made.doc").paragraphs[0].text == "Words with a picture."
        server.shutdown()
    assert not asked
