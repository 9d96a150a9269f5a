"""Which units of the one text may translate which of the other, from every source at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

from aligner.bitext.names import is_arabic, romanized, skeleton
from aligner.bitext.side import WITNESS_SIGN, Side
from aligner.bitext.thresholds import (
    BONES_LEAST,
    BONES_RATIO,
    BONES_SCORE,
    COGNATE_RATIO,
    COGNATE_SCORE,
    LETTERS_LEAST,
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
    """Longer words, mostly names, that are nearly spelt alike; Arabic ones are compared by their consonants."""
    by_letters = (
        _by_start(a, known_a, romanized, LETTERS_LEAST),
        _by_start(b, known_b, romanized, LETTERS_LEAST),
    )
    found = _alike(*by_letters, COGNATE_RATIO, COGNATE_SCORE)
    if any(map(is_arabic, a.forms)) or any(map(is_arabic, b.forms)):
        by_bones = _by_start(a, known_a, skeleton, BONES_LEAST), _by_start(b, known_b, skeleton, BONES_LEAST)
        found |= _alike(*by_bones, BONES_RATIO, BONES_SCORE)
    return found


def _by_start(
    side: Side, known: set[int], spelt: Callable[[str], str], least: int
) -> dict[str, dict[int, str]]:
    """The unknown words of a side that are long enough as they are spelt here, by their first two letters."""
    found: dict[str, dict[int, str]] = {}
    for place, form in enumerate(side.forms):
        if len(form) >= least and place not in known and form[0].isalpha():
            spelling = spelt(form)
            if len(spelling) >= least:
                found.setdefault(spelling[:2], {})[place] = spelling
    return found


def _alike(
    one: dict[str, dict[int, str]], two: dict[str, dict[int, str]], least: float, worth: float
) -> Pairs:
    found: Pairs = {}
    for start in one.keys() & two.keys():
        for i, spelling in one[start].items():
            best = process.extract(spelling, two[start], scorer=fuzz.ratio, score_cutoff=least, limit=3)
            for _, ratio, j in best:
                found[i, j] = worth * (ratio - least / 2) / (100 - least / 2)
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
