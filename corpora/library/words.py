"""The words of a text as the search sees them: folded, and the same for every spelling of one word.

Chinese and other scripts that are written without spaces go in character by character, so that a word of
any length is found as a phrase, whatever a dictionary would have made of its surroundings (理事 within
理事会); nor does the index on disk then depend on the edition of a dictionary.
"""

from __future__ import annotations

import re
import unicodedata

# Han, kana, Thai, Lao, Myanmar, Khmer: no spaces between words.
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED = _HAN + "\u3040-\u30ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
# Marks that fall away: every combining one but the breve that makes й of и, and those of the Indic scripts.
_COMBINING = (
    "\u0300-\u0305\u0307-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff"
)
_MARKS = re.compile(f"[{_COMBINING}]|(?<!и)\u0306")
_INVISIBLE = "\u0640\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")
_WRITTEN_WORD = re.compile(
    f"[{_UNSPACED}]|[^\\W_{_UNSPACED}](?:[^\\W_{_UNSPACED}]|[{_COMBINING}\u0306{_INVISIBLE}])*"
)
# Letters with no decomposition: alef wasla, alef maqsura, ta marbuta, Persian ya and kaf; tatweel and
# the invisible characters fall away; the digits of Arabic become the digits of Europe.
_LETTERS = str.maketrans(
    {
        "\u0671": "\u0627",
        "\u0649": "\u064a",
        "\u0629": "\u0647",
        "\u06cc": "\u064a",
        "\u06a9": "\u0643",
        **dict.fromkeys(_INVISIBLE, ""),
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
        "œ": "oe",
        "æ": "ae",
    }
)
_ODD = re.compile(f"[{''.join(map(chr, _LETTERS))}]")


def fold(text: str) -> str:
    """`text` without case, accents, tashkeel, tatweel and the other spellings of one letter."""
    if text.isascii():
        return text.lower()
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    if _ODD.search(text):
        text = text.translate(_LETTERS)
    return unicodedata.normalize("NFC", text)


def words(text: str) -> list[str]:
    """The folded words of `text` in order; unspaced scripts one character a word."""
    return _WORD.findall(fold(text))


def cited_words(symbol: str) -> tuple[str, ...]:
    """The folded words by which a text cites a symbol: A/RES/61/168 is cited as 61/168."""
    folded = tuple(words(symbol))
    return folded[folded.index("res") + 1 :] if "res" in folded[:-1] else folded


def places(text: str) -> list[tuple[int, int, str]]:
    """Where the words of `text` stand: start and end in characters, and the folded word."""
    return [(m.start(), m.end(), word) for m in _WRITTEN_WORD.finditer(text) for word in words(m.group())]
