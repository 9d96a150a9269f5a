"""How often segments stand alone or are joined: what is usual, and what the two texts show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

from aligner.bitext.pieces import Pieces
from aligner.bitext.thresholds import ALONE, BEADS, INNER, JOIN, PRIOR_WEIGHT

Kinds = tuple[tuple[int, int, float], ...]  # pieces of either side, log prior against one to one
KINDS: Kinds = tuple((n, m, prior) for (n, m), prior in BEADS.items())
LIGHT: Kinds = tuple(kind for kind in KINDS if kind[0] + kind[1] <= 3)
SINGLE: Kinds = ((1, 1, 0.0),)
_MOST = max(n for n, _, _ in KINDS)


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

    __slots__ = ("_opens_a", "_opens_b", "_priors", "kinds", "runs_a", "runs_b")

    def __init__(self, a: Pieces, b: Pieces, priors: Priors, kinds: Kinds = KINDS) -> None:
        self.kinds = kinds
        self._opens_a, self._opens_b, self._priors = a.opens, b.opens, priors
        self.runs_a, self.runs_b = _runs(a.opens, priors.join_a), _runs(b.opens, priors.join_b)

    def seam(self, i: int, j: int) -> float:
        """What it costs to begin a link at pieces i and j."""
        if self._opens_a[i] == self._opens_b[j]:
            return 0.0
        return self._priors.join_a if self._opens_a[i] else self._priors.join_b

    def alone_a(self, i: int, j: int) -> float:
        """What it costs to leave piece i alone, just before piece j."""
        joins = self._opens_a[i] and not self._opens_b[j]
        return self._priors.alone_a + (self._priors.join_a if joins else 0.0)

    def alone_b(self, i: int, j: int) -> float:
        """What it costs to leave piece j alone, just before piece i."""
        joins = self._opens_b[j] and not self._opens_a[i]
        return self._priors.alone_b + (self._priors.join_b if joins else 0.0)


def _runs(opens: tuple[bool, ...], join: float) -> list[tuple[float, ...]]:
    """For each piece what runs of 0, 1, 2, … pieces from there cost."""
    steps = [join if first else INNER for first in opens]
    out = []
    for k in range(len(steps)):
        run = [0.0, 0.0]
        for step in steps[k + 1 : k + _MOST]:
            run.append(run[-1] + step)
        out.append(tuple(run))
    return out
