"""Breaking a text into lines of so many cells, as each language wants it."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from tui.layout.cells import is_simple
from tui.layout.cells import width as cell_width

# Scripts written without spaces: their line breaks come from ICU, which also keeps "，" off a line's start.
SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_HAN = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
# A line may end after a space, unless what follows belongs to the word before it ("mot ;" in French) or what
# precedes opens something ("« mot"), and after a hyphen or a dash between letters.
_CLOSERS = ";:!?»%؛؟،"
_HYPHENS = "-–—"
_GLUED = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # the number of a note stays with what it notes
_BREAK = rf"(?<![«\s])[ ]+(?![{_CLOSERS}\s])|(?<=\w)[{_HYPHENS}](?=[^\W\d_])"


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """Compiled at first use: a Latin text without hyphens at a line's end needs none."""
    return re.compile(expression)


def wrap(text: str, width: int, language: str = "und", *, first: int = 0) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end.

    Args:
        text: one paragraph.
        width: cells of a line, at least 1.
        language: ISO 639 code.
        first: cells that the first line has less than the others.

    Returns:
        (start, end) character offsets, in order; the spaces at which a line breaks are in none. No line
        is wider than `width` unless a single character is. An empty text has one empty line.
    """
    width = max(1, width)
    room = max(1, width - first)
    end = len(text.rstrip(" "))
    simple = is_simple(text)
    if simple and end <= room:
        return [(0, end)]
    if language in SPACELESS or (not simple and _pattern(_HAN).search(text)):
        return _fill(text, end, room, width, _icu_breaks(text, language))
    if simple:
        return _fill_simple(text, end, room, width)
    return _fill(text, end, room, width, spaced_breaks(text))


def spaced_breaks(text: str) -> list[int]:
    """Where a line may begin, in scripts that put spaces between words."""
    return [m.end() for m in _pattern(_BREAK).finditer(text)]


def _icu_breaks(text: str, language: str) -> list[int]:
    from icu4py.breakers import LineBreaker  # 40 ms to import: only where it is needed

    # Its offsets count UTF-16 units; the parts themselves count characters.
    ends = list(accumulate(map(len, LineBreaker(text, language))))[:-1]
    return [end for end in ends if text[end] not in _GLUED]


def _fill(text: str, end: int, room: int, width: int, breaks: list[int]) -> list[tuple[int, int]]:
    """As many words on each line as fit, widths being summed character by character."""
    sums = list(accumulate(map(cell_width, text), initial=0))
    places = [place for place in breaks if place < end] + [end]
    lines: list[tuple[int, int]] = []
    start = at = 0
    while True:
        best = start
        while at < len(places) and sums[_trim(text, start, places[at])] - sums[start] <= room:
            best = places[at]
            at += 1
        if best == start < end:
            best = _cut(sums, start, end, room)
        lines.append((start, _trim(text, start, best)))
        start, room = best, width
        if start >= end:
            return lines


def _fill_simple(text: str, end: int, room: int, width: int) -> list[tuple[int, int]]:
    """The same where offsets are cells: look back from where the line is full. Ten times as fast."""
    lines: list[tuple[int, int]] = []
    start = 0
    while end - start > room:
        best = _last_break(text, start, start + room) or start + room
        lines.append((start, _trim(text, start, best)))
        start, room = best, width
    lines.append((start, end))
    return lines


def _last_break(text: str, start: int, full: int) -> int:
    """The last place up to `full`, or after the spaces there, where a line may break; 0 if there is none."""
    at = full
    while at > start:
        if text[at] == " ":
            after = at + 1
            while text[after] == " ":
                after += 1
            before = at
            while before > start and text[before - 1] == " ":
                before -= 1
            if before == start:
                return 0
            if text[before - 1] != "«" and text[after] not in _CLOSERS:
                return after
            at = before
        elif text[at - 1] in _HYPHENS and _pattern(_BREAK).match(text, at - 1):
            return at
        at -= 1
    return 0


def _cut(sums: list[int], start: int, end: int, room: int) -> int:
    """The furthest place that fits, never between a letter and its marks, and at least one letter on."""
    place = start + 1
    while place < end and (sums[place + 1] - sums[start] <= room or sums[place + 1] == sums[place]):
        place += 1
    return place


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end
