"""A row as one marked text: words, labels, italics, note references, breaks, each with its operation.

Take the tokens that are not inserted and they are the old side; those that are not deleted, the new. A format
that shows both sides at once writes them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from aligner.model import JOINT, Comparison, Op
from aligner.reports.layout import Row, link_ops, side_ops
from corpora.model import Paragraph, Resolution

TokenKind = Literal["text", "label", "note", "break"]


@dataclass(frozen=True, slots=True)
class Token:
    """One stretch of a row's text.

    `op` is ``equal``, ``delete`` or ``insert``. A note's reference names the note on each side where it
    stands; italics are told for each side because they can differ where the words do not. `ignored` words differ
    in nothing that was to be looked at.
    """

    op: str
    kind: TokenKind
    text: str = ""
    old_italic: bool = False
    new_italic: bool = False
    old_note: str = ""
    new_note: str = ""
    ignored: bool = False

    @property
    def look(self) -> str:
        """The operation that a reader is to see."""
        return "equal" if self.ignored else self.op


@dataclass(frozen=True, slots=True)
class _Side:
    """The joined text of one side's paragraphs: where they break, are italic, cite notes; in its offsets."""

    labels: tuple[str | None, ...]
    breaks: frozenset[int]
    italics: tuple[tuple[int, int], ...]
    notes: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph]) -> _Side:
        at, breaks, italics, notes = 0, [], [], []
        for p in paragraphs:
            italics += [(at + m.start, at + m.end) for m in p.marks if m.kind == "italic"]
            notes += [(at + min(m.start, len(p.text)), m.target) for m in p.marks if m.kind == "note"]
            at += len(p.text)
            breaks.append(at)
            at += len(JOINT)
        ordered = tuple(sorted(notes, key=lambda pair: pair[0]))
        return cls(tuple(p.label for p in paragraphs), frozenset(breaks[:-1]), tuple(italics), ordered)

    def italic(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.italics)

    def cuts(self, start: int, end: int) -> set[int]:
        """Offsets within a stretch where something begins, ends or stands."""
        points = set(self.breaks) | {b + len(JOINT) for b in self.breaks}
        points |= {edge for span in self.italics for edge in span} | {at for at, _ in self.notes}
        return {point for point in points if start < point < end}


def flow(
    comparison: Comparison, row: Row, *, same_notes: frozenset[tuple[str, str]] = frozenset()
) -> tuple[Token, ...]:
    """The tokens of a row.

    Args:
        same_notes: pairs (old id, new id) of notes that are one note; where both are cited in the same place
            of unchanged words they are one reference, otherwise one goes and one comes.
    """
    ops = link_ops(comparison, row.link)
    if row.paired:
        old = _Side.of([comparison.old[i] for i in row.old])
        new = _Side.of([comparison.new[i] for i in row.new])
        ignored = frozenset(row.link.ignored) if ops == row.link.ops else frozenset()
        return tuple(_Walk(old, new, same_notes).tokens(ops, ignored))
    document, ids, whole, drop = (
        (comparison.old, row.old, row.link.old, "insert")
        if row.old
        else (comparison.new, row.new, row.link.new, "delete")
    )
    parts = dict(zip(whole, side_ops(document, whole, ops, drop), strict=True))
    own, shared = "delete" if row.old else "insert", bool(row.elsewhere)
    return tuple(_alone(document, ids, parts, own, shared))


def one_text(tokens: Iterable[Token]) -> Iterator[Token]:
    """Both sides in one text: words that were ignored stand there once, as the new side has them."""
    return (token for token in tokens if not (token.ignored and token.op == "delete"))


def paragraphs(tokens: Iterable[Token]) -> list[tuple[Token, ...]]:
    """The tokens cut at the breaks, which are left out."""
    out: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "break":
            out.append([])
        else:
            out[-1].append(token)
    return [tuple(part) for part in out]


def _alone(
    document: Resolution, ids: Sequence[str], parts: dict[str, tuple[Op, ...]], own: str, shared: bool
) -> Iterator[Token]:
    """One side by itself: what the other side has too, elsewhere, is ``equal``."""
    none = _Side((), frozenset(), (), ())
    for n, i in enumerate(ids):
        if n:
            yield Token("equal" if shared else own, "break")
        side = _Side.of([document[i]])
        walk = _Walk(side, none, frozenset()) if own == "delete" else _Walk(none, side, frozenset())
        # Walked as this side's operation, then given back what the diff says of each stretch.
        names = _names(parts[i])
        at = 0
        for token in walk.tokens([(own, text) for _, text in parts[i]]):
            if token.kind == "text":
                yield Token(names[at], "text", token.text, token.old_italic, token.new_italic)
                at += len(token.text)
            else:
                yield token


def _names(ops: Iterable[Op]) -> list[str]:
    return [name for name, text in ops for _ in text]


class _Walk:
    """One pass over a word diff, both offsets in step."""

    def __init__(self, old: _Side, new: _Side, same_notes: frozenset[tuple[str, str]]) -> None:
        self._old, self._new, self._same = old, new, same_notes
        self._o = self._n = 0  # offsets
        self._old_notes, self._new_notes = list(old.notes), list(new.notes)  # not yet emitted
        self._old_labels, self._new_labels = list(old.labels), list(new.labels)

    def tokens(self, ops: Iterable[Op], ignored: frozenset[int] = frozenset()) -> Iterator[Token]:
        yield from self._label("equal")
        yield from self._notes(True, True)
        for place, (name, text) in enumerate(ops):
            for token in self._op(name, text):
                yield replace(token, ignored=True) if place in ignored and token.kind == "text" else token
        yield from self._notes(True, True)

    def _op(self, name: str, text: str) -> Iterator[Token]:
        old, new = name != "insert", name != "delete"
        cuts = {0, len(text)}
        if old:
            cuts |= {c - self._o for c in self._old.cuts(self._o, self._o + len(text))}
        if new:
            cuts |= {c - self._n for c in self._new.cuts(self._n, self._n + len(text))}
        for start, end in pairwise(sorted(cuts)):
            yield from self._notes(old, new)
            piece = text[start:end]
            breaks = {n for n, has in (("delete", old and self._o in self._old.breaks),
                                       ("insert", new and self._n in self._new.breaks)) if has}  # fmt: skip
            if not breaks:
                yield Token(
                    name, "text", piece, old and self._old.italic(self._o), new and self._new.italic(self._n)
                )
            elif name != "equal" or len(breaks) == 2:
                yield Token(name, "break")
                yield from self._label(name)
            else:  # a line feed within one side's paragraph answers the end of the other's
                (only,) = breaks
                yield Token(only, "break")
                yield from self._label(only)
                yield Token("insert" if only == "delete" else "delete", "text", piece)
            self._o += (end - start) * old
            self._n += (end - start) * new
        if name == "equal":
            yield from self._notes(True, True)

    def _label(self, name: str) -> Iterator[Token]:
        old = self._old_labels.pop(0) if name != "insert" and self._old_labels else None
        new = self._new_labels.pop(0) if name != "delete" and self._new_labels else None
        if old and old == new:
            yield Token("equal", "label", old)
            return
        if old:
            yield Token("delete", "label", old)
        if new:
            yield Token("insert", "label", new)

    def _notes(self, old: bool, new: bool) -> Iterator[Token]:
        """References that stand at the offsets reached; those of unchanged words wait for each other."""
        gone = self._due(self._old_notes, self._o) if old else []
        come = self._due(self._new_notes, self._n) if new else []
        for note in gone:
            partner = next((c for c in come if (note, c) in self._same), None)
            if partner is None:
                yield Token("delete", "note", old_note=note)
                continue
            while come[0] != partner:
                yield Token("insert", "note", new_note=come.pop(0))
            come.pop(0)
            yield Token("equal", "note", old_note=note, new_note=partner)
        for note in come:
            yield Token("insert", "note", new_note=note)

    @staticmethod
    def _due(notes: list[tuple[int, str]], at: int) -> list[str]:
        count = sum(place <= at for place, _ in notes)
        due = [note for _, note in notes[:count]]
        del notes[:count]
        return due
