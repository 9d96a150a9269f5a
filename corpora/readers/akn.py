"""Akoma Ntoso (AKN4UN) XML.

The markup tells the masthead, title, opening, preambular paragraphs, numbered paragraphs, lists and notes; the
shared recogniser gives kinds and ids. What stands in `<meta>` (votes, keywords) is about the document, not
text of it. A repeated note reference is printed as a plain superscript number in this format and stays text.
Hostile input: no entity is expanded, no DTD or address is loaded, depth and size are bounded by the parser.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from corpora.errors import DamagedDocument, EmptyDocument, SymbolError, UnsupportedFormat
from corpora.model import Provenance, Resolution, Symbol
from corpora.readers.blocks import Block, Hint, TextBuilder, table_row
from corpora.readers.structure import recognise

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/"
LANGUAGES = {"eng": "en", "fra": "fr", "spa": "es", "rus": "ru", "zho": "zh", "ara": "ar"}
MAX_DEPTH = 200  # nested elements; real documents stay below 20

# Elements that hold one paragraph, whatever is inside.
_UNITS: dict[str, Hint] = {
    "content": "text",
    "intro": "text",
    "wrapUp": "text",
    "wrap": "text",
    "container": "preambular",
    "recital": "preambular",
    "formula": "opening",
    "heading": "heading",
    "subheading": "heading",
    "crossHeading": "heading",
    "caption": "heading",
    "conclusions": "closing",
    "preface": "title",
    "p": "",
}
_WHOLE = frozenset(("p", "preface"))  # one paragraph even with a table or a list inside
_NUMBERED = frozenset(
    [
        "paragraph",
        "point",
        "item",
        "section",
        "part",
        "chapter",
        "title",
        "article",
        "clause",
        "subparagraph",
        "subclause",
        "subsection",
        "indent",
        "alinea",
        "list",
        "hcontainer",
        "division",
        "tome",
        "book",
    ]
)
_COMPOUND = ("{*}table", "{*}list", "{*}blockList", "{*}tblock")
# of a vote: who was in favour, against, abstained, each a paragraph
_RECORDS = frozenset(("vote", "outcome"))
_SKIPPED = frozenset(("meta",))


class _LocalNames(dict[Any, str]):
    """The name of a tag without its namespace; a document has few different tags and many elements."""

    def __missing__(self, tag: Any) -> str:
        self[tag] = name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        return name


_LOCAL = _LocalNames()


def read(data: bytes, provenance: Provenance, language: str | None = None) -> Resolution:
    """The document in the bytes of an Akoma Ntoso file.

    Raises `DamagedDocument` for XML that is not well formed, `UnsupportedFormat` for other XML.
    """
    root = _parse(data, provenance.source)
    walk = _Walk(root)
    if not walk.blocks:
        raise EmptyDocument("the file holds no text", provenance.source, "choose another file")
    resolution = recognise(
        walk.blocks,
        provenance=provenance,
        language=language,
        symbol=_symbol(root),
        adopted=_adopted(root),
    )
    declared = next((LANGUAGES.get(e.get("language", "")) for e in root.iter("{*}FRBRlanguage")), None)
    if declared and declared != resolution.language and language is None:
        said = f"the file declares {declared}, but the text is in {resolution.language}"
        resolution = replace(resolution, warnings=(*resolution.warnings, said))
    return resolution


def _parse(data: bytes, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = (error.msg or "not well-formed").split("\n")[0]
        raise DamagedDocument(f"broken XML: {message}", name, "get the file again from its source") from None
    if etree.QName(root).localname != "akomaNtoso":
        raise UnsupportedFormat(
            f"XML whose root is <{etree.QName(root).localname}>, not Akoma Ntoso",
            name,
            "give Akoma Ntoso XML",
        )
    return root


def _symbol(root: Any) -> Symbol | None:
    from corpora.symbols import parse

    for e in root.iter("{*}docNumber"):
        if e.get("refersTo") == "#symbol":
            try:
                return parse("".join(e.itertext()).strip())
            except SymbolError:
                return None
    return None


def _adopted(root: Any) -> dt.date | None:
    for e in root.iter("{*}FRBRdate"):
        if e.get("name") == "adoption":
            try:
                return dt.date.fromisoformat(e.get("date", ""))
            except ValueError:
                return None
    return None


class _Walk:
    """Walks the tree in document order and collects blocks; a note follows the paragraph that cites it."""

    def __init__(self, root: Any) -> None:
        self.blocks: list[Block] = []
        self._builder = TextBuilder()
        self._label = ""
        self._unit: Hint = ""
        self._notes: list[Block] = []
        self._note_count = 0
        # What holds a table or a list is several paragraphs.
        self._compound = {above for e in root.iter(*_COMPOUND) for above in e.iterancestors()}
        self._within(root, "", 0)

    def _within(self, e: Any, hint: Hint, depth: int) -> None:
        """Everything inside an element as blocks; stray text between its children too."""
        if depth > MAX_DEPTH:
            raise DamagedDocument("elements nested too deep", remedy="get the file again from its source")
        if (text := e.text) and not text.isspace():
            self._stray(text, hint)
        for child in e:
            tag = _LOCAL[child.tag]
            if tag == "num":
                self._flush_label()
                self._label = "".join(child.itertext()) if len(child) else child.text or ""
            elif tag == "tr":
                self._row(child)
            elif tag in _UNITS and (tag in _WHOLE or child not in self._compound):
                self._unit = _UNITS[tag] or hint
                self._inline(child, False, "")
                self._emit(self._unit)
            elif tag not in _SKIPPED:
                numbered = tag in _NUMBERED
                self._within(child, "text" if numbered else hint, depth + 1)
                if numbered:
                    self._flush_label()
            if (text := child.tail) and not text.isspace():
                self._stray(text, hint)

    def _row(self, e: Any) -> None:
        cells = []
        for cell in e:
            self._inline(cell, False, "")
            cells.append(self._builder.block())
        self._take(table_row(cells))

    def _stray(self, text: str, hint: Hint) -> None:
        self._builder.add(text)
        self._emit(hint)

    def _flush_label(self) -> None:
        """A number that no text followed is kept as a paragraph of its own."""
        if self._label.strip():
            label, self._label = self._label, ""
            self._stray(label, "")

    def _emit(self, hint: Hint) -> None:
        self._take(self._builder.block(self._label, hint))

    def _take(self, block: Block) -> None:
        if block.text:
            self._label = ""
            self.blocks.append(block)
        if self._notes:
            self.blocks += self._notes
            self._notes = []

    def _inline(self, e: Any, italic: bool, link: str) -> None:
        add = self._builder.add
        if text := e.text:
            add(text, italic, link)
        for child in e:
            tag = _LOCAL[child.tag]
            if tag == "authorialNote":
                self._note(child)
            elif tag in ("eol", "br"):
                self._builder.line_break()
            elif not tag:  # an entity that is not expanded
                add(child.text or "", italic, link)
            else:
                slanted = italic or tag == "i" or "italic" in child.get("class", "")
                target = (child.get("href") or link) if tag in ("a", "ref") else link
                if tag == "docTitle":
                    # A blank parts it from the number before it, be there one in the file or not.
                    add(" ")
                if tag in _RECORDS:
                    self._emit(self._unit)
                    self._unit = ""
                if len(child):
                    self._inline(child, slanted, target)
                elif text := child.text:  # most hold only text
                    add(text, slanted, target)
                if tag in ("td", "th"):
                    add("\t")
            if text := child.tail:
                add(text, italic, link)

    def _note(self, e: Any) -> None:
        self._note_count += 1
        marker = (e.get("marker") or str(self._note_count)).strip()
        self._builder.note(marker)
        outer, self._builder = self._builder, TextBuilder()
        self._inline(e, False, "")
        self._notes.append(self._builder.block(marker, "note"))
        self._builder = outer
