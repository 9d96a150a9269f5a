"""Finding words in both documents, whatever their accents, case or vowel signs."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from aligner.model import Comparison
from tui.layout.page import Hits
from tui.layout.pieces import Side

_TATWEEL = "\u0640"
_ALIKE = str.maketrans({"ى": "ي", "ة": "ه", "ٱ": "ا", "’": "'", "‘": "'", "‑": "-", "–": "-", "—": "-"})


class Hit(NamedTuple):
    """Characters `start` to `end` of a paragraph of one side."""

    side: Side
    id: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    """What a character counts as when looked for; nothing for a mark on a letter."""
    parts = unicodedata.normalize("NFKD", character)
    bare = "".join(c for c in parts if unicodedata.category(c) not in ("Mn", "Me", "Cf") and c != _TATWEEL)
    return " " if bare.isspace() else bare.casefold().translate(_ALIKE)


def folded(text: str) -> tuple[str, list[int]]:
    """The text as it is looked for, and for each of its characters the place in `text` that it comes from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    parts = list(map(_letters, text))
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]


def places(text: str, wanted: str) -> list[tuple[int, int]]:
    """Where a folded text has `wanted`, as (start, end) in `text`; places do not overlap."""
    needle = folded(wanted)[0]
    if not needle.strip():
        return []
    hay, origin = folded(text)
    found: list[tuple[int, int]] = []
    at = hay.find(needle)
    while at >= 0:
        last = at + len(needle)
        found.append((origin[at], origin[last] if last < len(origin) else len(text)))
        at = hay.find(needle, last)
    return found


def search(comparison: Comparison, wanted: str) -> list[Hit]:
    """Every place of both documents that has the words, in reading order, the old side of a link first."""
    if not wanted.strip():
        return []
    found: list[Hit] = []
    for link in comparison.links:
        sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("old", link.old), ("new", link.new))
        for side, ids in sides:
            document = comparison.old if side == "old" else comparison.new
            found.extend(Hit(side, i, a, b) for i in ids for a, b in places(document[i].text, wanted))
    return found


def marked(hits: list[Hit], current: int) -> Hits:
    """The hits by paragraph, as a page wants them."""
    table: dict[tuple[Side, str], list[tuple[int, int, bool]]] = {}
    for number, hit in enumerate(hits):
        table.setdefault((hit.side, hit.id), []).append((hit.start, hit.end, number == current))
    return table
