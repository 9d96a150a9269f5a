"""Paragraphs down, languages or years across: a sign in each cell, drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.layout.bidi import base_level
from tui.layout.cells import clip, pad
from tui.layout.oneline import has_rtl, sent
from tui.widgets.looks import Drawn, display_of, look

LABEL = 12  # cells at least for a row's name and first words
READABLE = 28  # and so many before the columns have their full heads: fewer show three or four words
NAME = 5  # cells for what a paragraph is called, where that is enough
FLAG = 2  # cells for the sign before a row that deserves a look, and for the reader's own


@dataclass(frozen=True, slots=True)
class GridRow:
    """A paragraph: what to call it, its words, a sign per column.

    `flag` says that it deserves a look and `note` why; `aside` that it is shown on request only.
    """

    name: str
    words: str
    signs: tuple[str, ...]
    flag: str = ""
    note: str = ""
    aside: bool = False


class Grid(ScrollView, Drawn, can_focus=True, inherit_bindings=False):
    """A table of signs with a cell to stand on."""

    DEFAULT_CSS = """
    Grid {
        scrollbar-size: 0 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "go(-1, 0)", "up", show=False),
        Binding("down,j", "go(1, 0)", "down", show=False),
        Binding("left", "go(0, -1)", "left", show=False),
        Binding("right", "go(0, 1)", "right", show=False),
        Binding("pageup", "go(-15, 0)", "back", show=False),
        Binding("pagedown,space", "go(15, 0)", "on", show=False),
        Binding("home", "go(-100000, 0)", "first", show=False),
        Binding("end", "go(100000, 0)", "last", show=False),
    ]

    class Moved(Message):
        """The reader stands on another cell."""

    class Opened(Message):
        """The reader opens the texts behind a cell."""

        def __init__(self, row: int, column: int) -> None:
            super().__init__()
            self.row, self.column = row, column

    def __init__(self) -> None:
        super().__init__()
        self.heads: Sequence[str] = ()
        self.short: Sequence[str] = ()
        self.rows: Sequence[GridRow] = ()
        self.row = self.column = 0

    def show(
        self,
        heads: Sequence[str],
        rows: Sequence[GridRow],
        row: int = 0,
        column: int = 0,
        *,
        short: Sequence[str] = (),
    ) -> None:
        """Show a table, standing on a cell; `short` are the heads for where there is little room."""
        self.heads, self.rows, self.short = heads, rows, short or heads
        self.virtual_size = Size(self.room, len(rows) + 1)
        self.stand(row, column)

    def stand(self, row: int, column: int | None = None) -> None:
        """Stand on a cell and bring it into view."""
        self.row = min(max(row, 0), max(len(self.rows) - 1, 0))
        if column is not None:
            self.column = min(max(column, 0), max(len(self.heads) - 1, 0))
        top = self.scroll_offset.y
        if self.row < top:
            self.scroll_to(y=self.row, animate=False)
        else:
            self.scroll_to_region(Region(0, self.row + 1, 1, 1), animate=False)
        self.refresh()
        self.post_message(self.Moved())

    def action_go(self, down: int, right: int) -> None:
        """Go to another cell."""
        self.stand(self.row + down, self.column + right)

    def action_open(self) -> None:
        """Open the texts behind the cell."""
        if self.rows and self.heads:
            self.post_message(self.Opened(self.row, self.column))

    def on_resize(self) -> None:
        self.virtual_size = Size(self.room, len(self.rows) + 1)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self.rows or offset.y == 0:
            return
        row = offset.y + self.scroll_offset.y - 1
        column = (
            (offset.x - self._label_width) // self._cell_width + self._columns.start
            if offset.x >= self._label_width
            else self.column
        )
        opens = (row, column) == (self.row, self.column)
        if row < len(self.rows):
            self.stand(row, column)
            if opens:
                self.action_open()

    @property
    def _is_tight(self) -> bool:
        """Whether full heads would leave too little room for the words of a row."""
        return self.room - len(self.heads) * (_widest(self.heads) + 2) < READABLE

    @property
    def _cell_width(self) -> int:
        return _widest(self.short) + 1 if self._is_tight else _widest(self.heads) + 2

    @property
    def _label_width(self) -> int:
        return self.room - self._cell_width * len(self._columns)

    @property
    def _columns(self) -> range:
        """The columns that there is room for, the reader's own among them."""
        fitting = min(max((self.room - LABEL) // self._cell_width, 1), len(self.heads))
        first = max(self.column - fitting + 1, 0)
        return range(first, first + fitting)

    def render_line(self, y: int) -> Strip:
        width = self.room
        if y == 0:
            return self._finished([Segment(clip(self._head_line(), width))], "head")
        place = y + self.scroll_offset.y - 1
        if place >= len(self.rows):
            return Strip.blank(width, self.base)
        row = self.rows[place]
        name = row.name.ljust(NAME) + " "
        flag = f"{row.flag or ' '}{'▸' if place == self.row else ' '}"
        segments = [Segment(flag, look(self.app, "flag")), Segment(name, Style(bold=True))]
        room = max(self._label_width - FLAG - len(name), 0)
        said = row.words[: 2 * room]  # of which some may take no room
        words = sent(pad(said, room), display_of(self), base_level(said) if has_rtl(said) else 0)
        segments.append(Segment(words, look(self.app, "quiet")))
        for column in self._columns:
            sign = row.signs[column]
            style = look(self.app, "here") if sign.strip("=· ") else Style()
            if (place, column) == (self.row, self.column):
                style += look(self.app, "cell")
            segments.append(Segment(f"{sign or ' ':^{self._cell_width}}", style))
        return self._finished(segments, "row" if place == self.row else "")

    def _head_line(self) -> str:
        """The heads of the columns in view, with arrows where there are more on a side."""
        columns, heads = self._columns, self.short if self._is_tight else self.heads
        before = "‹" if columns.start else " "
        after = "›" if columns.stop < len(heads) else " "
        line = "".join(f"{heads[n]:^{self._cell_width}}" for n in columns)
        return f"{before.rjust(self._label_width)}{line[:-1]}{after}"

    def _finished(self, segments: list[Segment], role: str) -> Strip:
        strip = Strip(segments).adjust_cell_length(self.room)
        return strip.apply_style(self.base + look(self.app, role) if role else self.base)


def _widest(heads: Sequence[str]) -> int:
    return max(map(len, heads), default=1)
