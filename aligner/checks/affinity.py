"""How well the words of two paragraphs translate each other, by the learnt lexicons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

from aligner.bitext.units import units
from aligner.lexicon import learnt

Partners = Mapping[str, Sequence[tuple[str, float]]]  # unit → its translations and how firm they are, 0..1


class Affinity:
    """Scores pairs of texts out of two documents; words are weighed by their rarity in these."""

    def __init__(self, texts_a: Sequence[str], texts_b: Sequence[str], languages: tuple[str, str]) -> None:
        self._rarity_a, self._rarity_b = _rarity(texts_a), _rarity(texts_b)
        self._forward, self._back = _partners(self._rarity_a, self._rarity_b, languages)
        self._known: dict[tuple[str, str], float] = {}

    def __call__(self, a: str, b: str) -> float:
        """How much of each text finds a translation in the other, 0..1; the mean of both ways."""
        score = self._known.get((a, b))
        if score is None:
            here, there = bag(a), bag(b)
            forth = _covered(here, there, self._forward, self._rarity_a)
            score = self._known[a, b] = (forth + _covered(there, here, self._back, self._rarity_b)) / 2
        return score


@lru_cache(maxsize=4096)
def bag(text: str) -> frozenset[str]:
    """The distinct units of a text."""
    return frozenset(units(text))


def _partners(
    here: Mapping[str, int], there: Mapping[str, int], languages: tuple[str, str]
) -> tuple[Partners, Partners]:
    """The translations between the units of two documents, both ways; units that the lexicon knows are all keys."""
    one, two = languages
    table = learnt(min(one, two), max(one, two))
    if table is None:
        return {}, {}
    first, second = (here, there) if one <= two else (there, here)
    forward: dict[str, list[tuple[str, float]]] = {}
    back: dict[str, list[tuple[str, float]]] = {word: [] for word in table.second if word in second}
    for k, word in enumerate(table.first):
        if word in first:
            found = forward[word] = []
            for at in range(table.starts[k], table.starts[k + 1]):
                other = table.second[table.partners[at]]
                if other in back:
                    found.append((other, table.scores[at] / 255))
                    back[other].append((word, table.scores[at] / 255))
    return (forward, back) if one <= two else (back, forward)


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
