"""HTML: a page saved from the web, or what a word processor exports.

Block elements make paragraphs, whatever their names; list numbers that the browser would draw become labels;
superscripts and links to anchors of the page may be note references, and what such a link leads to further down
is the note. Menus, page footers, scripts and hidden
parts are no text of the document; what can be read of them is set aside.
"""

from __future__ import annotations

import re
from typing import Any

from corpora.errors import EmptyDocument
from corpora.model import Provenance, Resolution, Unplaced
from corpora.readers.blocks import Block, Hint, TextBuilder, table_row
from corpora.readers.decoding import decode
from corpora.readers.docx.numbering import written
from corpora.readers.folding import fold_text
from corpora.readers.structure import recognise

MAX_DEPTH = 400  # nested elements; a page made to be deep ends here

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary "
    "table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(
    "script style template noscript head iframe object svg canvas button select option".split()
)
_FURNITURE = frozenset(("nav", "footer"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_MARKER = re.compile(r"\s*[\[(]?([\divxlc*†‡]{1,5})[\])]?\s*$", re.IGNORECASE)
_ARROWS = "↩↑^⏎⤴⬆▲↵\ufe0e\ufe0f \n\t\u00a0"
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read(data: bytes, provenance: Provenance, language: str | None = None) -> Resolution:
    """The document in the bytes of an HTML file.

    Raises `EmptyDocument`, or `DamagedDocument` where no encoding fits.
    """
    text, warnings = _decoded(data, provenance.source)
    found, left_out = blocks(text)
    if not found:
        raise EmptyDocument("the page holds no text", provenance.source, "choose another file")
    return recognise(found, provenance=provenance, language=language, unplaced=left_out, warnings=warnings)


def blocks(text: str) -> tuple[list[Block], list[Unplaced]]:
    """The paragraphs of a page or a piece of one, and what was left out of them."""
    from selectolax.lexbor import LexborHTMLParser

    walk = _Walk()
    body = LexborHTMLParser(text).body
    if body is not None:
        walk.element(body, "", 0)
        walk.flush("")
    return walk.blocks, walk.left_out


def _decoded(data: bytes, name: str) -> tuple[str, list[str]]:
    """The page's characters: UTF-8 where they are that, else by the encoding that the page declares."""
    declared = _CHARSET.search(data[:4096])
    if declared:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(declared[1].decode("ascii")), []
            except (LookupError, UnicodeDecodeError):
                pass  # it declares what it is not: let the bytes tell
    return decode(data, name)


class _Walk:
    """Goes through the page in order and collects blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.left_out: list[Unplaced] = []
        self._builder = TextBuilder()
        self._label = ""
        self._cited: dict[str, str] = {}  # anchors that references led to so far, and the marker of each
        self._joined = False

    def element(self, node: Any, hint: Hint, depth: int, italic: bool = False, link: str = "") -> None:
        """Everything inside an element."""
        if depth > MAX_DEPTH:
            self._set_aside(node, "nested too deep")
            return
        count = _start(node)
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                self._builder.add(child.text(deep=False), italic=italic, link=link)
            elif tag == "li" and node.tag == "ol":
                self._item(child, written(count, _form(node)) + ".", hint, depth)
                count += 1
            else:
                self._child(child, tag, hint, depth, italic, link)

    def flush(self, hint: Hint) -> None:
        """Close the paragraph that is being read; those of a note or of a cell are one."""
        if self._joined:
            self._builder.add(" ")
            return
        block = self._builder.block(label=self._label, hint=hint)
        if block.text:
            self._label = ""
            self.blocks.append(block)

    def _child(self, node: Any, tag: str, hint: Hint, depth: int, italic: bool, link: str) -> None:
        if not tag or tag.startswith(("-", "_", "!")) or tag in _SILENT:
            return
        if tag in _FURNITURE or _is_hidden(node):
            self._set_aside(node, "hidden" if _is_hidden(node) else "page furniture")
        elif tag == "br":
            self._builder.line_break()
        elif tag == "tr" and not self._joined and not _is_layout(node):
            self.flush(hint)
            self._row(node, depth)
        elif tag in _BLOCKS:
            inner: Hint = "heading" if tag in _HEADINGS else hint
            self.flush(hint)
            if marker := self._marker_of(node):
                self._note(node, marker, depth)
                return
            self.element(node, inner, depth + 1, italic, link)
            self.flush(inner)
        elif tag == "a" and _leads_back(node):
            return
        elif tag == "sup" or (tag == "a" and _anchor(node)):
            self._reference(node, italic)
        else:
            slanted = italic or tag in ("i", "em", "cite") or _is_italic(node)
            address = (node.attributes.get("href") or "") if tag == "a" else link
            self.element(node, hint, depth + 1, slanted, address)

    def _reference(self, node: Any, italic: bool) -> None:
        """What may cite a note; where it leads is remembered."""
        text = node.text()
        found = _MARKER.match(text)
        self._builder.add(text, italic=italic, note=found[1] if found else "")
        link = node if node.tag == "a" else node.css_first("a[href^='#']")
        if found and link is not None:
            self._cited.setdefault((link.attributes.get("href") or "").removeprefix("#"), found[1])

    def _marker_of(self, node: Any) -> str:
        """The marker of the note that a block is; empty where no reference above leads to it."""
        return "" if self._joined else self._cited.get(node.attributes.get("id") or "", "")

    def _note(self, node: Any, marker: str, depth: int) -> None:
        self._joined = True
        self.element(node, "note", depth + 1)
        self._joined = False
        self._label = marker
        self.flush("note")
        self._label = ""

    def _item(self, node: Any, label: str, hint: Hint, depth: int) -> None:
        self.flush(hint)
        if marker := self._marker_of(node):
            self._note(node, marker, depth)
            return
        value = node.attributes.get("value") or ""
        self._label = f"{value}." if value.isdigit() else label
        self.element(node, hint, depth + 1)
        self.flush(hint)
        self._label = ""

    def _row(self, row: Any, depth: int) -> None:
        cells = []
        self._joined = True
        for cell in row.iter():
            if cell.tag in ("td", "th"):
                self.element(cell, "", depth + 1)
                cells.append(self._builder.block())
        self._joined = False
        if (whole := table_row(cells)).text:
            self.blocks.append(whole)

    def _set_aside(self, node: Any, reason: str) -> None:
        text = fold_text(node.text(separator=" "))
        if text:
            self.left_out.append(Unplaced(text, reason))


def _is_layout(row: Any) -> bool:
    """Whether a table row arranges a page instead of holding data: a cell has paragraphs or tables in it."""
    return any(len(cell.css("p, div, table, ul, ol")) > 1 for cell in row.css("td, th"))


def _is_hidden(node: Any) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _anchor(node: Any) -> bool:
    """Whether a link leads to another place of the page under a short mark, as note references do."""
    return (node.attributes.get("href") or "").startswith("#") and bool(_MARKER.match(node.text()))


def _leads_back(node: Any) -> bool:
    """Whether a link is only an arrow to elsewhere in the page, from a note to its reference."""
    return (node.attributes.get("href") or "").startswith("#") and not node.text().strip(_ARROWS)


def _is_italic(node: Any) -> bool:
    return bool(_ITALIC.search(node.attributes.get("style") or ""))


def _start(node: Any) -> int:
    start = node.attributes.get("start") or "1" if node.tag == "ol" else "1"
    return int(start) if start.isdigit() else 1


def _form(node: Any) -> str:
    return _LIST_FORMS.get(node.attributes.get("type") or "", "decimal")
