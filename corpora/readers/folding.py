"""What every format's text goes through: NFC, one space for a run of white space, no control characters.

Nothing else is altered. A no-break space stays one unless it stands beside a plain space.
"""

from __future__ import annotations

import re
from unicodedata import normalize

# Characters that mean something to a terminal or nothing to anyone, and halves of characters.
_CONTROLS = "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
NO_BREAK = "\u00a0\u202f"
# The runs of white space that folding changes: more than one character, or another one than a space.
_RUN = re.compile(rf"\s\s+|[^\S {NO_BREAK}]")


def clean(text: str) -> str:
    """The text with each run of white space as one character, and U+FFFD for control characters.

    A run with a tab becomes a tab, one of no-break spaces its first, any other a space. The ends stay.
    """
    # Nearly every text has nothing to fold, which these tests see at a fraction of the pattern's cost:
    # of all white space only a plain space is printable.
    if text.isspace():
        return run(text)
    plain = text if text.isprintable() else text.replace("\u00a0", " ").replace("\u202f", " ")
    if plain.isprintable() and "  " not in plain:
        return text
    return _RUN.sub(_run, without_controls(text)[0])


def run(space: str) -> str:
    """The one character that a run of white space becomes."""
    if "\t" in space:
        return "\t"
    return " " if space.strip(NO_BREAK) else space[0]


def _run(found: re.Match[str]) -> str:
    return run(found[0])


def without_controls(text: str) -> tuple[str, int]:
    """The text with U+FFFD for each control character and half of a character, and how many there were."""
    if text.isprintable() or "".join(text.split()).isprintable():
        return text, 0  # nearly every text: the pattern is not even compiled
    return re.subn(_CONTROLS, "\ufffd", text)


def fold_text(text: str) -> str:
    """A whole text folded: NFC, runs of white space as one space, none at the ends."""
    text = clean(text).replace("\t", " ").strip()
    return text if text.isascii() else normalize("NFC", text)
