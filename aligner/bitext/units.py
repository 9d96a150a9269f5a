"""The units of a text that can be held against another language's: folded stems, numbers, symbols, marks.

Unlike the word tokens of a diff, units give nothing back: they are keys for lookups. A word becomes a
caseless, accentless stem; a number its digits, whatever script and grouping it was written in; a mark of
punctuation its plain form. Scripts without spaces are cut by ICU.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NUMBER_SIGN = "#"  # opens the unit of a number: "#1948", "#61/168"
STEM_LENGTH = (
    6  # letters kept of a long word: longer keeps inflections apart, shorter confuses words; not tuned
)
_KEEP_WHOLE = 4  # words up to this length lose nothing

_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_INVISIBLE = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_UNIT = re.compile(
    r"(?P<number>\d+(?:/\d+)+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,\u066b\u066c']\d+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[?!:;()%\"\u2026\u2014§$€£&+=*@])"
)
_FOLDS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك",
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
        "؟": "?", "？": "?", "！": "!", "：": ":", "；": ";",
        "؛": ";", "（": "(", "）": ")", "％": "%", "٪": "%",
        "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‟": '"', "「": '"', "」": '"',
        "『": '"', "』": '"',
        "《": '"', "》": '"', "‹": '"', "›": '"', "⟨": '"', "–": "\u2014", "―": "\u2014", "¿": " ", "¡": " ",
        "’": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-",
    }
)  # fmt: skip
_ARABIC_PREFIX = re.compile("^(?:[وف]?(?:[بك]?ال|لل)|[وف](?=[بلت])|[وفبلك])(?=.{3})")
_ARABIC_SUFFIX = re.compile("(?<=.{3})(?:ها|هم|هن|كم|نا|ات|ون|ين|ان|وا|تم|يه|ه|ي|ا)$")


def fold(text: str) -> str:
    """Text without case, accents, vowel signs, invisible characters and typographic variety."""
    folded = unicodedata.normalize("NFD", text.translate(_FOLDS).casefold())
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", folded).translate(_FOLDS))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The part of a folded word that its inflections share, roughly."""
    if word[0] == NUMBER_SIGN:
        return word
    if "\u0600" <= word[0] <= "\u06ff":
        return _ARABIC_SUFFIX.sub("", _ARABIC_PREFIX.sub("", word))
    if len(word) <= _KEEP_WHOLE or "\u3000" <= word[0] <= "\u9fff":
        return word
    return word[: min(STEM_LENGTH, len(word) - 1)]


def words(text: str) -> list[str]:
    """The folded words of a text, its numbers as ``#digits`` and its marks, in order."""
    folded = fold(text)
    spaceless = _SPACELESS.search(folded) is not None
    found = []
    for match in _UNIT.finditer(folded):
        piece = match[0]
        if match.lastgroup == "number":
            found.append(number_unit(piece))
        elif spaceless and match.lastgroup == "word" and _SPACELESS.search(piece):
            found.extend(_cut(piece))
        else:
            found.append(piece)
    return found


def units(text: str) -> list[str]:
    """The stems, numbers and marks of a text, in order, as often as they occur."""
    return [stem(word) for word in words(text)]


def number_unit(written: str) -> str:
    """The unit of a number: its digits in ASCII, without grouping; a symbol keeps its strokes."""
    return NUMBER_SIGN + "".join(c if c == "/" else str(unicodedata.decimal(c, "")) for c in written)


def characters(unit: str) -> list[str]:
    """The single characters of a Chinese word, to fall back on where the word itself is unknown."""
    return list(unit) if len(unit) > 1 and _HAN.match(unit) else []


def _cut(piece: str) -> list[str]:
    from icu4py.breakers import WordBreaker  # 2 ms, and only the scripts without spaces need it

    return [word for word in WordBreaker(piece, "zh") if not word.isspace()]
