"""Which paragraphs could answer which: an inverted index instead of comparing all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from aligner.years.board import Pair
from aligner.years.features import Features
from aligner.years.thresholds import (
    ALONE_IN_GAP,
    EVIDENT,
    FEWER_BY,
    MOST_CANDIDATES,
    MOST_PARAGRAPHS_OF_A_FEATURE,
    SURE,
)

Weighed = tuple[Mapping[int, set[int]], Mapping[int, int]]  # features and weights by place


def evident(
    features: Features, free_old: Sequence[int], free_new: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Pairs of free paragraphs with their scores that are alike and hold enough that no third paragraph has.

    What only two paragraphs have, one of each version, neither shares with a rival: a cheap proof, which
    spares most paragraphs the search for candidates.
    """
    twice = {f for f, n in features.counts.items() if n == 2}
    owner: dict[int, int] = {}
    for j in free_new:
        owner.update(dict.fromkeys(features.new[j] & twice, j))
    known, weight = owner.keys(), features.weight_of(2)
    for i in free_old:
        for j, n in Counter(map(owner.__getitem__, known & features.old[i])).most_common(1):
            if n * weight >= EVIDENT * max(features.old_weight[i], features.new_weight[j]):
                score = features.score(i, j, features.shared(i, j))
                if score >= SURE:
                    yield i, j, score


def candidates(features: Features, free_old: Sequence[int], free_new: Sequence[int]) -> dict[Pair, int]:
    """The pairs worth a look, with the weight of what they share: the best few of each free paragraph.

    The other paragraph may have a link already: it may be a whole whose parts are sought. Only rare features
    are followed, so that the work grows with the length of the text and not with its square; how many of
    them a pair shares chooses the few that are weighed.
    """
    telling = {f for f, n in features.counts.items() if 1 < n <= MOST_PARAGRAPHS_OF_A_FEATURE}
    top = features.weight_of(2)  # no feature that two paragraphs share weighs more
    old, new = (features.old, features.old_weight), (features.new, features.new_weight)
    pairs = set(_best(old, free_old, new, telling, top))
    pairs.update((i, j) for j, i in _best(new, free_new, old, telling, top))
    return {(i, j): features.shared(i, j) for i, j in sorted(pairs)}


def _best(one: Weighed, free: Sequence[int], other: Weighed, telling: set[int], top: int) -> Iterator[Pair]:
    """Each free paragraph of the one side with those of the other that share most of its features.

    Pairs whose features could not reach the least score, were each as heavy as `top`, are not worth a look.
    """
    sought = set().union(*(one[0][p] for p in free)) & telling
    postings: dict[int, list[int]] = defaultdict(list)
    for q, found in other[0].items():
        for f in found & sought:
            postings[f].append(q)
    known, weight = postings.keys(), other[1]
    for p in free:
        row = Counter(chain.from_iterable(map(postings.__getitem__, known & one[0][p])))
        own, few = one[1][p], max(row.values(), default=0) // FEWER_BY
        best = [q for q, n in row.items() if n > few and 2 * n * top >= ALONE_IN_GAP * (own + weight[q])]
        for q in sorted(best, key=row.__getitem__, reverse=True)[:MOST_CANDIDATES]:
            yield p, q
