"""Running heads, page numbers, job numbers and bar codes: what is on a page but not in the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

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


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[Unplaced]]:
    """The pages without their furniture, and the furniture."""
    edges = [_edges(page, n) for n, page in enumerate(pages)]
    repeated = _repeated(edges)
    kept, left_out = [], []
    for n, page in enumerate(pages):
        furniture = {
            at for at, line in enumerate(page.lines) if line.text[0] == "*" and _BAR_CODE.fullmatch(line.text)
        }
        for at, keys in edges[n].items():
            if _is_furniture(page.lines[at], page, n, len(pages), not repeated.isdisjoint(keys)):
                furniture.add(at)
        left_out += [Unplaced(page.lines[at].text, "page furniture") for at in sorted(furniture)]
        body = tuple(line for at, line in enumerate(page.lines) if at not in furniture)
        kept.append(page._replace(lines=body))
    return kept, left_out


def _is_furniture(line: Line, page: Page, number: int, pages: int, is_repeated: bool) -> bool:
    """Whether a line at a page's head or foot is no text of the document."""
    text = line.text
    low = line.foot < page.height * (TALLER_FOOT if number == 0 else EDGE)
    high = line.foot > page.height * (1 - EDGE)
    if not (low or high):
        return False
    counted = _NUMBER.fullmatch(text)
    if counted and counted["pages"] and int(counted["pages"]) != pages:
        counted = None  # 61/194 is a resolution
    if low and (counted or _JOB.fullmatch(text)):
        return True
    if number and high and (counted or _SYMBOL.fullmatch(text) or _JOB.fullmatch(text)):
        return True
    return (number > 0 or low) and is_repeated


def _edges(page: Page, number: int) -> dict[int, list[_Key]]:
    """The lines at a page's head and foot, by their place on it, with what may come again on other pages."""
    low, high = page.height * TALLER_FOOT, page.height * (1 - EDGE)
    return {at: [*_keys(line, number)] for at, line in enumerate(page.lines) if not low < line.foot < high}


def _repeated(edges: Sequence[dict[int, list[_Key]]]) -> set[_Key]:
    """Texts that stand at one height of several pages, a number that counts the pages aside."""
    seen: Counter[_Key] = Counter()
    for page in edges:
        seen.update(set(chain.from_iterable(page.values())))
    return {key for key, n in seen.items() if n >= max(2, len(edges) // 3)}


def _keys(line: Line, page: int) -> Iterator[_Key]:
    """A line's text and height, and the same with each of its numbers as far ahead of the page's."""
    text, height = line.text, round(line.foot / 4)
    yield text, height
    for found in islice(_DIGITS.finditer(text), MOST_NUMBERS):
        yield f"{text[: found.start()]}{int(found[0]) - page:+}{text[found.end() :]}", height
