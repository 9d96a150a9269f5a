"""Segments that changed places: what a path that only ascends has to leave apart or lump together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from aligner.bitext.beads import Bead, Matcher
from aligner.bitext.priors import Prices
from aligner.bitext.thresholds import CROSSED_GAIN, CROSSED_LEAST, CROSSED_MOST, CROSSED_SWAP


def uncross(matcher: Matcher, beads: Sequence[Bead], prices: Prices) -> list[Bead]:
    """The same beads, with lone segments joined that clearly answer each other elsewhere, and swaps untied.

    `prices` are those of single links. A wrong crossing is worse than a missed one: only strong evidence makes one.
    """
    straight = [part for bead in beads for part in _untied(matcher, bead, prices)]
    lone_a = [x.start_a for x in straight if x.start_a < x.end_a and not x.is_link]
    lone_b = [x.start_b for x in straight if x.start_b < x.end_b and not x.is_link]
    if not lone_a or not lone_b or max(len(lone_a), len(lone_b)) > CROSSED_MOST:
        return straight
    found: dict[int, Bead] = {}
    taken: set[int] = set()
    for score, i, j in sorted(
        ((_score(matcher, prices, i, j), i, j) for i, j in product(lone_a, lone_b)), reverse=True
    ):
        if score >= CROSSED_LEAST and i not in found and j not in taken:
            found[i] = Bead(i, i + 1, j, j + 1, score, crossed=True)
            taken.add(j)
    kept = []
    for bead in straight:
        if bead.is_link:
            kept.append(bead)
        elif bead.start_a < bead.end_a:
            kept.append(found.get(bead.start_a, bead))
        elif bead.start_b not in taken:
            kept.append(bead)
    return kept


def _untied(matcher: Matcher, bead: Bead, prices: Prices) -> list[Bead]:
    """A two-to-two bead as two crossing links, where each answers the other's neighbour far better."""
    i, j = bead.start_a, bead.start_b
    if (bead.end_a - i, bead.end_b - j) != (2, 2):
        return [bead]
    crossed = _score(matcher, prices, i, j + 1), _score(matcher, prices, i + 1, j)
    straight = _score(matcher, prices, i, j) + _score(matcher, prices, i + 1, j + 1)
    if min(crossed) < CROSSED_SWAP or sum(crossed) < straight + CROSSED_GAIN:
        return [bead]
    return [
        Bead(i, i + 1, j + 1, j + 2, crossed[0], crossed=True),
        Bead(i + 1, i + 2, j, j + 1, crossed[1], crossed=True),
    ]


def _score(matcher: Matcher, prices: Prices, i: int, j: int) -> float:
    found = matcher.links_from(i, j, prices)
    return found[0][2] if found else CROSSED_LEAST - 1
