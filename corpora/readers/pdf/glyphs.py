"""The characters of a PDF page and where they stand, asked for one by one: few are, for each asking costs."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]+")


class Box(NamedTuple):
    """A place on the page in points, from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


class Glyphs:
    """A page's characters; offsets into `text` are the library's character numbers."""

    def __init__(self, textpage: Any, width: float) -> None:
        from pypdfium2 import raw

        self._kept = textpage  # its memory goes when the object does
        self._page = ctypes.cast(textpage.raw, ctypes.c_void_p)
        self._functions = _functions()
        self._boxes: dict[int, Box] = {}
        results = (ctypes.c_double * 4)()
        left, bottom, right, top = (
            ctypes.addressof(results) + n * ctypes.sizeof(ctypes.c_double) for n in range(4)
        )
        self._pointers = (left, right, bottom, top)  # in the library's order, the results in that of a box
        self._results = memoryview(results).cast("B").cast("d")
        count = textpage.count_chars()
        self.text: str = textpage.get_text_range() if count else ""
        if len(self.text) != count:  # characters beyond the basic plane, or left out: ask one by one
            self.text = "".join(chr(raw.FPDFText_GetUnicode(textpage.raw, i)) for i in range(count))
        # A page written from right to left is read in a mirror: then its lines begin at the left like all others.
        self._mirror = width if _is_right_to_left(self.text) else None

    def box(self, at: int) -> Box:
        """What the character's ink covers."""
        if (known := self._boxes.get(at)) is not None:
            return known
        self._functions.box(self._page, at, *self._pointers)
        found = Box._make(self._results)
        if self._mirror is not None:
            left, bottom, right, top = found
            found = Box(self._mirror - right, bottom, self._mirror - left, top)
        self._boxes[at] = found
        return found

    def baseline(self, at: int) -> float:
        """The height on the page of the line that the character stands on."""
        self._functions.origin(self._page, at, *self._pointers[:2])
        return self._results[2]

    def size(self, at: int) -> float:
        """The nominal size of the character's font; files that scale their pages give one number for all."""
        size: float = self._functions.size(self._page, at)
        return size

    def is_bold(self, at: int) -> bool:
        return bool(self._functions.weight(self._page, at) >= 600)

    def is_gap(self, at: int) -> bool:
        """Whether a blank is no character of the file, only a gap that the library found."""
        return bool(self._functions.is_generated(self._page, at))


def _is_right_to_left(text: str) -> bool:
    return _RTL.search(text) is not None and 2 * len(_RTL.findall(text)) > len(text.split())


def picture_areas(page: Any) -> Iterator[float]:
    """How much of a page each picture covers, in square points; those in forms as well."""
    from pypdfium2 import raw

    kind_of, sides = raw.FPDFPageObj_GetType, [ctypes.c_float() for _ in range(4)]
    count, get = raw.FPDFPage_CountObjects(page.raw), raw.FPDFPage_GetObject
    for part in (get(page.raw, n) for n in range(count)):
        kind = kind_of(part)
        pictures = [part] if kind == raw.FPDF_PAGEOBJ_IMAGE else []
        if kind == raw.FPDF_PAGEOBJ_FORM:
            inner = (raw.FPDFFormObj_GetObject(part, n) for n in range(raw.FPDFFormObj_CountObjects(part)))
            pictures = [p for p in inner if kind_of(p) == raw.FPDF_PAGEOBJ_IMAGE]
        for picture in pictures:
            raw.FPDFPageObj_GetBounds(picture, *sides)
            left, bottom, right, top = (side.value for side in sides)
            yield (right - left) * (top - bottom)


class _Functions(NamedTuple):
    """The library's functions of a page and a character's number."""

    box: Any
    origin: Any
    size: Any
    weight: Any
    is_generated: Any


@cache
def _functions() -> _Functions:
    """With prototypes of our own: those of the binding check every pointer's type, which takes half the time."""
    from pypdfium2 import raw

    def bound(function: Any, result: Any, results: int = 0) -> Any:
        prototype = ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * results)
        address: Any = ctypes.cast(function, ctypes.c_void_p).value
        return prototype(address)

    return _Functions(
        bound(raw.FPDFText_GetCharBox, ctypes.c_int, 4),
        bound(raw.FPDFText_GetCharOrigin, ctypes.c_int, 2),
        bound(raw.FPDFText_GetFontSize, ctypes.c_double),
        bound(raw.FPDFText_GetFontWeight, ctypes.c_int),
        bound(raw.FPDFText_IsGenerated, ctypes.c_int),
    )
