"""The numbers that Word prints before paragraphs and that are nowhere in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from corpora.readers.docx.package import Package
from corpora.readers.docx.styles import Styles

W = Package.W
LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_HAN = "〇一二三四五六七八九"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    pattern: str
    restart: int | None  # the level after which it begins anew; 0 never, None after any higher one


class _Series(NamedTuple):
    """A list that paragraphs count in, and its levels."""

    name: str
    levels: tuple[_Level, ...]


class Numbering:
    """Counts paragraphs in document order: ask for every paragraph's label once, in order."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._styles = styles
        self._counters: dict[str, list[int]] = defaultdict(lambda: [0] * LEVELS)
        elements = [] if root is None else list(root.iterchildren(W + "abstractNum", W + "num"))
        self._abstract = {e.get(W + "abstractNumId"): e for e in elements if e.tag == W + "abstractNum"}
        self._numbers = {e.get(W + "numId"): e for e in elements if e.tag == W + "num"}
        self._series = cache(self._read)  # a document uses few of the lists that it defines

    def label(self, properties: Any | None, style: str | None) -> str:
        """The printed number of the next paragraph, empty where it has none."""
        number, level = self._styles.numbering(style)
        own = properties.find(W + "numPr") if properties is not None else None
        if own is not None:
            number = _attribute(own.find(W + "numId")) or number
            level = _attribute(own.find(W + "ilvl")) or level
        if number is None or number == "0" or (series := self._series(number)) is None:
            return ""
        at = int(level) if level and level.isdigit() else 0
        return self._count(series, min(at, LEVELS - 1))

    def _count(self, series: _Series, at: int) -> str:
        levels, counters = series.levels, self._counters[series.name]
        level = levels[at]
        counters[at] = counters[at] + 1 if counters[at] else level.start
        for deeper in range(at + 1, LEVELS):
            restart = levels[deeper].restart
            if restart is None or (restart and at < restart):
                counters[deeper] = 0
        if level.format == "bullet":
            return "•" if level.pattern.strip() else ""
        if level.format == "none":
            return _PLACE.sub("", level.pattern).strip()

        def place(match: re.Match[str]) -> str:
            i = int(match[1]) - 1
            return written(counters[i] or levels[i].start, levels[i].format)

        return _PLACE.sub(place, level.pattern).strip()

    def _read(self, name: str) -> _Series | None:
        """What a number that paragraphs bear stands for; None where the file does not define it."""
        number = self._numbers.get(name)
        if number is None:
            return None
        base = _attribute(number.find(W + "abstractNumId")) or ""
        definition = self._abstract.get(base)
        if definition is None:
            return None
        elements = {e.get(W + "ilvl"): e for e in definition.iter(W + "lvl")}
        starts: dict[str, str] = {}
        for override in number.iter(W + "lvlOverride"):
            at = override.get(W + "ilvl", "")
            if (start := _attribute(override.find(W + "startOverride"))) is not None:
                starts[at] = start
            if (level := override.find(W + "lvl")) is not None:
                elements[at] = level
        levels = tuple(_level(elements.get(str(i)), starts.get(str(i))) for i in range(LEVELS))
        # A number with a start of its own counts alone; the others of one list count on together.
        return _Series(f"{base}/{name}" if starts else base, levels)


def written(n: int, form: str) -> str:
    """A number as Word writes it in one of its formats; the unknown ones as digits."""
    if form in ("lowerRoman", "upperRoman"):
        text = _roman(n)
        return text.upper() if form == "upperRoman" else text
    if form in ("lowerLetter", "upperLetter"):
        text = _letters(n, "abcdefghijklmnopqrstuvwxyz")
        return text.upper() if form == "upperLetter" else text
    alphabets = {
        "arabicAbjad": _ABJAD, "arabicAlpha": _ARABIC,
        "russianLower": _RUSSIAN, "russianUpper": _RUSSIAN.upper(),
    }  # fmt: skip
    if form in alphabets:
        return _letters(n, alphabets[form])
    if form in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"):
        return _han(n)
    return f"{n:02}" if form == "decimalZero" else str(n)


def _letters(n: int, alphabet: str) -> str:
    """a … z, aa, bb …: Word repeats the letter."""
    turn, place = divmod(n - 1, len(alphabet))
    return alphabet[place] * min(turn + 1, 20)


def _roman(n: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while n >= value and len(text) < 40:
            text, n = text + sign, n - value
    return text


def _han(n: int) -> str:
    if n >= 100:
        return str(n)
    tens, ones = divmod(n, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _HAN[tens] + "十"
    return head + (_HAN[ones] if ones or not tens else "")


def _level(element: Any | None, start: str | None) -> _Level:
    if element is None:
        return _Level(1, "decimal", "", None)
    first = start or _attribute(element.find(W + "start")) or "1"
    restart = _attribute(element.find(W + "lvlRestart"))
    return _Level(
        int(first) if first.isdigit() else 1,
        _attribute(element.find(W + "numFmt")) or "decimal",
        _attribute(element.find(W + "lvlText")) or "",
        int(restart) if restart and restart.isdigit() else None,
    )


def _attribute(element: Any | None) -> str | None:
    return None if element is None else element.get(W + "val")
