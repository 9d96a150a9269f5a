"""Splits and merges: one paragraph's words found again in several neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from aligner.years.board import Board, Group, Pair
from aligner.years.features import Features
from aligner.years.thresholds import COVERED, LACKING_COVERED, PARTLY_COVERED, REACH


def join_parts(board: Board, features: Features, shared: Mapping[Pair, int]) -> None:
    """Turn links into splits and merges where free neighbours hold what the other side still lacks.

    A part is a paragraph most of whose weight occurs in the whole; it joins if most of its weight is
    something that the parts beside it do not cover already, so that a repetition is no split.
    """
    _Parts(board, features, divided=True).join(shared.items())
    _Parts(board, features, divided=False).join((((j, i), weight) for (i, j), weight in shared.items()))


class _Parts:
    """One direction: wholes of the one side and their parts of the other."""

    def __init__(self, board: Board, features: Features, *, divided: bool) -> None:
        self.board, self.divided, self.weigh = board, divided, features.weigh
        old = (board.by_old, features.old, features.old_weight)
        new = (board.by_new, features.new, features.new_weight)
        self.by_whole, self.whole, self.whole_weight = old if divided else new
        self.by_part, self.part, self.part_weight = new if divided else old

    def join(self, shared: Iterable[tuple[Pair, int]]) -> None:
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (w, p), weight in shared:
            pair = (w, p) if self.divided else (p, w)
            if (
                p not in self.by_part
                and pair not in self.board.forbidden
                and weight >= PARTLY_COVERED * self.part_weight[p]
            ):
                found[w].append((-weight, p))
        for w, parts in sorted(found.items()):
            self._join_one(w, [p for _, p in sorted(parts) if p not in self.by_part])

    def _join_one(self, w: int, free: list[int]) -> None:
        linked = self._linked(w)
        if linked is None or not (linked or free) or any(p not in self.part for p in linked):
            return
        run = self._grown(w, linked or free[:1], free)
        if len(run) > max(1, len(linked)):
            self._enter(w, run)

    def _linked(self, w: int) -> list[int] | None:
        """The parts that a whole has already; None if it is itself one of several in a merge or split."""
        group = self.by_whole.get(w)
        if group is None:
            return []
        wholes, parts = (group.old, group.new) if self.divided else (group.new, group.old)
        return list(parts) if len(wholes) == 1 and not group.pinned else None

    def _grown(self, w: int, run: list[int], free: list[int]) -> list[int]:
        """The run of neighbouring parts, extended to either side while each brings something of its own."""
        own = self.whole[w]
        covered = set().union(*(self.part[p] for p in run)) & own
        grown = True
        while grown:
            grown = False
            for p in free:
                if p in run or not run[0] - REACH <= p <= run[-1] + REACH:
                    continue
                fresh = (self.part[p] & own) - covered
                lacking = self.whole_weight[w] - self.weigh(covered)
                if self._belongs(self.weigh(fresh), self.part_weight[p], lacking):
                    run = sorted([*run, p])
                    covered |= fresh
                    grown = True
        return run

    def _belongs(self, fresh: int, part: int, lacking: int) -> bool:
        """Whether a part brings enough: most of itself, or much of itself and most of what is lacking."""
        return fresh >= COVERED * part or (
            fresh >= PARTLY_COVERED * part and fresh >= LACKING_COVERED * lacking
        )

    def _enter(self, w: int, run: list[int]) -> None:
        covered = set().union(*(self.part[p] for p in run)) & self.whole[w]
        total = sum(self.part_weight[p] for p in run) + self.whole_weight[w]
        score = min(1.0, 2 * self.weigh(covered) / total) if total else 0.0
        reason = f"the words of one paragraph are found in {len(run)} neighbouring ones ({score:.0%})"
        old, new = ((w,), tuple(run)) if self.divided else (tuple(run), (w,))
        self.board.link(Group(old, new, score, reason))
