"""The notes at the foot of a page: a rule, a raised marker or small print tells where they begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpora.readers.pdf.marks import RAISED_DIGITS, RAISED_TO_DIGIT, has_raised
from corpora.readers.pdf.pages import Line, Page

SMALL_PRINT = 0.95  # of the usual size of a document's letters, below which a line is none of its text

_MARKER = re.compile(rf"([{RAISED_DIGITS}]{{1,3}}|\*{{1,3}}|[†‡])\s*(?=[^\s,.;:，。；：、)\]])")
_PLAIN_MARKER = re.compile(r"(\d{1,3})(?:\s+(?=[^\s,.;:)\]])|(?=[^\s\d,.;:，。；：、)\]/-]))")
_CITED = re.compile(f"[{RAISED_DIGITS}]+")
_RULES = "_\u2014\u2500"
_RULE = re.compile(f"[{_RULES}]{{5,}}")
_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,4})[.)]\s")


class FootNote(NamedTuple):
    """A note's printed marker and lines; one without a marker goes on from the page before."""

    marker: str
    lines: list[str]


def usual_size(pages: Iterable[Page]) -> float:
    """The size of most of a document's letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def part(lines: list[Line], last: int, usual: float, *, open_note: bool) -> tuple[list[Line], list[FootNote]]:
    """A page's text, and the notes at its foot.

    `last` is the number of the last note before, `open_note` whether it broke off.
    """
    for i, line in enumerate(lines):
        if (
            line.text[0] in _RULES
            and _RULE.fullmatch(line.text)
            and any(_MARKER.match(x.text) for x in lines[i + 1 : i + 4])
        ):
            return lines[:i], _notes(lines[i + 1 :], last, raised=True)
    small = len(lines)
    while small and lines[small - 1].size < SMALL_PRINT * usual:
        small -= 1
    prints_small = small < len(lines)  # then no raised marker above opens a note
    for i in range(small if prints_small else 0, len(lines)):
        line = lines[i]
        if line.text[0].isalpha():  # no marker
            continue
        if (
            (found := _MARKER.match(line.text))
            and _number(found[1]) == last + 1
            and _only_notes(lines[i:], last + 1)
        ):
            return _cut(lines, min(i, small) if last else i, last, raised=True)
        if i >= small and (found := _PLAIN_MARKER.match(line.text)) and int(found[1]) in cited(lines[:i]):
            return _cut(lines, small if last else i, int(found[1]) - 1, raised=False)
    return _cut(lines, small, last, raised=False) if open_note and small else (lines, [])


def opens_note(line: Line) -> bool:
    """Whether a line begins with a raised marker."""
    return _MARKER.match(line.text) is not None


def is_list(lines: Sequence[Line], first: int) -> bool:
    """Whether lines are notes that count on from a number, and nothing else; none are as well."""
    if not lines:
        return True
    opening = _MARKER.match(lines[0].text)
    return opening is not None and _number(opening[1]) == first and _only_notes(lines, first)


def _cut(lines: list[Line], at: int, last: int, *, raised: bool) -> tuple[list[Line], list[FootNote]]:
    return lines[:at], _notes(lines[at:], last, raised=raised)


def _notes(lines: Sequence[Line], last: int, *, raised: bool) -> list[FootNote]:
    """The notes in the lines of a foot; numbers that are not raised must count on."""
    out: list[FootNote] = []
    for line in lines:
        found = _MARKER.match(line.text)
        if found is None and not raised:
            found = _PLAIN_MARKER.match(line.text)
            if found and int(found[1]) != last + 1:
                found = None
        if found:
            last = _number(found[1]) or last
            out.append(FootNote(found[1].translate(RAISED_TO_DIGIT), [line.text[found.end() :]]))
        elif out:
            out[-1].lines.append(line.text)
        else:
            out.append(FootNote("", [line.text]))
    return out


def _number(marker: str) -> int:
    """A marker's number; 0 for asterisks and daggers."""
    digits = marker.translate(RAISED_TO_DIGIT)
    return int(digits) if digits.isdecimal() else 0


def cited(lines: Sequence[Line]) -> set[int]:
    """The numbers of the notes that lines cite."""
    raised = (line.text for line in lines if has_raised(line.text))
    return {_number(marker) for text in raised for marker in _CITED.findall(text)}


def _only_notes(lines: Sequence[Line], expected: int) -> bool:
    """Whether lines to the end of the page are notes that count on, none of them a numbered paragraph."""
    for line in lines:
        if found := _MARKER.match(line.text):
            number = _number(found[1])
            if number and number != expected:
                return False
            expected += number > 0
        elif _LABEL.match(line.text):
            return False
    return True
