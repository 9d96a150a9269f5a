"""Chinese: an edit that begins or ends in the middle of a word of either text takes the whole word."""

from __future__ import annotations

from itertools import accumulate
from operator import itemgetter

from aligner.worddiff_readable import Hunk, Line


def whole_words(old: Line, new: Line, hunks: list[Hunk]) -> list[Hunk]:
    """Widen hunks to the word boundaries that ICU's dictionary finds, where both texts have none before.

    Characters are compared one by one, for words that changed their neighbours may be cut differently;
    only an edge that falls inside a word on both sides cuts a word for the reader.
    """
    a, b = _Words(old), _Words(new)
    out: list[Hunk] = []
    for n, (a0, a1, b0, b1) in enumerate(hunks):
        left = out[-1][1] if out else 0
        while a0 > left and a.inside(a0) and b.inside(b0):
            a0, b0 = a0 - 1, b0 - 1
        right = hunks[n + 1][0] if n + 1 < len(hunks) else len(old.tokens)
        while a1 < right and a.inside(a1) and b.inside(b1):
            a1, b1 = a1 + 1, b1 + 1
        if out and out[-1][1] == a0 and out[-1][3] == b0:
            out[-1][1], out[-1][3] = a1, b1
        else:
            out.append([a0, a1, b0, b1])
    return out


class _Words:
    """Where the words of a text begin; found only when first asked for."""

    __slots__ = ("line", "places", "starts")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.places: list[int] = []
        self.starts: set[int] = set()

    def inside(self, token: int) -> bool:
        """Whether a word goes on across the beginning of a token."""
        tokens = self.line.tokens
        if not 0 < token < len(tokens) or not (_is_han(tokens[token - 1]) and _is_han(tokens[token])):
            return False
        if not self.places:
            self.places = list(accumulate(map(len, self.line.tokens), initial=0))
            self.starts = _starts("".join(self.line.tokens))
        return self.places[token] not in self.starts


def _is_han(token: str) -> bool:
    """Whether a token is a character that can be part of a longer word; numbers are words already."""
    if len(token) > 1:  # with a mark beside it that does not count
        token = "".join(filter(str.isalnum, token))
    return len(token) == 1 and token >= "\u3400" and token.isalnum()


def _starts(text: str) -> set[int]:
    from icu4py.breakers import WordBreaker  # only Chinese needs the dictionary

    starts = {len(text), *map(itemgetter(0), WordBreaker(text, "zh").segments())}
    if max(text, default="") > "\uffff":  # ICU counts in UTF-16
        units = text.encode("utf-16-le")
        starts = {len(units[: 2 * at].decode("utf-16-le")) for at in starts}
    return starts
