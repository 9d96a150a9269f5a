"""Running heads, page numbers, job numbers and bar codes: what is on a page but not in the document."""

from __future__ import annotations

import re
from collections import Counter

from corpora.model import Unplaced
from corpora.readers.pdf.pages import Line, Page

EDGE = 0.13  # of the page's height at its head and foot, in which furniture stands
TALLER_FOOT = 0.16  # the first page's foot has a job number over a bar code

_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_JOB = re.compile(  # "10-46464* (E) 270710", with the page's number on either side
    r"(?:\d{1,4}(?:/\d{1,4})?\s+)?\*?\d{2}-\d{4,6}\*?(?:\s*\([A-Z]\))?(?:\s+\d{4,8})*(?:\s+\d{1,4}(?:/\d{1,4})?)?"
)
_BAR_CODE = re.compile(r"\*\d{6,9}\*")
_SYMBOL = re.compile(r"[AES]/[A-Z\d./()\- ]+\*?(?:\s*\([^()]*\))?")
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: list[Page]) -> tuple[list[Page], list[Unplaced]]:
    """The pages without their furniture, and the furniture."""
    repeated = _repeated(pages)
    kept, left_out = [], []
    for n, page in enumerate(pages):
        body = []
        for line in page.lines:
            if _is_furniture(line, page, n, repeated):
                left_out.append(Unplaced(line.text, "page furniture"))
            else:
                body.append(line)
        kept.append(Page(tuple(body), page.width, page.height))
    return kept, left_out


def _is_furniture(line: Line, page: Page, number: int, repeated: set[tuple[str, int]]) -> bool:
    text = line.text.strip()
    low = line.foot < page.height * (TALLER_FOOT if number == 0 else EDGE)
    high = line.foot > page.height * (1 - EDGE)
    if _BAR_CODE.fullmatch(text):
        return True
    if low and (_NUMBER.fullmatch(text) or _JOB.fullmatch(text)):
        return True
    if number and high and (_NUMBER.fullmatch(text) or _SYMBOL.fullmatch(text) or _JOB.fullmatch(text)):
        return True
    return (low or high) and (number > 0 or low) and _key(line) in repeated


def _repeated(pages: list[Page]) -> set[tuple[str, int]]:
    """Texts that stand at one height of several pages, their digits aside."""
    seen = Counter(key for page in pages for key in {_key(line) for line in page.lines})
    return {key for key, n in seen.items() if n >= max(2, len(pages) // 3)}


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text.strip()), round(line.foot / 4)
