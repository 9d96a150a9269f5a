"""Number words of the six languages, in any inflection, and how they add up.

A language's table maps a word to its number and whether it is an ordinal. `spelled` walks a text once and joins
neighbouring words as the languages do: units after tens ("soixante et unième"), units before tens (Arabic),
hundreds and scales as factors. Chinese numerals are characters and have a reader of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from aligner.values import chinese, words_ar, words_latin, words_ru

WEAK_BELOW = 11
"""Smaller number words are often mere articles or idiom ("one of the", "à la fois"); range 2-20.
On 1,269 resolutions in six languages, words of 11 and more almost always stand for a number in every language."""

SCALES = frozenset((10**3, 10**6, 10**9, 10**12))
Table = dict[str, tuple[int, bool]]

DECADES = frozenset("decades décennies décadas decenios десятилетий десятилетия десятилетиях عقود".split())
"""After a number of them other languages may count years: "seven decades", "70 ans"."""

_DUALS = ("تين", "تان")
_WORD = re.compile(r"[^\W\d_]+")
_JOINS = {"en": {"and"}, "fr": {"et"}, "es": {"y"}}


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words and its place."""

    number: int
    start: int
    end: int
    ordinal: bool
    weak: bool


def spelled(text: str, language: str) -> Iterator[Spelled]:
    """The numbers written in words in a folded text, in order."""
    if language == "zh":
        for number, start, end, ordinal, weak in chinese.numerals(text):
            yield Spelled(number, start, end, ordinal, weak or number < WEAK_BELOW)
        return
    table = number_words(language)
    if not table:
        return
    run = _Sum(language)
    for match in _WORD.finditer(text.lower()):
        entry = table.get(match[0]) or (_stripped(match[0]) if language == "ar" else None)
        if entry is None and language == "ru":
            entry = words_ru.compound(match[0])
        if entry is None and match[0] in DECADES and run.active:
            yield Spelled(10 * run.value, run.start, match.end(), False, True)
        if entry is None and language == "ar" and match[0].endswith(_DUALS):
            entry = (2, False)
        gap = text[run.end : match.start()] if run.active else ""
        if entry is None:
            if run.active and not (gap.strip() == "" and match[0] in _JOINS.get(language, ())):
                yield from run.close(text)
            elif run.active:
                run.join()
            continue
        if run.active and not run.accepts(entry[0], gap, match[0]):
            yield from run.close(text)
        run.add(entry, match.start(), match.end())
    yield from run.close(text)


HUNDRED_AFTER = re.compile(r"\s+بعد\s+(?:المائة|المئة)")
"""Arabic says "the forty-fourth after the hundred" for 144th."""


@cache
def number_words(language: str) -> Table:
    """Every number word of a language in lower case; empty where resdiff knows none."""
    if language == "ru":
        return words_ru.table()
    if language == "ar":
        return words_ar.table()
    return words_latin.table(language)


@lru_cache(maxsize=4096)
def _stripped(word: str) -> tuple[int, bool] | None:
    """An Arabic word's entry without the particles written together with it."""
    table = number_words("ar")
    for prefix in words_ar.PREFIXES:
        if word.startswith(prefix) and (entry := table.get(word[len(prefix) :])):
            return entry
    return None


class _Sum:
    """A number under way: what is still below the next hundred, thousand and million."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._reset()

    def _reset(self) -> None:
        self.active = False
        self.joined = self.ordinal = self.counted = False
        self.total = self.thousands = self.current = 0
        self.last = 0
        self.start = self.end = 0

    @property
    def value(self) -> int:
        """The number so far."""
        return self.total + self.thousands + self.current

    def join(self) -> None:
        """A conjunction was read; it counts only if a fitting word follows."""
        self.joined = True

    def accepts(self, number: int, gap: str, word: str) -> bool:
        """Whether a number word continues the number."""
        if not self.joined and gap.strip() and (gap != "-" or self.language == "ar"):
            return False
        if self.ordinal and self.language in ("en", "fr", "ru"):
            return False
        if number in SCALES or number == 100:
            return self.last < number and not self.joined
        return self._adds(number, word)

    def _adds(self, number: int, word: str) -> bool:
        below = self.current % 100
        if self.last in SCALES or (self.last >= 100 and below == 0):
            return True
        if self.language == "ar":
            tens = below < 10 and number >= 20 and word.startswith(("و", "ال"))
            return tens or (0 < below < 10 and number == 10)
        if self.language == "fr":
            if below == 4 and number == 20 and not self.joined:
                return True
            if (below in (60, 80) and 10 <= number <= 19) or (below % 20 == 10 and 7 <= number <= 9):
                return True
            if self.joined:
                return number in (1, 11) and below >= 20
        return below >= 20 and below % 10 == 0 and number < 10

    def add(self, entry: tuple[int, bool], start: int, end: int) -> None:
        """Takes a word in."""
        number, ordinal = entry
        if not self.active:
            self.active, self.start = True, start
        if number == 20 and self.current % 100 == 4 and self.language == "fr" and self.counted:
            self.current += 76
        elif number == 100:
            self.current = max(1, self.current) * 100
        elif number == 10**3:
            self.thousands, self.current = max(1, self.current) * number, 0
        elif number in SCALES:
            self.total += max(1, self.thousands + self.current) * number
            self.thousands = self.current = 0
        else:
            self.current += number
        self.counted = self.counted or (number not in SCALES and number != 100)
        self.last, self.end, self.ordinal, self.joined = number, end, self.ordinal or ordinal, False

    def close(self, text: str) -> Iterator[Spelled]:
        """The finished number, if there is one."""
        if self.active:
            number = self.value
            if self.language == "ar" and (after := HUNDRED_AFTER.match(text, self.end)):
                number, self.end = number + 100, after.end()
            yield Spelled(number, self.start, self.end, self.ordinal, number < WEAK_BELOW or not self.counted)
        self._reset()
