"""How sure a link is: its share of all ways through the texts (forward–backward over the beads)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, log

from aligner.bitext.beads import Bead, Matcher, edges
from aligner.bitext.coarse import Band, band_of
from aligner.bitext.priors import Priors
from aligner.bitext.thresholds import CALIBRATION, DOUBT_MARGIN, TEMPERATURE

Steps = list[list[tuple[int, int, int, float]]]  # by row: j, n, m, flattened score
_LOWEST = -1e300


def with_confidence(
    matcher: Matcher, beads: Sequence[Bead], rows: int, columns: int, priors: Priors
) -> list[Bead]:
    """The same links, each with the probability that it is right, calibrated on the gold sets."""
    corners = [(bead.end_a, bead.end_b) for bead in beads]
    band = band_of(corners, rows, columns, {}, DOUBT_MARGIN)
    steps = _steps(matcher, band, columns, priors)
    before, after = _forward(steps, band), _backward(steps, band, columns)
    shares = _Shares(before, after, before[rows].get(columns, _LOWEST))
    return [replace(bead, confidence=calibrated(shares.of(_rescored(bead, steps)))) for bead in beads]


def _rescored(bead: Bead, steps: Steps) -> Bead:
    """The bead with its score in the band: that of a link taken unseen is of an earlier pass."""
    n, m = bead.end_a - bead.start_a, bead.end_b - bead.start_b
    for j, rows, columns, score in steps[bead.start_a]:
        if (j, rows, columns) == (bead.start_b, n, m):
            return replace(bead, score=score * TEMPERATURE)
    return bead


@dataclass(frozen=True, slots=True)
class _Shares:
    """Sums over the ways to and from every place, and over all ways."""

    before: list[dict[int, float]]
    after: list[dict[int, float]]
    whole: float

    def of(self, bead: Bead) -> float:
        """The share of all ways that go through a bead; a lone segment is alone wherever it is passed."""
        if bead.is_link:
            return self._at(bead.start_a, bead.start_b, bead.end_a, bead.end_b, bead.score)
        if bead.start_a < bead.end_a:
            places = self.before[bead.start_a]
            return sum(self._at(bead.start_a, j, bead.end_a, j, bead.score) for j in places)
        rows = range(len(self.before))
        return sum(self._at(i, bead.start_b, i, bead.end_b, bead.score) for i in self._near(bead, rows))

    def _near(self, bead: Bead, rows: range) -> Iterator[int]:
        """The rows around a bead whose ways pass its place in the second text."""
        for direction in (range(bead.start_a, len(rows)), range(bead.start_a - 1, -1, -1)):
            for i in direction:
                if bead.start_b not in self.before[i]:
                    break
                yield i

    def _at(self, i: int, j: int, x: int, y: int, score: float) -> float:
        to, on = self.before[i].get(j, _LOWEST), self.after[x].get(y, _LOWEST)
        return exp(min(0.0, to + score / TEMPERATURE + on - self.whole))


def calibrated(share: float) -> float:
    """The share of a link among all ways, as the precision observed for such shares."""
    for (low, said), (high, then) in pairwise(CALIBRATION):
        if share <= high:
            return said + (then - said) * (share - low) / (high - low)
    return CALIBRATION[-1][1]


def _steps(matcher: Matcher, band: Band, columns: int, priors: Priors) -> Steps:
    """All beads of the band by the row they begin in: j, n, m, flattened score."""
    out: Steps = []
    for i, (lo, hi) in enumerate(band):
        everywhere = dict.fromkeys(range(lo, hi + 1), 0.0)
        out.append(
            [
                (j, n, m, s / TEMPERATURE)
                for j, n, m, s in edges(matcher, band, columns, i, everywhere, priors)
            ]
        )
        if i < len(band) - 1:
            matcher.forget(i)
    return out


def _forward(steps: Steps, band: Band) -> list[dict[int, float]]:
    sums: list[dict[int, float]] = [{} for _ in band]
    sums[0][0] = 0.0
    for i, row in enumerate(steps):
        for j, n, m, score in row:
            here = sums[i].get(j)
            if here is not None:
                _add(sums[i + n], j + m, here + score)
    return sums


def _backward(steps: Steps, band: Band, columns: int) -> list[dict[int, float]]:
    sums: list[dict[int, float]] = [{} for _ in band]
    sums[-1][columns] = 0.0
    for i in range(len(band) - 1, -1, -1):
        for j, n, m, score in reversed(steps[i]):
            there = sums[i + n].get(j + m)
            if there is not None:
                _add(sums[i], j, there + score)
    return sums


def _add(sums: dict[int, float], place: int, value: float) -> None:
    old = sums.get(place)
    if old is None:
        sums[place] = value
    elif old >= value:
        sums[place] = old + log(1 + exp(value - old))
    else:
        sums[place] = value + log(1 + exp(old - value))
