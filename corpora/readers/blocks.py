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

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Literal, NamedTuple

from corpora.model import Mark

Hint = Literal[
    "", "masthead", "title", "opening", "heading", "preambular", "operative", "subparagraph",
    "annex", "row", "note", "closing", "text", "furniture",
]  # fmt: skip

# Characters that mean something to a terminal or nothing to anyone, and halves of characters.
_CONTROLS = "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
NO_BREAK = "\u00a0\u202f"
# The runs of white space that folding changes: more than one character, or another one than a space.
_RUN = re.compile(rf"\s\s+|[^\S {NO_BREAK}]")


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
    """Collects the text of one block with its marks; `block()` folds it and starts anew."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._marks: list[Mark] = []
        self._breaks: list[int] = []
        self._length = 0

    def add(self, text: str, *, italic: bool = False, link: str = "", note: str = "") -> None:
        """Append text; `link` is its address, `note` the marker that it may be the reference to."""
        start, self._length = self._length, self._length + len(text)
        self._text.append(text)
        if italic and text.strip():
            self._marks.append(Mark(start, self._length, "italic"))
        if link:
            self._marks.append(Mark(start, self._length, "link", without_controls(link)[0]))
        if note:
            self._marks.append(Mark(start, self._length, "note", note))

    def note(self, marker: str) -> None:
        """A certain reference to the note with this printed marker."""
        self._marks.append(Mark(self._length, self._length, "note", marker))

    def line_break(self) -> None:
        """The source forces a new line here."""
        self.add("\n")
        self._breaks.append(self._length)

    def block(self, *, label: str = "", hint: Hint = "") -> Block:
        """The folded block; the builder is empty afterwards."""
        block = fold("".join(self._text), self._marks, self._breaks, label=label, hint=hint)
        self._text, self._marks, self._breaks, self._length = [], [], [], 0
        return block


def without_controls(text: str) -> tuple[str, int]:
    """The text with U+FFFD for each control character and half of a character, and how many there were."""
    if text.isprintable() or "".join(text.split()).isprintable():
        return text, 0  # nearly every text: the pattern is not even compiled
    return re.subn(_CONTROLS, "\ufffd", text)


def fold_text(text: str, row: bool = False) -> str:
    """NFC, runs of white space as one space, none at the ends; a no-break space stays one.

    Control characters become U+FFFD, so that none reaches a terminal or a report whatever the format.
    In a table's row a run with a tab stays a tab: it parts two cells.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text, _ = without_controls(text)
    return _RUN.sub(_cell if row else _space, text).strip()


def _space(run: re.Match[str]) -> str:
    return run[0][0] if all(c in NO_BREAK for c in run[0]) else " "


def _cell(run: re.Match[str]) -> str:
    return "\t" if "\t" in run[0] else _space(run)


def fold(
    raw: str, marks: Iterable[Mark] = (), breaks: Iterable[int] = (), *, label: str = "", hint: Hint = ""
) -> Block:
    """A block of raw text whose marks and breaks are offsets into that text."""
    marks, breaks = list(marks), list(breaks)
    text = fold_text(raw, row=hint == "row")
    label = fold_text(label) if label else ""
    if not marks and not breaks:
        return Block(text, label, hint)
    if text == raw:
        moved = {i: i for m in marks for i in (m.start, m.end)} | {b: b for b in breaks}
    else:
        moved = _moved(
            raw, {i for m in marks for i in (m.start, m.end)} | set(breaks), hint == "row", len(text)
        )
    kept = [
        Mark(moved[m.start], moved[m.end], m.kind, m.target)
        for m in marks
        if moved[m.start] < moved[m.end] or (m.kind == "note" and m.start == m.end)
    ]
    cuts = dict.fromkeys(moved[b] for b in breaks)
    return Block(text, label, hint, _merge(kept), tuple(b for b in cuts if 0 < b < len(text)))


def _moved(raw: str, offsets: set[int], row: bool, length: int) -> dict[int, int]:
    """Where each offset into the raw text lies in the folded one."""
    if not unicodedata.is_normalized("NFC", raw):  # rare: fold what stands before each offset
        return {i: min(len(fold_text("|" + raw[:i].lstrip() + "|", row)) - 2, length) for i in offsets}
    table: dict[int, int] = {}
    lead = len(raw) - len(raw.lstrip())
    runs = _RUN.finditer(raw, lead)
    run = next(runs, None)
    removed = lead
    for offset in sorted(offsets):
        while run and run.end() <= offset:
            removed += run.end() - run.start() - 1  # a run becomes one character
            run = next(runs, None)
        inside = max(0, offset - run.start() - 1) if run else 0
        table[offset] = max(0, min(offset - removed - inside, length))
    return table


def _merge(marks: list[Mark]) -> tuple[Mark, ...]:
    """Marks in order; italics that touch become one."""
    out: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        last = next((m for m in reversed(out) if m.kind == "italic"), None) if mark.kind == "italic" else None
        if last and mark.start <= last.end:
            out[out.index(last)] = replace(last, end=max(last.end, mark.end))
        else:
            out.append(mark)
    return tuple(out)
