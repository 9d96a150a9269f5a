"""Dates, and numbers in digits with what stands around them: per cent, scales, money, article, paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from aligner.values import chinese
from aligner.values.clock import hours
from aligner.values.lexicon import Lexicon, lexicon
from aligner.values.model import Value, ValueKind, plain

FIRST_YEAR, LAST_YEAR = 1600, 2199
"""Four digits in this range without separators are read as a year; they still compare as a number."""

_CENTURY = 100


DIGITS = re.compile(r"\d+")

_DAY = r"\d{1,2}(?:st|nd|rd|th|er|re|º|ª|°|-?го|-?е)?"
_YEAR = r"(?:1[6-9]|2[01])\d\d(?!\d)"
MONTH_REACH = 32
"""Characters before a year in which its month's name has to begin; the longest is Arabic's, 29."""


@cache
def day_pattern(language: str) -> re.Pattern[str]:
    """A day or days of one month, the month, and perhaps the year; for matching at a digit."""
    words = lexicon(language)
    of = r"(?:\s+of)?\s+" if language == "en" else words.of
    days = rf"(?P<days>{_DAY}(?:{words.joint}{_DAY})*){of}"
    return re.compile(rf"{days}(?:{_months(language)})(?![^\W\d_])(?:{words.of}(?P<year>{_YEAR}))?")


@cache
def month_pattern(language: str) -> re.Pattern[str]:
    """A month, with a day after it in the American manner, that ends where a year begins."""
    late = r"(?:(?P<days>\d{1,2}),\s+)?" if language == "en" else ""
    return re.compile(rf"(?<![^\W\d_])[ولبف]?(?:{_months(language)}){lexicon(language).of}{late}$")


@cache
def chinese_pattern() -> re.Pattern[str]:
    """A Chinese date, in digits or numerals."""
    numeral = rf"(?:\d{{1,2}}|{chinese.NUMERAL}{{1,3}})"
    return re.compile(
        rf"(?:(?P<year>\d{{4}}|[〇零○一二三四五六七八九]{{4}})年\s?)?(?P<month>{numeral})月(?:\s?份)?"
        rf"(?:\s?(?P<days>{numeral}(?:日?{lexicon('zh').joint}{numeral})*)日)?"
    )


def _months(language: str) -> str:
    pairs = enumerate(lexicon(language).months, 1)
    if language == "ar":  # both names of a month, "كانون الأول/ديسمبر"
        return "|".join(rf"(?P<m{i}>(?:{m})(?:\s?/\s?(?:{m}))?)" for i, m in pairs)
    return "|".join(f"(?P<m{i}>{m})" for i, m in pairs)


def dates(text: str, language: str) -> list[Value]:
    """Every date of a folded text; the days of a range one by one, a missing year taken from its neighbour."""
    found: list[Value] = []
    if language == "zh":
        for found_date in chinese_pattern().finditer(text) if "月" in text else ():
            found += _chinese_date(found_date)
        return _with_years(found, text, (-1,))
    day, end = day_pattern(language), 0
    match: re.Match[str] | None
    for digits in DIGITS.finditer(text):
        start = digits.start()
        if start < end:
            continue
        if len(digits[0]) == 4:
            match = month_pattern(language).search(text, max(end, start - MONTH_REACH), start)
            if match is not None and re.match(_YEAR, digits[0]):
                end = digits.end()
                found += _date(match, digits[0], end)
        elif len(digits[0]) <= 2 and (match := day.match(text, start)) is not None:
            end = match.end()
            found += _date(match, match["year"], end)
    return _with_years(found, text, (1, -1))


def _date(match: re.Match[str], year: str | None, end: int) -> Iterator[Value]:
    groups = match.groupdict()
    month = next(i for i in range(1, 13) if groups[f"m{i}"])
    days = [int(d) for d in re.findall(r"\d+", groups.get("days") or "")]
    yield from _values(int(year or 0), month, days, match.start(), end)


def _chinese_date(match: re.Match[str]) -> Iterator[Value]:
    if not match["year"] and not match["days"]:  # a month alone explains a number, and is not demanded
        month = _chinese_number(match["month"])
        yield Value("number", str(month), match.start("month"), match.end("month"), weak=True)
        return
    month = _chinese_number(match["month"])
    days = [_chinese_number(d) for d in re.findall(rf"\d+|{chinese.NUMERAL}+", match["days"] or "")]
    year = _chinese_number(match["year"]) if match["year"] else 0
    yield from _values(year, month, days, match.start(), match.end())


def _chinese_number(text: str) -> int:
    return int(text) if text.isdigit() and text.isascii() else chinese.value(text) or 0


def _values(year: int, month: int, days: list[int], start: int, end: int) -> Iterator[Value]:
    for day in days or [0]:
        if not year:
            text = f"--{month:02}-{day:02}"
        else:
            text = f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"
        yield Value("date", text, start, end)


NEIGHBOUR = 16
"""Characters between two dates that still share a year ("from 28 November to 9 December 2016"); range 8-30."""


_APART = re.compile(r"[;；؛。\d]")


def _with_years(found: list[Value], text: str, sides: tuple[int, ...]) -> list[Value]:
    """The dates, those without a year with that of the next or last one; Chinese names the year first."""
    out = list(found)
    order = [*range(len(out) - 1, -1, -1), *range(len(out))]
    for i in order:
        if not out[i].value.startswith("--"):
            continue
        for k in (i + side for side in sides):
            if 0 <= k < len(out) and not out[k].value.startswith("--"):
                gap = text[min(out[i].end, out[k].end) : max(out[i].start, out[k].start)]
                if len(gap) <= NEIGHBOUR and not _APART.search(gap):
                    year = out[k].value[:4]
                    out[i] = Value("date", year + out[i].value[1:], out[i].start, out[i].end)
                    break
    return out


@cache
def number_pattern(language: str) -> re.Pattern[str]:
    """A number in digits with its grouping, decimals, scale, per cent and currency; for matching at a digit."""
    words = lexicon(language)
    spaced = r"\d{1,3}(?:\s\d{3})+(?![\d/])"
    marked = rf"\d{{1,3}}(?:{re.escape(words.mark)}\d{{3}})+(?!\d)"
    if words.reversed_groups:
        spaced = r"\d{3}(?:\s\d{3})*\s\d{1,3}(?![\d/])"
    scales = "|".join(f"(?P<s{i}>{w})" for i, w in enumerate(words.scales))
    money = "|".join(f"(?P<c{i}>{w})" for i, w in enumerate(words.currencies))
    space, boundary, after = r"\s", r"(?![^\W\d_])", ""
    if language == "zh":
        space, boundary = r"\s?", ""
        after = rf"|(?P<article>{words.article})|(?P<paragraph>{words.paragraph})"
    return re.compile(
        rf"(?P<digits>{spaced}|{marked}|\d+)(?P<decimals>[.,٫]\d+(?![.,]?\d))?"
        rf"(?:(?P<decade>{words.decade})|(?P<percent>{words.percent}){after}"
        rf"|(?:{space}(?:{scales}){boundary})?(?:\s?(?:de\s)?(?:{money}))?)",
        re.IGNORECASE,
    )


@cache
def context_pattern(language: str) -> re.Pattern[str]:
    """What stands directly before a number: the word article or paragraph, or a currency sign."""
    words = lexicon(language)
    if language == "zh":
        return re.compile(r"(?P<sign>\$|€)$")
    return re.compile(
        rf"(?:(?P<article>{words.article})\s|(?P<paragraph>{words.paragraph})\s|(?P<sign>\$|€|долл\.\sСША)\s?)$",
        re.IGNORECASE,
    )


_NAMES = {
    "en": r"coronavirus\sdisease\s(2019)",
    "zh": "(2019)冠状",
    "fr": r"coronavirus[\s-](?:de\s)?(2019)",
    "es": r"coronavirus\s(?:de\s)?(2019)",
    "ru": r"коронавирус\w+\s\w+\s(2019)",
}
"""Numbers that are part of a name in some languages and not in others."""


@cache
def _name_pattern(language: str) -> re.Pattern[str]:
    return re.compile(_NAMES.get(language, "(?!)"))


def named(text: str, language: str) -> Iterator[Value]:
    """Numbers that belong to a name."""
    for match in _name_pattern(language).finditer(text):
        yield Value("number", match[1], *match.span(1), weak=True)


CONTEXT_REACH = 16
"""Characters before a number in which the word that it belongs to has to begin."""


def numbers(text: str, language: str, taken: bytearray) -> Iterator[Value]:
    """Every number in digits of a folded text that no date or symbol has taken."""
    pattern, context, end = number_pattern(language), context_pattern(language), 0
    for value in (*hours(text, language), *named(text, language)):
        taken[value.start : value.end] = b"\x01" * (value.end - value.start)
        yield value
    for digits in DIGITS.finditer(text):
        start = digits.start()
        if start < end or taken[start]:
            continue
        match = pattern.match(text, start)
        if match is None or taken[match.end("digits") - 1]:
            continue
        end = match.end()
        before = context.search(text, max(0, start - CONTEXT_REACH), start)
        yield from _number(match, before.groupdict() if before else {}, lexicon(language))


def _number(match: re.Match[str], before: dict[str, str], words: Lexicon) -> Iterator[Value]:
    groups = {k: v for k, v in (match.groupdict() | before).items() if v}
    parts = DIGITS.findall(match["digits"])
    if words.reversed_groups and re.search(r"\s", match["digits"]):
        parts.reverse()
    decimals = groups.get("decimals", "")
    number = Decimal("".join(parts) + ("." + decimals[1:] if decimals else ""))
    scale = next((f for i, f in enumerate(words.scales.values()) if f"s{i}" in groups), 1)
    currency = next((c for i, c in enumerate(words.currencies.values()) if f"c{i}" in groups), "")
    if not currency and "sign" in groups:
        currency = "EUR" if groups["sign"] == "€" else "USD"
    kind = _kind(
        groups, currency, number if scale == 1 and len(match["digits"]) == 4 and not decimals else None
    )
    start, end = match.span()
    weak = _attached(match.string, start)
    yield Value(
        kind,
        plain(number * scale) if kind != "number" or scale > 1 else str(number),
        start,
        end,
        weak,
        currency=currency,
    )
    if scale > 1:
        yield Value("number", plain(number), start, end, weak=True)
    if kind == "decade" and number >= _CENTURY:
        yield Value("decade", plain(number % _CENTURY), start, end, weak=True)


def _attached(text: str, start: int) -> bool:
    """Whether digits hang on a word, as in "COVID-19", "G20" or a stray note mark: they do not count anything."""
    head = text[max(0, start - 2) : start]
    return bool(head) and (_ALPHABETIC.match(head[-1]) is not None or bool(_NAMED.match(head)))


_ALPHABETIC = re.compile("[A-Za-zÀ-ſА-яё]")
_NAMED = re.compile("[A-Z][-–]")


def _kind(groups: dict[str, str], currency: str, four_digits: Decimal | None) -> ValueKind:
    if currency:
        return "money"
    for kind in ("decade", "percent", "article", "paragraph"):
        if kind in groups:
            return kind
    return "year" if four_digits is not None and FIRST_YEAR <= four_digits <= LAST_YEAR else "number"
