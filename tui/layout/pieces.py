"""The text of a paragraph as it is shown: words and what became of them, italics, note numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from aligner.model import JOINT, Op
from corpora.model import Paragraph

Side = Literal["old", "new"]
Role = Literal["equal", "delete", "insert", "added", "removed", "note", "label", "gloss"]
BRACKETS: dict[str, tuple[str, str]] = {"delete": ("⟦", "⟧"), "insert": ("⟪", "⟫")}
PILCROW = "¶"
# What stands for a blank that is all that differs: a space, and one at which no line may break.
BLANKS = str.maketrans({" ": "␣", "\u00a0": "⍽", "\u202f": "⍽"})
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Piece(NamedTuple):
    """A run of characters of one look.

    `at` is where it begins in the paragraph `id` of `side`; -1 for what is added (a bracket, a number).
    """

    text: str
    role: Role = "equal"
    italic: bool = False
    side: Side = "new"
    id: str = ""
    at: int = -1


def tag(paragraph_id: str) -> str:
    """A paragraph's id as people say it: ``OP3(a)(i)``, ``PP2``, ``A1.3``; empty for the title."""
    head, *tail = paragraph_id.split(".")
    if head in ("m", "title", "opening", "closing"):
        return ""
    if head.startswith("annex"):
        return "A" + head.removeprefix("annex") + "".join(f".{part.removeprefix('p')}" for part in tail)
    name = head.rstrip("0123456789")
    number = head[len(name) :]
    if name == "fn":
        return number.translate(_SUPERSCRIPTS)
    shown = f"¶{number}" if name == "p" else head.upper()
    return shown + "".join(f"({part})" for part in tail)


def one_side(
    paragraphs: Sequence[Paragraph],
    ops: Sequence[Op],
    side: Side,
    whole: Role,
    *,
    brackets: bool,
    ignored: Sequence[int] = (),
) -> list[list[Piece]]:
    """The pieces of each paragraph of one side of a link.

    `ops` may be empty: then every character has the role `whole`. Those at the places `ignored` stand unmarked.
    """
    mine = "delete" if side == "old" else "insert"
    kept = [
        ("equal" if place in ignored else name, text)
        for place, (name, text) in enumerate(ops)
        if name in ("equal", mine)
    ] or [(whole, JOINT.join(p.text for p in paragraphs))]
    walk, blanks = _Walk(paragraphs, side), _only_blanks(ops)
    found: list[list[Piece]] = [[] for _ in paragraphs]
    for name, text in kept:
        for place, pieces in walk.take(name, text):  # type: ignore[arg-type]
            found[place].extend(_bracketed(pieces, blanks) if brackets else pieces)
    for place, pieces in walk.last_notes():
        found[place].extend(pieces)
    return [[*_label(p), *pieces] for p, pieces in zip(paragraphs, found, strict=True)]


def both_sides(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    ops: Sequence[Op],
    *,
    brackets: bool,
    ignored: Sequence[int] = (),
) -> list[Piece]:
    """What was taken out and what was put in, in one run of pieces; paragraphs meet at a pilcrow.

    Of the ops at the places `ignored` only the new side is shown, unmarked.
    """
    walks = {"old": _Walk(old, "old"), "new": _Walk(new, "new")}
    out: list[Piece] = list(_label(new[0] if new else old[0]))
    blanks = _only_blanks(ops)
    for number, (name, text) in enumerate(ops):
        side: Side = "old" if name == "delete" else "new"
        quiet = number in ignored
        if name == "equal" or (quiet and side == "old"):
            walks["old"].skip(text)
        if quiet and side == "old":
            continue
        role: Role = "equal" if quiet else name  # type: ignore[assignment]
        last = None
        for place, pieces in walks[side].take(role, text):
            if last is not None and place != last:
                out.append(Piece(f" {PILCROW} ", role, side=side))
            out.extend(_bracketed(pieces, blanks) if brackets else pieces)
            last = place
    out.extend(piece for _, pieces in walks["new"].last_notes() for piece in pieces)
    return out


class _Walk:
    """Goes through the paragraphs of one side as the ops name their text."""

    def __init__(self, paragraphs: Sequence[Paragraph], side: Side) -> None:
        self.paragraphs, self.side = paragraphs, side
        self.place = self.at = 0

    def skip(self, text: str) -> None:
        for _ in self.take("equal", text):
            pass

    def take(self, role: Role, text: str) -> Iterator[tuple[int, list[Piece]]]:
        """The pieces of the next characters, paragraph by paragraph."""
        while text:
            paragraph = self.paragraphs[self.place]
            part = text[: len(paragraph.text) - self.at]
            if part:
                yield self.place, list(self._cut(paragraph, role, part))
                self.at += len(part)
            text = text[len(part) :]
            if text:  # the joint between two paragraphs, of whatever role
                self.place, self.at, text = self.place + 1, 0, text[len(JOINT) :]
                if not text:
                    return

    def last_notes(self) -> Iterator[tuple[int, list[Piece]]]:
        """Numbers of the notes cited after the last character of each paragraph."""
        for place, paragraph in enumerate(self.paragraphs):
            end = len(paragraph.text)
            ending = [m for m in paragraph.marks if m.kind == "note" and m.start >= end]
            if ending:
                yield place, [_number(m.target, self.side) for m in ending]

    def _cut(self, paragraph: Paragraph, role: Role, part: str) -> Iterator[Piece]:
        start, end = self.at, self.at + len(part)
        if not paragraph.marks:
            yield Piece(part, role, False, self.side, paragraph.id, start)
            return
        edges = {start, end} | {
            edge
            for m in paragraph.marks
            if m.kind != "link"
            for edge in (m.start, m.end)
            if start < edge < end
        }
        ordered = sorted(edges)
        for a, b in pairwise(ordered):
            for m in paragraph.marks:
                if m.kind == "note" and m.start == a:
                    yield _number(m.target, self.side)
            italic = any(m.kind == "italic" and m.start <= a and b <= m.end for m in paragraph.marks)
            yield Piece(paragraph.text[a:b], role, italic, self.side, paragraph.id, a)


def _number(target: str, side: Side) -> Piece:
    return Piece(target.lstrip("fn").translate(_SUPERSCRIPTS), "note", side=side)


def _label(paragraph: Paragraph) -> Iterator[Piece]:
    """The printed label, where the id does not already say it."""
    label = (paragraph.label or "").strip()
    bare = "".join(c for c in label if c.isalnum()).casefold()
    last = paragraph.id.rsplit(".", 1)[-1]
    if label and bare != last.lstrip("abcdefghijklmnopqrstuvwxyz") and bare != last:
        yield Piece(f"{label} ", "label")


def _only_blanks(ops: Sequence[Op]) -> bool:
    """Whether nothing but blanks within a paragraph differs: the brackets around them are all there is to see."""
    return not any(text.strip() or JOINT in text for name, text in ops if name != "equal")


def _bracketed(pieces: Iterable[Piece], blanks: bool) -> Iterator[Piece]:
    """Deleted and inserted words between brackets, the space around them outside; blanks alone if `blanks`."""
    listed = list(pieces)
    text = "".join(p.text for p in listed)
    role = next((p.role for p in listed if p.role in BRACKETS), None)
    if role is None or not (blanks or text.strip()):
        yield from listed
        return
    opening, closing = BRACKETS[role]
    side = listed[0].side
    if not text.strip():
        seen = [p._replace(text=p.text.translate(BLANKS)) for p in listed]
        yield from (Piece(opening, role, side=side), *seen, Piece(closing, role, side=side))
        return
    first, last = listed[0], listed[-1]
    lead = len(first.text) - len(first.text.lstrip())
    trail = len(last.text.rstrip())
    if lead:
        yield Piece(first.text[:lead], role, first.italic, side, first.id, first.at)
    yield Piece(opening, role, side=side)
    for piece in listed:
        start = lead if piece is first else 0
        end = trail if piece is last else len(piece.text)
        if end > start:
            at = piece.at + start if piece.at >= 0 else -1
            yield Piece(piece.text[start:end], piece.role, piece.italic, side, piece.id, at)
    yield Piece(closing, role, side=side)
    if trail < len(last.text):
        at = last.at + trail if last.at >= 0 else -1
        yield Piece(last.text[trail:], last.role, last.italic, side, last.id, at)
