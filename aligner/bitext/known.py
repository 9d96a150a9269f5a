"""Translations known beforehand: from the lexicons that ship."""

from __future__ import annotations

from aligner.bitext.side import Side
from aligner.bitext.words import Pairs


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
