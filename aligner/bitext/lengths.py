"""What lengths say about a link: the logarithm of their ratio against what is usual for the two texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, log1p
from statistics import median

from aligner.bitext.thresholds import LENGTH_CAP, LENGTH_NOISE, LENGTH_SPREAD, LENGTH_TAIL, LENGTH_WEIGHT


@dataclass(frozen=True, slots=True)
class LengthModel:
    """The usual ratio of the second text's length to the first's, as a logarithm, and how widely it varies.

    `looseness` is the variance of the two texts' ratios in units of what is usual.
    """

    log_ratio: float
    looseness: float = 1.0

    @classmethod
    def of_totals(cls, a: Sequence[int], b: Sequence[int]) -> LengthModel:
        """From whole texts, before any link is known."""
        return cls(log(max(1, sum(b)) / max(1, sum(a))))

    @classmethod
    def of_links(cls, pairs: Iterable[tuple[int, int]], before: LengthModel) -> LengthModel:
        """From the lengths of linked segments; the model before where they are too few."""
        links = [(log(y / x), x + y) for x, y in pairs if x >= 20 and y >= 5]
        if len(links) < 10:
            return before
        usual = median(ratio for ratio, _ in links)
        spread = median((ratio - usual) ** 2 / _variance(total) for ratio, total in links) / 0.455
        looseness = (LENGTH_WEIGHT + len(links) * spread) / (LENGTH_WEIGHT + len(links))
        return cls(usual, looseness)

    def score(self, a: int, b: int) -> float:
        """Log likelihood of lengths `a` and `b` answering each other, 0 at best; Student's t has long tails."""
        off = log(b / a) - self.log_ratio
        z = off * off / (self.looseness * _variance(a + b))
        return -min(LENGTH_CAP, LENGTH_TAIL * log1p(z / (2 * LENGTH_TAIL - 1)))


def _variance(total: int) -> float:
    return LENGTH_SPREAD * LENGTH_SPREAD + LENGTH_NOISE / total
