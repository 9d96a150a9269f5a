"""Translations that the two texts teach themselves: units that keep meeting in linked segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import sqrt

from aligner.bitext.beads import Bead
from aligner.bitext.side import Side
from aligner.bitext.thresholds import (
    LEARN_EXPLAINED,
    LEARN_MEETINGS,
    LEARN_ODDS,
    LEARN_SCORE,
    LEARN_SPREAD,
    LEARN_WEIGHT,
    REVISE_WEIGHT,
)
from aligner.bitext.words import Pairs


def learnt_pairs(a: Side, b: Side, beads: Sequence[Bead], known: Pairs) -> Pairs:
    """Units that are each other's steadiest company in linked segments, with their scores.

    Units whose known translation stands in the link are explained and neither teach nor learn there. The
    score leaves one meeting out: the link under judgement must not be its own witness.
    """
    bags_a, bags_b = _unexplained(a, b, beads, known)
    n_a, n_b = Counter(chain.from_iterable(bags_a)), Counter(chain.from_iterable(bags_b))
    most = max(4.0, LEARN_SPREAD * len(bags_a))
    holders: dict[int, list[int]] = {}
    for k, bag in enumerate(bags_a):
        for u in bag:
            if LEARN_MEETINGS <= n_a[u] <= most:
                holders.setdefault(u, []).append(k)
    found: Pairs = {}
    dearest: dict[int, float] = {}
    for u, places in holders.items():
        meets = Counter(chain.from_iterable(bags_b[k] for k in places))
        scored = [
            ((n - 1) / sqrt(n_a[u] * n_b[v]), v)
            for v, n in meets.items()
            if n >= LEARN_MEETINGS and n_b[v] <= most
        ]
        score, v = max(scored, default=(0.0, -1))
        if score >= LEARN_SCORE:
            found[u, v] = score
            dearest[v] = max(score, dearest.get(v, 0.0))
    return {(u, v): LEARN_WEIGHT * score for (u, v), score in found.items() if score == dearest[v]}


def _unexplained(
    a: Side, b: Side, beads: Sequence[Bead], known: Pairs
) -> tuple[list[frozenset[int]], list[frozenset[int]]]:
    """For each sure link with two sides, the units of either side that no known translation explains."""
    partners: dict[int, list[int]] = {}
    for (u, v), score in known.items():
        if score >= LEARN_EXPLAINED:
            partners.setdefault(u, []).append(v)
    bags_a, bags_b = [], []
    for bead in beads:
        if bead.score <= LEARN_ODDS or bead.start_a == bead.end_a or bead.start_b == bead.end_b:
            continue
        x = frozenset(chain.from_iterable(a.bags[bead.start_a : bead.end_a]))
        y = frozenset(chain.from_iterable(b.bags[bead.start_b : bead.end_b]))
        pairs = [(u, v) for u in x & partners.keys() for v in partners[u] if v in y]
        bags_a.append(x - {u for u, _ in pairs})
        bags_b.append(y - {v for _, v in pairs})
    return bags_a, bags_b


def revised(a: Side, b: Side, beads: Sequence[Bead], known: Pairs) -> Pairs:
    """The known translations, as firm as the links found so far show them to be in these two texts.

    Meetings by chance are taken off, and one occurrence is left out, as it may be the link under judgement.
    """
    sure = [x for x in beads if x.is_link and x.score > LEARN_ODDS]
    holders_a = _holders(frozenset(chain.from_iterable(a.bags[x.start_a : x.end_a])) for x in sure)
    holders_b = _holders(frozenset(chain.from_iterable(b.bags[x.start_b : x.end_b])) for x in sure)
    found = known.copy()
    for (u, v), score in known.items():
        one, two = holders_a.get(u), holders_b.get(v)
        if one and two and len(one) + len(two) > 2:
            meets, n_u, n_v = len(one & two), len(one), len(two)
            seen = (
                _beyond_chance(meets, n_u, n_v, len(sure)) + _beyond_chance(meets, n_v, n_u, len(sure))
            ) / 2
            found[u, v] = (REVISE_WEIGHT * score + seen) / (REVISE_WEIGHT + (n_u + n_v) / 2 - 1)
    return found


def _beyond_chance(meets: int, places: int, others: int, links: int) -> float:
    """In how many of a unit's places but one its partner stands for a reason."""
    share = others / (links + 0.01)
    return max(0.0, (meets - places * share) / (1 - share)) * (places - 1) / places


def _holders(bags: Iterable[frozenset[int]]) -> dict[int, set[int]]:
    """For each unit, which of the bags hold it."""
    found: dict[int, set[int]] = {}
    for k, bag in enumerate(bags):
        for unit in bag:
            found.setdefault(unit, set()).add(k)
    return found
