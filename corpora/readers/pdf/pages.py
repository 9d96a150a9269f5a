"""The lines of a PDF page with their places, superscripts told by size and position.

Asking for the box of every character costs more than drawing the text, so only the ends of lines, the digits
and doubtful blanks are asked for.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

RAISED = 0.22  # of the height of its neighbour, by which a superscript's foot stands higher; 0.15 to 0.4
SMALLER = 0.8  # of the page's usual digit, below which one is small; digits of one size differ by 0.03
COLUMN_GAP = 3.0  # blanks wider than so many heights of a letter part two columns of a masthead
SAMPLE = 60  # digits of a page that tell its usual size
LOOSE = 1.5  # times the page's usual advance a character, from which a line may have columns
MASTHEAD = 1500  # characters of a page within which columns are looked for
BLANK = 0.35  # of a letter's height, from which a gap is a blank; kerning stays below 0.2
SCAN_SHARE = 0.7  # of the page, that one picture covers

_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]+")
_CLOSERS = re.compile(r"[,.;:，。；：、]")
_DIGITS = re.compile(r"\d+")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RADICALS = re.compile("[\u2e80-\u2fd5]")
_DESCENDERS = frozenset("gjpqy,;()[]{}_/|QJ")


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page in points, from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text with superscript digits as such (¹), the boxes of its first and last character.

    `word` is where its first word ends, in points from the left; `size` the height of its letters.
    """

    text: str
    first: Box
    last: Box
    word: float
    bold: bool

    @property
    def left(self) -> float:
        return self.first.left

    @property
    def right(self) -> float:
        return self.last.right

    @property
    def foot(self) -> float:
        return min(self.first.bottom, self.last.bottom)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order of the file, and the page's size in points."""

    lines: tuple[Line, ...]
    width: float
    height: float


def read_page(page: Any) -> Page:
    """The lines of a page."""
    width, height = page.get_size()
    text = _Text(page.get_textpage(), width)
    lines = [line for part in text.parts() for line in text.lines(part)]
    return Page(tuple(_rejoined(lines)), width, height)


def is_scan(page: Any) -> bool:
    """Whether a picture covers the page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    width, height = page.get_size()
    for picture in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_pos() if hasattr(picture, "get_pos") else picture.get_bounds()
        if (right - left) * (top - bottom) > SCAN_SHARE * width * height:
            return True
    return False


class _Text:
    """A page's characters; offsets into `text` are the library's character numbers."""

    def __init__(self, textpage: Any, width: float) -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, textpage.raw
        self._kept = textpage  # its memory goes when the object does
        self._boxes: dict[int, Box] = {}
        self._values = [ctypes.c_double() for _ in range(4)]
        self._pointers = [ctypes.byref(v) for v in self._values]
        count = textpage.count_chars()
        self.text = textpage.get_text_range() if count else ""
        if len(self.text) != count:  # characters beyond the basic plane, or left out: ask one by one
            self.text = "".join(chr(raw.FPDFText_GetUnicode(self._page, i)) for i in range(count))
        # A page written from right to left is read in a mirror: then its lines begin at the left like all others.
        self._mirror = width if 2 * len(_RTL.findall(self.text)) > len(self.text.split()) else None
        self._usual: float | None = None
        self._usual_advance: float | None = None

    def parts(self) -> Iterator[tuple[int, int]]:
        """The stretches between line ends, trimmed."""
        for found in re.finditer(r"[^\r\n]+", self.text):
            start, end = found.span()
            while start < end and self.text[start].isspace():
                start += 1
            while end > start and self.text[end - 1].isspace():
                end -= 1
            if start < end:
                yield start, end

    def lines(self, part: tuple[int, int]) -> Iterator[Line]:
        """The lines of a stretch: usually one, but the library runs some together."""
        start, end = part
        first, last = self._box(start), self._box(end - 1)
        height = max(first.top - first.bottom, last.top - last.bottom, 1.0)
        if abs(first.bottom - last.bottom) > 1.2 * height:
            for at in self._blanks(start, end):
                before, after = self._box(at - 1), self._box(at + 1)
                if abs(before.bottom - after.bottom) > 0.8 * height and after.left < before.left:
                    yield self._line(start, at)
                    yield from self.lines((at + 1, end))
                    return
        if start < MASTHEAD and (last.right - first.left) > LOOSE * self._advance() * (end - start):
            yield from self._columns(start, end, height)
        else:
            yield self._line(start, end)

    def _advance(self) -> float:
        """The usual advance a character: that of the page's longest lines, which running text has."""
        if self._usual_advance is None:
            longest = sorted(self.parts(), key=lambda part: part[0] - part[1])[:9]
            found = sorted((self._box(e - 1).right - self._box(s).left) / (e - s) for s, e in longest)
            self._usual_advance = found[len(found) // 2]
        return self._usual_advance

    def _columns(self, start: int, end: int, height: float) -> Iterator[Line]:
        """The line cut where a wide blank parts the columns of a masthead."""
        for at in self._blanks(start, end):
            if self._box(at + 1).left - self._box(at - 1).right > COLUMN_GAP * height:
                yield self._line(start, at)
                yield from self._columns(at + 1, end, height)
                return
        yield self._line(start, end)

    def _blanks(self, start: int, end: int) -> list[int]:
        return [i for i in range(start + 1, end - 1) if self.text[i] == " " and self.text[i + 1] != " "]

    def _line(self, start: int, end: int) -> Line:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        blank = self.text.find(" ", start, end)
        word = self._box((blank if blank > start else end) - 1).right
        bold = self._raw.FPDFText_GetFontWeight(self._page, start) >= 600
        return Line(self._marked(start, end), self._box(start), self._box(end - 1), word, bold)

    def _marked(self, start: int, end: int) -> str:
        """The text with raised digits as superscripts, without the blanks that stand for spacing around Han."""
        text = self.text[start:end]
        out, done = [], 0
        for found in _DIGITS.finditer(text):
            raised = self._raised(start + found.start(), start + found.end(), start, end)
            out.append(text[done : found.start()])
            out.append(
                "".join(
                    c.translate(_SUPERSCRIPTS) if up else c for c, up in zip(found[0], raised, strict=True)
                )
            )
            done = found.end()
        marked = "".join([*out, text[done:]])
        if _CJK.search(marked):
            marked = "".join(c for i, c in enumerate(marked) if c != " " or not self._is_spacing(start + i))
        return _RADICALS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), marked)

    def _is_spacing(self, at: int) -> bool:
        """Whether a blank beside Han is no character of the file, only the gap that typesetters leave there."""
        around = self.text[max(0, at - 1) : at + 2]
        return bool(_CJK.search(around)) and bool(self._raw.FPDFText_IsGenerated(self._page, at))

    def _raised(self, start: int, end: int, line_start: int, line_end: int) -> list[bool]:
        """Which digits of a run are superscripts, beside a letter or digit of the same line."""
        small = SMALLER * self._digit_height()
        boxes = [self._box(i) for i in range(start, end)]
        if all(b.top - b.bottom > small for b in boxes):
            return [False] * len(boxes)
        reference = self._neighbour(start, end, line_start, line_end)
        alone = start == line_start and end == line_end  # a note's marker, cut off from its note
        if reference is None and not alone and not _CLOSERS.match(self.text, end):
            return [False] * len(boxes)  # a line of small print
        foot = reference.bottom + RAISED * (reference.top - reference.bottom) if reference else -math.inf
        return [b.top - b.bottom <= small and b.bottom > foot for b in boxes]

    def _neighbour(self, start: int, end: int, line_start: int, line_end: int) -> Box | None:
        """The nearest character that stands on the line, digits of the run itself last."""
        for i in [*range(start - 1, line_start - 1, -1), *range(end, line_end)]:
            c = self.text[i]
            if c.isalpha() and c not in _DESCENDERS:
                return self._box(i)
        return None

    def _box(self, at: int) -> Box:
        if (known := self._boxes.get(at)) is not None:
            return known
        self._raw.FPDFText_GetCharBox(self._page, at, *self._pointers)
        left, right, bottom, top = (v.value for v in self._values)
        if self._mirror is not None:
            left, right = self._mirror - right, self._mirror - left
        self._boxes[at] = found = Box(left, bottom, right, top)
        return found

    def _digit_height(self) -> float:
        """The usual height of this page's digits."""
        if self._usual is None:
            places = [m.start() for m in islice(_DIGITS.finditer(self.text), SAMPLE)]
            heights = sorted(b.top - b.bottom for b in map(self._box, places))
            self._usual = heights[len(heights) * 3 // 4]  # most notes' numbers stand below
        return self._usual


def _rejoined(lines: list[Line]) -> Iterator[Line]:
    """Lines that the library cut although they stand on one height, joined again."""
    waiting: Line | None = None
    for line in lines:
        if waiting is None:
            waiting = line
            continue
        height = max(waiting.first.top - waiting.first.bottom, line.last.top - line.last.bottom, 1.0)
        gap = line.left - waiting.right
        top = max(
            waiting.first.top, waiting.last.top
        )  # a superscript at the end stands above a comma that follows
        level = min(top, line.first.top) - max(waiting.foot, line.first.bottom) > 0
        if level and -height < gap < COLUMN_GAP * height:
            glue = " " if gap > BLANK * height else ""
            waiting = replace(waiting, text=waiting.text + glue + line.text, last=line.last)
        else:
            yield waiting
            waiting = line
    if waiting is not None:
        yield waiting
