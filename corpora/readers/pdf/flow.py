"""Lines of pages as paragraphs and notes.

A paragraph begins where the gap is wide, where the line is indented, or where the line before it ended although
the first word of this one would have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from corpora.readers.blocks import Block, Hint, TextBuilder
from corpora.readers.hyphens import Words
from corpora.readers.pdf import footnotes
from corpora.readers.pdf.marks import RAISED_DIGITS, RAISED_TO_DIGIT, has_raised
from corpora.readers.pdf.pages import Line, Page

WIDE_GAP = 1.35  # of the usual distance of lines
INDENT = 8.0  # points; a first-line indent is 12 to 36, a ragged edge below 3
COLUMN = 60.0  # points within which lines start that share a right edge: a margin and its indents
SLACK = 2.0  # points that a word may lack to fit
SAMPLE = 200  # distances of lines that tell the usual one
# Shares of a line's width that words which no blank parts leave empty at its end, as "el Reino Unido" may: where the
# line breaks off without a comma or stop, and where the next one also goes on in lower case.
NEARLY_FULL = 0.15
RATHER_FULL = 0.35

_INNER = ",;:.!?)]»”，、。；：！？）》」』”"  # what begins no paragraph
_DASHES = '–—- «“"('

_FIRST_HAN = "\u2e80"
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_STOPS = frozenset(".;:!?。；：؛؟")
_BEHIND_STOP = "»”\"')]" + RAISED_DIGITS
_COMMAS = frozenset(",，،")
_RAISED = re.compile(f"[{RAISED_DIGITS}]+")
_LABEL = re.compile(r"\(?(?:\d{1,3}(?:/\d{1,4})?|[a-z]{1,2}|[ivx]{1,4})[.)]\s")


def paragraphs(pages: Sequence[Page]) -> list[Block]:
    """The blocks of a document's pages, the notes last and hinted as such."""
    flow = _Flow(pages)
    for page in pages:
        flow.add(page)
    return flow.blocks()


class _Flow:
    """The paragraphs and notes of a document as they grow page by page."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._words = Words("\n".join(line.text for page in pages for line in page.lines))
        # Of the whole document: a last page may have too few lines to tell.
        self._usual = footnotes.usual_size(pages)
        self._pitch, self._edges = _pitch(pages, self._usual), _Edges(pages)
        self._body: list[list[Line]] = []
        self._notes: list[footnotes.FootNote] = []
        self._number = 0  # of the last note
        self._edge = 0.0  # how far to the right the text of the page before runs
        self._bottom: Line | None = None  # the last line of the page before
        self._beside = self._apart = 0  # notes that their own page cites, and others

    def add(self, page: Page) -> None:
        """Take the lines of the next page."""
        lines = [*page.lines]
        if lines:
            lines = lines[self._tail(page) :]
            self._bottom = page.lines[-1]
        text, foot = footnotes.part(lines, self._number, self._usual, open_note=self._has_open_note)
        if foot:
            self._take_notes(foot, footnotes.cited(text))
        groups = self._groups(text, page.width)
        if groups and self._body and _goes_on(self._body[-1], groups[0][0], self._edge):
            self._body[-1] += groups.pop(0)
        self._body += groups
        self._edge = max((line.right for line in text), default=self._edge)

    def blocks(self) -> list[Block]:
        """What all pages hold."""
        blocks = [_block(self._joined([line.text for line in group])) for group in self._body]
        return blocks + [_block(self._joined(n.lines), n.marker, "note") for n in self._notes]

    @property
    def _has_open_note(self) -> bool:
        """Whether the last note breaks off."""
        return bool(self._notes) and self._notes[-1].lines[-1][-1:] not in _STOPS

    def _tail(self, page: Page) -> int:
        """How many lines at a page's head were taken to end the last note, as the list behind the text goes on."""
        first, before = page.lines[0], self._bottom
        if before is None or not self._has_open_note or self._apart <= self._beside:
            return 0
        if _ended_early(before, first, self._edges.of(before)):
            return 0
        group = self._groups(page.lines, page.width)[0]
        tail = [*takewhile(lambda line: not footnotes.opens_note(line), group)]
        if not footnotes.is_list(page.lines[len(tail) :], self._number + 1):
            return 0
        self._notes[-1].lines.extend(line.text for line in tail)
        return len(tail)

    def _take_notes(self, foot: Sequence[footnotes.FootNote], cited: set[int]) -> None:
        for note in foot:
            if note.marker.isdecimal():
                self._number = int(note.marker)
                self._beside += self._number in cited
                self._apart += self._number not in cited
            if note.marker or not self._notes:
                self._notes.append(note)
            else:
                self._notes[-1].lines.extend(note.lines)

    def _groups(self, lines: Sequence[Line], width: float) -> list[list[Line]]:
        """Lines that make a paragraph each; in the right half of a page, where a masthead's fields are, each alone."""
        if not lines:
            return []
        groups = [[lines[0]]]
        for before, line in pairwise(lines):
            if line.left > width / 2 or _begins(before, line, self._pitch, self._edges):
                groups.append([line])
            else:
                groups[-1].append(line)
        return groups

    def _joined(self, texts: Sequence[str]) -> str:
        parts = [texts[0]]
        for text in texts[1:]:
            beside = parts[-1][-1], text[0]
            if max(beside) < _FIRST_HAN or not any(map(_CJK.match, beside)):
                parts[-1] = self._words.before(parts[-1], text)
            parts.append(text)
        return "".join(parts)


def _begins(before: Line, line: Line, pitch: float, edges: _Edges) -> bool:
    gap = before.base - line.base
    if gap > WIDE_GAP * pitch or gap < -pitch or line.bold != before.bold:
        return True
    if _LABEL.match(line.text) and _pauses(before):
        return True
    if line.text[0] in _INNER:
        return False
    edge = edges.of(before)
    if (
        not _stops(before)
        and line.text.lstrip(_DASHES)[:1].islower()
        and (before.text[-1] == "-" or _empty(before, edge) < RATHER_FULL)
    ):
        return False  # in mid-sentence
    if line.left > before.left + INDENT and not _LABEL.match(before.text):
        return True
    return _ended_early(before, line, edge)


def _ended_early(before: Line, line: Line, edge: float) -> bool:
    """Whether a line ends although more would have fitted on it, and not only for want of a place to break."""
    return _fits(before, line, edge) and (_pauses(before) or _empty(before, edge) > NEARLY_FULL)


def _empty(line: Line, edge: float) -> float:
    """The share of a line's width that is empty at its end."""
    return (edge - line.right) / max(1.0, edge - line.left)


def _goes_on(before: Sequence[Line], first: Line, edge: float) -> bool:
    """Whether a paragraph runs over the page: it does not end as one, and its last line is full up to the edge."""
    last = before[-1]
    if last.bold != first.bold or _LABEL.match(first.text) or _stops(last):
        return False
    if not _pauses(last):
        return True
    full = not _fits(last, first, edge)
    if len(before) > 1 and before[0].left > before[1].left + INDENT:  # first lines are indented here
        return full and first.left < before[0].left - INDENT
    numbered = _LABEL.match(before[0].text)  # as the next paragraph would be
    return full and bool(numbered or not first.text[:1].isupper())


def _stops(line: Line) -> bool:
    """Whether a line ends as a sentence does."""
    return not line.text[-1].isalpha() and line.text.rstrip(_BEHIND_STOP)[-1:] in _STOPS


def _pauses(line: Line) -> bool:
    """Whether a line ends as a paragraph may: as a sentence or a clause."""
    if line.text[-1].isalpha():  # as most do
        return False
    return _stops(line) or line.text.rstrip(RAISED_DIGITS)[-1:] in _COMMAS


def _fits(before: Line, line: Line, edge: float) -> bool:
    """Whether a line's first word would have fitted on the line before."""
    word = line.word - line.left
    more = word if _CJK.match(line.text) else 2.5  # a Han character more, as some may not end a line; a blank
    return before.right + more + word + SLACK < edge


class _Edges:
    """How far to the right lines of a kind run: those of one look that start near where a line starts."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._rights: dict[tuple[int, bool], float] = {}  # the furthest of those that start at a point
        for page in pages:
            for line in page.lines:
                key = (round(line.left), line.bold)
                self._rights[key] = max(line.right, self._rights.get(key, 0.0))
        self._known: dict[tuple[int, bool], float] = {}

    def of(self, line: Line) -> float:
        key = left, bold = round(line.left), line.bold
        if key not in self._known:
            near = (right for (x, b), right in self._rights.items() if abs(x - left) < COLUMN and b == bold)
            self._known[key] = max(near)
        return self._known[key]


def _pitch(pages: Sequence[Page], usual: float) -> float:
    """The usual distance from line to line in the middle of sentences, in the text alone."""
    close = sorted(islice(_running_gaps(pages, footnotes.SMALL_PRINT * usual), SAMPLE))
    return close[len(close) // 4] if close else 14.0  # wider ones are those between paragraphs


def _running_gaps(pages: Sequence[Page], least: float) -> Iterator[float]:
    for page in pages:
        for a, b in pairwise(page.lines):
            if 4 < a.base - b.base < 30 and a.size >= least and b.size >= least and not _pauses(a):
                yield a.base - b.base


def _block(text: str, label: str = "", hint: Hint = "") -> Block:
    """A block whose raised digits may cite notes; asterisks and the like are no mark-up here."""
    builder, done = TextBuilder(), 0
    for found in _RAISED.finditer(text) if has_raised(text) else ():
        builder.add(text[done : found.start()])
        builder.add(found[0], note=found[0].translate(RAISED_TO_DIGIT))
        done = found.end()
    builder.add(text[done:])
    return builder.block(label, hint)
