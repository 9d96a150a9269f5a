"""What makes a paragraph recognisable: its words and pairs of words, weighed by their rarity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log

from aligner.tokens import words
from aligner.years.thresholds import MOST_PARAGRAPHS_OF_A_FEATURE

__all__ = ["Side", "prepare"]


@dataclass(frozen=True, slots=True)
class Side:
    """One document's paragraphs by place: words as a string of code points, features, and their weight."""

    strings: dict[int, str]
    features: dict[int, set[str]]
    weight: dict[int, int]


def prepare(
    old: Sequence[str],
    new: Sequence[str],
    old_places: Iterable[int],
    new_places: Iterable[int],
    language: str,
) -> tuple[Side, Side, dict[str, int]]:
    """Tokenise the paragraphs at the given places; returns both sides and the weight of every feature.

    A feature is a word or two neighbouring words, as a string of one or two code points. Its weight is
    the logarithm of how rare it is among these paragraphs (inverse document frequency, Spärck Jones
    1972) in thousandths: whole numbers, so that sums do not depend on the order of a set.
    """
    codes: dict[str, str] = {}
    strings: list[dict[int, str]] = []
    features: list[dict[int, set[str]]] = []
    for texts, places in ((old, old_places), (new, new_places)):
        row = {}
        for place in places:
            row[place] = "".join(
                [codes.setdefault(w, chr(len(codes) + 1)) for w in words(texts[place], language)]
            )
        strings.append(row)
        features.append({p: _features(s) for p, s in row.items()})
    counts = Counter(chain.from_iterable(chain.from_iterable(f.values() for f in features)))
    total = len(strings[0]) + len(strings[1])
    most = max(MOST_PARAGRAPHS_OF_A_FEATURE, 2)
    by_count = [0] + [round(1000 * log(1 + total / n)) for n in range(1, most + 1)]
    weights = {f: by_count[n] for f, n in counts.items() if n <= most}
    get = weights.get
    sides = []
    for row, kept in zip(strings, features, strict=True):
        weight = {p: sum([get(f, 0) for f in fs]) for p, fs in kept.items()}
        sides.append(Side(row, kept, weight))
    return sides[0], sides[1], weights


def _features(string: str) -> set[str]:
    found = set(string)
    found.update(map("".join, pairwise(string)))
    return found
