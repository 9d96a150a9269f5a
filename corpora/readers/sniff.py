"""A file's format by its bytes, never by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from corpora.errors import UnsupportedFormat
from corpora.model import Provenance, Resolution

HEAD = 4096  # bytes that tell the format

_XML = rb"\s*<(?:\?xml|!DOCTYPE(?!\s+html)|!--|[A-Za-z_][\w.:-]*[\s/>])"
_HTML = rb"<(?:!doctype\s+html|html|head|body)\b"
_COMPOUND = b"\xd0\xcf\x11\xe0"  # what Word, Excel and PowerPoint wrote before 2007
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_OTHER = {
    _COMPOUND: "an old Office file that is not Word's, or a damaged one,",
    b"\xffWPC": "a WordPerfect file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "an archive",
    b"Rar!": "an archive",
    b"\xfd7zXZ": "a compressed file",
    b"BZh": "a compressed file",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite format 3": "a database",
}


def format_of(data: bytes) -> str:
    """ "pdf", "docx", "doc", "zip", "html", "xml", "text", or a description of what it is instead."""
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16: look at the characters
        head = head.decode("utf-16", "replace").encode("utf-8")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data or b"[Content_Types].xml" in head else "zip"
    if head.startswith(b"{\\rtf") or (head.startswith(_COMPOUND) and _WORD_STREAM in data):
        return "doc"
    for magic, words in _OTHER.items():
        if head.startswith(magic):
            return words
    if head.lstrip()[:1] != b"<":
        return "text"
    if b"<akomaNtoso" in head:
        return "xml"
    if re.search(_HTML, head, re.IGNORECASE):
        return "html"
    return "xml" if re.match(_XML, head, re.IGNORECASE) else "text"


def reader(data: bytes, name: str) -> Callable[[bytes, Provenance, str | None], Resolution]:
    """The function that reads these bytes: `read(data, provenance, language)` of a module here.

    Raises `UnsupportedFormat` for formats without a reader.
    """
    kind = format_of(data)
    module = {"xml": "akn"}.get(kind, kind)
    if module not in ("text", "akn", "pdf", "docx", "doc", "html"):
        what = kind if " " in kind else f"a {kind} file"
        raise UnsupportedFormat(
            f"{what} cannot be read", name, "give Akoma Ntoso XML, plain text, PDF, DOCX, DOC or HTML"
        )
    function: Callable[[bytes, Provenance, str | None], Resolution]
    function = import_module(f"corpora.readers.{module}").read
    return function
