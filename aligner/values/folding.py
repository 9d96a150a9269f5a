"""One shape for the characters that only look different, and the way back to the places in the text."""

from __future__ import annotations

import re
import unicodedata

_SPACES = "\u00a0\u2007\u2009\u200a\u202f\u3000"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_ALEFS = "أإآٱ"
_PAIRS = {"（": "(", "）": ")", "／": "/", "％": "%", "．": ".", "ё": "е", "Ё": "Е", "٬": ","}
_TABLE: dict[int, str] = (
    {ord(c): " " for c in _SPACES}
    | {ord(c): "-" for c in _HYPHENS}
    | {ord(c): "ا" for c in _ALEFS}
    | {ord(k): v for k, v in _PAIRS.items()}
)
# Soft hyphen, zero-width characters, direction marks, tatweel and the Arabic vowel signs carry no value.
_SILENT = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff\u0640\u064b-\u0652\u0670]+"
)
_ODD_DIGIT = re.compile(r"[^\W\D0-9]")


def fold(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text with one form of digits, spaces, hyphens and alefs, without silent characters.

    The second item gives for each character of the folded text its place in the original, with the
    original's length at the end; it is None where no character was taken out, that is, where places agree.
    """
    if text.isascii():
        return text, None
    folded = text.translate(_TABLE)
    if _ODD_DIGIT.search(folded):
        folded = _ODD_DIGIT.sub(lambda m: str(unicodedata.decimal(m[0])), folded)
    if not _SILENT.search(folded):
        return folded, None
    kept = [i for i, c in enumerate(folded) if not _SILENT.match(c)]
    return "".join(folded[i] for i in kept), (*kept, len(text))
