"""Which paragraphs could answer which: an inverted index instead of comparing all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain

from aligner.years.board import Pair
from aligner.years.features import Features
from aligner.years.thresholds import FEWER_BY, MOST_CANDIDATES, MOST_PARAGRAPHS_OF_A_FEATURE


def candidates(features: Features) -> dict[Pair, int]:
    """The pairs worth a look, with the weight of what they share: the best few of each old paragraph.

    Only rare features are followed, so that the work grows with the length of the text and not with its
    square; how many of them a pair shares chooses the few that are weighed.
    """
    counts = features.counts
    telling = {f for f, n in counts.items() if 1 < n <= MOST_PARAGRAPHS_OF_A_FEATURE}
    postings: dict[int, list[int]] = defaultdict(list)
    for j, found in features.new.items():
        for f in found & telling:
            postings[f].append(j)
    known = postings.keys()
    shared: dict[Pair, int] = {}
    for i, found in features.old.items():
        row = Counter(chain.from_iterable(map(postings.__getitem__, known & found)))
        few = max(row.values(), default=0) // FEWER_BY
        best = sorted([j for j, n in row.items() if n > few], key=row.__getitem__, reverse=True)
        for j in best[:MOST_CANDIDATES]:
            shared[i, j] = features.shared(i, j)
    return shared
