"""Where a text names what may roll over: symbols, dates and sessions.

Only what proving a roll-over needs, for it lies on the path of every comparison.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from corpora.languages import CODES, facts

SpanKind = Literal["symbol", "date", "session", "style"]
NEARBY = (
    32  # characters between an ordinal and the word for session ("sexagésimo segundo período de sesiones")
)
# Begins with a set of characters, which the engine skips to; what may stand before it is seen to afterwards.
_SYMBOL = (
    r"[A-Z0-9][A-Z0-9]{0,3}(?:/[A-Za-z0-9.]+(?:[/-][A-Za-z0-9.]+)*(?:\s?\(Parts?\s[IVX]+\))?"
    r"|\s?\((?:19|20)[0-9][0-9]\))"
)
_CHINESE_DATE = r"([0-9][0-9]{3})年([0-9]{1,2})月([0-9]{1,2})日"
# Day, a month's name of one to five words ("كانون الأول/ديسمبر"), year; the name is looked up, not matched.
_DATE = (
    r"([0-9][0-9]?)(?:er|st|nd|rd|th)?\s+(?:de\s+|of\s+)?"
    r"([^\W0-9]+(?:(?:/\s?|\s)[^\W0-9]+){0,4}?)\s+(?:de\s+)?([0-9]{4})(?![0-9])"
)
# Russian typists take the Cyrillic letter for the Latin one that looks the same.
_LATIN = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
_CYRILLIC_ENDS = [f"{letter}/" for letter in "АВЕКМНОРСТХ"]
# Arabic vowel signs, which no word needs and some dates have: read as the stroke that lengthens a word.
_STROKE = "\u0640"
_VOWEL_SIGNS = "".join(map(chr, range(0x64B, 0x653)))
HYPHENS = {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2212"}
SESSION_WORDS = {
    "en": ("session",), "fr": ("session",), "es": ("período de sesiones", "periodo de sesiones"),
    "ru": ("сесси",), "zh": ("届",), "ar": ("دور",),
}  # fmt: skip


class ValueSpan(NamedTuple):
    """A value that stands in a text at `start` to `end`; `value` is the same in every spelling."""

    start: int
    end: int
    kind: SpanKind
    value: str


def spans(text: str, language: str, sessions: range) -> list[ValueSpan]:
    """The symbols, dates and sessions of a text, in order, none overlapping another.

    `sessions` are the session numbers that ordinals in words are looked up for.
    """
    return apart([*_dates(text, language), *_symbols(text, language), *_sessions(text, language, sessions)])


def _symbols(text: str, language: str) -> Iterator[ValueSpan]:
    if "/" not in text and "(" not in text:
        return
    if language == "ru" and any(end in text for end in _CYRILLIC_ENDS):
        text = text.translate(_LATIN)
    for match in re.finditer(_SYMBOL, text):
        symbol = match[0].rstrip(".")
        head, slash, rest = symbol.partition("/")
        if (slash and head.isdigit() and not rest.isdigit()) or text[
            match.start() - 1 : match.start()
        ].isdigit():
            continue  # a fraction or the like
        value = symbol if slash else f"{head.rstrip(' (')} {symbol[-6:]}"
        if "(P" in value:  # one blank before the part and within it
            value = " ".join(value.replace("(P", " (P").split())
        yield ValueSpan(match.start(), match.start() + len(symbol), "symbol", value)


def _dates(text: str, language: str) -> Iterator[ValueSpan]:
    for match in re.finditer(_CHINESE_DATE, text) if language == "zh" else ():
        yield from _date(match, int(match[1]), int(match[2]), int(match[3]))
    months = _months(language)
    for sign in _VOWEL_SIGNS if language == "ar" else "":
        text = text.replace(sign, _STROKE)
    for match in re.finditer(_DATE, text):
        month = months.get(" ".join(match[2].lower().split()).replace("/ ", "/").replace(_STROKE, ""))
        if month:
            yield from _date(match, int(match[3]), month, int(match[1]))


def _date(match: re.Match[str], year: int, month: int, day: int) -> Iterator[ValueSpan]:
    try:
        value = dt.date(year, month, day).isoformat()
    except ValueError:
        return  # "31 February" is no date and proves nothing
    yield ValueSpan(match.start(), match.end(), "date", value)


@cache
def _months(language: str) -> dict[str, int]:
    """Every name of every month; the English ones too, since all mastheads may print them."""
    codes = [code for code in ("en", language) if code in CODES]
    return {
        name.lower(): n for code in codes for n, names in enumerate(facts(code).months, 1) for name in names
    }


def _sessions(text: str, language: str, sessions: range) -> Iterator[ValueSpan]:
    if language not in CODES:
        return
    lower = text.lower().translate(HYPHENS)
    places = [(i, i + len(word)) for word in SESSION_WORDS[language] for i in _find_all(lower, word)]
    if not places or len(lower) != len(text):
        return
    for number, form in _ordinals(language, sessions):
        for at in _find_all(lower, form):
            end = at + len(form)
            if language != "zh" and (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum()):
                continue
            if any(at - NEARBY <= i and j <= end + NEARBY for i, j in places):
                yield ValueSpan(at, end, "session", str(number))


@cache
def _ordinals(language: str, sessions: range) -> tuple[tuple[int, str], ...]:
    of = facts(language).ordinal_forms
    return tuple((n, form.lower()) for n in sessions for form in of(n))


def _find_all(text: str, what: str) -> Iterator[int]:
    at = text.find(what)
    while at >= 0:
        yield at
        at = text.find(what, at + 1)


def apart(found: list[ValueSpan]) -> list[ValueSpan]:
    """Of overlapping spans the one that begins first, then the longest: "sixty-first", not "first"."""
    kept: list[ValueSpan] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
