"""Lines of pages as paragraphs and notes.

A paragraph begins where the gap is wide, where the line is indented, or where the line before it ended although
the first word of this one would have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpora.readers import inline
from corpora.readers.blocks import Block
from corpora.readers.pdf.pages import Line, Page
from corpora.readers.wrapped import Words

WIDE_GAP = 1.45  # of the usual distance of lines
INDENT = 8.0  # points; a first-line indent is 12 to 36, a ragged edge below 3
COLUMN = 60.0  # points within which lines start that share a right edge: a margin and its indents
SLACK = 2.0  # points that a word may lack to fit

HYPHEN = "\ufffe"  # what the library makes of a hyphen at the end of a line, the line end with it

_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_NOTE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\*{1,3}|[†‡])\s*(?=[^\s,.;:，。；：、)\]])")
_RULE = re.compile(r"[_\u2014\u2500]{5,}")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_STOP = re.compile(r"[.;:!?。；：؛؟][»”\"')\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_COMMA = re.compile(r"[,，،][⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,4})[.)]\s")


def paragraphs(pages: Sequence[Page]) -> list[Block]:
    """The blocks of a document's pages; notes come where they stand, and are hinted as such."""
    words = Words("\n".join(line.text for page in pages for line in page.lines).replace(HYPHEN, "-\n"))
    body: list[list[Line]] = []
    notes: list[list[str]] = []
    edge = 0.0
    # Of the whole document: a last page may have too few lines to tell.
    pitch, edges = _pitch(pages), _Edges([line for page in pages for line in page.lines])
    for page in pages:
        lines, foot = _parted(page, len(notes))
        for text in foot:
            if _NOTE.match(text) or not notes:
                notes.append([text])
            else:
                notes[-1].append(text)  # it goes on from the page before
        groups = _groups(lines, page.width / 2, pitch, edges)
        if groups and body and _goes_on(body[-1], groups[0][0], edge):
            body[-1] += groups.pop(0)
        body += groups
        edge = max((line.right for line in lines), default=edge)
    blocks = [inline.block(_joined([line.text for line in group], words)) for group in body]
    return blocks + [_note(lines, words) for lines in notes]


def _parted(page: Page, known: int) -> tuple[list[Line], list[str]]:
    """A page's text and the lines of the notes at its foot."""
    lines = [line for line in page.lines if line.text.strip()]
    for i, line in enumerate(lines):
        if _RULE.fullmatch(line.text.strip()) and any(_NOTE.match(x.text) for x in lines[i + 1 : i + 4]):
            return lines[:i], [x.text for x in lines[i + 1 :]]
    expected = known + 1
    for i, line in enumerate(lines):
        found = _NOTE.match(line.text)
        if found and found[1].translate(_SUPERSCRIPTS) == str(expected) and _only_notes(lines[i:], expected):
            return lines[:i], [x.text for x in lines[i:]]
    return lines, []


def _only_notes(lines: Sequence[Line], expected: int) -> bool:
    """Whether lines to the end of the page are notes that count on, none wider spaced than the first."""
    for line in lines:
        if found := _NOTE.match(line.text):
            marker = found[1].translate(_SUPERSCRIPTS)
            if marker.isdigit() and int(marker) != expected:
                return False
            expected += marker.isdigit()
        elif _LABEL.match(line.text):
            return False
    return True


def _groups(lines: Sequence[Line], middle: float, pitch: float, edges: _Edges) -> list[list[Line]]:
    """Lines that make a paragraph each; in the right half of a page, where a masthead's fields are, each alone."""
    if not lines:
        return []
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if line.left > middle or _begins(before, line, pitch, edges.of(before)):
            groups.append([])
        groups[-1].append(line)
    return groups


def _begins(before: Line, line: Line, pitch: float, edge: float) -> bool:
    if _LABEL.match(line.text) and (_STOP.search(before.text) or _COMMA.search(before.text)):
        return True
    gap = before.foot - line.first.bottom
    if gap > WIDE_GAP * pitch or gap < -pitch or line.bold != before.bold:
        return True
    if line.left > before.left + INDENT and not _LABEL.match(before.text):
        return True
    return before.right + _blank(line) + (line.word - line.left) + SLACK < edge


def _goes_on(before: Sequence[Line], first: Line, edge: float) -> bool:
    """Whether a paragraph runs over the page: it does not end as one, and its last line is full up to the edge."""
    last = before[-1]
    if last.bold != first.bold or _LABEL.match(first.text) or _STOP.search(last.text):
        return False
    if not _COMMA.search(last.text):
        return True
    full = last.right + _blank(first) + (first.word - first.left) + SLACK >= edge
    return full and not first.text[:1].isupper()


def _blank(line: Line) -> float:
    """Points that a blank before a line's first word takes; nothing in Chinese."""
    return 0.0 if _CJK.match(line.text) else 2.5


class _Edges:
    """How far to the right lines of a kind run: those of one look that start near where a line starts."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._known: dict[tuple[float, bool], float] = {}

    def of(self, line: Line) -> float:
        key = (round(line.left), line.bold)
        if key not in self._known:
            near = (x.right for x in self._lines if abs(x.left - line.left) < COLUMN and x.bold == line.bold)
            self._known[key] = max(near)
        return self._known[key]


def _pitch(pages: Sequence[Page]) -> float:
    """The usual distance from line to line."""
    gaps = [a.foot - b.first.bottom for page in pages for a, b in pairwise(page.lines)]
    close = sorted(g for g in gaps if 4 < g < 30)
    return close[len(close) // 4] if close else 14.0  # wider ones are those between paragraphs


def _joined(texts: Sequence[str], words: Words) -> str:
    cut = [part for text in texts for part in text.replace(HYPHEN, f"-{HYPHEN}").split(HYPHEN)]
    out = cut[0]
    for text in cut[1:]:
        if _CJK.match(out[-1:]) or _CJK.match(text[:1]):
            out += text
        else:
            out = words.join([out, text])
    return out


def _note(lines: Sequence[str], words: Words) -> Block:
    found = _NOTE.match(lines[0])
    text = _joined([lines[0][found.end() :] if found else lines[0], *lines[1:]], words)
    return inline.block(text, label=found[1].translate(_SUPERSCRIPTS) if found else "", hint="note")
