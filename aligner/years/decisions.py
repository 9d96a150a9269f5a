"""What people decided, as places in the lists that are matched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aligner.years.board import Group, Pair

BY_A_PERSON = "a person linked them"
ALONE_BY_A_PERSON = "a person decided that nothing answers it"


class Decisions(NamedTuple):
    """Links that stand whatever the texts say, and pairs that must not be linked."""

    links: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()
    forbidden: frozenset[Pair] = frozenset()

    def mirrored(self) -> Decisions:
        """The same with the sides exchanged."""
        return Decisions(tuple((b, a) for a, b in self.links), frozenset((j, i) for i, j in self.forbidden))

    def within(self, rows: Sequence[int], columns: Sequence[int]) -> Decisions:
        """What concerns only the given places, as places in these rows and columns."""
        old, new = ({place: n for n, place in enumerate(places)} for places in (rows, columns))
        links = tuple(
            (tuple([old[i] for i in a]), tuple([new[j] for j in b]))
            for a, b in self.links
            if old.keys() >= set(a) and new.keys() >= set(b)
        )
        return Decisions(
            links, frozenset((old[i], new[j]) for i, j in self.forbidden if i in old and j in new)
        )

    def groups(self) -> list[Group]:
        """The links as groups that are already made."""
        return [
            Group(a, b, 1.0, BY_A_PERSON if a and b else ALONE_BY_A_PERSON, pinned=True)
            for a, b in self.links
        ]


NONE = Decisions()
