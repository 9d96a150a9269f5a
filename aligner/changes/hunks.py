"""Hunks: the edits of one link, widened so that none cuts a word, a date or a symbol in two."""

# Annotations are not postponed: a named tuple would compile each of them when it is made, at every start.

from collections.abc import Sequence
from typing import Any, NamedTuple

from aligner.changes.spans import ValueSpan
from aligner.model import Change, Op


class Hunk(NamedTuple):
    """Characters `old_start` to `old_end` of the old text became `new_start` to `new_end` of the new.

    Outside its hunks a link's texts are equal. `ops` are the places of the link's ops that the hunk covers at
    least in part, from and to (exclusive).
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    ops: tuple[int, int]

    def joined(self, other: "Hunk") -> "Hunk":
        """One hunk over both and what lies between."""
        return Hunk(
            min(self.old_start, other.old_start), max(self.old_end, other.old_end),
            min(self.new_start, other.new_start), max(self.new_end, other.new_end),
            (min(self.ops[0], other.ops[0]), max(self.ops[1], other.ops[1])),
        )  # fmt: skip

    def widened(self, left: int, right: int) -> "Hunk":
        """The hunk with that many more equal characters on either side."""
        return Hunk(
            self.old_start - left, self.old_end + right, self.new_start - left, self.new_end + right, self.ops
        )


class ChangedHunk(NamedTuple):
    """One edit of a link with its kind: `old` gave way to `new`, either of which may be empty.

    `proof` says what a roll-over follows from. `old_start` and `new_start` are characters of the joined texts of
    either side, `ops` the places of the link's ops that the edit covers at least in part, from and to (exclusive).
    """

    old: str
    new: str
    change: Change
    proof: str = ""
    old_start: int = 0
    new_start: int = 0
    ops: tuple[int, int] = (0, 0)

    def to_dict(self) -> dict[str, Any]:
        """This edit as in the published schema."""
        return {
            "change": self.change, "old": self.old, "new": self.new,
            "old_start": self.old_start, "new_start": self.new_start, "proof": self.proof,
        }  # fmt: skip


def hunks(ops: Sequence[Op], old: Sequence[ValueSpan], new: Sequence[ValueSpan], language: str) -> list[Hunk]:
    """The edits of a word diff, each wide enough to hold the values it touches (`old`, `new`) entirely."""
    found = _edits(ops)
    texts = "".join(t for n, t in ops if n != "insert"), "".join(t for n, t in ops if n != "delete")
    if language != "zh":  # each Han character is a word
        found = [_whole_words(h, *texts) for h in found]
    while (wider := _widen(found, old, new)) != found:
        found = wider
    return found


def _edits(ops: Sequence[Op]) -> list[Hunk]:
    out: list[Hunk] = []
    i = j = 0
    fresh = True
    for place, (name, text) in enumerate(ops):
        if name == "equal":
            i, j, fresh = i + len(text), j + len(text), True
            continue
        hunk = Hunk(
            i, i + len(text) * (name == "delete"), j, j + len(text) * (name == "insert"), (place, place + 1)
        )
        i, j = hunk.old_end, hunk.new_end
        if fresh:
            out.append(hunk)
        else:
            out[-1] = out[-1].joined(hunk)
        fresh = False
    return out


def _whole_words(h: Hunk, old: str, new: str) -> Hunk:
    """Widened to word boundaries, where a word diff by characters cut a word."""
    left = right = 0
    first = old[h.old_start : h.old_end][:1] or new[h.new_start : h.new_end][:1]
    last = old[h.old_start : h.old_end][-1:] or new[h.new_start : h.new_end][-1:]
    if first.isalnum():
        while _agree(old, h.old_start - left - 1, new, h.new_start - left - 1):
            left += 1
    if last.isalnum():
        while _agree(old, h.old_end + right, new, h.new_end + right):
            right += 1
    return h.widened(left, right)


def _agree(old: str, i: int, new: str, j: int) -> bool:
    return i >= 0 and j >= 0 and i < len(old) and j < len(new) and old[i] == new[j] and old[i].isalnum()


def _widen(found: list[Hunk], old: Sequence[ValueSpan], new: Sequence[ValueSpan]) -> list[Hunk]:
    """Every hunk over the whole of the values it touches, joined to a neighbour that it reaches."""
    out: list[Hunk] = []
    reach = 0  # how far the hunk before wants to go to its right
    for h in found:
        left, right = _lacking(h, old, new)
        if out and h.old_start - out[-1].old_end < left + reach:
            out[-1] = out[-1].joined(h)
        else:
            if out:
                out[-1] = out[-1].widened(0, reach)
            out.append(h.widened(left, 0))
        reach = right
    if out:
        out[-1] = out[-1].widened(0, reach)
    return out


def _lacking(h: Hunk, old: Sequence[ValueSpan], new: Sequence[ValueSpan]) -> tuple[int, int]:
    """How many characters to the left and right belong to values that the hunk touches."""
    left = right = 0
    for spans, start, end in ((old, h.old_start, h.old_end), (new, h.new_start, h.new_end)):
        for span in spans:
            if span.start < end and span.end > start:
                left, right = max(left, start - span.start), max(right, span.end - end)
    return left, right
