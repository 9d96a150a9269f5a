"""How well the words of two paragraphs translate each other, by the learnt lexicons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log

from aligner.bitext.units import units
from aligner.lexicon import learnt

Partners = dict[str, tuple[tuple[str, float], ...]]


class Affinity:
    """Scores pairs of texts of two languages; words are weighed by their rarity in the given texts."""

    def __init__(self, texts_a: Sequence[str], texts_b: Sequence[str], languages: tuple[str, str]) -> None:
        self._languages = languages
        self._rarity_a, self._rarity_b = _rarity(texts_a), _rarity(texts_b)

    def __call__(self, a: str, b: str) -> float:
        """How much of each text finds a translation in the other, 0..1; the mean of both ways."""
        one, two = self._languages
        here, there = bag(a), bag(b)
        return (
            _covered(here, there, partners(one, two), self._rarity_a)
            + _covered(there, here, partners(two, one), self._rarity_b)
        ) / 2


@lru_cache(maxsize=4096)
def bag(text: str) -> frozenset[str]:
    """The distinct units of a text."""
    return frozenset(units(text))


@lru_cache(maxsize=64)
def partners(one: str, two: str) -> Partners:
    """Each unit of one language with its translations into another, and how firm they are."""
    table = learnt(min(one, two), max(one, two))
    if table is None:
        return {}
    out: dict[str, list[tuple[str, float]]] = {}
    for k, word in enumerate(table.first):
        for at in range(table.starts[k], table.starts[k + 1]):
            other, score = table.second[table.partners[at]], table.scores[at] / 255
            source, target = (word, other) if one <= two else (other, word)
            out.setdefault(source, []).append((target, score))
    return {k: tuple(v) for k, v in out.items()}


def _covered(here: frozenset[str], there: frozenset[str], table: Partners, rarity: Counter[str]) -> float:
    found = total = 0.0
    for unit in here:
        weight = 1 / (1 + log(1 + rarity[unit]))
        if unit in there:
            found += weight
            total += weight
        elif unit in table:
            total += weight
            found += weight * min(
                1.0, 2 * max((score for other, score in table[unit] if other in there), default=0.0)
            )
        elif unit[:1].isdigit():
            total += weight
    return found / total if total else 0.0


def _rarity(texts: Sequence[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(bag(text))
    return counts
