"""PDF with a text layer.

`pages` draws lines with their places from each page (`glyphs` asks the library for characters, `marks` tells
superscripts), `furniture` tells running heads and page numbers, `flow` joins lines into paragraphs, `footnotes`
finds the notes at the foot. Italics are not drawn from PDF. Arabic comes out of PDF with its ligatures and brackets
in disorder, so that the reader warns and recommends another format.
"""

from __future__ import annotations

from threading import Lock

from corpora.errors import DamagedDocument, EmptyDocument, UnsupportedFormat
from corpora.model import Provenance, Resolution
from corpora.readers.pdf.flow import paragraphs
from corpora.readers.pdf.furniture import without_furniture
from corpora.readers.pdf.pages import Page, read_page
from corpora.readers.pdf.pictures import is_scan
from corpora.readers.structure import recognise

MAX_PAGES = 2000
CHARACTERS_OF_A_PAGE = 20  # a page with fewer has no text layer, only stamps
_LIBRARY = Lock()  # two threads in the library at once end the program
_BROKEN = "get the file again from its source"


def read(data: bytes, provenance: Provenance, language: str | None = None) -> Resolution:
    """The document in the bytes of a PDF file.

    Raises `DamagedDocument`, `UnsupportedFormat` (a password) or `EmptyDocument` (a scan without a text layer).
    """
    with _LIBRARY:
        pages, scanned = _pages(data, provenance.source)
    characters = sum(len(line.text) for page in pages for line in page.lines)
    if characters < CHARACTERS_OF_A_PAGE * max(1, len(pages)):
        raise EmptyDocument(
            f"no text layer in its {len(pages)} page{'s' * (len(pages) != 1)}: a scan",
            provenance.source,
            "run OCR on it first, or choose another format",
        )
    kept, left_out = without_furniture(pages)
    resolution = recognise(
        paragraphs(kept), provenance=provenance, language=language, unplaced=left_out, warnings=_said(scanned)
    )
    if resolution.language == "ar":
        said = "Arabic letters and brackets come out of a PDF in disorder: prefer the DOCX, XML or HTML of this text"
        return _warned(resolution, said)
    return resolution


def _pages(data: bytes, name: str) -> tuple[list[Page], bool]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise UnsupportedFormat("the file has a password", name, "save it without one") from None
        raise DamagedDocument(f"broken PDF: {error}", name, _BROKEN) from None
    try:
        if len(document) > MAX_PAGES:
            raise UnsupportedFormat(f"more than {MAX_PAGES} pages", name, "split it")
        pages, scanned = [], False
        for n in range(len(document)):
            page = document[n]
            pages.append(read_page(page))
            scanned = scanned or (n == 0 and is_scan(page))
            page.close()
        return pages, scanned
    except pypdfium2.PdfiumError as error:
        raise DamagedDocument(f"broken PDF: {error}", name, _BROKEN) from None
    finally:
        document.close()


def _said(scanned: bool) -> list[str]:
    return (
        ["the pages are pictures, their text was recognised by OCR: expect wrong letters"] if scanned else []
    )


def _warned(resolution: Resolution, said: str) -> Resolution:
    from dataclasses import replace

    return replace(resolution, warnings=(*resolution.warnings, said))
