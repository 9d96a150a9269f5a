"""How often segments answer each other in runs of which sizes: what is usual, and what the two texts show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

from aligner.bitext.thresholds import BEADS, PRIOR_WEIGHT

Kinds = tuple[tuple[int, int, float], ...]  # n, m, log prior against one to one


@dataclass(frozen=True, slots=True)
class Priors:
    """The log prior of each kind of bead against one to one."""

    alone_a: float
    alone_b: float
    links: Kinds

    @classmethod
    def of(cls, logs: dict[tuple[int, int], float], most: int = 99) -> Priors:
        """From logarithms by size, without links of more than `most` segments."""
        links = tuple((n, m, prior) for (n, m), prior in logs.items() if n and m and n + m <= most)
        return cls(logs[1, 0], logs[0, 1], links)

    @classmethod
    def of_beads(cls, sizes: Iterable[tuple[int, int]]) -> Priors:
        """From the sizes of the beads found so far, held to what is usual while they are few.

        What is counted is how often segments stand alone or are joined, on which side; not how many are.
        """
        seen = Counter(map(_sort, sizes))
        gains = {sort: log(seen[sort] / (PRIOR_WEIGHT * share) + 1) for sort, share in _SORTS.items()}
        return cls.of({kind: prior + gains[_sort(kind)] - gains["1-1"] for kind, prior in BEADS.items()})


def _sort(kind: tuple[int, int]) -> str:
    n, m = kind
    if n + m <= 2:
        return f"{n}-{m}"
    return "more in a" if n > m else "more in b" if m > n else "as many"


_TOTAL = sum(map(exp, BEADS.values()))
_SORTS = {
    sort: sum(exp(prior) / _TOTAL for kind, prior in BEADS.items() if _sort(kind) == sort)
    for sort in sorted({_sort(kind) for kind in BEADS})
}
USUAL = Priors.of(BEADS)
LIGHT = Priors.of(BEADS, most=3)
