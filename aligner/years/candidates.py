"""Which paragraphs could answer which: an inverted index instead of comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import nlargest

from aligner.years.board import Pair
from aligner.years.features import Side
from aligner.years.thresholds import MOST_CANDIDATES


def candidates(old: Side, new: Side, weights: Mapping[str, int]) -> dict[Pair, int]:
    """The weight of the features that pairs of paragraphs share, the best few of each paragraph.

    Only features that weigh something are followed, so that the work grows with the length of the text.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    for j, features in new.features.items():
        for f in features:
            if f in weights:
                postings[f].append(j)
    shared: dict[Pair, int] = {}
    columns: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, features in old.features.items():
        row: dict[int, int] = defaultdict(int)
        for f in features:
            if f in postings:
                weight = weights[f]
                for j in postings[f]:
                    row[j] += weight
        for weight, minus_j in nlargest(MOST_CANDIDATES, ((w, -j) for j, w in row.items())):
            shared[i, -minus_j] = weight
        for j, weight in row.items():
            columns[j].append((weight, -i))
    for j, column in columns.items():
        for weight, minus_i in nlargest(MOST_CANDIDATES, column):
            shared[-minus_i, j] = weight
    return shared
