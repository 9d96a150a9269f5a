"""How often segments stand alone or are joined: what is usual, and what the two texts show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from math import exp, log

from aligner.bitext.pieces import Pieces
from aligner.bitext.thresholds import ALONE, ALONE_MORE, BEADS, HOPELESS, INNER, JOIN, PRIOR_WEIGHT, WHOLE

Kinds = tuple[tuple[int, int], ...]  # pieces of either side
Lone = list[tuple[int, float]]  # pieces left alone together, and their log prior
LIGHT: Kinds = tuple(kind for kind in BEADS if sum(kind) <= 3)
SINGLE: Kinds = ((1, 1),)
_MOST = max(n for n, _ in BEADS)


@dataclass(frozen=True, slots=True)
class Priors:
    """Log priors against a segment that answers one: of standing alone, and of being joined to the one before."""

    alone_a: float = ALONE
    alone_b: float = ALONE
    join_a: float = JOIN
    join_b: float = JOIN

    @classmethod
    def of_sizes(cls, sizes: Iterable[tuple[int, int]]) -> Priors:
        """From how many segments of either side each link joins, held to what is usual while they are few."""
        alone_a = alone_b = join_a = join_b = single = 0
        for n, m in sizes:
            if not m:
                alone_a += n
            elif not n:
                alone_b += m
            else:
                join_a += n - 1
                join_b += m - 1
                single += n == m == 1
        whole = 1 + 2 * exp(ALONE) + 2 * exp(JOIN)
        plain = log(single * whole / PRIOR_WEIGHT + 1)

        def moved(usual: float, seen: int) -> float:
            return usual + log(seen * whole / (PRIOR_WEIGHT * exp(usual)) + 1) - plain

        return cls(moved(ALONE, alone_a), moved(ALONE, alone_b), moved(JOIN, join_a), moved(JOIN, join_b))


class Prices:
    """What links of pieces cost by their shape alone.

    A segment is joined to the one before where a link, or a way that began inside the other text's segment, runs
    over its beginning.
    """

    __slots__ = ("_a", "_b", "_kinds", "_priors", "_runs_a", "_runs_b")

    def __init__(self, a: Pieces, b: Pieces, priors: Priors, kinds: Kinds = BEADS) -> None:
        self._a, self._b, self._priors, self._kinds = a, b, priors, kinds
        self._runs_a, self._runs_b = _runs(a.opens, priors.join_a), _runs(b.opens, priors.join_b)

    def shapes(self, i: int, j: int) -> list[tuple[int, int, float]]:
        """How many pieces may answer each other from pieces i and j on, with log priors that leave hope."""
        seam, run_a, run_b = self._seam(i, j), self._runs_a[i], self._runs_b[j]
        most_a, most_b = len(run_a), len(run_b)
        found = [
            (n, m, prior)
            for n, m in self._kinds
            if n < most_a and m < most_b and (prior := seam + run_a[n] + run_b[m]) >= HOPELESS
        ]
        n, m = self._a.span(i), self._b.span(j)
        if n and m and INNER * (n + m - 2) < WHOLE:
            found = [shape for shape in found if shape[:2] != (n, m)]
            found.append((n, m, WHOLE))
        return found

    def lone_a(self, i: int, j: int) -> Lone:
        """What it costs to leave pieces from i on alone, just before piece j."""
        joins = self._a.opens[i] and not self._b.opens[j]
        return _lone(
            self._priors.alone_a, self._priors.join_a if joins else 0.0, self._a.span(i), self._b.opens[j]
        )

    def lone_b(self, i: int, j: int) -> Lone:
        """What it costs to leave pieces from j on alone, just before piece i."""
        joins = self._b.opens[j] and not self._a.opens[i]
        return _lone(
            self._priors.alone_b, self._priors.join_b if joins else 0.0, self._b.span(j), self._a.opens[i]
        )

    def _seam(self, i: int, j: int) -> float:
        if self._a.opens[i] == self._b.opens[j]:
            return 0.0
        return self._priors.join_a if self._a.opens[i] else self._priors.join_b


def _lone(alone: float, join: float, span: int, between: bool) -> Lone:
    """One piece alone, and all pieces of a segment that stands between two segments of the other text."""
    one = [(1, alone + join)]
    return [*one, (span, alone * (1 + ALONE_MORE * (span - 1)))] if between and span > 1 else one


def _runs(opens: tuple[bool, ...], join: float) -> list[tuple[float, ...]]:
    """For each piece what runs of 0, 1, 2, … pieces from there cost, as far as there are pieces."""
    steps = [join if first else INNER for first in opens[:-1]]
    return [(0.0, *accumulate(steps[k + 1 : k + _MOST], initial=0.0)) for k in range(len(steps))]
