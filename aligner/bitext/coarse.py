"""The first pass: likely one-to-one links of two texts of any size, and the band that they leave to look at.

Candidates come from an inverted index of the rarer units; the heaviest monotone chain through them is found
with a Fenwick tree of prefix maxima, so that time and memory grow with the number of candidates alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from itertools import pairwise
from math import log1p

from aligner.bitext.lengths import LengthModel
from aligner.bitext.side import Side
from aligner.bitext.thresholds import BAND, CELLS, COARSE_SPREAD, MATCH_WEIGHT
from aligner.bitext.words import WordTable

Cell = tuple[int, int, float]
Band = list[
    tuple[int, int]
]  # for each i in 0..len(a): the first and last j that a path may pass after i segments


def candidates(a: Side, b: Side, table: WordTable, lengths: LengthModel) -> list[Cell]:
    """The best few partners of each segment of `a` by shared and translated units, with their scores."""
    holders: dict[int, list[int]] = {}
    limit = max(COARSE_SPREAD, len(b) // 8) if len(b) <= 1000 else COARSE_SPREAD
    for j, bag in enumerate(b.bags):
        for v in bag:
            if b.spread[v] <= limit:
                holders.setdefault(v, []).append(j)
    steep = len(b) / max(1, len(a))
    found: list[Cell] = []
    for i, bag in enumerate(a.bags):
        gains: dict[int, float] = {}
        for u in bag:
            for v, strength, _ in table.forward.get(u, ()):
                if v in holders:
                    gain = log1p(strength)
                    for j in holders[v]:
                        gains[j] = gains.get(j, 0.0) + gain
        for j, gain in nlargest(CELLS, gains.items(), key=lambda item: item[1]):
            score = 2 * MATCH_WEIGHT * gain + 0.5 * lengths.score(a.sizes[i], b.sizes[j])
            score -= 2.0 * abs(j - i * steep) / len(b)
            if score > 1.0:
                found.append((i, j, score))
    return found


def chain(cells: Sequence[Cell], width: int) -> list[Cell]:
    """The heaviest chain of cells that ascends in both places; `width` is the length of the second text."""
    best = [-1] * (width + 1)  # Fenwick tree over j: the cell that ends the heaviest chain
    weight = [0.0] * len(cells)
    before = [-1] * len(cells)
    order = sorted(range(len(cells)), key=lambda k: (cells[k][0], -cells[k][1]))
    for k in order:
        _, j, score = cells[k]
        top, heaviest, at = -1, 0.0, j
        while at > 0:
            if best[at] >= 0 and weight[best[at]] > heaviest:
                top, heaviest = best[at], weight[best[at]]
            at -= at & -at
        weight[k], before[k] = heaviest + score, top
        at = j + 1
        while at <= width:
            if best[at] < 0 or weight[best[at]] < weight[k]:
                best[at] = k
            at += at & -at
    out: list[Cell] = []
    k = max(order, key=weight.__getitem__, default=-1)
    while k >= 0:
        out.append(cells[k])
        k = before[k]
    return out[::-1]


def band_of(anchors: Sequence[tuple[int, int]], rows: int, columns: int, margin: int = BAND) -> Band:
    """The band around a chain of anchors: all that is near enough to the line between two neighbours."""
    lo, hi = [columns] * (rows + 1), [0] * (rows + 1)
    # A gap between two anchors stays wholly open while it is small; a large one keeps to its diagonal.
    corners = [(0, 0), *((i, j) for i, j in anchors), (rows, columns)]
    for (i0, j0), (i1, j1) in pairwise(corners):
        height, breadth = i1 - i0, j1 - j0
        slack = margin + min(abs(height - breadth), 40) + min(height, breadth) // 4
        for i in range(i0, i1 + 1):
            middle = j0 + breadth * (i - i0) / height if height else j0
            low = max(j0 - margin, int(middle) - slack)
            high = min(j1 + margin, int(middle + (breadth if not height else 0)) + slack)
            lo[i], hi[i] = min(lo[i], max(0, low)), max(hi[i], min(columns, high))
    for i in range(rows - 1, -1, -1):  # both edges must not fall back
        lo[i] = min(lo[i], lo[i + 1])
    for i in range(1, rows + 1):
        hi[i] = max(hi[i], hi[i - 1])
    lo[0], hi[rows] = 0, columns
    return list(zip(lo, hi, strict=True))
