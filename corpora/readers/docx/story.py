"""Word's paragraphs and table rows as blocks, with tracked changes accepted or rejected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from corpora.readers.blocks import Block, Hint, TextBuilder, join, table_row
from corpora.readers.docx.numbering import Numbering
from corpora.readers.docx.package import Package
from corpora.readers.docx.styles import Styles, switched_on

Revisions = Literal["after", "before"]
W = Package.W
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Put together once: every paragraph and run is asked for these.
_P, _R, _TABLE, _VALUE = W + "p", W + "r", W + "tbl", W + "val"
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = W + "pPr", W + "rPr"
_PARAGRAPH_STYLE, _RUN_STYLE, _ITALIC, _ALIGN = W + "pStyle", W + "rStyle", W + "i", W + "vertAlign"
# Between the blocks of a body or cell: properties and anchors, which hold no paragraph.
_NO_CONTENT = frozenset(
    W + name for name in ("sectPr", "tcPr", "sdtPr", "sdtEndPr", "customXmlPr", "bookmarkStart", "bookmarkEnd",
                          "proofErr", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
)  # fmt: skip
_ADDED = (W + "ins", W + "moveTo")
_GONE = (W + "del", W + "moveFrom")
_HYPERLINK = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"')
_SYMBOL_FONT = 0xF000  # characters of symbol fonts stand in the private area, shifted by this
_NOTE_MARKS = 50  # a marker is never longer


class Story:
    """Reads one part. `notes` holds the footnotes and endnotes by kind and id.

    `cells_apart` gives every paragraph of a table a block of its own: headers are laid out by tables.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        links: Mapping[str, str],
        notes: Mapping[str, Mapping[str, Any]],
        revisions: Revisions,
        *,
        cells_apart: bool = False,
    ) -> None:
        self._styles, self._numbering, self._links, self._notes = styles, numbering, links, notes
        self._shown, self._hidden = (_ADDED, _GONE) if revisions == "after" else (_GONE, _ADDED)
        self._cells_apart = cells_apart
        self._revisions = revisions
        self._tracked = 0
        self._builder = TextBuilder()
        self._fields: list[list[str]] = []  # open complex fields: [state, instruction]
        self._footnotes: list[Block] = []
        self._boxes: list[Any] = []
        self._markers = 0

    @property
    def said_of_revisions(self) -> str:
        """A sentence for the user where changes are tracked."""
        if not self._tracked:
            return ""
        changes = f"{self._tracked} tracked change{'s' * (self._tracked != 1)} read as"
        if self._revisions == "before":
            return f"{changes} rejected"
        return f"{changes} accepted; with @before behind its name the file is read as it was before"

    def blocks(self, root: Any) -> list[Block]:
        """Everything in a part, in order; a note follows the paragraph that cites it."""
        return list(self._flow(root))

    def _flow(self, parent: Any, *, inside_cell: bool = False) -> Iterator[Block]:
        waiting: list[Block] = []  # paragraphs whose mark is gone: they run on into the next
        for child in parent:
            tag = child.tag
            if tag == _P:
                gone = self._mark_is_gone(child)
                waiting.append(self._paragraph(child, gone))
                if not gone:
                    yield from self._close(waiting)
                    waiting = []
                continue
            if tag in _NO_CONTENT:
                continue
            if tag == _TABLE and not self._cells_apart and not inside_cell:
                yield from self._close(waiting)
                waiting = []
                yield from self._rows(child)
            elif tag in self._hidden:
                continue
            else:  # a container: content control, custom XML, inserted block, cell
                yield from self._close(waiting)
                waiting = []
                yield from self._flow(child, inside_cell=inside_cell)
        yield from self._close(waiting)

    def _close(self, waiting: list[Block]) -> Iterator[Block]:
        if waiting:
            merged = join([*waiting[:-1], waiting[-1]], glue="") if len(waiting) > 1 else waiting[0]
            last = waiting[-1]  # the surviving mark carries the paragraph's properties
            if merged.text:
                yield Block(merged.text, last.label, last.hint, merged.marks, merged.breaks)
        notes, self._footnotes = self._footnotes, []
        yield from notes
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._flow(box)

    def _mark_is_gone(self, paragraph: Any) -> bool:
        properties = paragraph.find(_PARAGRAPH_PROPERTIES)
        mark = properties.find(_RUN_PROPERTIES) if properties is not None else None
        return mark is not None and any(mark.find(tag) is not None for tag in self._hidden)

    def _paragraph(self, element: Any, gone: bool) -> Block:
        properties = element.find(_PARAGRAPH_PROPERTIES)
        style = _value(properties, _PARAGRAPH_STYLE)
        label = "" if gone else self._numbering.label(properties, style)
        self._inline(element, self._styles.italic(style), "")
        hint: Hint = "heading" if self._styles.is_heading(style) else ""
        return self._builder.block(label=label, hint=hint)

    def _rows(self, table: Any) -> Iterator[Block]:
        for row in table.iter(W + "tr"):
            mark = row.find(W + "trPr")
            if mark is not None and any(mark.find(tag) is not None for tag in self._hidden):
                continue
            notes: list[Block] = []
            cells = []
            for cell in row.iterchildren(W + "tc", W + "sdt"):
                parts = list(self._flow(cell, inside_cell=True))
                notes += [p for p in parts if p.hint == "note"]
                pieces = (piece for p in parts if p.hint != "note" for piece in (Block(p.label), p))
                cells.append(join([Block(""), *pieces]))
            if (whole := table_row(cells)).text:
                yield whole
            yield from notes

    def _inline(self, parent: Any, italic: bool, link: str) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, italic, link)
            elif tag in self._hidden:
                self._tracked += 1
            elif tag == W + "hyperlink":
                self._inline(child, italic, self._links.get(child.get(Package.R + "id", ""), link))
            elif tag == _MC + "AlternateContent":
                self._inline(_chosen(child), italic, link)
            elif tag == _MATH + "t":
                self._builder.add(child.text or "", italic=italic, link=link)
            elif tag != _PARAGRAPH_PROPERTIES:
                self._tracked += tag in self._shown
                self._inline(child, italic, link)

    def _run(self, run: Any, italic: bool, link: str) -> None:
        slanted, raised = italic, False
        properties = run.find(_RUN_PROPERTIES)
        if properties is not None:
            own = switched_on(properties.find(_ITALIC))
            style = _value(properties, _RUN_STYLE)
            slanted = own if own is not None else italic or (style is not None and self._styles.italic(style))
            raised = _value(properties, _ALIGN) == "superscript"
        for child in run:
            self._piece(child, slanted, self._address(link) if self._fields else link, raised)

    def _piece(self, e: Any, italic: bool, link: str, raised: bool) -> None:
        tag = e.tag
        add = self._builder.add
        if tag == _RUN_PROPERTIES:
            return
        if tag == W + "fldChar":
            self._field(e.get(W + "fldCharType"))
        elif tag == W + "instrText":
            if self._fields:
                self._fields[-1][1] += e.text or ""
        elif any(field[0] == "code" for field in self._fields):
            return  # the instruction of a field is not text
        elif tag in (W + "t", W + "delText"):
            text = e.text or ""
            marker = text.strip() if raised and len(text) < _NOTE_MARKS else ""
            add(text, italic=italic, link=link, note=marker)
        elif tag == W + "tab":
            add("\t")
        elif tag in (W + "br", W + "cr"):
            if e.get(W + "type", "textWrapping") == "textWrapping":
                self._builder.line_break()
        elif tag == W + "noBreakHyphen":
            add("\u2011", italic=italic)
        elif tag == W + "sym":
            add(_symbol(e.get(W + "char", "")), italic=italic)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            self._note(e)
        elif tag == _MC + "AlternateContent":
            for part in _chosen(e):
                self._piece(part, italic, link, raised)
        elif tag in (W + "drawing", W + "pict", W + "object"):
            self._boxes += list(e.iter(W + "txbxContent"))
        elif tag == W + "ruby":
            self._inline(e.find(W + "rubyBase"), italic, link)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(["code", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][0] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _address(self, link: str) -> str:
        for _, instruction in reversed(self._fields):
            if found := _HYPERLINK.match(instruction):
                return found[1]
        return link

    def _note(self, reference: Any) -> None:
        kind = "footnotes" if reference.tag == W + "footnoteReference" else "endnotes"
        note = self._notes.get(kind, {}).get(reference.get(W + "id"))
        if note is None:
            return
        if reference.get(W + "customMarkFollows") in ("1", "true", "on"):
            marker = "".join(t.text or "" for t in reference.itersiblings(W + "t")) or "*"
        else:
            self._markers += 1
            marker = str(self._markers)
        self._builder.note(marker)
        outer, outer_notes = self._builder, self._footnotes
        self._builder, self._footnotes = TextBuilder(), []
        for n, paragraph in enumerate(note.iter(W + "p")):
            if n:
                self._builder.add(" ")
            style = _value(paragraph.find(_PARAGRAPH_PROPERTIES), _PARAGRAPH_STYLE)
            self._inline(paragraph, self._styles.italic(style), "")
        block = self._builder.block(label=marker, hint="note")
        self._builder, self._footnotes = outer, [*outer_notes, block]


def _symbol(code: str) -> str:
    """The character of a symbol font; one whose code is broken stays visible as a replacement character."""
    try:
        number = int(code, 16)
        return chr(number - _SYMBOL_FONT if _SYMBOL_FONT <= number < _SYMBOL_FONT + 0x100 else number)
    except (ValueError, OverflowError):
        return "\ufffd"


def _chosen(alternatives: Any) -> Any:
    """The first of the alternatives that Word offers for one content."""
    found = alternatives.find(_MC + "Choice")
    return found if found is not None else alternatives.find(_MC + "Fallback")


def _value(properties: Any | None, name: str) -> str | None:
    element = properties.find(name) if properties is not None else None
    return None if element is None else element.get(_VALUE)
