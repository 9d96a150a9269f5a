"""The first pass: likely one-to-one links of two texts of any size, and the band that they leave to look at.

Candidates come from an inverted index of the rarer units; the heaviest monotone chain through them is found
with a Fenwick tree of prefix maxima, so that time and memory grow with the number of candidates alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import log1p
from operator import itemgetter

from aligner.bitext.lengths import LengthModel
from aligner.bitext.side import Side
from aligner.bitext.thresholds import CELLS, COARSE_LEAST, COARSE_SPREAD, MATCH_WEIGHT, OPEN_GAP, SMALL
from aligner.bitext.words import WordTable

Cell = tuple[int, int, float]
Sure = dict[int, tuple[int, float]]  # place in a → its place in b, and the score
Band = list[
    tuple[int, int]
]  # for each i in 0..len(a): the first and last j that a path may pass after i segments


def candidates(a: Side, b: Side, table: WordTable, lengths: LengthModel) -> list[Cell]:
    """The best few partners of each segment of `a` by shared and translated units, with their scores."""
    holders: dict[int, list[int]] = {}
    limit = max(COARSE_SPREAD, len(b) // 8) if len(b) <= SMALL else COARSE_SPREAD
    for j, bag in enumerate(b.bags):
        for v in bag:
            if b.spread[v] <= limit:
                holders.setdefault(v, []).append(j)
    postings = {
        u: [(log1p(strength), holders[v]) for v, strength, _ in partners if v in holders]
        for u, partners in table.forward.items()
    }
    steep = len(b) / len(a)
    found: list[Cell] = []
    for i, bag in enumerate(a.bags):
        gains: defaultdict[int, float] = defaultdict(float)
        for u in bag & postings.keys():
            for gain, places in postings[u]:
                for j in places:
                    gains[j] += gain
        for j, gain in sorted(gains.items(), key=itemgetter(1))[-CELLS:]:
            score = 2 * MATCH_WEIGHT * gain + 0.5 * lengths.score(a.sizes[i], b.sizes[j])
            score -= 2.0 * abs(j - i * steep) / len(b)
            if score > COARSE_LEAST:
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


def sure_links(links: Sequence[Cell], least: float) -> Sure:
    """The one-to-one links that need no second look: strong, and between two others without a gap.

    A segment that was left over or joined to its neighbour would leave a gap in the run.
    """
    return {
        i: (j, score)
        for (before, (i, j, score), after) in zip(links, links[1:], links[2:], strict=False)
        if score >= least and before[:2] == (i - 1, j - 1) and after[:2] == (i + 1, j + 1)
    }


def band_of(corners: Sequence[tuple[int, int]], rows: int, columns: int, sure: Sure, margin: int) -> Band:
    """The band around a path's corners: all that is near the line between two neighbours.

    A gap between two corners stays wholly open while it is small; a large one keeps to its diagonal. Sure
    links leave the path no choice.
    """
    lo, hi = [columns] * (rows + 1), [0] * (rows + 1)
    for (i0, j0), (i1, j1) in pairwise([(0, 0), *corners, (rows, columns)]):
        height, breadth = i1 - i0, j1 - j0
        slack = margin + min(abs(height - breadth), OPEN_GAP) + min(height, breadth) // 4
        for i in range(i0, i1 + 1):
            middle = j0 + breadth * (i - i0) // height if height else j0
            low = max(j0 - margin, middle - slack)
            high = min(j1 + margin, middle + (0 if height else breadth) + slack)
            lo[i], hi[i] = min(lo[i], max(0, low)), max(hi[i], min(columns, high))
    for i in range(rows - 1, -1, -1):  # neither edge may fall back
        lo[i] = min(lo[i], lo[i + 1])
    for i in range(1, rows + 1):
        hi[i] = max(hi[i], hi[i - 1])
    for i, (j, _) in sure.items():
        lo[i] = hi[i] = j
        lo[i + 1] = hi[i + 1] = j + 1
    lo[0], hi[rows] = 0, columns
    return list(zip(lo, hi, strict=True))
