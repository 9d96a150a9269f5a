"""The links made so far between two lists of paragraphs, and the gaps they leave."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aligner.model import Relation

Pair = tuple[int, int]


@dataclass(slots=True, eq=False, repr=False)  # a group is itself: nothing compares or prints them
class Group:
    """Paragraphs of both sides that answer each other, by place, with the score and the reason."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    reason: str
    pinned: bool = False
    moved: bool = False

    def at(self, rows: Sequence[int], columns: Sequence[int]) -> Group:
        """The same group, its places looked up in the rows and columns that were matched."""
        old, new = tuple([rows[i] for i in self.old]), tuple([columns[j] for j in self.new])
        return Group(old, new, self.score, self.reason, self.pinned, self.moved)

    def mirrored(self) -> Group:
        """The same group with its sides exchanged."""
        return Group(self.new, self.old, self.score, self.reason, self.pinned, self.moved)

    def relation(self, old: Sequence[str], new: Sequence[str]) -> Relation:
        """What became of the paragraphs; `old` and `new` are all texts as compared."""
        if not self.old or not self.new:
            return "removed" if self.old else "added"
        if len(self.old) == len(self.new) == 1:
            return "same" if old[self.old[0]] == new[self.new[0]] else "edited"
        return "split" if len(self.new) > 1 else "merged"


class Board:
    """Which paragraphs are linked; every step of the matching adds to it and none takes away.

    `forbidden` are the pairs that a person ruled out.
    """

    __slots__ = ("by_new", "by_old", "forbidden", "new_count", "old_count")

    def __init__(self, old_count: int, new_count: int, forbidden: frozenset[Pair] = frozenset()) -> None:
        self.old_count, self.new_count, self.forbidden = old_count, new_count, forbidden
        self.by_old: dict[int, Group] = {}
        self.by_new: dict[int, Group] = {}

    def link(self, group: Group) -> None:
        """Enter a group for all of its paragraphs, replacing a smaller one that it extends."""
        for i in group.old:
            self.by_old[i] = group
        for j in group.new:
            self.by_new[j] = group

    def pair(self, i: int, j: int, score: float, reason: str) -> None:
        """Link two free paragraphs."""
        self.link(Group((i,), (j,), score, reason))

    def free(self, i: int, j: int) -> bool:
        """Whether two paragraphs may be linked: neither is yet, and nobody ruled it out."""
        return i not in self.by_old and j not in self.by_new and (i, j) not in self.forbidden

    def free_old(self) -> list[int]:
        """Places of the old paragraphs without a link."""
        return [i for i in range(self.old_count) if i not in self.by_old]

    def free_new(self) -> list[int]:
        """Places of the new paragraphs without a link."""
        return [j for j in range(self.new_count) if j not in self.by_new]

    def groups(self) -> list[Group]:
        """All groups with two sides, each once, by their first old place."""
        return list({id(g): g for _, g in sorted(self.by_old.items()) if g.new}.values())


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Indices of the pairs that keep the order on both sides and weigh most together.

    Heaviest increasing subsequence with a Fenwick tree of prefix maxima (Fredman 1975; Fenwick 1994):
    O(n log n). Weights are positive. Of equal chains the one found first in order of the old side is kept.
    """
    order = sorted(range(len(pairs)), key=lambda k: (pairs[k][0], -pairs[k][1]))
    columns = sorted({j for _, j, _ in pairs})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)
    before = [-1] * len(pairs)
    for k in order:
        _, j, weight = pairs[k]
        column = bisect_left(columns, j)
        top, at = (0.0, -1), column
        while at > 0:
            if best[at][0] > top[0]:
                top = best[at]
            at -= at & -at
        before[k] = top[1]
        total, at = (top[0] + weight, k), column + 1
        while at <= len(columns):
            if total[0] > best[at][0]:
                best[at] = total
            at += at & -at
    chain, at = [], len(columns)
    top = (0.0, -1)
    while at > 0:
        if best[at][0] > top[0]:
            top = best[at]
        at -= at & -at
    k = top[1]
    while k >= 0:
        chain.append(k)
        k = before[k]
    return chain[::-1]


def backbone(groups: Iterable[Group], weight: Sequence[float]) -> list[Group]:
    """The groups that keep the order and carry most text; `weight` is that of each old paragraph.

    Groups that are neighbours on both sides stand or fall together, so that each run of them is one pair.
    """
    listed = sorted(groups, key=lambda g: g.old[0])
    rank = {id(g): n for n, g in enumerate(sorted(listed, key=lambda g: g.new[0]))}
    runs: list[list[Group]] = []
    for group in listed:
        if runs and rank[id(group)] == rank[id(runs[-1][-1])] + 1:
            runs[-1].append(group)
        else:
            runs.append([group])
    chain = heaviest_chain(
        [(r[0].old[0], r[0].new[0], sum(weight[i] for g in r for i in g.old)) for r in runs]
    )
    return [group for k in chain for group in runs[k]]
