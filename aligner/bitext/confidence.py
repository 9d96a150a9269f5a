"""How sure a link is: its share of all ways through the texts (forward–backward over the beads)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, log

from aligner.bitext.beads import Bead, Matcher, edges
from aligner.bitext.coarse import Band, band_of
from aligner.bitext.pieces import Pieces
from aligner.bitext.priors import Prices
from aligner.bitext.thresholds import CALIBRATION, DOUBT_MARGIN, TEMPERATURE

Steps = list[list[tuple[int, int, int, float]]]  # by row: j, n, m, flattened score
Sums = list[dict[int, float]]  # by row and column: the logarithm of a sum over ways
_LOWEST = -1e300


def with_confidence(
    matcher: Matcher,
    links: Sequence[Bead],
    path: Sequence[tuple[int, int]],
    a: Pieces,
    b: Pieces,
    prices: Prices,
) -> list[Bead]:
    """The same links of segments, each with the probability that it is right, calibrated on the gold sets.

    `path` is where the links of pieces end that they were made of.
    """
    rows, columns = len(a), len(b)
    band = band_of(path, rows, columns, {}, DOUBT_MARGIN)
    steps = _steps(matcher, band, prices)
    before, after = _forward(steps), _backward(steps, columns)
    shares = _Shares(a, b, steps, before, after, before[rows].get(columns, _LOWEST))
    return [replace(link, confidence=calibrated(shares.of(link))) for link in links]


@dataclass(frozen=True, slots=True)
class _Shares:
    """Sums over the ways to and from every place, and over all ways."""

    a: Pieces
    b: Pieces
    steps: Steps
    before: Sums
    after: Sums
    whole: float

    def of(self, link: Bead) -> float:
        """The share of all ways that go through a link; a lone segment is alone wherever it is passed."""
        i, x = self.a.starts[link.start_a], self.a.starts[link.end_a]
        j, y = self.b.starts[link.start_b], self.b.starts[link.end_b]
        if link.is_link:
            return self._at(i, j, x, y)
        if i < x:
            return sum(self._at(i, place, x, place) for place in self.before[i] if self.b.opens[place])
        return sum(self._at(row, j, row, y) for row in self._near(i, j) if self.a.opens[row])

    def _near(self, i: int, j: int) -> Iterator[int]:
        """The rows around a place whose ways pass it in the second text."""
        for direction in (range(i, len(self.before)), range(i - 1, -1, -1)):
            for row in direction:
                if j not in self.before[row]:
                    break
                yield row

    def _at(self, i: int, j: int, x: int, y: int) -> float:
        to, on = self.before[i].get(j, _LOWEST), self.after[x].get(y, _LOWEST)
        return exp(min(0.0, to + self._through(i, j, x, y) + on - self.whole))

    def _through(self, i: int, j: int, x: int, y: int) -> float:
        """The sum over the ways between two places that pass no other place where segments of both begin."""
        sums: Sums = [{} for _ in range(x - i + 1)]
        sums[0][j] = 0.0
        for row in range(i, x + 1):
            for column, n, m, score in self.steps[row]:
                here = sums[row - i].get(column)
                inner = (row, column) == (i, j) or not (self.a.opens[row] and self.b.opens[column])
                if here is not None and inner and row + n <= x and column + m <= y:
                    _add(sums[row - i + n], column + m, here + score)
        return sums[-1].get(y, _LOWEST)


def calibrated(share: float) -> float:
    """The share of a link among all ways, as the precision observed for such shares."""
    for (low, said), (high, then) in pairwise(CALIBRATION):
        if share <= high:
            return said + (then - said) * (share - low) / (high - low)
    return CALIBRATION[-1][1]


def _steps(matcher: Matcher, band: Band, prices: Prices) -> Steps:
    """All beads of the band by the row they begin in: j, n, m, flattened score."""
    out: Steps = []
    for i, (lo, hi) in enumerate(band):
        everywhere = dict.fromkeys(range(lo, hi + 1), 0.0)
        out.append([(j, n, m, s / TEMPERATURE) for j, n, m, s in edges(matcher, band, i, everywhere, prices)])
        if i < len(band) - 1:
            matcher.forget(i)
    return out


def _forward(steps: Steps) -> Sums:
    sums: Sums = [{} for _ in steps]
    sums[0][0] = 0.0
    for i, row in enumerate(steps):
        for j, n, m, score in row:
            here = sums[i].get(j)
            if here is not None:
                _add(sums[i + n], j + m, here + score)
    return sums


def _backward(steps: Steps, columns: int) -> Sums:
    sums: Sums = [{} for _ in steps]
    sums[-1][columns] = 0.0
    for i in range(len(steps) - 1, -1, -1):
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
