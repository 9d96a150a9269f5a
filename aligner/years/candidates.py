"""Which paragraphs could answer which: an inverted index instead of comparing all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from aligner.years.board import Pair
from aligner.years.features import Features
from aligner.years.thresholds import (
    ALONE_IN_GAP,
    FEWER_BY,
    MOST_CANDIDATES,
    MOST_PARAGRAPHS_OF_A_FEATURE,
)


def candidates(features: Features, free_old: Sequence[int], free_new: Sequence[int]) -> dict[Pair, int]:
    """The pairs worth a look, with the weight of what they share: the best few of each free paragraph.

    The other paragraph may have a link already: it may be a whole whose parts are sought. Only rare features
    are followed, so that the work grows with the length of the text and not with its square; how many of
    them a pair shares chooses the few that are weighed.
    """
    by_old: dict[int, list[tuple[int, int]]] = defaultdict(list)
    by_new: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, j, n in _sharing(features):
        by_old[i].append((-n, j))
        by_new[j].append((-n, i))
    pairs = {(i, j) for i in free_old for j in _best(by_old[i])}
    pairs |= {(i, j) for j in free_new for i in _best(by_new[j])}
    return {(i, j): features.shared(i, j) for i, j in sorted(pairs)}


def _sharing(features: Features) -> Iterator[tuple[int, int, int]]:
    """Pairs that share rare features, with their number, where it may be enough for the least score."""
    telling = {f for f, n in features.counts.items() if 1 < n <= MOST_PARAGRAPHS_OF_A_FEATURE}
    postings: dict[int, list[int]] = defaultdict(list)
    for j, found in features.new.items():
        for f in found & telling:
            postings[f].append(j)
    known = postings.keys()
    worth = ALONE_IN_GAP / (2 * features.weight_of(2))  # no feature that two paragraphs share weighs more
    needs = {j: worth * weight for j, weight in features.new_weight.items()}
    for i, found in features.old.items():
        own = worth * features.old_weight[i]
        row = Counter(chain.from_iterable(map(postings.__getitem__, known & found)))
        yield from [(i, j, n) for j, n in row.items() if n >= own and n >= own + needs[j]]


def _best(sharing: list[tuple[int, int]]) -> list[int]:
    """The few that share most features, not those that share far fewer than the first."""
    sharing.sort()
    few = sharing[0][0] / FEWER_BY if sharing else 0
    return [place for n, place in sharing[:MOST_CANDIDATES] if n < few]
