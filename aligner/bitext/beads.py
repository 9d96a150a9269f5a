"""The dynamic programme over beads: which runs of segments answer each other, inside a band.

A bead's score is the log odds of its texts answering each other against standing alone: its prior, its
lengths (after Gale and Church 1993), and for each unit of either side the evidence of its best translation on
the other side, or of having none there (a naive Bayes reading of IBM Model 1; after Moore 2002).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log1p

from aligner.bitext.coarse import Band, Sure
from aligner.bitext.lengths import LengthModel
from aligner.bitext.priors import Prices
from aligner.bitext.side import Side
from aligner.bitext.thresholds import BEAM, HOPELESS, LOCAL_WEIGHT, MATCH_WEIGHT, NEAR, RARITY_CAP
from aligner.bitext.words import WordTable

Best = dict[int, float]  # unit → the strength of its best translation on the other side
Run = tuple[
    Best, list[float]
]  # of one segment against 1, 2, … of the other side: the last best, the evidence
Hint = Callable[[int, int, int, int], float]  # start_a, end_a, start_b, end_b → log odds beside the text
Commonness = list[dict[int, float]]  # for each segment: unit → the share of its rarity that it keeps there
Common = tuple[Commonness, Commonness]  # of either side
_NO_RUN: Run = ({}, [])


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments `start_a:end_a` answer `start_b:end_b`; `score` is their log odds, `confidence` 0..1.

    A `crossed` bead stands out of order: its sides changed places with others.
    """

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    score: float
    confidence: float = 0.0
    crossed: bool = False

    @property
    def is_single(self) -> bool:
        """Whether one segment answers one."""
        return self.end_a - self.start_a == 1 == self.end_b - self.start_b

    @property
    def is_link(self) -> bool:
        """Whether both sides have a segment."""
        return self.start_a < self.end_a and self.start_b < self.end_b


class Matcher:
    """Scores beads of two texts; remembers what neighbouring ones share."""

    def __init__(
        self, a: Side, b: Side, common: Common, table: WordTable, lengths: LengthModel, hint: Hint | None
    ) -> None:
        self._a, self._b, self._table, self._lengths, self._hint = a, b, table, lengths, hint
        self._per_a, self._per_b = len(a) / max(1, a.total), len(b) / max(1, b.total)
        self._absent_a = [sum(table.missing_a[u] for u in bag) for bag in a.bags]
        self._absent_b = [sum(table.missing_b[v] for v in bag) for bag in b.bags]
        self._common_a, self._common_b = common
        self._ends_a, self._ends_b = _running(a.sizes), _running(b.sizes)
        self._matches: list[dict[int, tuple[Best, Best]]] = [{} for _ in a.bags]
        self._across: list[dict[int, Run]] = [{} for _ in a.bags]
        self._down: list[dict[int, Run]] = [{} for _ in a.bags]
        self._expected: dict[int, dict[int, list[tuple[int, float, float]]]] = {}

    def links_from(self, i: int, j: int, prices: Prices) -> list[tuple[int, int, float]]:
        """The beads with two sides that begin at segments i and j: their sizes and scores."""
        if i == len(self._a) or j == len(self._b):
            return []
        ends_a, ends_b, hint = self._ends_a, self._ends_b, self._hint
        alive = []
        most_n = most_m = 0
        for n, m, prior in prices.shapes(i, j):
            score = prior + self._lengths.score(ends_a[i + n] - ends_a[i], ends_b[j + m] - ends_b[j])
            if score >= HOPELESS:
                alive.append((n, m, score))
                most_n, most_m = max(n, most_n), max(m, most_m)
        across = [self._run_across(x, j, most_m) for x in range(i, i + most_n)]
        down = [self._run_down(i, y, most_n) for y in range(j, j + most_m)]
        found = []
        for n, m, score in alive:
            words = 0.0
            for x in range(n):
                words += across[x][m - 1]
            for y in range(m):
                words += down[y][n - 1]
            score += MATCH_WEIGHT * words
            if hint:
                score += hint(i, i + n, j, j + m)
            found.append((n, m, score))
        return found

    def forget(self, i: int) -> None:
        """Drop what was remembered of segment i of `a`, which no bead can reach any more."""
        self._matches[i], self._across[i], self._down[i] = {}, {}, {}
        self._expected.pop(i, None)

    def _run_across(self, i: int, j: int, most: int) -> list[float]:
        """The evidence of segment i of `a` against j, j..j+1, … up to `most` segments of `b`."""
        best, run = self._across[i].get(j, _NO_RUN)
        if len(run) < most:
            run = run.copy()
            for stop in range(j + len(run) + 1, j + most + 1):
                best = _merged(best, self._match(i, stop - 1)[0])
                size = (self._ends_b[stop] - self._ends_b[j]) * self._per_b
                run.append(self._absent_a[i] + _evidence(best, size, self._table.missing_a))
            self._across[i][j] = best, run
        return run

    def _run_down(self, i: int, j: int, most: int) -> list[float]:
        """The evidence of segment j of `b` against i, i..i+1, … up to `most` segments of `a`."""
        best, run = self._down[i].get(j, _NO_RUN)
        if len(run) < most:
            run = run.copy()
            for stop in range(i + len(run) + 1, i + most + 1):
                best = _merged(best, self._match(stop - 1, j)[1])
                size = (self._ends_a[stop] - self._ends_a[i]) * self._per_a
                run.append(self._absent_b[j] + _evidence(best, size, self._table.missing_b))
            self._down[i][j] = best, run
        return run

    def _match(self, i: int, j: int) -> tuple[Best, Best]:
        """The best strengths of the units of segment i that are translated in j, and the reverse."""
        known = self._matches[i].get(j)
        if known is not None:
            return known
        expected = self._expected.get(i)
        if expected is None:
            expected = self._expected[i] = self._expect(i)
        best_a: Best = {}
        best_b: Best = {}
        common = self._common_b[j]
        for v in expected.keys() & self._b.bags[j]:
            strongest = 0.0
            share = common.get(v, 1.0)
            for u, strength, back in expected[v]:
                strength *= share
                if strength > best_a.get(u, 0.0):
                    best_a[u] = strength
                if back > strongest:
                    strongest = back
            best_b[v] = strongest
        self._matches[i][j] = best_a, best_b
        return best_a, best_b

    def _expect(self, i: int) -> dict[int, list[tuple[int, float, float]]]:
        """The units of `b` that would translate segment i, each with the units that it translates."""
        forward = self._table.forward
        expected: dict[int, list[tuple[int, float, float]]] = {}
        common = self._common_a[i]
        for u in self._a.bags[i]:
            share = common.get(u, 1.0)
            for v, strength, back in forward.get(u, ()):
                expected.setdefault(v, []).append((u, strength, back * share))
        return expected


def best_path(matcher: Matcher, band: Band, columns: int, sure: Sure, prices: Prices) -> list[Bead]:
    """The heaviest way through the band, as beads in order; `sure` links are taken as they are."""
    rows = len(band) - 1
    totals: list[dict[int, float]] = [{} for _ in band]
    steps: list[dict[int, tuple[int, int, float]]] = [{} for _ in band]
    totals[0][0] = 0.0
    for i in range(rows + 1):
        if i in sure:
            place, score = sure[i]
            ways: Iterable[tuple[int, int, int, float]] = [(place, 1, 1, score)]
        else:
            ways = edges(matcher, band, i, totals[i], prices)
        for j, n, m, score in ways:
            total = totals[i][j] + score
            if total > totals[i + n].get(j + m, -1e300):
                totals[i + n][j + m] = total
                steps[i + n][j + m] = (n, m, score)
        if i < rows:
            matcher.forget(i)
    out = []
    i, j = rows, columns
    while i or j:
        n, m, score = steps[i][j]
        out.append(Bead(i - n, i, j - m, j, score))
        i, j = i - n, j - m
    return out[::-1]


def edges(
    matcher: Matcher, band: Band, i: int, totals: dict[int, float], prices: Prices
) -> Iterator[tuple[int, int, int, float]]:
    """The beads that begin in row i at a place still worth looking at: j, n, m, score."""
    lo, hi = band[i]
    rows, best = len(band) - 1, max(totals.values(), default=0.0)
    for j in range(lo, hi + 1):
        here = totals.get(j)
        if here is None:
            continue
        if j < hi:
            yield from ((j, 0, m, score) for m, score in prices.lone_b(i, j) if j + m <= hi)
        if i < rows:
            for n, score in prices.lone_a(i, j):
                if band[i + n][0] <= j <= band[i + n][1]:
                    yield j, n, 0, score
        if here < best - BEAM:
            continue
        for n, m, score in matcher.links_from(i, j, prices):
            if band[i + n][0] <= j + m <= band[i + n][1]:
                yield j, n, m, score


def commonness(side: Side) -> Commonness:
    """For each segment, the share of their rarity that units keep which its neighbours hold too.

    A word of the whole passage says little about which of its segments is meant.
    """
    bags, rows = side.bags, len(side)
    out: Commonness = []
    for i, bag in enumerate(bags):
        found: dict[int, float] = {}
        near = [bags[k] & bag for k in range(max(0, i - NEAR), min(rows, i + NEAR + 1)) if k != i]
        counts = Counter(chain.from_iterable(near))
        for unit, count in counts.items():
            locally = len(near) / (LOCAL_WEIGHT * count)
            rarity = min(RARITY_CAP, rows / side.spread[unit])
            if locally < rarity:
                found[unit] = locally / rarity
        out.append(found)
    return out


def _merged(one: Best, other: Best) -> Best:
    if not other:
        return one
    merged = one | other
    for key in one.keys() & other.keys():
        if one[key] > merged[key]:
            merged[key] = one[key]
    return merged


def _evidence(best: Best, size: float, missing: Sequence[float]) -> float:
    total = 0.0
    for unit, strength in best.items():
        total += log1p(strength / size) - missing[unit]
    return total


def _running(sizes: Sequence[int]) -> list[int]:
    ends = [0]
    for size in sizes:
        ends.append(ends[-1] + size)
    return ends
