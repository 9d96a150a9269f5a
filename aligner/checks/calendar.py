"""Dates that no calendar has, and citations dated outside the session that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from aligner.checks.settings import Settings
from aligner.checks.single import found
from aligner.findings import Finding
from aligner.values import Value, date_parts, values
from corpora.languages import CODES, facts
from corpora.model import Resolution

NUMBERED_FROM = 31  # sessions before it number their resolutions through: 2625 (XXV)
FIRST_YEAR = 1945  # session N begins in September of this year plus N
COUNCIL_SINCE = 2006  # the Human Rights Council's first session; it holds three a year
REACH = 30
"""Characters between a symbol and its date, and before a symbol to the word resolution; range 20-40."""

_SYMBOL = re.compile(r"^(?:A/RES/)?(\d{2})/\d{1,3}(?: [A-Z])?$")


def find(document: Resolution, settings: Settings) -> Iterator[Finding]:
    """Impossible dates, and resolutions of the General Assembly dated years away from their session."""
    for p in document.paragraphs:
        said = values(p.text, document.language)
        for v in said:
            if not v.exists:
                message = f"{p.text[v.start : v.end]}: there is no such day"
                yield found("calendar", "error", p, message, (v.start, v.end), about=f">{v.value}")
        if str(document.symbol or "").startswith("A/RES/"):
            for symbol, date in _dated(p.text, said, document.language):
                session, year = int(symbol.value.removeprefix("A/RES/")[:2]), date_parts(date.value)[0]
                first = FIRST_YEAR + session
                message = f"{symbol.value} is of the session of {first}-{first + 1}, not of {year}"
                place = (min(symbol.start, date.start), max(symbol.end, date.end))
                yield found("calendar", "warning", p, message, place, about=f"{symbol.value}>{date.value}")


def _dated(text: str, said: tuple[Value, ...], language: str) -> Iterator[tuple[Value, Value]]:
    """Symbols of the General Assembly's own resolutions with a date that cannot be theirs."""
    strong = [v for v in said if not v.weak]
    order = -1 if language == "zh" else 1  # Chinese puts the date before the symbol
    for here, there in pairwise(strong):
        symbol, date = (here, there) if order == 1 else (there, here)
        if symbol.kind != "symbol" or date.kind != "date" or len(date.value) != 10:
            continue
        match = _SYMBOL.match(symbol.value)
        if not match or there.start - here.end > REACH or not _own(text, here.start, language):
            continue
        session, year = int(match[1]), date_parts(date.value)[0]
        if session >= NUMBERED_FROM and year not in _years(session):
            yield symbol, date


def _years(session: int) -> set[int]:
    """The years of a session of the General Assembly, and of the Human Rights Council's of that number."""
    council = COUNCIL_SINCE + (session - 1) // 3
    return {FIRST_YEAR + session, FIRST_YEAR + session + 1, council, council + 1}


def _own(text: str, start: int, language: str) -> bool:
    """Whether the words before say that it is a resolution of the body that speaks."""
    if language not in CODES:
        return False
    before = text[max(0, start - REACH) : start].casefold()
    return any(f" {own}" in f" {before}" for own in OWN.get(language, ())) and any(
        word in before for word in facts(language).resolution
    )


OWN = {
    "en": ("its ",), "fr": ("sa ", "ses "), "es": ("su ", "sus "), "ru": ("свою ", "свои ", "своей ", "своих "),
    "zh": ("回顾其", "重申其"), "ar": ("قرارها", "قراراتها", "قراريها"),
}  # fmt: skip
"""How a body calls a resolution its own."""
