"""What the lines of a PDF page read: raised digits as superscripts (¹), and no gaps around Han."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from corpora.readers.pdf.glyphs import Box, Glyphs

RAISED = 0.22  # of the height of its neighbour, by which a superscript's foot stands higher; 0.15 to 0.4
SMALLER = 0.8  # of the page's usual digit, below which one is small; digits of one size differ by 0.03
SAMPLE = 60  # numbers of a page that tell its usual size
LONGEST_NUMBER = 12  # characters: that of a title

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED_TO_DIGIT = str.maketrans(RAISED_DIGITS, "0123456789")
HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_SUPERSCRIPTS = str.maketrans("0123456789", RAISED_DIGITS)
_BESIDE_HAN = re.compile(rf"(?<=[{HAN}]) | (?=[{HAN}])")
_CLOSERS = re.compile(r"[,.;:，。；：、]")
_DIGITS = re.compile("[0-9]+")
_RADICALS = re.compile("[\u2e80-\u2fd5]")
_DESCENDERS = frozenset("gjpqy,;()[]{}_/|QJ")

Span = tuple[int, int]  # the first character, and that after the last


class Marks:
    """A page's text with what must change in it; most lines have nothing."""

    def __init__(self, text: str, glyphs: Glyphs, has_han: bool) -> None:
        self._text, self._glyphs, self._has_han = text, glyphs, has_han
        self._numbers = [found.span() for found in _DIGITS.finditer(text)]
        self._heights = glyphs.boxes([start for start, _ in self._numbers]).heights()  # of their first digits
        sample = sorted(self._heights[:SAMPLE])
        # The height below which a digit of this page is a small one: most notes' numbers stand below.
        self._small = SMALLER * sample[len(sample) * 3 // 4] if sample else 0.0

    def texts(self, spans: Sequence[Span]) -> list[str]:
        """The text of each line with raised digits as superscripts, without gaps before those and around Han."""
        text = self._text
        out = [text[start:end] for start, end in spans]
        for n, changes in self._changes(spans).items():
            out[n] = self._changed(*spans[n], changes)
        if self._has_han:
            out = [_RADICALS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), line) for line in out]
        return out

    def _changed(self, start: int, end: int, changes: dict[int, str]) -> str:
        pieces: list[str] = []
        done = start
        for at, new in sorted(changes.items()):
            pieces += (self._text[done:at], new)
            done = at + 1
        return "".join([*pieces, self._text[done:end]])

    def _changes(self, spans: Sequence[Span]) -> dict[int, dict[int, str]]:
        """What some characters become, for each line with such."""
        starts, out = [start for start, _ in spans], defaultdict[int, dict[int, str]](dict)
        for first, last in self._small_numbers():
            n = bisect_right(starts, first) - 1
            out[n].update(self._superscripts(first, last, *spans[n]))
        for at in [found.start() for found in _BESIDE_HAN.finditer(self._text)] if self._has_han else []:
            n = bisect_right(starts, at) - 1
            if n >= 0 and at < spans[n][1] and self._is_spacing(at, starts[n]):
                out[n][at] = ""
        return out

    def _superscripts(self, first: int, last: int, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The raised digits of a number in a line, each with its superscript; a gap before them goes."""
        for at, is_raised in enumerate(self._raised(first, last, start, end), first):
            if is_raised:
                yield at, self._text[at].translate(_SUPERSCRIPTS)
                if at == first > start and self._glyphs.is_gap(first - 1):
                    yield first - 1, ""

    def _is_spacing(self, at: int, start: int) -> bool:
        """Whether a blank beside Han is only the gap that typesetters leave there; behind a number it may be a tab."""
        if not self._glyphs.is_gap(at):
            return False
        if at - start > LONGEST_NUMBER:
            return True
        before, after = self._glyphs.box(at - 1), self._glyphs.box(at + 1)
        return after.left - before.right < after.height

    def _small_numbers(self) -> list[Span]:
        """Those whose first or last digit is small: what is raised stands before or behind other digits."""
        lasts = self._glyphs.boxes([end - 1 for _, end in self._numbers]).heights()
        known = zip(self._numbers, self._heights, lasts, strict=True)
        return [number for number, *heights in known if min(heights) <= self._small]

    def _raised(self, start: int, end: int, line_start: int, line_end: int) -> Iterator[bool]:
        """Which digits of a run are superscripts, beside a letter or digit of the same line."""
        reference = self._neighbour(start, end, line_start, line_end)
        alone = start == line_start and end == line_end  # a note's marker, cut off from its note
        if reference is None and not alone and not _CLOSERS.match(self._text, end):
            return  # a line of small print
        foot = reference.bottom + RAISED * reference.height if reference else -math.inf
        for box in map(self._glyphs.box, range(start, end)):
            yield box.height <= self._small and box.bottom > foot

    def _neighbour(self, start: int, end: int, line_start: int, line_end: int) -> Box | None:
        """The nearest letter that stands on the line, else the nearest digit of usual size."""
        digit = None
        for i in chain(range(start - 1, line_start - 1, -1), range(end, line_end)):
            c = self._text[i]
            if c.isalpha() and c not in _DESCENDERS:
                return self._glyphs.box(i)
            if digit is None and c.isdecimal() and (box := self._glyphs.box(i)).height > self._small:
                digit = box
        return digit


def has_raised(text: str) -> bool:
    """Whether a text has superscript digits; to search for them takes far longer."""
    return not text.isascii() and any(digit in text for digit in RAISED_DIGITS)
