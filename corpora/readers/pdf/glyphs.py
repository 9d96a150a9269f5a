"""The characters of a PDF page and where they stand.

The library tells of one character in each call, which costs more than what is done in it. So few characters are
asked for, most of them many at once, and a call goes through nothing that need not be.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from operator import sub
from typing import Any, NamedTuple

AT_ONCE = 128  # characters
RTL_SHARE = (
    0.45  # of a page's characters but blanks, from which it runs from right to left; others had 0.44 at most
)

# The rows of 256 characters that a text is written in; the common ones, of nearly every text the only ones, tell
# nothing: Latin, Cyrillic, punctuation.
_COMMON = bytes((0x00, 0x04, 0x20))
_RTL = bytes((0x05, 0x06, 0x07, 0x08, 0xFB, 0xFC, 0xFD, 0xFE))
_HAN = bytes((*range(0x2E, 0xA0), 0xF9, 0xFA, 0xFF))


class Box(NamedTuple):
    """A place on the page in points, from its lower left corner."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


class Boxes(NamedTuple):
    """Places on the page, side by side: one of each for each of them."""

    left: list[float]
    right: list[float]
    bottom: list[float]
    top: list[float]

    def heights(self) -> list[float]:
        return [*map(sub, self.top, self.bottom)]

    def put(self, at: int, others: Boxes) -> None:
        """Let others take the place of one."""
        for side, new in zip(self, others, strict=True):
            side[at : at + 1] = new


class Glyphs:
    """A page's characters; offsets into `text` are the library's character numbers."""

    def __init__(self, textpage: Any, width: float) -> None:
        from pypdfium2 import raw

        self._kept = textpage  # its memory goes when the object does
        self._page = ctypes.cast(textpage.raw, ctypes.c_void_p)
        self._library = _library()
        count = textpage.count_chars()
        self.text: str = textpage.get_text_range() if count else ""
        if len(self.text) != count:  # characters beyond the basic plane, or left out: ask one by one
            self.text = "".join(chr(raw.FPDFText_GetUnicode(textpage.raw, i)) for i in range(count))
        rows = _rows(self.text)
        self.may_have_han = len(rows.translate(None, _HAN)) < len(rows)
        # A page written from right to left is read in a mirror: then its lines begin at the left like all others.
        leftward = len(rows) - len(rows.translate(None, _RTL))
        self._mirror = width if leftward > RTL_SHARE * (count - self.text.count(" ")) else None

    def boxes(self, places: Sequence[int]) -> Boxes:
        """What the ink of each of some characters covers."""
        left, right, bottom, top = self._library.boxes(self._page, places)
        if (width := self._mirror) is not None:
            left, right = [width - x for x in right], [width - x for x in left]
        return Boxes(left, right, bottom, top)

    def box(self, at: int) -> Box:
        """What the character's ink covers."""
        left, right, bottom, top = self._library.box(self._page, at)
        if (width := self._mirror) is not None:
            left, right = width - right, width - left
        return Box(left, right, bottom, top)

    def baselines(self, places: Sequence[int]) -> list[float]:
        """For each character the height on the page of the line that it stands on."""
        return self._library.baselines(self._page, places)

    def sizes(self, places: Sequence[int]) -> list[float]:
        """The nominal size of each character's font; files that scale their pages give one number for all."""
        return [*map(self._library.size, repeat(self._page), places)]

    def are_bold(self, places: Sequence[int]) -> list[bool]:
        return [weight >= 600 for weight in map(self._library.weight, repeat(self._page), places)]

    def is_gap(self, at: int) -> bool:
        """Whether a character is a blank that is not in the file, only a gap that the library found."""
        return self.text[at] == " " and bool(self._library.is_generated(self._page, at))


def _rows(text: str) -> bytes:
    """For each character, but for those of the common rows, its row of 256; a search takes ten times as long."""
    return text.encode("utf-16-le", "surrogatepass")[1::2].translate(None, _COMMON)


class _Library:
    """The library's functions of a page and a character's number, and the memory that it gives its answers in."""

    def __init__(self) -> None:
        from pypdfium2 import raw

        self._box, self._origin = unchecked(raw.FPDFText_GetCharBox), unchecked(raw.FPDFText_GetCharOrigin)
        self.size = unchecked(raw.FPDFText_GetFontSize, ctypes.c_double)
        self.weight = unchecked(raw.FPDFText_GetFontWeight)
        self.is_generated = unchecked(raw.FPDFText_IsGenerated)
        kept = [(ctypes.c_double * AT_ONCE)() for _ in range(4)]
        steps = range(0, ctypes.sizeof(kept[0]), ctypes.sizeof(ctypes.c_double))
        self._places = [[ctypes.byref(column, step) for step in steps] for column in kept]
        self._first = [column[0] for column in self._places]
        # Columns of floats, which a memoryview's type does not say.
        self._columns: list[Any] = [memoryview(column).cast("B").cast("d") for column in kept]

    def box(self, page: Any, character: int) -> tuple[float, float, float, float]:
        """The left, right, lower and upper side of one character."""
        self._box(page, character, *self._first)
        left, right, bottom, top = self._columns
        return left[0], right[0], bottom[0], top[0]

    def boxes(self, page: Any, characters: Sequence[int]) -> list[list[float]]:
        """The left, right, lower and upper sides of some characters."""
        return self._answers(self._box, page, characters, 4)

    def baselines(self, page: Any, characters: Sequence[int]) -> list[float]:
        """The heights of the lines that some characters stand on."""
        return self._answers(self._origin, page, characters, 2)[1]

    def _answers(self, function: Any, page: Any, characters: Sequence[int], width: int) -> list[list[float]]:
        """What a function that gives several answers says of each character, a column for each answer."""
        if len(characters) > AT_ONCE:
            halves = characters[:AT_ONCE], characters[AT_ONCE:]
            found = [self._answers(function, page, half, width) for half in halves]
            return [first + second for first, second in zip(*found, strict=True)]
        deque(map(function, repeat(page), characters, *self._places[:width]), 0)
        return [column[: len(characters)].tolist() for column in self._columns[:width]]


_library = cache(_Library)


def unchecked(function: Any, result: Any = ctypes.c_int) -> Any:
    """A function of the binding without its prototype: checking arguments takes half of the time of a call.

    The page and the places of answers must be ctypes objects then: nothing turns them into such.
    """
    bare = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    bare.restype = result
    return bare
