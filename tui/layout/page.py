"""A comparison laid out for a width: how tall each row is, and what stands on any one line.

Lines are made when they are asked for; only the breaks of every paragraph are known beforehand, so that a
page of thousands of paragraphs opens at once and scrolling costs a screenful.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from aligner.model import Comparison
from tui.layout.cells import cells, clip, shown
from tui.layout.pieces import Piece, Side
from tui.layout.rows import Cell, Mode, OpsOf, Row, Sheet, View, arrange
from tui.layout.wrap import wrap

if TYPE_CHECKING:
    from tui.layout.arabic import Display

TAG = 5  # cells in which a paragraph's tag hangs before its text
GUTTER = 6  # " │ ~→ " between the columns
SOLE_GUTTER = 3  # "~→ " before a single column
NARROWEST = 12  # a column is never laid out for less
HATCH = "╱   "  # strokes far enough apart not to weigh on the page where nothing can be made faint
MARK = "mark"  # the role of what only steers a terminal, and takes no cell
RTL_LANGUAGES = frozenset({"ar", "fa", "he", "ur"})

Hits = Mapping[tuple[Side, str], Sequence[tuple[int, int, bool]]]


class Span(NamedTuple):
    """Characters of one look, ready for a terminal; `role` is a piece's, or pad, tag, empty, fold, origin."""

    text: str
    role: str
    italic: bool = False
    hit: int = 0  # 1 found by the search, 2 the one the reader stands on


class Line(NamedTuple):
    """One line; each side's spans fill its column exactly. A page of one column leaves `left` empty."""

    row: int
    number: int
    glyph: str
    left: tuple[Span, ...]
    right: tuple[Span, ...]


class Page:
    """The lines of a sheet at one width."""

    def __init__(
        self,
        sheet: Sheet,
        width: int,
        *,
        display: Display = "visual",
        split: float = 0.5,
        spacing: int = 0,
        hits: Hits | None = None,
    ) -> None:
        self.sheet, self.display, self.spacing = sheet, display, spacing
        self.hits: Hits = hits or {}
        self.two = sheet.view.mode == "side"
        room = max(width - (GUTTER if self.two else SOLE_GUTTER), NARROWEST)
        self.left = (
            min(max(round(room * split), NARROWEST), max(room - NARROWEST, NARROWEST)) if self.two else 0
        )
        self.right = max(room - self.left, NARROWEST)
        self.width = self.left + self.right + (GUTTER if self.two else SOLE_GUTTER)
        self._laid = [self._lay(row) for row in sheet.rows]
        heights = (max(1, *(len(c.lines) for c in pair if c)) if any(pair) else 1 for pair in self._laid)
        self.tops = list(accumulate((h + spacing for h in heights), initial=0))
        self.height = max(self.tops[-1] - spacing, 0)

    def __iter__(self) -> Iterator[Line]:
        return map(self.line, range(self.height))

    def row_at(self, y: int) -> int:
        """The row that covers line `y`, or the last one."""
        return min(max(bisect_right(self.tops, y) - 1, 0), len(self.sheet.rows) - 1)

    def top(self, row: int) -> int:
        """The first line of a row."""
        return self.tops[row]

    def bottom(self, row: int) -> int:
        """The line after a row's last one."""
        return self.tops[row + 1] - self.spacing

    def line(self, y: int) -> Line:
        """What stands on line `y`."""
        place = self.row_at(y)
        row, number = self.sheet.rows[place], y - self.tops[place]
        if number >= self.bottom(place) - self.tops[place]:
            return Line(place, number, "  ", self._blank(self.left), self._blank(self.right))
        glyph = row.glyph.ljust(2) if number == 0 else "  "
        if row.kind in ("fold", "origin"):
            return Line(place, number, glyph, *self._note(row))
        left, right = self._laid[place]
        if not self.two:
            sole = right or left
            spans = sole.draw(number, self.right, self) if sole else self._hatch(self.right, number)
            return Line(place, number, glyph, (), spans)
        return Line(
            place, number, glyph,
            left.draw(number, self.left, self) if left else self._empty(row, self.left, number),
            right.draw(number, self.right, self) if right else self._empty(row, self.right, number),
        )  # fmt: skip

    def _lay(self, row: Row) -> tuple[_Laid | None, _Laid | None]:
        mode: Mode = self.sheet.view.mode
        left = row.left if mode in ("side", "old") else None
        right = row.right if mode in ("side", "new", "unified") else None
        left_width = self.left if self.two else self.right
        return (
            _Laid(left, left_width, self.display) if left else None,
            _Laid(right, self.right, self.display) if right else None,
        )

    def _hatch(self, width: int, number: int) -> tuple[Span, ...]:
        """The place of a paragraph that is not there; its strokes go on from line to line."""
        first = number % len(HATCH)
        return (Span((HATCH * (width // len(HATCH) + 2))[first : first + width], "empty"),)

    def _empty(self, row: Row, width: int, number: int) -> tuple[Span, ...]:
        return self._blank(width) if row.kind == "gloss" else self._hatch(width, number)

    def _blank(self, width: int) -> tuple[Span, ...]:
        return (Span(" " * width, "pad"),) if width else ()

    def _note(self, row: Row) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        role = row.kind
        indent = " " * TAG + ("┄┄ " if role == "fold" else "")
        if not self.two:
            whole = f"{row.note}, {row.aside}" if row.aside else row.note
            return (), _filled(Span(clip(indent + whole, self.right), role), self.right)
        left = _filled(Span(clip(indent + row.note, self.left), role), self.left)
        if not row.aside:
            return left, self._blank(self.right)
        return left, _filled(Span(clip(indent + row.aside, self.right), role), self.right)


class _Laid:
    """A cell broken into lines for its column."""

    __slots__ = ("_order", "cell", "display", "lines", "rtl", "starts", "text")

    def __init__(self, cell: Cell, width: int, display: Display) -> None:
        self.cell, self.display = cell, display
        pieces = cell.pieces
        self.text = pieces[0].text if len(pieces) == 1 else "".join(p.text for p in pieces)
        self.starts = [0] if len(pieces) == 1 else list(accumulate((len(p.text) for p in pieces), initial=0))
        self.rtl = cell.language in RTL_LANGUAGES and display != "logical"
        over = max(0, len(cell.tag) + 1 - TAG)
        self.lines = wrap(self.text, width - TAG, cell.language, first=over)
        self._order: tuple[int, list[int], list[str]] | None = None

    def draw(self, number: int, width: int, page: Page) -> tuple[Span, ...]:
        """The spans of one line, the tag before the first; below the last, nothing."""
        if number >= len(self.lines):
            return (Span(" " * width, "pad"),)
        start, end = self.lines[number]
        spans = self._spans(start, end, page.hits)
        label = self.cell.tag if number == 0 else ""
        hang = max(TAG, len(label) + 1)
        if self.rtl:
            label = label.rjust(hang)
            body = self._right_to_left(spans, start, end)
            free = width - hang - sum(cells(s.text) for s in body if s.role != MARK)
            return (Span(" " * max(free, 0), "pad"), *body, Span(label, "tag"))
        body = [Span(shown(s.text), s.role, s.italic, s.hit) for s in spans]
        free = width - hang - sum(cells(s.text) for s in body)
        return (Span(label.ljust(hang), "tag"), *body, Span(" " * max(free, 0), "pad"))

    def _spans(self, start: int, end: int, hits: Hits) -> list[Span]:
        """Pieces and search hits between two places of the text, in logical order."""
        found: list[Span] = []
        place = max(bisect_right(self.starts, start) - 1, 0)
        while place < len(self.cell.pieces) and self.starts[place] < end:
            piece, first = self.cell.pieces[place], self.starts[place]
            a, b = max(start, first), min(end, first + len(piece.text))
            if b > a:
                marked = hits.get((piece.side, piece.id), ()) if hits and piece.at >= 0 else ()
                found.extend(_marked(self.text, a, b, piece, piece.at - first, marked))
            place += 1
        return found

    def _right_to_left(self, spans: list[Span], start: int, end: int) -> list[Span]:
        from tui.layout import arabic, bidi  # most pages have no such line

        if self.display == "terminal":
            body = [Span(shown(s.text), s.role, s.italic, s.hit) for s in spans]
            opening, closing = arabic.LRM + arabic.RLE, arabic.PDF + arabic.LRM
            return [Span(opening, MARK), *body, Span(closing, MARK)]
        if self._order is None:
            base = bidi.base_level(self.text)
            self._order = (base, bidi.levels(self.text, base=base), arabic.joined(self.text))
        base, levels, drawn = self._order
        looks = [span for span in spans for _ in span.text]
        found: list[Span] = []
        for i in bidi.visual_order(self.text[start:end], levels[start:end], base=base):
            letter = drawn[start + i]
            if levels[start + i] % 2:
                letter = bidi.MIRROR.get(letter, letter)
            look, letter = looks[i], shown(letter)
            if found and _alike(found[-1], look):
                letter = found.pop().text + letter
            found.append(Span(letter, look.role, look.italic, look.hit))
        return found


def _marked(
    text: str, a: int, b: int, piece: Piece, shift: int, hits: Sequence[tuple[int, int, bool]]
) -> Iterator[Span]:
    """A run cut where search hits begin and end; `shift` leads from places in the cell to the paragraph's."""
    at = a
    for start, end, current in hits:
        start, end = max(start - shift, at), min(end - shift, b)
        if start >= end:
            continue
        if start > at:
            yield Span(text[at:start], piece.role, piece.italic)
        yield Span(text[start:end], piece.role, piece.italic, 2 if current else 1)
        at = end
    if at < b:
        yield Span(text[at:b], piece.role, piece.italic)


def _alike(a: Span, b: Span) -> bool:
    return (a.role, a.italic, a.hit) == (b.role, b.italic, b.hit)


def _filled(span: Span, width: int) -> tuple[Span, ...]:
    return (span, Span(" " * max(width - cells(span.text), 0), "pad"))


def rows(
    comparison: Comparison,
    *,
    mode: Mode = "side",
    folded: bool = False,
    width: int = 80,
    brackets: bool = True,
    only: frozenset[str] = frozenset(),
    display: Display = "logical",
    ops_of: OpsOf | None = None,
) -> Page:
    """A comparison as lines of `width` cells, for plain output: iterate over it.

    Args:
        comparison: what to show.
        mode: both columns, one column with both sides' words, or one side alone.
        folded: whether stretches without a change shrink to a line each.
        width: cells of a line.
        brackets: whether deleted and inserted words stand between ⟦ ⟧ and ⟪ ⟫.
        only: change classes to keep open, all if empty.
        display: how right-to-left lines are sent.
        ops_of: another word diff than the links' own.
    """
    view = View(mode=mode, folded=folded, only=only, brackets=brackets)
    return Page(arrange(comparison, view, ops_of), width, display=display)
