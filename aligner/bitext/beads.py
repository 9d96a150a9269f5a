"""The dynamic programme over beads: which runs of segments answer each other, inside a band.

A bead's score is the log odds of its texts answering each other against standing alone: its prior, its lengths
(after Gale and Church 1993), and for each unit of either side the evidence of its best translation on the other
side, or of having none there (a naive Bayes reading of IBM Model 1; after Moore 2002).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from aligner.bitext.coarse import Band
from aligner.bitext.lengths import LengthModel
from aligner.bitext.side import Side
from aligner.bitext.thresholds import BEADS, MATCH_WEIGHT, SPAN
from aligner.bitext.words import WordTable

Gains = dict[int, tuple[float, float]]  # unit → its best strength on the other side, and the cost of its absence


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments `start_a:end_a` answer `start_b:end_b`; `score` is their log odds."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    score: float


class Matcher:
    """Scores beads of two texts; remembers what it has computed for neighbouring ones."""

    def __init__(self, a: Side, b: Side, table: WordTable, lengths: LengthModel) -> None:
        self._a, self._b, self._table, self._lengths = a, b, table, lengths
        self._mean_a, self._mean_b = a.total / max(1, len(a)), b.total / max(1, len(b))
        self._absent_a = [sum(table.missing_a[u] for u in bag) for bag in a.bags]
        self._absent_b = [sum(table.missing_b[v] for v in bag) for bag in b.bags]
        self._ends_a, self._ends_b = _running(a.sizes), _running(b.sizes)

    def row(self, i: int, first: int, last: int) -> tuple[list[dict[int, float]], list[dict[int, float]]]:
        """For segment i of `a` and each j in first..last-1: the best strengths of a's units, and of b's."""
        forward = self._table.forward
        expected: dict[int, list[tuple[int, float, float]]] = {}
        for u in self._a.bags[i]:
            for v, strength, back in forward.get(u, ()):
                expected.setdefault(v, []).append((u, strength, back))
        keys = expected.keys()
        out_a: list[dict[int, float]] = []
        out_b: list[dict[int, float]] = []
        bags = self._b.bags
        for j in range(first, last):
            best_a: dict[int, float] = {}
            best_b: dict[int, float] = {}
            for v in keys & bags[j]:
                for u, strength, back in expected[v]:
                    if strength > best_a.get(u, 0.0):
                        best_a[u] = strength
                    if back > best_b.get(v, 0.0):
                        best_b[v] = back
            out_a.append(best_a)
            out_b.append(best_b)
        return out_a, out_b

    def runs(self, band: Band) -> tuple[dict[tuple[int, int], list[float]], dict[tuple[int, int], list[float]]]:
        """The evidence of one segment against 1..SPAN segments of the other side, everywhere in the band.

        The first table has under (i, j) that of segment i of `a` against j, j..j+1, …; the second that of
        segment j of `b` against i, i..i+1, ….
        """
        a, b, table = self._a, self._b, self._table
        across: dict[tuple[int, int], list[float]] = {}
        down: dict[tuple[int, int], list[float]] = {}
        recent: list[tuple[int, list[dict[int, float]]]] = []  # of the last SPAN rows: first j, strengths of b's units
        for i in range(len(a)):
            first, last = band[i][0], min(len(b), band[i + 1][1])
            of_a, of_b = self.row(i, first, last)
            for j in range(first, last):
                scores, best = [], of_a[j - first]
                for m in range(min(SPAN, last - j)):
                    if m:
                        best = _merged(best, of_a[j - first + m])
                    size = (self._ends_b[j + m + 1] - self._ends_b[j]) / self._mean_b
                    scores.append(self._absent_a[i] + _evidence(best, size, table.missing_a))
                across[i, j] = scores
            recent = [*recent[-(SPAN - 1) :], (first, of_b)]
            self._close(i, recent, down)
        for i in range(len(a) - 1, max(-1, len(a) - SPAN), -1):
            pass
        return across, down

    def _close(
        self, i: int, recent: list[tuple[int, list[dict[int, float]]]], down: dict[tuple[int, int], list[float]]
    ) -> None:
        """Extend the runs that end with row i upwards: (start, j) gains one more segment of `a`."""
        table = self._table
        first, rows = recent[-1]
        for j in range(first, first + len(rows)):
            best = rows[j - first]
            for back in range(len(recent)):
                start = i - back
                if back:
                    low, earlier = recent[-1 - back]
                    if not low <= j < low + len(earlier):
                        break
                    best = _merged(best, earlier[j - low])
                size = (self._ends_a[i + 1] - self._ends_a[start]) / self._mean_a
                down.setdefault((start, j), []).append(self._absent_b[j] + _evidence(best, size, table.missing_b))

    def bead_score(
        self, i: int, j: int, n: int, m: int,
        across: dict[tuple[int, int], list[float]], down: dict[tuple[int, int], list[float]],
    ) -> float | None:  # fmt: skip
        """The log odds of segments i..i+n-1 answering j..j+m-1; None outside the band."""
        words = 0.0
        for x in range(i, i + n):
            run = across.get((x, j))
            if run is None or len(run) < m:
                return None
            words += run[m - 1]
        for y in range(j, j + m):
            run = down.get((i, y))
            if run is None or len(run) < n:
                return None
            words += run[n - 1]
        ends_a, ends_b = self._ends_a, self._ends_b
        lengths = self._lengths.score(ends_a[i + n] - ends_a[i], ends_b[j + m] - ends_b[j])
        return MATCH_WEIGHT * words + lengths

    def best_path(self, band: Band) -> list[Bead]:
        """The heaviest way through the band."""
        across, down = self.runs(band)
        rows, columns = len(self._a), len(self._b)
        totals: list[dict[int, float]] = [{} for _ in range(rows + 1)]
        froms: list[dict[int, tuple[int, int, float]]] = [{} for _ in range(rows + 1)]
        totals[0][0] = 0.0
        beads = list(BEADS.items())
        for i in range(rows + 1):
            lo, hi = band[i]
            here, came = totals[i], froms[i]
            for j in range(lo, hi + 1):
                base = here.get(j)
                if base is None:
                    continue
                for (n, m), prior in beads:
                    x, y = i + n, j + m
                    if x > rows or y > columns or not band[x][0] <= y <= band[x][1]:
                        continue
                    score = prior
                    if n and m:
                        found = self.bead_score(i, j, n, m, across, down)
                        if found is None:
                            continue
                        score += found
                    total = base + score
                    if total > totals[x].get(y, -1e300):
                        totals[x][y] = total
                        froms[x][y] = (n, m, score)
        return _traced(froms, rows, columns)


def _traced(froms: Sequence[dict[int, tuple[int, int, float]]], rows: int, columns: int) -> list[Bead]:
    out = []
    i, j = rows, columns
    while i or j:
        n, m, score = froms[i][j]
        out.append(Bead(i - n, i, j - m, j, score))
        i, j = i - n, j - m
    return out[::-1]


def _merged(one: dict[int, float], other: dict[int, float]) -> dict[int, float]:
    if not other:
        return one
    merged = one | other
    for key in one.keys() & other.keys():
        merged[key] = max(one[key], other[key])
    return merged


def _evidence(best: dict[int, float], size: float, missing: Sequence[float]) -> float:
    return sum(log1p(strength / size) - missing[unit] for unit, strength in best.items())


def _running(sizes: Sequence[int]) -> list[int]:
    ends = [0]
    for size in sizes:
        ends.append(ends[-1] + size)
    return ends
