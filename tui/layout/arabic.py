"""Joined Arabic letters for terminals that draw each alone, and the ways a right-to-left line can be sent.

Modes:
    visual    letters joined and in the order they are seen, for a terminal that knows nothing of either;
    terminal  logical order between marks that keep the columns apart, for a terminal that reorders by itself;
    logical   as it is in memory, from left to right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Literal

Display = Literal["visual", "terminal", "logical"]
DISPLAYS: tuple[Display, ...] = ("visual", "terminal", "logical")
LRM, RLE, PDF = "\u200e", "\u202b", "\u202c"
_FORMS = range(0xFE70, 0xFEFD)  # Arabic Presentation Forms-B
_LAM = "\u0644"
_SHAPES = {
    (False, False): "isolated", (False, True): "initial", (True, False): "final", (True, True): "medial",
}  # fmt: skip


@cache
def _forms() -> Mapping[tuple[str, str], str]:
    """(letter or letters, "isolated" | "final" | "initial" | "medial") → the one character that draws it."""
    found = {}
    for code in _FORMS:
        kind, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        letters = "".join(chr(int(part, 16)) for part in parts)
        if letters and not letters.startswith((" ", "\u0640")):
            found[letters, kind.strip("<>")] = chr(code)
    return found


def joined(text: str) -> list[str]:
    """What is printed for each character once letters join; empty for an alef that its lam has taken in."""
    forms = _forms()
    letters = [i for i, c in enumerate(text) if unicodedata.bidirectional(c) != "NSM"]
    drawn = list(text)
    before = False  # whether the letter before reaches forward
    skip = -1
    for n, i in enumerate(letters):
        if i == skip:
            continue
        after = text[letters[n + 1]] if n + 1 < len(letters) else ""
        pair = text[i] + after
        letter = text[i]
        if letter == _LAM and after and (pair, "isolated") in forms:
            letter, skip = pair, letters[n + 1]
            drawn[skip] = ""
            after = text[letters[n + 2]] if n + 2 < len(letters) else ""
        forward = _reaches_forward(letter) and _reaches_back(after)
        ends = before and _reaches_back(letter)
        shape = _SHAPES[ends, forward]
        drawn[i] = forms.get((letter, shape), letter)
        before = _reaches_forward(letter) and letter != ""
    return drawn


def _reaches_forward(letter: str) -> bool:
    return letter == "\u0640" or (letter, "initial") in _forms()


def _reaches_back(letter: str) -> bool:
    return letter == "\u0640" or (letter, "final") in _forms()


def choose(setting: str, environment: Mapping[str, str]) -> Display:
    """The mode that a setting means here; "auto" asks the environment: `RESDIFF_ARABIC`, or the terminal's name.

    Terminals that reorder by themselves and cannot be told not to get "terminal"; the others get "visual",
    those of the VTE family and mlterm being told with an escape sequence to leave the order alone.
    """
    if setting == "auto":
        setting = environment.get("RESDIFF_ARABIC", "auto")
    if setting in DISPLAYS:
        return setting
    reorders = "KONSOLE_VERSION" in environment or environment.get("TERM_PROGRAM") in (
        "Apple_Terminal",
        "iTerm.app",
    )
    return "terminal" if reorders else "visual"
