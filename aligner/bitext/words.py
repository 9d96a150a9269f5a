"""Which units of the one text may translate which of the other, from every source at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

from aligner.bitext.side import WITNESS_SIGN, Side
from aligner.bitext.thresholds import (
    COGNATE_RATIO,
    COGNATE_SCORE,
    MARK_SCORE,
    RARITY_CAP,
    SHARED_SCORE,
    TRUST,
    WITNESS_SCORE,
)

Pairs = dict[tuple[int, int], float]  # unit of a, unit of b → how firmly they translate each other, 0..1


@dataclass(frozen=True, slots=True)
class WordTable:
    """The translations of every unit, both ways, ready for scoring.

    `forward[u]` lists (unit of b, strength): strength is the score times how many mean segments of b hold
    that unit once, so that log(1 + strength / size) is the evidence of finding it in a segment of that
    size. `missing_a[u]` is the (negative) evidence of finding none of them.
    """

    forward: dict[int, list[tuple[int, float, float]]]
    missing_a: list[float]
    missing_b: list[float]


def shared(a: Side, b: Side) -> Pairs:
    """Numbers, symbols, marks and words that are spelt alike on both sides, or in a machine translation."""
    places = {name: j for j, name in enumerate(b.names)}
    found = {}
    for i, name in enumerate(a.names):
        for spelling, score in _spellings(name):
            j = places.get(spelling)
            if j is not None:
                found[i, j] = score
    return found


def _spellings(name: str) -> tuple[tuple[str, float], ...]:
    """What a unit may be called on the other side, and how much that says."""
    if name[0] == WITNESS_SIGN:
        return ((name[1:], WITNESS_SCORE),)
    return (name, SHARED_SCORE if name[-1].isalnum() else MARK_SCORE), (WITNESS_SIGN + name, WITNESS_SCORE)


def cognates(a: Side, b: Side, known_a: set[int], known_b: set[int]) -> Pairs:
    """Longer words of one script that are nearly spelt alike."""
    by_start: dict[str, list[int]] = {}
    for j, form in enumerate(b.forms):
        if len(form) > 4 and j not in known_b and form[0].isalpha():
            by_start.setdefault(form[:2], []).append(j)
    found = {}
    for i, form in enumerate(a.forms):
        if len(form) > 4 and i not in known_a:
            others = by_start.get(form[:2], ())
            options = {j: b.forms[j] for j in others}
            for _, ratio, j in process.extract(
                form, options, scorer=fuzz.ratio, score_cutoff=COGNATE_RATIO, limit=3
            ):
                found[i, j] = COGNATE_SCORE * (ratio - COGNATE_RATIO / 2) / (100 - COGNATE_RATIO / 2)
    return found


def join(sources: Iterable[Pairs]) -> Pairs:
    """All sources together, the firmest score of each pair."""
    joined: Pairs = {}
    for source in sources:
        for pair, score in source.items():
            if score > joined.get(pair, 0.0):
                joined[pair] = score
    return joined


def table_of(pairs: Pairs, a: Side, b: Side) -> WordTable:
    """The table of the given translations for two texts."""
    rarity_a = [min(RARITY_CAP, len(a) / n) for n in a.spread]
    rarity_b = [min(RARITY_CAP, len(b) / n) for n in b.spread]
    sum_a, sum_b = [0.0] * len(a.names), [0.0] * len(b.names)
    forward: dict[int, list[tuple[int, float, float]]] = {}
    for (u, v), score in pairs.items():
        forward.setdefault(u, []).append((v, score * rarity_b[v], score * rarity_a[u]))
        sum_a[u] += score
        sum_b[v] += score
    return WordTable(forward, [_missing(s) for s in sum_a], [_missing(s) for s in sum_b])


def _missing(total: float) -> float:
    return log(1 - TRUST * min(0.95, total)) if total else 0.0
