"""Chinese: an edit that begins or ends in the middle of a word of either text takes the whole word."""

from __future__ import annotations

from itertools import accumulate

from aligner.worddiff_readable import Hunk, Line


def whole_words(old: Line, new: Line, hunks: list[Hunk]) -> list[Hunk]:
    """Widen hunks to the word boundaries that ICU's dictionary finds, where both texts have none before.

    Characters are compared one by one, for words that changed their neighbours may be cut differently;
    only an edge that falls inside a word on both sides cuts a word for the reader.
    """
    a, b = _starts(old), _starts(new)
    out: list[Hunk] = []
    for n, (a0, a1, b0, b1) in enumerate(hunks):
        left = out[-1][1] if out else 0
        while a0 > left and not a[a0] and not b[b0]:
            a0, b0 = a0 - 1, b0 - 1
        right = hunks[n + 1][0] if n + 1 < len(hunks) else len(old.tokens)
        while a1 < right and not a[a1] and not b[b1]:
            a1, b1 = a1 + 1, b1 + 1
        if out and out[-1][1] == a0 and out[-1][3] == b0:
            out[-1][1], out[-1][3] = a1, b1
        else:
            out.append([a0, a1, b0, b1])
    return out


def _starts(line: Line) -> list[bool]:
    """Whether a word begins at each token; also at the end of the text."""
    from icu4py.breakers import WordBreaker  # only Chinese needs the dictionary

    text = "".join(line.tokens)
    starts = {segment[0] for segment in WordBreaker(text, "zh").segments()}
    units = len if max(text) <= "\uffff" else _utf16_units
    places = accumulate(map(units, line.tokens), initial=0)
    blanks = [len(t) - len(t.lstrip()) for t in line.tokens]
    return [at + blank in starts for at, blank in zip(places, blanks, strict=False)] + [True]


def _utf16_units(token: str) -> int:
    """The length of a token as ICU counts it."""
    return len(token) + sum(c > "\uffff" for c in token)
