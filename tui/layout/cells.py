"""How many terminal cells a text takes, and which of its characters may reach a terminal at all.

Documents are hostile input: a control character or a directional override in one must be seen, not obeyed.
`shown` is what is printed for a text; `cells` is the width of that.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

REPLACEMENT = "\ufffd"
_CONTROL_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, "\u2421"
_FORMAT_SEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = frozenset("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f")
# Everything below is one cell wide, harmless and printed as it is, soft hyphen and no-break space apart.
_PLAIN_END = 0x300


@lru_cache(maxsize=8192)
def shown_character(character: str) -> str:
    """What is printed for one character: itself, a visible stand-in, or nothing."""
    category = unicodedata.category(character)
    if category == "Cc":
        return _picture(ord(character))
    if character in _FORMAT_SEEN or category in ("Cs", "Cn", "Zl", "Zp"):
        return REPLACEMENT
    if category == "Cf":
        return ""
    return " " if character in _SPACES else character


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return _DELETE_PICTURE if code == _DELETE else REPLACEMENT


@lru_cache(maxsize=8192)
def width(character: str) -> int:
    """Cells that one character of a document takes once printed: 0, 1 or 2."""
    if len(visible := shown_character(character)) == 0:
        return 0
    if unicodedata.category(visible) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(visible) in ("W", "F") else 1


def is_simple(text: str) -> bool:
    """Whether every character is one cell wide, so that offsets are cells: Latin, Cyrillic, bare Arabic."""
    return (text.isascii() and text.isprintable()) or all(map(_simple_character, set(text)))


@lru_cache(maxsize=8192)
def _simple_character(character: str) -> bool:
    return width(character) == 1


def cells(text: str) -> int:
    """Cells that `shown(text)` takes."""
    if is_simple(text):
        return len(text)
    return sum(map(width, text))


def shown(text: str) -> str:
    """The text as it may be sent to a terminal: controls made visible, invisible ones left out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(shown_character, text))


def clip(text: str, limit: int, *, mark: str = "…") -> str:
    """The text as printed, cut to `limit` cells, the cut being marked."""
    if cells(text) <= limit:
        return shown(text)
    room, kept = limit - len(mark), []
    for character in text:
        room -= width(character)
        if room < 0:
            break
        kept.append(shown_character(character))
    return "".join(kept) + mark if limit > 0 else ""


def pad(text: str, limit: int) -> str:
    """The text as printed, cut or filled with spaces to exactly `limit` cells."""
    text = clip(text, limit)
    return text + " " * (limit - cells(text))
