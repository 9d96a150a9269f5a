"""The order in which a report shows two documents at once.

A link whose paragraphs stand in the same place of both documents is one row; a moved one is two, where it was
and where it is. Read only their old sides and the rows give the old document, paragraph by paragraph; only
the new sides, the new one. This holds for every set of links, pins included, because the rows that pair both
sides are an increasing sequence and everything else is shown on its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aligner.model import JOINT, Change, Comparison, Link, Op, side_texts
from corpora.model import Resolution


@dataclass(frozen=True, slots=True)
class Row:
    """A link, or the part of it that stands here; `old` and `new` are the ids shown here."""

    link: Link
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def paired(self) -> bool:
        """Whether both sides stand here."""
        return bool(self.old and self.new)

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Ids of the other side's paragraphs where they stand at another place: the text moved."""
        if self.paired:
            return ()
        return self.link.new if self.old else self.link.old


def shown_rows(comparison: Comparison, only: Change | None, *, quiet: bool) -> tuple[Row, ...]:
    """The rows that a report shows: those of one kind of change where `only` asks for it.

    `quiet` keeps the rows in which nothing changed.
    """
    return tuple(
        row
        for row in rows(comparison)
        if (row.link.change == only if only else quiet or row.link.changed or row.link.renumbered)
    )


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """All rows in reading order; between two pairs, what is gone comes before what is new."""
    old_at, new_at = _places(comparison.old), _places(comparison.new)
    pairs = _increasing(
        [link for link in comparison.links if _pairable(link, old_at, new_at)], old_at, new_at
    )
    paired = {id(link) for link in pairs}
    loose = [link for link in comparison.links if id(link) not in paired]
    gone = sorted((old_at[run[0]], link, run) for link in loose for run in _runs(link.old, old_at))
    come = sorted((new_at[run[0]], link, run) for link in loose for run in _runs(link.new, new_at))
    out: list[Row] = []
    i = j = 0
    for pair in [*pairs, None]:
        old_end = old_at[pair.old[0]] if pair else len(old_at)
        new_end = new_at[pair.new[0]] if pair else len(new_at)
        while i < len(gone) and gone[i][0] < old_end:
            out.append(Row(gone[i][1], gone[i][2], ()))
            i += 1
        while j < len(come) and come[j][0] < new_end:
            out.append(Row(come[j][1], (), come[j][2]))
            j += 1
        if pair:
            out.append(Row(pair, pair.old, pair.new))
    return tuple(out)


def link_ops(comparison: Comparison, link: Link) -> tuple[Op, ...]:
    """The word diff of a link; where it carries none, the plainest one that gives both texts back."""
    old = JOINT.join(p.text for p in comparison.old_paragraphs(link))
    new = JOINT.join(p.text for p in comparison.new_paragraphs(link))
    if link.ops and side_texts(link.ops) == (old, new):
        return link.ops
    if old == new and link.old and link.new:
        return (("equal", old),)
    return tuple(op for op in (("delete", old), ("insert", new)) if op[1])


def side_ops(
    document: Resolution, ids: Sequence[str], ops: Iterable[Op], drop: str
) -> tuple[tuple[Op, ...], ...]:
    """One side of a word diff, paragraph by paragraph; `drop` is the op that this side does not have.

    Cuts by length, not at line feeds, so that a line feed within a paragraph does no harm.
    """
    lengths = [len(document[i].text) for i in ids]
    out: list[list[Op]] = [[] for _ in lengths]
    here, left = 0, lengths[0] if lengths else 0
    for name, text in ops:
        if name == drop:
            continue
        while text:
            if left == 0 and here + 1 < len(lengths):
                text = text[len(JOINT) :]
                here += 1
                left = lengths[here]
                continue
            take = text[:left] if here + 1 < len(lengths) else text
            out[here].append((name, take))
            text = text[len(take) :]
            left -= len(take)
    return tuple(tuple(part) for part in out)


def same_notes(comparison: Comparison) -> frozenset[tuple[str, str]]:
    """The notes, by old and new id, that are one note in both documents."""
    return frozenset(
        (row.old[0], row.new[0])
        for row in rows(comparison)
        if len(row.old) == len(row.new) == 1 and comparison.new[row.new[0]].kind == "note"
    )


def _places(document: Resolution) -> dict[str, int]:
    return {p.id: place for place, p in enumerate(document.paragraphs)}


def _runs(ids: tuple[str, ...], at: dict[str, int]) -> list[tuple[str, ...]]:
    """The ids cut where their document has another paragraph in between."""
    out: list[list[str]] = []
    for paragraph in sorted(ids, key=at.__getitem__):
        if out and at[out[-1][-1]] + 1 == at[paragraph]:
            out[-1].append(paragraph)
        else:
            out.append([paragraph])
    return [tuple(run) for run in out]


def _pairable(link: Link, old_at: dict[str, int], new_at: dict[str, int]) -> bool:
    return not link.moved and _runs(link.old, old_at) == [link.old] and _runs(link.new, new_at) == [link.new]


def _increasing(links: list[Link], old_at: dict[str, int], new_at: dict[str, int]) -> list[Link]:
    """A longest sequence of links that has one order on both sides (patience sorting)."""
    links = sorted(links, key=lambda link: old_at[link.old[0]])
    tails: list[int] = []  # new place that ends the best sequence of each length
    ends: list[int] = []  # its link
    before: list[int] = []
    for index, link in enumerate(links):
        place = new_at[link.new[0]]
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    out: list[Link] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        out.append(links[index])
        index = before[index]
    return out[::-1]
