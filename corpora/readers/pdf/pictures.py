"""The pictures on a PDF page: one that covers the page is a scan of it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any

from corpora.readers.pdf.glyphs import unchecked

SCAN_SHARE = 0.7  # of the page, that one picture covers


def is_scan(page: Any) -> bool:
    """Whether a picture covers the page."""
    width, height = page.get_size()
    return any(area > SCAN_SHARE * width * height for area in _areas(page))


def _areas(page: Any) -> Iterator[float]:
    """How much of a page each picture covers, in square points; those in forms as well."""
    from pypdfium2 import raw

    get, kind_of = unchecked(raw.FPDFPage_GetObject, ctypes.c_void_p), unchecked(raw.FPDFPageObj_GetType)
    kind_of.argtypes = (ctypes.c_void_p,)
    sides = [ctypes.c_float() for _ in range(4)]
    whole = ctypes.cast(page.raw, ctypes.c_void_p)
    parts = [*map(get, repeat(whole), range(raw.FPDFPage_CountObjects(page.raw)))]
    for part, kind in zip(parts, map(kind_of, parts), strict=True):
        pictures = []
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures = [ctypes.cast(part, raw.FPDF_PAGEOBJECT)]
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            form = ctypes.cast(part, raw.FPDF_PAGEOBJECT)
            inner = (raw.FPDFFormObj_GetObject(form, n) for n in range(raw.FPDFFormObj_CountObjects(form)))
            pictures = [p for p in inner if raw.FPDFPageObj_GetType(p) == raw.FPDF_PAGEOBJ_IMAGE]
        for picture in pictures:
            raw.FPDFPageObj_GetBounds(picture, *sides)
            left, bottom, right, top = (side.value for side in sides)
            yield (right - left) * (top - bottom)
