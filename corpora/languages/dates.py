"""Dates in words, in the six languages and in digits of any script."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cache

from corpora.languages import CODES, facts

FIRST_YEAR, LAST_YEAR = 1900, 2100  # outside this range a number beside a month is not a year of ours
_YEAR = re.compile(r"\d{4}|年")
_SPACE = r"[\s\u00a0\u202f]*"
_CHINESE = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))


@cache
def _pattern(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """A pattern of day, month and year, and the month of each name."""
    names = {name: n for n, forms in enumerate(facts(code).months, 1) for name in forms}
    longest_first = "|".join(
        re.escape(n).replace(r"\ ", r"\s+") for n in sorted(names, key=len, reverse=True)
    )
    of = {"es": rf"(?:{_SPACE}del?\b)?", "fr": "", "en": rf"(?:{_SPACE}of\b)?"}.get(code, "")
    ordinal = {"fr": r"(?:er|\^er)?", "en": r"(?:st|nd|rd|th)?", "es": "[º°.]?o?"}.get(code, "")
    day_first = (
        rf"(?<!\d)(\d{{1,2}}){ordinal}{of}{_SPACE}({longest_first})\.?{of}{_SPACE},?{_SPACE}(\d{{4}})(?!\d)"
    )
    if code == "en":  # also "December 19, 2006"
        day_first += rf"|\b({longest_first})\.?{_SPACE}(\d{{1,2}})(?:st|nd|rd|th)?,{_SPACE}(\d{{4}})(?!\d)"
    return re.compile(day_first, re.IGNORECASE), names


def _digits(text: str) -> str:
    """The text with the digits of any script as ASCII."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _date(year: str, month: int, day: str) -> dt.date | None:
    try:
        found = dt.date(int(year), month, int(day))
    except ValueError:
        return None  # "31 February" is text, not a date
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _chinese(text: str) -> dt.date | None:
    found = re.search(
        r"([\d〇○零一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日",
        text,
    )
    if not found:
        return None
    year = "".join(_CHINESE.get(c, c) for c in found[1])
    return _date(year, _chinese_number(found[2]), str(_chinese_number(found[3])))


def _chinese_number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, unit = text.rpartition("十")
    value = int(_CHINESE.get(unit, unit) or 0)
    return value + (10 * int(_CHINESE.get(tens, tens) or 1) if ten else 0)


def parse_date(text: str, code: str = "und") -> dt.date | None:
    """The first full date in a text, its month in the given language or in English.

    `code` "und" tries all six languages. Returns None where there is no date.
    """
    text = _digits(text)
    if not _YEAR.search(text):
        return None
    if code in ("zh", "und") and (day := _chinese(text)):
        return day
    for language in CODES if code == "und" else dict.fromkeys((code, "en")):
        if language == "zh" or language not in CODES:
            continue
        pattern, names = _pattern(language)
        for found in pattern.finditer(text):
            day_, month, year = found.groups()[:3] if found[1] else (found[5], found[4], found[6])
            if date := _date(year, names[re.sub(r"\s+", " ", month.lower())], day_):
                return date
    return None


def format_date(day: dt.date, code: str) -> str:
    """A date as the language prints it: "19 décembre 2006", "2006年12月19日"."""
    month = facts(code).months[day.month - 1][0]
    if code == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    if code == "es":
        return f"{day.day} de {month} de {day.year}"
    if code == "ru":
        return f"{day.day} {month} {day.year} года"
    if code == "en":
        month = month.capitalize()
    first = "1er" if code == "fr" and day.day == 1 else str(day.day)
    return f"{first} {month} {day.year}"
