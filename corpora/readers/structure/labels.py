"""Numbers printed before a paragraph: what they look like, and which follows which."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

Series = Literal["number", "letter", "roman", "cyrillic", "abjad", "han"]

HAN = "一二三四五六七八九十"
CIRCLED = {c: i for i, c in enumerate("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", 1)}
# The order in which Arabic documents letter their sub-paragraphs.
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ROMAN = (
    "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
    "xvii", "xviii", "xix", "xx", "xxi", "xxii", "xxiii", "xxiv", "xxv", "xxvi", "xxvii", "xxviii", "xxix", "xxx",
)  # fmt: skip
# Letters that look alike: Russian files mix "c" and "с" in one list.
_ALIKE = str.maketrans("асеорх", "aceopx")
_ABJAD_FORMS = str.maketrans({"ا": "أ", "إ": "أ", "ة": "ه", "ى": "ي", "ـ": None})

_LABEL_SIGNS = frozenset((*")）.’‘'", *CIRCLED))  # a label has one of these
LONGEST_LABEL = 9  # characters: "( viii )"
_SIGNS = re.compile("[^\\w㈠-㈩]|_")


class Reading(NamedTuple):
    """One way to read a label: the third letter, the roman number three."""

    series: Series
    value: int


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(\d{1,3})(?:\s?[.．]|\s?[-–—](?=\s))(?=\s|[^\W\d]|[«“”\"'(\[《‘’]|$)\s*")


@cache
def _sublabel() -> re.Pattern[str]:
    return re.compile(
        r"\(\s?(\d{1,2}|[a-z]{1,5}|[A-Z]|[\u0400-\u04ff]|[\u0621-\u064aـ]{1,3}|[一二三四五六七八九十]{1,3})\s?\)\s*"
        r"|（\s?(\d{1,2}|[a-z]{1,5}|[A-Z]|[一二三四五六七八九十]{1,3})\s?）\s*"
        r"|(\d{1,2}|[a-z]{1,2}|[ivx]{1,5}|[\u0430-\u044f])\)\s*(?=\S)"
        r"|([㈠-㈩])\s*"
        r"|[’‘'](\d{1,2})[’‘']\s*"
        r"|([a-z])\.\s+(?=\S)"
    )


def number_at_start(text: str) -> tuple[str, int, int] | None:
    """An operative paragraph's number: its printed form, its value, where the text goes on."""
    found = _number().match(text)
    return (found[0].strip(), int(found[1]), found.end()) if found else None


def sublabel_at_start(text: str) -> tuple[str, int] | None:
    """A sub-paragraph's label and where the text goes on; "(a) " or "㈡" or "’1‘"."""
    if text[:1].isupper() or _LABEL_SIGNS.isdisjoint(text[:LONGEST_LABEL]):
        return None  # as nearly every paragraph
    found = _sublabel().match(text)
    if not found or (found.end() == len(text)):
        return None
    return found[0].strip(), found.end()


def readings(label: str) -> list[Reading]:
    """All ways to read a label, the likeliest first; empty if it is none."""
    core = _SIGNS.sub("", label).translate(_ABJAD_FORMS)
    if not core:
        return []
    if core.isdecimal():
        return [Reading("number", int(core))]
    if core in CIRCLED:
        return [Reading("han", CIRCLED[core])]
    if all(c in HAN for c in core):
        return [Reading("han", _han(core))]
    if core in ABJAD:
        return [Reading("abjad", ABJAD.index(core) + 1)]
    core = core.lower()
    found: list[Reading] = []
    latin = core.translate(_ALIKE)
    if len(latin) <= 2 and len(set(latin)) == 1 and latin[0] in LATIN:
        found.append(Reading("letter", LATIN.index(latin[0]) + 1 + 26 * (len(latin) - 1)))
    if latin in ROMAN:
        found.append(Reading("roman", ROMAN.index(latin)))
    if len(core) == 1 and core in CYRILLIC:
        found.append(Reading("cyrillic", CYRILLIC.index(core) + 1))
    return found


def _han(text: str) -> int:
    tens, ten, unit = text.rpartition("十")
    value = HAN.index(unit) + 1 if unit else 0
    return value + (10 * (HAN.index(tens) + 1 if tens else 1) if ten else 0)


class Nesting:
    """Tells how deep each label of a list stands, from what was open before it."""

    def __init__(self) -> None:
        self._open: list[Reading] = []
        self.path: list[int] = []  # position among siblings at each depth, from 1

    def place(self, label: str) -> tuple[int, ...]:
        """Take the next label; its path of positions: (2, 1) is the first under the second."""
        depth, reading = self._depth(readings(label))
        del self._open[depth:]
        self._open.append(reading)
        siblings = self.path[depth] if depth < len(self.path) else 0
        del self.path[depth:]
        self.path.append(siblings + 1)
        return tuple(self.path)

    def _depth(self, ways: list[Reading]) -> tuple[int, Reading]:
        for depth in range(len(self._open) - 1, -1, -1):  # the next of an open list, the innermost first
            for way in ways:
                if way.series == self._open[depth].series and way.value == self._open[depth].value + 1:
                    return depth, way
        for way in ways[::-1]:  # the first of a new list inside
            if way.value == 1 and all(way.series != o.series for o in self._open):
                return len(self._open), way
        for depth in range(len(self._open) - 1, -1, -1):  # a list with a gap
            for way in ways:
                if way.series == self._open[depth].series and way.value > self._open[depth].value:
                    return depth, way
        for way in ways:
            if way.value == 1:
                return len(self._open), way
        return (0, ways[0]) if ways else (max(0, len(self._open) - 1), Reading("letter", 0))


def spell(depth: int, position: int) -> str:
    """How an id spells a position at a depth: "b" at the first, "ii" at the second, "b" again below."""
    if depth % 2:
        return ROMAN[position] if position < len(ROMAN) else f"n{position}"
    return LATIN[position - 1] if position <= 26 else LATIN[(position - 1) % 26] * ((position - 1) // 26 + 1)
