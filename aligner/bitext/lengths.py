"""What lengths say about a link: the logarithm of their ratio against what is usual for the two texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from statistics import median

from aligner.bitext.thresholds import LENGTH_CAP, LENGTH_NOISE, LENGTH_SPREAD


@dataclass(frozen=True, slots=True)
class LengthModel:
    """The usual ratio of the second text's length to the first's, as a logarithm, and its spread."""

    log_ratio: float
    spread: float = LENGTH_SPREAD

    @classmethod
    def of_totals(cls, a: Sequence[int], b: Sequence[int]) -> LengthModel:
        """From whole texts, before any link is known."""
        return cls(log(max(1, sum(b)) / max(1, sum(a))))

    @classmethod
    def of_links(cls, pairs: Iterable[tuple[int, int]], before: LengthModel) -> LengthModel:
        """From the lengths of linked segments; the model before where they are too few."""
        ratios = [log(y / x) for x, y in pairs if x >= 20 and y >= 5]
        return cls(median(ratios), before.spread) if len(ratios) >= 10 else before

    def score(self, a: int, b: int) -> float:
        """Log likelihood of lengths `a` and `b` answering each other, 0 at best."""
        off = log(b / a) - self.log_ratio
        variance = self.spread * self.spread + LENGTH_NOISE / (a + b)
        return -min(LENGTH_CAP, off * off / (2 * variance))
