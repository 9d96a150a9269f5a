"""Words of a text, in any of the languages: the units that are matched and marked.

A word diff needs tokens that give the text back; matching needs only the words, folded. Both come from one
compiled pattern a language family. A character class of what is *not* a word keeps combining marks, Arabic
vowel signs and every script inside words without a table of scripts, and costs one step a character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

HAN = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # rarer ones, beyond the BMP, join to words
_HAN_DIGITS = "〇零一二三四五六七八九十百千万亿"  # two or more in a row are one number
HAN_LANGUAGES = frozenset({"zh", "ja"})
# An apostrophe ends a word here ("l'État" is two words); elsewhere it joins ("State's" is one).
ELISION_LANGUAGES = frozenset({"fr", "it", "ca", "oc"})

# Blanks aside, what no word contains: marks, symbols, superscripts. U+00AD, U+200C–U+200F stay in words.
_MARKS = (
    r"!-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    r"\u060c\u061b\u061f\u066a-\u066d\u06d4\u2010-\u2029\u202f-\u205f\u2070-\u209f\u20a0-\u20cf\u2190-\u2bff"
    r"\u3001-\u3004\u3008-\u303f\ufd3e\ufd3f\ufe30-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_SYMBOL = r"(?:\.\d+)?+/[A-Z0-9][A-Za-z0-9]*+(?:\.[A-Za-z0-9]++)*+"  # after the A of A/C.3/61/L.15
_ARABIC_SIGNS = dict.fromkeys((*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, 0x0640))
_ARABIC_FOLD = str.maketrans("أإآٱىة", "اااايه") | _ARABIC_SIGNS


def tokens(text: str, language: str = "und") -> list[str]:
    """Cut a text into words, numbers, document symbols and single marks, each with the blanks before it.

    `language` is an ISO 639 code. The tokens joined are the text. Numbers keep their separators and
    letters ("60/156", "81e"), each Han character is a token, as are a
    number in Han characters and a French elision.
    """
    return _pattern(_family(text, language)).findall(text)


def words(text: str, language: str = "und") -> list[str]:
    """The words and numbers of a text, folded for matching; marks and blanks are left out."""
    folded = text.lower()
    if language == "ar":
        folded = folded.translate(_ARABIC_FOLD)
    return _word_pattern(_family(text, language)).findall(folded)


def has_han(text: str) -> bool:
    """Whether Chinese or Japanese characters occur."""
    return not text.isascii() and _han().search(text) is not None


def without_han_blanks(text: str) -> str:
    """A text without the blanks beside Chinese or Japanese characters, which part nothing."""
    return re.sub(f" (?=[{HAN}])|(?<=[{HAN}]) ", "", text)


@lru_cache(maxsize=65536)
def bare(token: str) -> str:
    """A token in lower case, without the blanks before it and without diacritics of Arabic writing."""
    return unicodedata.normalize("NFC", token.strip().lower()).translate(_ARABIC_SIGNS)


def _family(text: str, language: str) -> str:
    if language in HAN_LANGUAGES or (language == "und" and has_han(text)):
        return "han"
    return "elision" if language in ELISION_LANGUAGES else "plain"


def _parts(family: str) -> str:
    """The alternatives for a Han character, a word and a number, in which nothing is tried twice."""
    letters = rf"[^\s\d_{_MARKS}{HAN if family == 'han' else ''}]"
    apostrophe, end = ("", "['\u2019]?") if family == "elision" else ("'\u2019", "")
    word = rf"{letters}++(?:[-\u2010\u2011{apostrophe}]{letters}++|{_SYMBOL})*+{end}"
    number = rf"\d++(?:[.,/\u066b\u066c]\d++)*+{letters}*+"
    han = rf"[{_HAN_DIGITS}]{{2,}}+|[{HAN}]|" if family == "han" else ""
    return f"{han}{word}|{number}"


@cache
def _pattern(family: str) -> re.Pattern[str]:
    return re.compile(rf"\s*+(?:{_parts(family)}|\S)|\s++")


@cache
def _word_pattern(family: str) -> re.Pattern[str]:
    return re.compile(_parts(family).replace("[A-Z0-9]", "[a-z0-9]"))  # for folded text


@cache
def _han() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]")
