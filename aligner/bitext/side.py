"""One text as the alignment sees it: segments as sets of interned units, and their lengths."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.bitext.units import characters, stem, words

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


def side_of(segments: Sequence[str]) -> Side:
    """Intern the units of a text's segments."""
    places: dict[str, int] = {}
    forms: list[str] = []
    spread: list[int] = []
    bags = []
    for text in segments:
        bag = set()
        for word in words(text):
            for unit in (stem(word), *characters(word)):
                place = places.get(unit)
                if place is None:
                    place = places[unit] = len(forms)
                    forms.append(word)
                    spread.append(0)
                bag.add(place)
        for place in bag:
            spread[place] += 1
        bags.append(frozenset(bag))
    sizes = tuple(max(1, len(_NO_LENGTH.sub("", text))) for text in segments)
    return Side(tuple(places), tuple(forms), tuple(bags), tuple(spread), sizes)
