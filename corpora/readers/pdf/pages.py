"""The lines of a PDF page with their places, superscripts told by size and position.

Asking for the box of every character costs more than drawing the text, so only the ends of lines, the digits
and doubtful blanks are asked for.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from typing import Any, NamedTuple

from corpora.readers.pdf.glyphs import Box, Glyphs, picture_areas

RAISED = 0.22  # of the height of its neighbour, by which a superscript's foot stands higher; 0.15 to 0.4
SMALLER = 0.8  # of the page's usual digit, below which one is small; digits of one size differ by 0.03
COLUMN_GAP = 3.0  # blanks wider than so many heights of a letter part two columns of a masthead
SAMPLE = 60  # digits of a page that tell its usual size
LOOSE = 1.5  # times the page's usual advance a character, from which a line may have columns
MASTHEAD = 1500  # characters of a page within which columns are looked for
BLANK = 0.35  # of a letter's height, from which a gap is a blank; kerning stays below 0.2
LONGEST_NUMBER = 12  # characters: that of a title
SCAN_SHARE = 0.7  # of the page, that one picture covers

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED_TO_DIGIT = str.maketrans(RAISED_DIGITS, "0123456789")
_HYPHEN = "\ufffe"  # what the library makes of a hyphen at the end of a line, the line end with it
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_CJK = re.compile(f"[{_HAN}]")
_PART = re.compile(
    rf"[^\s{_HYPHEN}](?:[^\r\n{_HYPHEN}]*[^\s{_HYPHEN}])?{_HYPHEN}?|{_HYPHEN}"
)  # without blanks at its ends
# What stands together at the start of a line: a no-break space comes out of PDF as any other, so that a number
# goes with the word after it, and a French quotation or semicolon with the word beside it.
_WORD = re.compile(r"(?:[«‹]\s?|[0-9]+\s)?\S+(?:\s[;:!?»]+)?")
_WORD_AMONG_HAN = re.compile(
    rf"[(（《「『“‘]*[{_HAN}][,.;:!?)，。；：、！？）》」』”’]*|(?:[0-9]+\s)?[^\s{_HAN}]+"
)
_BESIDE_HAN = re.compile(rf"(?<=[{_HAN}]) | (?=[{_HAN}])")
_LABEL = re.compile(r"\(?[\w/]{1,9}[.)]")
_CLOSERS = re.compile(r"[,.;:，。；：、]")
_DIGITS = re.compile("[0-9]+")
_SUPERSCRIPTS = str.maketrans("0123456789", RAISED_DIGITS)
_RADICALS = re.compile("[\u2e80-\u2fd5]")
_DESCENDERS = frozenset("gjpqy,;()[]{}_/|QJ")


class Line(NamedTuple):
    """One line: its text with superscript digits as such (¹), and where it stands, in points.

    `bottom` and `top` are those of its first character, `foot` is the lower of its first and last character's,
    `head` the higher, `word` where its first word ends; `base` is the height that it stands on, `size` the
    nominal size of its font.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    foot: float
    head: float
    word: float
    base: float
    bold: bool
    size: float


class Page(NamedTuple):
    """The lines of a page in the order of the file, and the page's size in points."""

    lines: tuple[Line, ...]
    width: float
    height: float


def read_page(page: Any) -> Page:
    """The lines of a page."""
    width, height = page.get_size()
    text = _Text(Glyphs(page.get_textpage(), width))
    return Page(tuple(text.lines()), width, height)


def is_scan(page: Any) -> bool:
    """Whether a picture covers the page."""
    width, height = page.get_size()
    return any(area > SCAN_SHARE * width * height for area in picture_areas(page))


class _Text:
    """A page's text, cut into lines."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs, self._box, self._text = glyphs, glyphs.box, glyphs.text
        self.parts = [found.span() for found in _PART.finditer(self._text)]
        self._text = self._text.replace(_HYPHEN, "-")
        self._has_han = _CJK.search(self._text) is not None

    def lines(self) -> Iterator[Line]:
        """The page's lines, those that the library cut although they stand on one height joined again."""
        waiting: Line | None = None
        done = 0  # where the waiting line ends
        for start, end in chain.from_iterable(self._stretches(*part) for part in self.parts):
            line = self._line(start, end)
            if waiting is None:
                waiting = line
            # A superscript at the end stands above a comma that follows.
            elif min(waiting.head, line.top) > max(waiting.foot, line.bottom) and (
                (glue := self._glue(waiting, line, done, start)) is not None
            ):
                waiting = _one(waiting, line, glue)
            else:
                yield waiting
                waiting = line
            done = end
        if waiting is not None:
            yield waiting

    def _glue(self, first: Line, second: Line, end: int, start: int) -> str | None:
        """What stands between two pieces on one height, ending and starting at characters; None if they are apart."""
        height = max(first.top - first.bottom, second.top - second.bottom, 1.0)
        gap = second.left - first.right
        if not -height < gap < COLUMN_GAP * height:
            return None
        if any(self._text[i] == " " and not self._is_gap(i) for i in range(end, start)):
            return " "
        close = gap < BLANK * height or _CJK.match(first.text[-1]) or _CJK.match(second.text)
        return "" if close or second.text[0] in RAISED_DIGITS else " "

    def _stretches(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """The lines of a part: usually one, but the library runs some together."""
        first, last = self._box(start), self._box(end - 1)
        height = max(first.top - first.bottom, last.top - last.bottom, 1.0)
        if abs(first.bottom - last.bottom) > 1.2 * height and (at := self._line_end(start, end, height)):
            return [(start, at), *self._stretches(at + 1, end)]
        if start < MASTHEAD and (last.right - first.left) > LOOSE * self._advance * (end - start):
            return self._columns(start, end, height)
        return ((start, end),)

    def _line_end(self, start: int, end: int, height: float) -> int | None:
        """The first blank at which a new line begins: what follows stands lower and further to the left."""
        for at in self._blanks(start, end):
            before, after = self._box(at - 1), self._box(at + 1)
            lower = before.bottom - after.bottom
            if abs(lower) > 0.8 * height and after.left < before.left:
                return at
            if lower > RAISED * height and after.right < before.left - COLUMN_GAP * height:
                return at
        return None

    @cached_property
    def _advance(self) -> float:
        """The usual advance a character: that of the page's longest lines, which running text has."""
        longest = sorted(self.parts, key=lambda part: part[0] - part[1])[:9]
        found = sorted((self._box(e - 1).right - self._box(s).left) / (e - s) for s, e in longest)
        return found[len(found) // 2]

    def _columns(self, start: int, end: int, height: float) -> Iterator[tuple[int, int]]:
        """The line cut where a wide blank parts the columns of a masthead."""
        blanks = self._blanks(start, end)
        gaps = [self._box(at + 1).left - self._box(at - 1).right for at in blanks]
        least = max(
            COLUMN_GAP * height, 2 * min(gaps) if len(gaps) > 1 else 0.0
        )  # wide ones alike: justified
        for at, gap in zip(blanks, gaps, strict=True):
            if gap > least and not _LABEL.fullmatch(self._text, start, at):
                yield start, at
                yield from self._columns(at + 1, end, height)
                return
        yield start, end

    def _blanks(self, start: int, end: int) -> list[int]:
        text = self._text
        return [i for i in range(start + 1, end - 1) if text[i] == " " and text[i + 1] != " "]

    def _line(self, start: int, end: int) -> Line:
        while end > start + 1 and self._text[end - 1] == " ":
            end -= 1
        first, last = self._box(start), self._box(end - 1)
        word = (_WORD_AMONG_HAN if self._has_han else _WORD).match(self._text, start, end)
        usual, size = self._usual_character(start, end)
        return Line(
            self._marked(start, end),
            first.left,
            last.right,
            first.bottom,
            first.top,
            min(first.bottom, last.bottom),
            max(first.top, last.top),
            self._box((word.end() if word else end) - 1).right,
            self._glyphs.baseline(usual),
            self._glyphs.is_bold(start),
            size,
        )

    def _usual_character(self, start: int, end: int) -> tuple[int, float]:
        """A character of the size that a line has, and the size: no note's number, else the middle one of three."""
        text, size = self._text, self._glyphs.size
        middle, last = (start + end) // 2, end - 1
        if text[middle] == " ":
            middle += 1
        one = size(middle)
        if text[middle].isalpha():
            return middle, one
        two = size(last)
        if one == two:
            return middle, one
        three = size(start)
        return sorted(((middle, one), (last, two), (start, three)), key=lambda found: found[1])[1]

    def _marked(self, start: int, end: int) -> str:
        """The text with raised digits as superscripts, without gaps before those and around Han."""
        text = self._text
        changed: dict[int, str] = {}
        for found in _DIGITS.finditer(text, start, end):
            first, last = found.span()
            one, two = self._box(first), self._box(last - 1)
            if one.top - one.bottom > self._small and two.top - two.bottom > self._small:
                continue  # what is raised stands before or behind other digits
            for i, up in enumerate(self._raised(first, last, start, end), first):
                if up:
                    changed[i] = text[i].translate(_SUPERSCRIPTS)
                    if i == first > start and self._is_gap(first - 1):
                        changed[first - 1] = ""
        if self._has_han:
            blanks = (found.start() for found in _BESIDE_HAN.finditer(text, start, end))
            changed.update((at, "") for at in blanks if self._is_spacing(at, start))
        line = text[start:end]
        if changed:
            line = "".join([changed.get(i, c) for i, c in enumerate(line, start)])
        return _RADICALS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), line) if self._has_han else line

    def _is_gap(self, at: int) -> bool:
        """Whether a character is a blank that is not in the file."""
        return self._text[at] == " " and self._glyphs.is_gap(at)

    def _is_spacing(self, at: int, start: int) -> bool:
        """Whether a blank beside Han is only the gap that typesetters leave there; behind a number it may be a tab."""
        if not self._is_gap(at):
            return False
        before, after = self._box(at - 1), self._box(at + 1)
        return at - start > LONGEST_NUMBER or after.left - before.right < after.height

    def _raised(self, start: int, end: int, line_start: int, line_end: int) -> Iterator[bool]:
        """Which digits of a run are superscripts, beside a letter or digit of the same line."""
        reference = self._neighbour(start, end, line_start, line_end)
        alone = start == line_start and end == line_end  # a note's marker, cut off from its note
        if reference is None and not alone and not _CLOSERS.match(self._text, end):
            return  # a line of small print
        foot = reference.bottom + RAISED * reference.height if reference else -math.inf
        for box in map(self._box, range(start, end)):
            yield box.height <= self._small and box.bottom > foot

    def _neighbour(self, start: int, end: int, line_start: int, line_end: int) -> Box | None:
        """The nearest letter that stands on the line, else the nearest digit of usual size."""
        digit = None
        for i in (*range(start - 1, line_start - 1, -1), *range(end, line_end)):
            c = self._text[i]
            if c.isalpha() and c not in _DESCENDERS:
                return self._box(i)
            if digit is None and c.isdecimal() and self._box(i).height > self._small:
                digit = self._box(i)
        return digit

    @cached_property
    def _small(self) -> float:
        """The height below which a digit of this page is a small one."""
        places = [m.start() for m in islice(_DIGITS.finditer(self._text), SAMPLE)]
        heights = sorted(self._box(at).height for at in places)
        return SMALLER * heights[len(heights) * 3 // 4]  # most notes' numbers stand below


def _one(first: Line, second: Line, glue: str) -> Line:
    longer = max(first, second, key=lambda line: len(line.text))  # the other is a note's number
    return first._replace(
        text=first.text + glue + second.text,
        right=second.right,
        foot=min(first.bottom, second.foot),
        head=max(first.top, second.head),
        base=longer.base,
        size=longer.size,
    )
