"""Amounts that words make together: half a billion, 5亿."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aligner.values.model import Value

_HALVES = {
    "en": r"half\s+a\s+(?P<m>million)|half\s+a\s+(?P<b>billion)",
    "fr": r"demi-(?P<m>million)|demi-(?P<b>milliard)",
    "es": r"medio\s+(?P<m>millón)",
    "ru": r"пол(?P<m>миллиона)|пол(?P<b>миллиарда)",
    "zh": r"(?P<m>半百万)",
    "ar": r"نصف\s+(?P<m>مليون)|نصف\s+(?P<b>بليون)",
}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(_HALVES.get(language, "(?!)"))


def halves(text: str, language: str) -> Iterator[Value]:
    """Half a million, half a billion."""
    for match in _pattern(language).finditer(text):
        number = 500_000 if match["m"] else 500_000_000
        yield Value("number", str(number), match.start(), match.end(), written="words")
