"""What every language version has to say alike: numbers, dates, symbols, references, by value and with their place.

``values("… soixante et unième session, le 19 décembre 2006", "fr")`` gives the ordinal 61 and the date 2006-12-19,
as do the other five languages in their own words and digits.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aligner.values.folding import fold
from aligner.values.model import Value, ValueKind, date_parts
from aligner.values.numerals import spelled
from aligner.values.phrases import halves
from aligner.values.scan import dates, numbers
from aligner.values.symbols import core, roman, symbols

__all__ = ["Value", "ValueKind", "core", "date_parts", "values"]

OTHER_SCRIPTS = frozenset(("ru", "zh", "ar"))
"""Languages of which a text in ASCII alone is an English one: the dates on the first page often are."""
_DIGIT = re.compile(r"[0-9]|://|www\.")
_ROMAN_WORD = re.compile(r"[IVXLC]+(?:(?![\w-])|(?=e\b|-))")


@lru_cache(maxsize=8192)
def values(text: str, language: str) -> tuple[Value, ...]:
    """The values of a text, in order of their places.

    Args:
        text: any text, in logical order.
        language: its ISO 639-1 code; an unknown one is read with the words of English.

    Returns:
        The values; those with `weak` set only explain values of other versions.
    """
    folded, places = fold(text)
    if language in OTHER_SCRIPTS and text.isascii() and any(map(str.isalpha, text)):
        language = "en"
    taken = bytearray(len(folded))
    found: list[Value] = []
    if _DIGIT.search(folded):
        found += [Value(kind, value, start, end) for kind, value, start, end in symbols(folded)]
        _take(found, taken)
        found += [date for date in dates(folded, language) if not any(taken[date.start : date.end])]
        _take(found, taken)
        found += numbers(folded, language, taken)
        _take(found, taken)
    elif language == "zh":
        found += dates(folded, language)
        _take(found, taken)
    found += halves(folded, language)
    _take(found, taken)
    for word in spelled(folded, language):
        if not any(taken[word.start : word.end]):
            kind: ValueKind = "ordinal" if word.ordinal else "number"
            found.append(Value(kind, str(word.number), word.start, word.end, word.weak, "words"))
    for match in _ROMAN_WORD.finditer(folded):
        number = roman(match[0])
        if (
            number is not None
            and not _inside_word(folded, match.start())
            and not any(taken[match.start() : match.end()])
        ):
            found.append(Value("ordinal", str(number), *match.span(), weak=True))
    found.sort(key=lambda v: (v.start, v.weak))
    if places is None:
        return tuple(found)
    return tuple(
        Value(v.kind, v.value, places[v.start], places[v.end - 1] + 1, v.weak, v.written, v.currency)
        for v in found
    )


def _inside_word(text: str, place: int) -> bool:
    return place > 0 and (text[place - 1].isalnum() or text[place - 1] in "/-")


def _take(found: list[Value], taken: bytearray) -> None:
    for v in found:
        taken[v.start : v.end] = b"\x01" * (v.end - v.start)
