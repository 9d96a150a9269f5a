"""A single line of words around the text, in which right-to-left letters may stand: a title, a finding, a story."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tui.layout.cells import cells, shown
from tui.layout.page import RTL_LANGUAGES

if TYPE_CHECKING:
    from tui.layout.arabic import Display

LRM, RLM = "\u200e", "\u200f"


def has_rtl(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


def as_text(line: str, language: str) -> str:
    """A line of a document's own words, marked so that it runs as its language does, whatever it begins with."""
    return f"{RLM}{line}" if language in RTL_LANGUAGES else line


def quoted(text: str) -> str:
    """Words of a document within a line of the program's own: what comes after them stays on their right."""
    return f"{text}{LRM}"


def is_rtl(text: str) -> bool:
    """Whether a line runs from right to left: its first letter of any direction says so (UAX #9, rules P2 and P3).

    What the program itself says begins with a Latin letter, and runs from left to right whatever it quotes.
    """
    kinds = map(unicodedata.bidirectional, text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def sent(text: str, display: Display, base: int = 0) -> str:
    """A line as it is sent to the terminal; its width stays what it was.

    Args:
        text: a line in logical order, filled with spaces where it has to be.
        display: how right-to-left letters are sent.
        base: 0 for a line that runs from left to right with some words in it that do not, 1 the other way round.
    """
    if display == "logical" or not has_rtl(text):
        return shown(text)
    from tui.layout import arabic, bidi

    if display == "terminal":
        opening = arabic.RLE if base else ""
        return f"{arabic.LRM}{opening}{shown(text)}{arabic.PDF if base else ''}{arabic.LRM}"
    levels, drawn = bidi.levels(text, base=base), arabic.joined(text)
    order = bidi.visual_order(text, levels, base=base)
    line = "".join(shown(bidi.MIRROR.get(drawn[i], drawn[i]) if levels[i] % 2 else drawn[i]) for i in order)
    taken = " " * (cells(text) - cells(line))  # two letters that are drawn as one
    return taken + line if base else line + taken
