"""Which paragraphs could answer which: an inverted index instead of comparing all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from aligner.years.board import Pair
from aligner.years.features import Features
from aligner.years.thresholds import FEWER_BY, MOST_CANDIDATES, MOST_PARAGRAPHS_OF_A_FEATURE


def evident(features: Features) -> Iterator[Pair]:
    """Pairs that share more than either of them could share with any other paragraph.

    What only two paragraphs have, one of each version, neither shares with a third. Where that is more than
    half of the weight of both, no rival needs to be looked at.
    """
    twice = {f for f, n in features.counts.items() if n == 2}
    owner: dict[int, int] = {}
    for j, found in features.new.items():
        owner.update(dict.fromkeys(found & twice, j))
    known, weight = owner.keys(), features.weight_of(2)
    for i, found in features.old.items():
        row = Counter(map(owner.__getitem__, known & found))
        for j, n in row.most_common(1):
            if 2 * n * weight > max(features.old_weight[i], features.new_weight[j]):
                yield i, j


def candidates(features: Features, free_old: Sequence[int], free_new: Sequence[int]) -> dict[Pair, int]:
    """The pairs worth a look, with the weight of what they share: the best few of each free paragraph.

    The other paragraph may have a link already: it may be a whole whose parts are sought. Only rare features
    are followed, so that the work grows with the length of the text and not with its square; how many of
    them a pair shares chooses the few that are weighed.
    """
    telling = {f for f, n in features.counts.items() if 1 < n <= MOST_PARAGRAPHS_OF_A_FEATURE}
    pairs = set(_best(features.old, free_old, features.new, telling))
    pairs.update((i, j) for j, i in _best(features.new, free_new, features.old, telling))
    return {(i, j): features.shared(i, j) for i, j in sorted(pairs)}


def _best(
    one: Mapping[int, set[int]], free: Sequence[int], other: Mapping[int, set[int]], telling: set[int]
) -> Iterator[Pair]:
    """Each free paragraph of the one side with those of the other that share most of its features."""
    sought = set().union(*(one[p] for p in free)) & telling
    postings: dict[int, list[int]] = defaultdict(list)
    for q, found in other.items():
        for f in found & sought:
            postings[f].append(q)
    known = postings.keys()
    for p in free:
        row = Counter(chain.from_iterable(map(postings.__getitem__, known & one[p])))
        few = max(row.values(), default=0) // FEWER_BY
        best = sorted([q for q, n in row.items() if n > few], key=row.__getitem__, reverse=True)
        for q in best[:MOST_CANDIDATES]:
            yield p, q
