"""The seam between formats and structure.

A format reader turns its bytes into a stream of `Block`s, one for each paragraph, line of the masthead,
table row or note, in reading order, and hands it to `corpora.readers.structure.recognise`, which alone
decides what is preambular, operative, heading, annex … and gives out ids. A reader therefore knows nothing
of resolutions; it says only what its format knows for sure:

* `text` without anything that is not text: build it with `TextBuilder`, which folds white space, normalises
  to NFC and keeps marks in place;
* `label`: a number that the format holds apart from the text (Word's automatic numbering). A label
  that stands in the text stays there: the recogniser splits it off;
* `hint`: what the format is certain of, else "". `note` (with the printed marker as `label`), `heading`,
  `row` (one table row, cells joined by a tab), `furniture` (running head, page number: goes to
  `Resolution.unplaced`), `title`, `text` (a body paragraph, never a heading) …;
* `marks`: italics and links with their offsets; a note's reference is a mark of kind `note` whose target is
  the *printed* marker ("3"). With no width (`builder.note("3")`) the reference is certain. With a width
  (`builder.add("3", note="3")`) the characters are a superscript that may be a reference: the recogniser lifts
  it out if a note has that marker and leaves it in the text otherwise ("81e", "m2");
* `breaks`: offsets at which the source forced a new line inside the block (`builder.line_break()`); the
  masthead and the closing are cut there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple
from unicodedata import normalize

from corpora.model import Mark, MarkKind
from corpora.readers import folding

Hint = Literal[
    "", "masthead", "title", "opening", "heading", "preambular", "operative", "subparagraph",
    "annex", "row", "note", "closing", "text", "furniture",
]  # fmt: skip

Span = tuple[int, int, MarkKind, str]  # a mark from one piece of text to another that it ends before


class Block(NamedTuple):
    """One paragraph as a format gives it; see the module's words for each field."""

    text: str
    label: str = ""
    hint: Hint = ""
    marks: tuple[Mark, ...] = ()
    breaks: tuple[int, ...] = ()

    def part(self, start: int, end: int | None = None) -> Block:
        """The block of the characters from `start` to `end`, trimmed, with their marks and breaks."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        marks = tuple([
            Mark(max(m.start, start) - start, min(m.end, stop) - start, m.kind, m.target)
            for m in self.marks
            if (start <= m.start and m.end <= stop) or (m.start < stop and m.end > start)
        ])  # fmt: skip
        breaks = tuple([b - start for b in self.breaks if start < b < stop])
        return Block(self.text[start:stop], self.label, self.hint, marks, breaks)

    def lines(self) -> list[Block]:
        """The block cut at its forced line breaks; the label stays with the first line."""
        if not self.breaks:
            return [self]
        cuts = [0, *self.breaks, len(self.text)]
        parts = [self.part(a, b) for a, b in pairwise(cuts)]
        return [p._replace(label=self.label if i == 0 else "") for i, p in enumerate(parts) if p.text]


def join(blocks: Iterable[Block], glue: str = " ") -> Block:
    """One block of several: texts joined, label and hint of the first."""
    parts = list(blocks)
    text, marks, breaks = parts[0].text, list(parts[0].marks), list(parts[0].breaks)
    for block in parts[1:]:
        text += glue if text and block.text else ""
        shift = len(text)
        marks += [Mark(m.start + shift, m.end + shift, m.kind, m.target) for m in block.marks]
        breaks += [b + shift for b in block.breaks]
        text += block.text
    return parts[0]._replace(text=text, marks=tuple(marks), breaks=tuple(breaks))


def table_row(cells: Sequence[Block]) -> Block:
    """One table row of its cells, a tab between them. Empty cells keep their place, but those at the ends."""
    filled = [i for i, cell in enumerate(cells) if cell.text]
    if not filled:
        return Block("", hint="row")
    text, marks = "", []
    for i in range(filled[0], filled[-1] + 1):
        text += "\t" if i > filled[0] else ""
        marks += [Mark(m.start + len(text), m.end + len(text), m.kind, m.target) for m in cells[i].marks]
        text += cells[i].text
    return Block(text, hint="row", marks=tuple(marks))


class TextBuilder:
    """Collects the text of one block with its marks; `block()` folds it and starts anew.

    What is collected are pieces, and a mark spans pieces: offsets are counted once the text is folded.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._spans: list[Span] = []
        self._breaks: list[int] = []  # the pieces that begin a line

    def add(self, text: str, italic: bool = False, link: str = "", note: str = "") -> None:
        """Append text; `link` is its address, `note` the marker that it may be the reference to."""
        if not self._pieces:
            text = text.lstrip()
            if not text:
                return
        if italic or link or note:
            at = len(self._pieces)
            if italic and not text.isspace():
                self._spans.append((at, at + 1, "italic", ""))
            if link:
                self._spans.append((at, at + 1, "link", folding.without_controls(link)[0]))
            if note:
                self._spans.append((at, at + 1, "note", note))
        self._pieces.append(text)

    def note(self, marker: str) -> None:
        """A certain reference to the note with this printed marker."""
        self._spans.append((len(self._pieces), len(self._pieces), "note", marker))

    def line_break(self) -> None:
        """The source forces a new line here."""
        self.add("\n")
        self._breaks.append(len(self._pieces))

    def block(self, label: str = "", hint: Hint = "") -> Block:
        """The block; the builder is empty afterwards."""
        pieces, spans, breaks = self._pieces, self._spans, self._breaks
        self._pieces = []
        text = "".join(pieces).rstrip()
        if not folding.is_clean(text):
            pieces = folding.clean_pieces(pieces)
            text = "".join(pieces).rstrip()
            if hint != "row":
                text = text.replace("\t", " ")
        whole = text if text.isascii() else normalize("NFC", text)
        if label:
            label = folding.fold_text(label)
        if not spans and not breaks:
            return Block(whole, label, hint)
        self._spans, self._breaks = [], []
        places = list(accumulate(map(len, pieces), initial=0))
        if whole is not text:
            places = [len(normalize("NFC", text[:place])) for place in places]
        marks = _marks(spans, places, len(whole)) if spans else ()
        cuts = (
            tuple(b for b in dict.fromkeys(places[b] for b in breaks) if 0 < b < len(whole)) if breaks else ()
        )
        return Block(whole, label, hint, marks, cuts)


def _marks(spans: list[Span], places: list[int], length: int) -> tuple[Mark, ...]:
    """The marks of spans, `places` telling where each piece begins; italics that touch become one."""
    marks: list[Mark] = []
    italic = -1  # place of the last of the italics
    for first, after, kind, target in spans:
        start, end = places[first], places[after]
        if end > length:  # white space at the end is gone
            start, end = min(start, length), length
        if start == end and kind != "note":
            continue
        if kind == "italic":
            if italic >= 0 and start <= marks[italic].end:
                marks[italic] = Mark(marks[italic].start, end, kind)
                continue
            italic = len(marks)
        marks.append(Mark(start, end, kind, target))
    return tuple(marks)
