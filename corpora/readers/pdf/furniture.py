"""Running heads, page numbers, job numbers and bar codes: what is on a page but not in the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from corpora.model import Unplaced
from corpora.readers.pdf.pages import Line, Page

EDGE = 0.13  # of the page's height at its head and foot, in which furniture stands
MOST_NUMBERS = 8  # of a line, one of which may be its page's
TALLER_FOOT = 0.16  # the first page's foot has a job number over a bar code

_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*/\s*(?P<pages>\d{1,4}))?[-–—\s]*", re.IGNORECASE)
_JOB = re.compile(  # "10-46464* (E) 270710", with the page's number on either side
    r"(?:\d{1,4}(?:/\d{1,4})?\s+)?\*?\d{2}-\d{4,6}\*?(?:\s*\([A-Z]\))?(?:\s+\d{4,8})*(?:\s+\d{1,4}(?:/\d{1,4})?)?"
)
_BAR_CODE = re.compile(r"\*\d{6,9}\*")
_SYMBOL = re.compile(r"[AES]/[A-Z\d./()\- ]+\*?(?:\s*\([^()]*\))?")
_DIGITS = re.compile(r"\d{1,4}")

_Key = tuple[str, int]


def without_furniture(pages: list[Page]) -> tuple[list[Page], list[Unplaced]]:
    """The pages without their furniture, and the furniture."""
    repeated = _repeated(pages)
    kept, left_out = [], []
    for n, page in enumerate(pages):
        body = []
        for line in page.lines:
            if _is_furniture(line, page, n, len(pages), repeated):
                left_out.append(Unplaced(line.text, "page furniture"))
            else:
                body.append(line)
        kept.append(Page(tuple(body), page.width, page.height))
    return kept, left_out


def _is_furniture(line: Line, page: Page, number: int, pages: int, repeated: set[_Key]) -> bool:
    text = line.text.strip()
    low = line.foot < page.height * (TALLER_FOOT if number == 0 else EDGE)
    high = line.foot > page.height * (1 - EDGE)
    if _BAR_CODE.fullmatch(text):
        return True
    if not (low or high):
        return False
    counted = _NUMBER.fullmatch(text)
    if counted and counted["pages"] and int(counted["pages"]) != pages:
        counted = None  # 61/194 is a resolution
    if low and (counted or _JOB.fullmatch(text)):
        return True
    if number and high and (counted or _SYMBOL.fullmatch(text) or _JOB.fullmatch(text)):
        return True
    return (number > 0 or low) and not repeated.isdisjoint(_keys(line, number))


def _repeated(pages: list[Page]) -> set[_Key]:
    """Texts that stand at one height of several pages, a number that counts the pages aside."""
    seen: Counter[_Key] = Counter()
    for n, page in enumerate(pages):
        edges = (x for x in page.lines if not page.height * TALLER_FOOT < x.foot < page.height * (1 - EDGE))
        seen.update({key for line in edges for key in _keys(line, n)})
    return {key for key, n in seen.items() if n >= max(2, len(pages) // 3)}


def _keys(line: Line, page: int) -> Iterator[_Key]:
    """A line's text and height, and the same with each of its numbers as far ahead of the page's."""
    text, height = line.text.strip(), round(line.foot / 4)
    yield text, height
    for found in islice(_DIGITS.finditer(text), MOST_NUMBERS):
        yield f"{text[: found.start()]}{int(found[0]) - page:+}{text[found.end() :]}", height
