"""Translations known beforehand: from the lexicons that ship, and from what the library's documents taught."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aligner.bitext.side import Side
from aligner.bitext.thresholds import CORE_SCORE, TAUGHT_WEIGHT
from aligner.bitext.units import stem, words
from aligner.bitext.words import Pairs

if TYPE_CHECKING:
    from aligner.lexicon.taught import Taught


def core_pairs(a: Side, b: Side, languages: tuple[str, str]) -> Pairs:
    """What the hand-written table of everyday words says of the units of two texts."""
    places_a = {name: k for k, name in enumerate(a.names)}
    places_b = {name: k for k, name in enumerate(b.names)}
    found: Pairs = {}
    for left, right in _core(*languages):
        for u in left & places_a.keys():
            for v in right & places_b.keys():
                found[places_a[u], places_b[v]] = CORE_SCORE
    return found


@lru_cache(maxsize=8)
def _core(one: str, two: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    from aligner.lexicon import core

    return tuple((_stems(left), _stems(right)) for left, right in core(one, two))


def _stems(written: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        stem(word) for entry in written for word in ([entry] if entry[0] == "#" else words(entry))
    )


def known_pairs(a: Side, b: Side, languages: tuple[str, str]) -> Pairs:
    """What the learnt lexicon says of the units of two texts in the given languages."""
    from aligner.lexicon import learnt

    one, two = languages
    swapped = one > two
    table = learnt(two, one) if swapped else learnt(one, two)
    if table is None:
        return {}
    first, second = (b, a) if swapped else (a, b)
    places_first = {name: k for k, name in enumerate(first.names)}
    places_second = {name: k for k, name in enumerate(second.names)}
    found: Pairs = {}
    for k, word in enumerate(table.first):
        u = places_first.get(word)
        if u is None:
            continue
        for at in range(table.starts[k], table.starts[k + 1]):
            v = places_second.get(table.second[table.partners[at]])
            if v is not None:
                found[(v, u) if swapped else (u, v)] = table.scores[at] / 255
    return found


def taught_pairs(a: Side, b: Side, languages: tuple[str, str], lexicon: Taught | None) -> Pairs:
    """What the documents of a library taught about the units of two texts in the given languages."""
    if lexicon is None:
        return {}
    places_a = {name: k for k, name in enumerate(a.names)}
    places_b = {name: k for k, name in enumerate(b.names)}
    return {
        (places_a[u], places_b[v]): TAUGHT_WEIGHT * score
        for (u, v), score in lexicon.between(*languages).items()
        if u in places_a and v in places_b
    }
