"""Translations that the two texts teach themselves: units that keep meeting in linked segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import sqrt

from aligner.bitext.beads import Bead
from aligner.bitext.side import Side
from aligner.bitext.words import Pairs

MIN_LINK = 0.0  # log odds from which a link may teach
MAX_SPREAD = 0.25  # units in a larger share of the links teach nothing
MIN_MEETINGS = 2
MIN_SCORE = 0.2
PARTNERS = 3


def learnt_pairs(a: Side, b: Side, beads: Sequence[Bead], known: Pairs) -> Pairs:
    """Units that meet in linked segments far more often than chance would have it, with their scores.

    The score leaves one meeting out: the link under judgement must not be its own witness.
    """
    links = [x for x in beads if x.score > MIN_LINK and x.start_a < x.end_a and x.start_b < x.end_b]
    bags_a = [frozenset(chain.from_iterable(a.bags[x.start_a : x.end_a])) for x in links]
    bags_b = [frozenset(chain.from_iterable(b.bags[x.start_b : x.end_b])) for x in links]
    n_a, n_b = Counter(chain.from_iterable(bags_a)), Counter(chain.from_iterable(bags_b))
    most = max(4.0, MAX_SPREAD * len(links))
    holders: dict[int, list[int]] = {}
    for k, bag in enumerate(bags_a):
        for u in bag:
            if MIN_MEETINGS <= n_a[u] <= most:
                holders.setdefault(u, []).append(k)
    found: Pairs = {}
    for u, places in holders.items():
        meets = Counter(chain.from_iterable(bags_b[k] for k in places))
        scored = [
            ((n - 1) / sqrt(n_a[u] * n_b[v]), v)
            for v, n in meets.items()
            if n >= MIN_MEETINGS and n_b[v] <= most
        ]
        for score, v in sorted(scored, reverse=True)[:PARTNERS]:
            if score >= MIN_SCORE:
                found[u, v] = score
    return found
