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

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple
from unicodedata import is_normalized, normalize

from corpora.model import Mark
from corpora.readers import folding

Hint = Literal[
    "", "masthead", "title", "opening", "heading", "preambular", "operative", "subparagraph",
    "annex", "row", "note", "closing", "text", "furniture",
]  # fmt: skip


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
        marks = tuple(
            Mark(max(m.start, start) - start, min(m.end, stop) - start, m.kind, m.target)
            for m in self.marks
            if (start <= m.start and m.end <= stop) or (m.start < stop and m.end > start)
        )
        breaks = tuple(b - start for b in self.breaks if start < b < stop)
        return self._replace(text=self.text[start:stop], marks=marks, breaks=breaks)

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


class TextBuilder:
    """Collects the text of one block, folded as it comes, with its marks; `block()` gives it and starts anew."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._spaced = True  # whether white space that comes now is one with white space before it
        self._marks: list[Mark] = []
        self._italic = -1  # place of the last of the italics: what touches it belongs to it
        self._breaks: list[int] = []

    def add(self, text: str, italic: bool = False, link: str = "", note: str = "") -> None:
        """Append text; `link` is its address, `note` the marker that it may be the reference to."""
        if not text.isprintable() or "  " in text:
            if not self._parts and text.isspace():
                return
            text = folding.clean(text)
        if self._spaced and text[:1].isspace():
            text = self._after_space(text)
        if not text:
            return
        start = self._length
        self._length = end = start + len(text)
        self._parts.append(text)
        self._spaced = text[-1].isspace()
        if italic and not text.isspace():
            self._slant(start, end)
        if link:
            self._marks.append(Mark(start, end, "link", folding.without_controls(link)[0]))
        if note:
            self._marks.append(Mark(start, end, "note", note))

    def _after_space(self, text: str) -> str:
        """The text without the white space that is one with that before it."""
        if not self._parts:
            return text.lstrip()
        last = self._parts[-1]
        self._parts[-1] = last[:-1] + folding.run(last[-1] + text[0])
        return text[1:]

    def _slant(self, start: int, end: int) -> None:
        last = self._marks[self._italic] if self._italic >= 0 else None
        if last and start <= last.end:
            self._marks[self._italic] = Mark(last.start, end, "italic")
        else:
            self._italic = len(self._marks)
            self._marks.append(Mark(start, end, "italic"))

    def note(self, marker: str) -> None:
        """A certain reference to the note with this printed marker."""
        self._marks.append(Mark(self._length, self._length, "note", marker))

    def line_break(self) -> None:
        """The source forces a new line here."""
        self.add("\n")
        self._breaks.append(self._length)

    def block(self, label: str = "", hint: Hint = "") -> Block:
        """The block; the builder is empty afterwards."""
        text = "".join(self._parts)
        if hint != "row" and "\t" in text:
            text = text.replace("\t", " ")
        text = text.rstrip()
        marks, breaks = self._marks, self._breaks
        if not text.isascii() and not is_normalized("NFC", text):
            marks, breaks = _composed(text, marks, breaks)
            text = normalize("NFC", text)
        length = len(text)
        if marks and self._length > length:  # white space at the end is gone
            marks = [Mark(min(m.start, length), min(m.end, length), m.kind, m.target) for m in marks]
        kept = tuple([m for m in marks if m.start < m.end or m.kind == "note"])
        cuts = tuple(b for b in dict.fromkeys(breaks) if 0 < b < length) if breaks else ()
        self._begin()
        return Block(text, folding.fold_text(label) if label else "", hint, kept, cuts)


def _composed(text: str, marks: list[Mark], breaks: list[int]) -> tuple[list[Mark], list[int]]:
    """Marks and breaks of a text as they lie once its characters are composed."""

    def moved(offset: int) -> int:
        return len(normalize("NFC", text[:offset]))

    return [Mark(moved(m.start), moved(m.end), m.kind, m.target) for m in marks], [moved(b) for b in breaks]
