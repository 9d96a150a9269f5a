"""Dates, and numbers in digits with what stands around them: per cent, scales, money, article, paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from aligner.values import chinese
from aligner.values.lexicon import Lexicon, lexicon
from aligner.values.model import Value, ValueKind, plain

FIRST_YEAR, LAST_YEAR = 1600, 2199
"""Four digits in this range without separators are read as a year; they still compare as a number."""

_CENTURY = 100


@cache
def date_pattern(language: str) -> re.Pattern[str]:
    """A day or days, a month and perhaps a year; or a month and a year."""
    words = lexicon(language)
    months = "|".join(f"(?P<m{i}>{m})" for i, m in enumerate(words.months, 1))
    if language == "zh":
        numeral = rf"(?:\d{{1,2}}|{chinese.NUMERAL}{{1,3}})"
        return re.compile(
            rf"(?:(?P<year>\d{{4}}|[〇零○一二三四五六七八九]{{4}})年\s?)?(?P<month>{numeral})月(?:\s?份)?"
            rf"(?:\s?(?P<days>{numeral}(?:日?{words.joint}{numeral})*)日)?"
        )
    day = r"\d{1,2}(?:st|nd|rd|th|er|re|º|ª|°|-?го|-?е)?"
    if language == "ar":
        months = "|".join(rf"(?P<m{i}>(?:{m})(?:\s?/\s?(?:{m}))?)" for i, m in enumerate(words.months, 1))
    of = r"(?:\s+of)?\s+" if language == "en" else words.of
    first = rf"(?P<days>{day}(?:(?:{words.joint}){day})*){of}"
    year = r"(?P<year>(?:1[6-9]|2[01])\d\d)(?!\d)"
    american = rf"|(?P<late>(?:{months.replace('?P<m', '?P<n')})\s+(?P<day>\d{{1,2}}),\s+(?P<lateyear>\d{{4}}))"
    # A month alone is an English verb, a Russian stem, an Arabic father: it needs a day or a year beside it.
    body = rf"(?<![\d/.])(?:{first}(?:{months})(?![^\W\d_])(?:{words.of}{year})?|(?:{months.replace('?P<m', '?P<o')})(?![^\W\d_]){words.of}(?P<onlyyear>(?:1[6-9]|2[01])\d\d)(?!\d)"
    return re.compile(body + (american if language == "en" else "") + ")")


def dates(text: str, language: str) -> list[Value]:
    """Every date of a folded text; the days of a range one by one, a missing year taken from its neighbour."""
    found: list[Value] = []
    for match in date_pattern(language).finditer(text):
        found += _chinese_date(match) if language == "zh" else _date(match)
    return _with_years(found, text)


def _date(match: re.Match[str]) -> Iterator[Value]:
    groups = {k: v for k, v in match.groupdict().items() if v is not None}
    month = next(int(k[1:]) for k in groups if k[1:].isdigit())
    year = groups.get("year") or groups.get("onlyyear") or groups.get("lateyear")
    days = groups.get("days") or groups.get("day") or ""
    numbers = [int(d) for d in re.findall(r"\d+", days)]
    yield from _values(int(year) if year else 0, month, numbers, match.start(), match.end())


def _chinese_date(match: re.Match[str]) -> Iterator[Value]:
    if not match["year"] and not match["days"]:
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


def _with_years(found: list[Value], text: str) -> list[Value]:
    out = list(found)
    order = [*range(len(out) - 1, -1, -1), *range(len(out))]
    for i in order:
        if not out[i].value.startswith("--"):
            continue
        for k in (i + 1, i - 1):
            if 0 <= k < len(out) and not out[k].value.startswith("--"):
                gap = text[min(out[i].end, out[k].end) : max(out[i].start, out[k].start)]
                if len(gap) <= NEIGHBOUR and not any(c in gap for c in ";；؛。"):
                    year = out[k].value[:4]
                    out[i] = Value("date", year + out[i].value[1:], out[i].start, out[i].end)
                    break
    return out


@cache
def number_pattern(language: str) -> re.Pattern[str]:
    """A number in digits with its grouping, decimals, scale, per cent and currency."""
    words = lexicon(language)
    group = f"[{re.escape(words.grouping)}]"
    if words.reversed_groups:
        digits = rf"\d{{3}}(?:\s\d{{3}})*\s\d{{1,3}}(?![\d/])|\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+"
    elif language in ("en", "zh"):
        digits = rf"\d{{1,3}}(?:[, ]\d{{3}})+(?![\d])|\d+" if language == "zh" else rf"\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d{{1,3}}(?:\s\d{{3}})+(?![\d/])|\d+"
    elif language == "es":
        digits = rf"\d{{1,3}}(?:\.\d{{3}})+(?!\d)|\d{{1,3}}(?:\s\d{{3}})+(?![\d/])|\d+"
    else:
        digits = rf"\d{{1,3}}(?:{group}\d{{3}})+(?![\d/])|\d+"
    scales = "|".join(f"(?P<s{i}>{w})" for i, w in enumerate(words.scales))
    money = "|".join(f"(?P<c{i}>{w})" for i, w in enumerate(words.currencies))
    space = r"\s?" if language == "zh" else r"\s"
    before = rf"(?P<article>{words.article})\s|(?P<paragraph>{words.paragraph})\s" if language != "zh" else "第"
    after = rf"|(?P<after>{words.article}|{words.paragraph})" if language == "zh" else ""
    boundary = r"(?![^\W\d_])" if language != "zh" else ""
    return re.compile(
        rf"(?P<before>{before})?(?P<sign>\$|€|US\$|долл\.\sСША\s)?\s?"
        rf"(?<![\d])(?P<digits>{digits})(?P<decimals>[.,٫]\d+(?![.,]?\d))?"
        rf"(?:(?P<decade>{words.decade})|(?P<percent>{words.percent})|(?:{space}(?:{scales}){boundary})?"
        rf"(?:\s?(?:de\s)?(?:{money}))?{after})",
        re.IGNORECASE,
    )


def numbers(text: str, language: str, taken: bytearray) -> Iterator[Value]:
    """Every number in digits of a folded text that no date or symbol has taken."""
    words = lexicon(language)
    for match in number_pattern(language).finditer(text):
        start, end = match.span("digits")
        if any(taken[start:end]):
            continue
        yield from _number(match, words, language)


def _number(match: re.Match[str], words: Lexicon, language: str) -> Iterator[Value]:
    digits, start = match["digits"], match.start("digits")
    parts = re.findall(r"\d+", digits)
    if words.reversed_groups and len(parts) > 1 and "," not in digits:
        parts.reverse()
    decimals = match["decimals"] or ""
    number = Decimal("".join(parts) + ("." + decimals[1:] if decimals else ""))
    groups = match.groupdict()
    scale = next((f for i, f in enumerate(words.scales.values()) if groups.get(f"s{i}")), 1)
    currency = next((c for i, c in enumerate(words.currencies.values()) if groups.get(f"c{i}")), "")
    end = match.end() if scale > 1 or currency or groups["percent"] or groups["decade"] else match.end("digits") + len(decimals)
    kind: ValueKind = "number"
    if groups["decade"] and len(parts) == 1 and not decimals:
        kind = "decade"
    elif groups["percent"]:
        kind = "percent"
    elif currency or groups["sign"]:
        kind = "money"
    elif groups.get("article") or (groups.get("after") == words.article):
        kind = "article"
    elif groups.get("paragraph") or (groups.get("after") == words.paragraph):
        kind = "paragraph"
    elif scale == 1 and len(parts) == 1 and not decimals and FIRST_YEAR <= number <= LAST_YEAR and len(parts[0]) == 4:
        kind = "year"
    if groups["sign"] and not currency:
        currency = {"€": "EUR"}.get(groups["sign"], "USD")
    yield Value(kind, plain(number * scale), start, end, currency=currency)
    if scale > 1:
        yield Value("number", plain(number), start, end, weak=True)
    if kind == "decade" and number >= _CENTURY:
        yield Value("decade", plain(number % _CENTURY), start, end, weak=True)
