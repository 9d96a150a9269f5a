"""The word translations that aligned documents of the user's library taught, for one pair of languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from aligner.bitext.units import characters, units
from aligner.lexicon.counts import Counts, Pair
from corpora.model import Resolution

LEAST = 0.1  # 0..1: a score below it is chance company; 0.05 changes nothing, 0.2 loses a third of the gain


@dataclass(frozen=True)
class Taught:
    """What pairs of documents taught about two languages, as `align` takes it for its `lexicon`.

    Args:
        languages: their ISO 639 codes in alphabetical order, as the words in `scores` are.
        scores: how firmly units of the first translate units of the second, 0..1.
        documents: how many were learnt from, each in both languages; `waiting` are not learnt from yet.
        trouble: why nothing was learnt of late, if it could not be.
    """

    languages: tuple[str, str]
    scores: Mapping[Pair, float]
    documents: int
    waiting: int = 0
    trouble: str = ""

    @classmethod
    def of(cls, languages: tuple[str, str], parts: Sequence[Counts], waiting: int = 0) -> Taught:
        """The lexicon of the counts of several documents."""
        return cls(languages, Counts.total(parts).scores(LEAST), len(parts), waiting)

    def __str__(self) -> str:
        more = f", {self.waiting} not learnt from yet" if self.waiting else ""
        trouble = f"; nothing new was learnt: {self.trouble}" if self.trouble else ""
        return (
            f"lexicon of the library ({self.documents} document{'s' * (self.documents != 1)}{more}{trouble})"
        )

    def between(self, one: str, two: str) -> Mapping[Pair, float]:
        """The scores with the units of `one` first; nothing where it is about other languages."""
        if (one, two) == self.languages:
            return self.scores
        return self._turned if (two, one) == self.languages else {}

    @cached_property
    def _turned(self) -> dict[Pair, float]:
        return {(v, u): score for (u, v), score in self.scores.items()}

    @cached_property
    def _partners(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for u, v in self.scores:
            found.setdefault(u, set()).add(v)
            found.setdefault(v, set()).add(u)
        return found

    def met(self, a: str, b: str) -> int:
        """How many words of a text find a translation that was taught in the other text."""
        there = _bag(b)
        return sum(not there.isdisjoint(self._partners.get(unit, ())) for unit in _bag(a))


Lexicons = Callable[[Resolution, Resolution], Taught | None]
"""What was taught about the languages of two documents, asked for only where these are aligned word by word."""


def _bag(text: str) -> set[str]:
    found = set(units(text))
    return found.union(*map(characters, found))
