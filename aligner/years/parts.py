"""Splits and merges: one paragraph's words found again in several neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aligner.years.board import Board, Group, Pair
from aligner.years.features import Side
from aligner.years.thresholds import COVERED, LACKING_COVERED, PARTLY_COVERED, REACH


def join_parts(
    board: Board, old: Side, new: Side, weights: Mapping[str, int], shared: Mapping[Pair, int]
) -> None:
    """Turn links into splits and merges where free neighbours hold what the other side still lacks.

    A part is a paragraph most of whose weight occurs in the whole; it joins if most of its weight is
    something that the parts beside it do not cover already, so that a repetition is no split.
    """
    _Parts(board, board.by_old, board.by_new, old, new, weights, divided=True).join(shared.items())
    back = (((j, i), weight) for (i, j), weight in shared.items())
    _Parts(board, board.by_new, board.by_old, new, old, weights, divided=False).join(back)


@dataclass(slots=True)
class _Parts:
    """One direction: wholes of the one side and their parts of the other."""

    board: Board
    by_whole: dict[int, Group]
    by_part: dict[int, Group]
    whole: Side
    part: Side
    weights: Mapping[str, int]
    divided: bool

    def join(self, shared: Iterable[tuple[Pair, int]]) -> None:
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (w, p), weight in shared:
            if p not in self.by_part and weight >= PARTLY_COVERED * self.part.weight[p]:
                found[w].append((-weight, p))
        for w, parts in sorted(found.items()):
            self._join_one(w, [p for _, p in sorted(parts) if p not in self.by_part])

    def _join_one(self, w: int, free: list[int]) -> None:
        linked = self._linked(w)
        if linked is None or not (linked or free) or any(p not in self.part.features for p in linked):
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
        own = self.whole.features[w]
        covered = set().union(*(self.part.features[p] for p in run)) & own
        grown = True
        while grown:
            grown = False
            for p in free:
                if run[0] <= p <= run[-1] or not run[0] - REACH <= p <= run[-1] + REACH:
                    continue
                fresh = (self.part.features[p] & own) - covered
                if self._belongs(self._weigh(fresh), self.part.weight[p], self._weigh(own - covered)):
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
        covered = set().union(*(self.part.features[p] for p in run)) & self.whole.features[w]
        total = sum(self.part.weight[p] for p in run) + self.whole.weight[w]
        score = min(1.0, 2 * self._weigh(covered) / total) if total else 0.0
        reason = f"the words of one paragraph are found in {len(run)} neighbouring ones ({score:.0%})"
        old, new = ((w,), tuple(run)) if self.divided else (tuple(run), (w,))
        self.board.link(Group(old, new, score, reason))

    def _weigh(self, features: Iterable[str]) -> int:
        return sum([self.weights.get(f, 0) for f in features])
