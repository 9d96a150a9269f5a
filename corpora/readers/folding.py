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


def is_clean(text: str) -> bool:
    """Whether a text without white space at its ends is folded already, as nearly every text is."""
    # Of all white space only a plain space is printable: these tests cost a fraction of the pattern.
    if not text.isprintable():
        text = text.replace("\u00a0", " ").replace("\u202f", " ")
        if not text.isprintable():
            return False
    return "  " not in text


def clean_pieces(pieces: list[str]) -> list[str]:
    """Pieces of one text as they are when runs of white space, also across them, become one character each.

    A run with a tab becomes a tab, one of no-break spaces its first, any other a space. Control characters become
    U+FFFD. A run that goes on from one piece into the next stays in the first.
    """
    out: list[str] = []
    last = -1  # place of the last piece with text
    for piece in pieces:
        text = piece if is_clean(piece) else _RUN.sub(_run, without_controls(piece)[0])
        if text[:1].isspace():
            if last < 0:
                text = text[1:]
            elif out[last][-1].isspace():
                out[last] = out[last][:-1] + run(out[last][-1] + text[0])
                text = text[1:]
        if text:
            last = len(out)
        out.append(text)
    return out


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
    text = text.strip()
    if not is_clean(text):
        text = _RUN.sub(_run, without_controls(text)[0]).replace("\t", " ")
    return text if text.isascii() else normalize("NFC", text)
