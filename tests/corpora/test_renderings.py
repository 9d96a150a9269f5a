"""The bundled documents as DOCX, and as the PDF that LibreOffice makes of it, give back the same paragraphs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import corpora
from benchmarks.renderings import LAYOUTS, as_pdf, content
from corpora.bundled import documents, load

EDITIONS = [(str(d.symbol), d.language) for d in documents()]
SET = pytest.mark.parametrize("layout", LAYOUTS)


def editions(*languages: str) -> pytest.MarkDecorator:
    chosen = [e for e in EDITIONS if e[1] in languages]
    return pytest.mark.parametrize(("symbol", "language"), chosen, ids=["-".join(e) for e in chosen])


@SET
@editions("en", "fr", "es", "ru", "zh", "ar")
def test_docx_gives_back_every_paragraph(symbol: str, language: str, layout: str) -> None:
    original = load(symbol, language)
    read = corpora.read(LAYOUTS[layout](original))
    assert content(read) == content(original)
    assert [(p.id, p.note_targets) for p in read.paragraphs] == [
        (p.id, p.note_targets) for p in original.paragraphs
    ]


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the PDF of every bundled document in every layout."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed: no PDF can be made here")
    folder = tmp_path_factory.mktemp("renderings")
    names = []
    for symbol, language in EDITIONS:
        for layout, draw in LAYOUTS.items():
            path = folder / f"{symbol.replace('/', '_')}.{language}.{layout}.docx"
            path.write_bytes(draw(load(symbol, language)))
            names.append(path)
    as_pdf(folder, names)
    return folder


@pytest.mark.slow
@SET
@editions("en", "fr", "es", "ru", "zh")
def test_pdf_gives_back_every_paragraph(pdfs: Path, symbol: str, language: str, layout: str) -> None:
    original = load(symbol, language)
    read = corpora.read(pdfs / f"{symbol.replace('/', '_')}.{language}.{layout}.pdf")
    assert content(read, set_on_pages=True) == content(original, set_on_pages=True)
    assert [(p.id, p.note_targets) for p in read.paragraphs] == [
        (p.id, p.note_targets) for p in original.paragraphs
    ]


@pytest.mark.slow
def test_arabic_from_pdf_comes_with_a_warning(pdfs: Path) -> None:
    read = corpora.read(pdfs / "A_RES_61_168.ar.plain.pdf")
    assert any("PDF" in warning for warning in read.warnings)
