"""What makes a paragraph recognisable: its words and pairs of words, weighed by their rarity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, count
from math import log
from operator import add

from aligner.tokens import words
from aligner.years.thresholds import MOST_PARAGRAPHS_OF_A_FEATURE

Codes = defaultdict[str, int]  # a number for every word
_SHIFT = 1 << 24  # no document has as many different words


class Features:
    """The features of two versions' paragraphs, by place, and what each feature weighs.

    A feature is a word or two neighbouring words, as a number. Its weight is the logarithm of how rare it
    is among these paragraphs (inverse document frequency, Spärck Jones 1972), in thousandths: whole numbers,
    so that no sum depends on the order of a set. What stands in many paragraphs weighs nothing.
    """

    __slots__ = ("counts", "new", "new_weight", "old", "old_weight", "weights")

    def __init__(
        self,
        old: Sequence[str],
        new: Sequence[str],
        rows: Iterable[int],
        columns: Iterable[int],
        language: str,
    ) -> None:
        codes: Codes = defaultdict(count(1).__next__)
        self.old = {i: _features(words(old[i], language), codes) for i in rows}
        self.new = {j: _features(words(new[j], language), codes) for j in columns}
        self.counts = Counter(chain.from_iterable(chain(self.old.values(), self.new.values())))
        most = MOST_PARAGRAPHS_OF_A_FEATURE
        common = max(self.counts.values(), default=0) - most
        self.weights = [*map(self.weight_of, range(most + 1)), *[0] * max(0, common)]
        self.old_weight = {i: self.weigh(features) for i, features in self.old.items()}
        self.new_weight = {j: self.weigh(features) for j, features in self.new.items()}

    def weight_of(self, paragraphs: int) -> int:
        """The weight of a feature that occurs in so many paragraphs."""
        return round(1000 * log(1 + (len(self.old) + len(self.new)) / paragraphs)) if paragraphs else 0

    def weigh(self, features: Iterable[int]) -> int:
        """The weight of some features together."""
        return sum(map(self.weights.__getitem__, map(self.counts.__getitem__, features)))

    def shared(self, i: int, j: int) -> int:
        """The weight of what an old and a new paragraph have in common."""
        return self.weigh(self.old[i] & self.new[j])

    def score(self, i: int, j: int, shared: int) -> float:
        """How alike two paragraphs are, 0..1: the weighted Dice coefficient."""
        total = self.old_weight[i] + self.new_weight[j]
        return 2 * shared / total if total else 0.0


def _features(found: list[str], codes: Codes) -> set[int]:
    numbers = list(map(codes.__getitem__, found))
    features = set(numbers)
    features.update(map(add, map(_SHIFT.__mul__, numbers), numbers[1:]))
    return features
