"""Finding words in both documents, whatever their accents, case or vowel signs."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from aligner.model import Comparison
from tui.layout.page import Hits
from tui.layout.pieces import Side

_TATWEEL = "\u0640"
_ALIKE = str.maketrans({"ى": "ي", "ة": "ه", "ٱ": "ا", "’": "'", "‘": "'", "‐": "-", "–": "-", "—": "-"})
_TEXTS_KEPT = 16_384  # paragraphs that stay folded between two letters of what is typed


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


class _Letters(dict[int, str]):
    """The same for the parts of decomposed characters, by code point, each worked out once."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _letters(chr(code))
        return found


_TABLE = _Letters()


@lru_cache(maxsize=_TEXTS_KEPT)
def plain(text: str) -> str:
    """The text as it is looked for: `folded` without the places."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).translate(_TABLE)


def folded(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is looked for, and for each of its characters the place in `text` that it comes from."""
    if text.isascii() or all(len(_letters(c)) == 1 for c in set(text)):
        return plain(text), range(len(text))
    return plain(text), [place for place, c in enumerate(text) for _ in _letters(c)]


def places(text: str, wanted: str) -> list[tuple[int, int]]:
    """Where a folded text has `wanted`, as (start, end) in `text`; places do not overlap."""
    needle = plain(wanted)
    if not needle.strip() or needle not in plain(text):
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
