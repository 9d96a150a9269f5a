"""A small reader of WordprocessingML that accepts or rejects every change, written from the standard alone.

ECMA-376, part 1, 17.13.5: an inserted run stays when accepted and goes when rejected, a deleted one the other way
round; a paragraph whose mark goes is joined to the next one.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMES, _GOES = ("ins", "moveTo"), ("del", "moveFrom")


@dataclass(frozen=True)
class Read:
    """A paragraph: its style, text, a letter a character (I where italic), and the text of its notes."""

    style: str
    text: str
    italics: str
    notes: tuple[Read, ...] = ()


def paragraphs(data: bytes, *, accept: bool) -> list[Read]:
    """The paragraphs of a document once every change is accepted, or rejected."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
        parts = etree.fromstring(package.read("word/footnotes.xml"))
    notes = {note.get(W + "id"): note for note in parts}
    return _resolve([e for e in body if e.tag == W + "p"], notes, accept)


def _resolve(elements: list[etree._Element], notes: dict[str, etree._Element], accept: bool) -> list[Read]:
    lost = _GOES if accept else _COMES
    out: list[Read] = []
    text, italics, cited = "", "", ()
    for paragraph in elements:
        for run in paragraph.iter(W + "r"):
            ancestors = {etree.QName(a).localname for a in run.iterancestors()}
            if ancestors & set(lost):
                continue
            piece, more = _run(run, notes, accept)
            text += piece
            italics += ("I" if _italic(run, accept) else ".") * len(piece)
            cited += more
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and any(mark.find(W + name) is not None for name in lost):
            continue  # the next paragraph goes on
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        out.append(Read(style.get(W + "val") if style is not None else "", text, italics, cited))
        text, italics, cited = "", "", ()
    assert not text, "the last paragraph's mark cannot go"
    return out


def _run(run: etree._Element, notes: dict[str, etree._Element], accept: bool) -> tuple[str, tuple[Read, ...]]:
    style = run.find(f"{W}rPr/{W}rStyle")
    if style is not None and style.get(W + "val") == "NoteAgain":
        return "", ()
    out, cited = "", ()
    for child in run:
        name = etree.QName(child).localname
        if name in ("t", "delText"):
            out += child.text or ""
        elif name in ("tab", "br"):
            out += {"tab": "\t", "br": "\n"}[name]
        elif name == "footnoteReference":
            (note,) = _resolve(list(notes[child.get(W + "id")]), {}, accept)
            assert note.text.startswith(" ")
            cited += (Read("", note.text[1:], note.italics[1:]),)
    return out, cited


def _italic(run: etree._Element, accept: bool) -> bool:
    properties = run.find(W + "rPr")
    if properties is None:
        return False
    before = properties.find(W + "rPrChange")
    if before is not None and not accept:
        properties = before.find(W + "rPr")
    return properties.find(W + "i") is not None
