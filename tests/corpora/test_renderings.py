"""The bundled documents as DOCX, and as the PDF that LibreOffice makes of it, give back the same paragraphs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from test_docx import TYPE, W, zipped

import corpora
from corpora.bundled import documents, load
from corpora.model import Paragraph, Resolution

EDITIONS = [(str(d.symbol), d.language) for d in documents()]


def as_docx(document: Resolution) -> bytes:
    """The document as Word would hold it, its notes at the end, their marks as superscripts."""
    body = "".join(_paragraph(p, document) for p in document.paragraphs)
    page = (
        '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/>'
        '<w:pgMar w:left="1800" w:right="1800" w:top="1440" w:bottom="1440"/></w:sectPr>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{TYPE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {W}><w:body>{body}{page}</w:body></w:document>",
        }
    )


def _paragraph(p: Paragraph, document: Resolution) -> str:
    rtl = document.language == "ar"
    properties = f'<w:pPr>{"<w:bidi/>" if rtl else ""}<w:spacing w:after="200" w:line="276"/></w:pPr>'
    runs, done = [], 0
    if p.label:
        runs.append(_run(p.label, rtl, raised=p.kind == "note"))
        runs.append(_run(" ", rtl))
    for mark in p.marks:
        if mark.kind == "note":
            runs.append(_run(p.text[done : mark.start], rtl))
            runs.append(_run(document[mark.target].label or "", rtl, raised=True))
            done = mark.start
    runs.append(_run(p.text[done:], rtl))
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def _run(text: str, rtl: bool, raised: bool = False) -> str:
    raise_ = '<w:vertAlign w:val="superscript"/>' if raised else ""
    direction = "<w:rtl/>" if rtl else ""
    return f'<w:r><w:rPr>{raise_}{direction}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def content(document: Resolution) -> list[tuple[str, str | None, str, tuple[str, ...]]]:
    return [(p.id, p.label, p.text, p.note_targets) for p in document.paragraphs]


@pytest.mark.parametrize(("symbol", "language"), EDITIONS, ids=["-".join(e) for e in EDITIONS])
def test_docx_gives_back_every_paragraph(symbol: str, language: str) -> None:
    original = load(symbol, language)
    assert content(corpora.read(as_docx(original))) == content(original)


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the PDF of every bundled document."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed: no PDF can be made here")
    folder = tmp_path_factory.mktemp("renderings")
    names = []
    for symbol, language in EDITIONS:
        path = folder / f"{symbol.replace('/', '_')}.{language}.docx"
        path.write_bytes(as_docx(load(symbol, language)))
        names.append(str(path))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    ("symbol", "language"),
    [e for e in EDITIONS if e[1] != "ar"],
    ids=["-".join(e) for e in EDITIONS if e[1] != "ar"],
)
def test_pdf_gives_back_every_paragraph(pdfs: Path, symbol: str, language: str) -> None:
    original = load(symbol, language)
    read = corpora.read(pdfs / f"{symbol.replace('/', '_')}.{language}.pdf")
    found, expected = content(read), content(original)
    if language == "zh":  # the typesetter's gaps around Han cannot be told from a blank
        found, expected = (
            [(i, n, "".join(t.split()), m) for i, n, t, m in side] for side in (found, expected)
        )
    assert found == expected


@pytest.mark.slow
def test_arabic_from_pdf_comes_with_a_warning(pdfs: Path) -> None:
    read = corpora.read(pdfs / "A_RES_61_168.ar.pdf")
    assert any("PDF" in warning for warning in read.warnings)
