"""Footnotes: told from the text around them, tied to the places that cite them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpora.model import Mark
from corpora.readers.blocks import Block
from corpora.readers.folding import NO_BREAK

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERSCRIPT_TO_DIGIT = str.maketrans(SUPERSCRIPT + "ᵃᵇᶜᵈᵉ", "0123456789abcde")
_EMPTY_BRACKETS = re.compile(r"^(?:\(\s*\)|\[\s*\])\s*")  # what is left where the marker stood in brackets
_STARS = re.compile(r"(\*{1,3}|†|‡)\s*(?=[^\s*])")
_STAR_SIGNS = ("*", "†", "‡")
_BRACKETS = {"(": ")", "[": "]", "（": "）"}


class Note(NamedTuple):
    """A footnote with its printed marker and its place in the stream of blocks."""

    marker: str
    block: Block
    place: int


def split(blocks: Sequence[Block]) -> tuple[list[tuple[int, Block]], list[Note]]:
    """The body's blocks with their places in the stream, and the notes lifted out of it."""
    body: list[tuple[int, Block]] = []
    notes: list[Note] = []
    starred = _starred(blocks)
    blocks = [_mark_stars(block, starred) for block in blocks] if starred else blocks
    for place, block in enumerate(blocks):
        if block.hint == "note":
            notes.append(Note(block.label or str(len(notes) + 1), _clean(block), place))
        elif opened := (_leading_marker(block) if block.marks and not block.label else None) or (
            _leading_stars(block, starred) if starred else None
        ):
            marker, rest = opened
            notes.append(Note(marker, _clean(rest), place))
        else:
            body.append((place, block))
    return body, notes


def _leading_marker(block: Block) -> tuple[str, Block] | None:
    """The marker a block opens with as a superscript, and the block without it."""
    first = next((m for m in block.marks if m.kind == "note"), None)
    if first is None or first.start > 1 or first.end == first.start:
        return None
    start, end = _with_brackets(block.text, first)
    if start or not block.text[end:].strip():
        return None
    return first.target, block.part(end)


def _starred(blocks: Sequence[Block]) -> set[str]:
    """The asterisks that both open a block and follow a word: notes of a masthead, not bullets."""
    opening = {found[1] for b in blocks if b.text[:1] in _STAR_SIGNS and (found := _STARS.match(b.text))}
    return {s for s in opening if any(_cited(block.text, s) for block in blocks)}


def _cited(text: str, stars: str) -> list[int]:
    if stars not in text:  # as in nearly every text
        return []
    return [m.start() for m in re.finditer(rf"(?<=[^\s*]){re.escape(stars)}(?![\w*])", text)]


def _leading_stars(block: Block, starred: set[str]) -> tuple[str, Block] | None:
    found = _STARS.match(block.text)
    return (found[1], block.part(found.end())) if found and found[1] in starred else None


def _mark_stars(block: Block, starred: set[str]) -> Block:
    """The block with its asterisks as candidate references."""
    places = [(at, s) for s in starred for at in _cited(block.text, s)]
    if not places:
        return block
    marks = (*block.marks, *(Mark(at, at + len(s), "note", s) for at, s in places))
    return block._replace(marks=tuple(sorted(marks, key=lambda m: (m.start, m.end))))


def _clean(block: Block) -> Block:
    empty = _EMPTY_BRACKETS.match(block.text)
    return block.part(empty.end()) if empty else block


def _with_brackets(text: str, mark: Mark) -> tuple[int, int]:
    """The reference's extent with the brackets that stand around it (Arabic prints them)."""
    start, end = mark.start, mark.end
    if start and end < len(text) and _BRACKETS.get(text[start - 1]) == text[end]:
        return start - 1, end + 1
    return start, end


class References:
    """Turns the printed markers of a document into the ids of its notes."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._places: dict[str, list[tuple[int, str]]] = {}
        for n, note in enumerate(notes, 1):
            self._places.setdefault(note.marker, []).append((note.place, f"fn{n}"))

    def find(self, marker: str, place: int) -> str | None:
        """The note cited at a place: the next one below with this marker, else the last one above."""
        where = self._places.get(marker)
        if not where:
            return None
        return next((note for at, note in where if at >= place), where[-1][1])

    def resolve(self, block: Block, place: int) -> Block:
        """The block with each reference as a mark without width that points to its note's id."""
        for mark in block.marks:
            if mark.kind == "note":
                break
        else:
            return block
        cuts: list[tuple[int, int]] = []
        marks: list[Mark] = []
        for mark in block.marks:
            if mark.kind != "note":
                marks.append(mark)
                continue
            target = self.find(mark.target, place)
            if target is None and mark.start < mark.end:
                continue  # a superscript that cites nothing is text
            start, end = _with_brackets(block.text, mark)
            if start < end:
                cuts.append((start, end))
            marks.append(Mark(start, end, "note", target or ""))
        block = block._replace(marks=tuple(marks))
        return _cut(block, _with_spaces(block.text, cuts)) if cuts else block


def _with_spaces(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The cuts, each with one of the spaces where a reference stood between two, or behind the last word."""
    wide: list[tuple[int, int]] = []
    for start, end in cuts:
        if wide and wide[-1][1] >= start:
            start, end = wide.pop()[0], max(end, start)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not after:
            start = len(text[:start].rstrip())
        elif after.isspace() and not before.strip():
            if before and before in NO_BREAK and after == " ":
                start -= len(before)
            else:
                end += 1
        wide.append((start, end))
    return wide


def _cut(block: Block, cuts: list[tuple[int, int]]) -> Block:
    """The block without the characters of the cuts, its marks moved; a note's mark loses its width."""

    def moved(offset: int) -> int:
        return offset - sum(min(b, offset) - a for a, b in cuts if a < offset)

    keep, done = [], 0
    for a, b in cuts:
        keep.append(block.text[done:a])
        done = b
    text = "".join([*keep, block.text[done:]])
    marks = []
    for m in block.marks:
        start, end = moved(m.start), moved(m.end)
        if m.kind == "note":
            marks.append(Mark(start, start, "note", m.target))
        elif start < end:
            marks.append(Mark(start, end, m.kind, m.target))
    breaks = (moved(b) for b in block.breaks)
    return block._replace(text=text, marks=tuple(marks), breaks=tuple(b for b in breaks if 0 < b < len(text)))
