"""One text as the alignment sees it: segments as sets of interned units, and their lengths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from aligner.bitext.units import characters, stem, words
from aligner.lexicon.field import openings_of

IDEA_SIGN = "§"  # opens the unit of a set phrase
WITNESS_SIGN = "≈"  # opens a unit of a machine translation
_NO_LENGTH = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Side:
    """A text's segments: `bags[i]` the places in `names` of segment i's distinct units, ascending.

    `spread[u]` counts the segments that hold unit u; `sizes[i]` is the segment's length in characters
    other than white space, at least one; `forms[u]` is a full word of the unit, for comparing names.
    """

    names: tuple[str, ...]
    forms: tuple[str, ...]
    bags: tuple[frozenset[int], ...]
    spread: tuple[int, ...]
    sizes: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.bags)

    @property
    def total(self) -> int:
        """The length of the whole text in characters."""
        return sum(self.sizes)


def side_of(segments: Sequence[str], language: str, witness: Sequence[str] | None = None) -> Side:
    """Intern the units of a text's segments; the idea that a paragraph opens with is one more unit.

    `witness` holds a machine translation of each segment, whose units are marked as such.
    """
    places: dict[str, int] = {}
    forms: list[str] = []
    units_of: dict[str, tuple[int, ...]] = {}

    def place(unit: str, form: str) -> int:
        if unit not in places:
            places[unit] = len(forms)
            forms.append(form)
        return places[unit]

    bags = []
    for k, text in enumerate(segments):
        bag: set[int] = set()
        for word in words(text):
            known = units_of.get(word)
            if known is None:
                known = tuple(place(unit, word) for unit in (stem(word), *characters(word)))
                units_of[word] = known
            bag.update(known)
        bag.update(place(IDEA_SIGN + idea.name, "") for idea in openings_of(text, language))
        if witness:
            bag.update(place(WITNESS_SIGN + stem(word), "") for word in words(witness[k]))
        bags.append(frozenset(bag))
    counts = Counter(chain.from_iterable(bags))
    spread = tuple(counts[unit] for unit in range(len(forms)))
    sizes = tuple(max(1, len(_NO_LENGTH.sub("", text))) for text in segments)
    return Side(tuple(places), tuple(forms), tuple(bags), spread, sizes)
