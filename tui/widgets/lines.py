"""Lines to read: wrapped to the width, in any script, with headings and a column of keys where they have one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.layout.cells import cells, pad
from tui.layout.oneline import is_rtl, sent
from tui.layout.wrap import wrap
from tui.widgets.looks import Drawn, display_of, look

KEYS = 15  # cells of the column of keys
NARROW = 3 * KEYS  # a pane narrower than this has its lines below the keys' column


class _Line(NamedTuple):
    key: str
    text: str
    rtl: bool
    heading: bool


class Lines(ScrollView, Drawn, can_focus=False):
    """Text without markup: a line that begins with ``# `` is a heading, a tab parts keys from what they do."""

    DEFAULT_CSS = "Lines { scrollbar-size: 0 1; }"

    def __init__(self, lines: Sequence[str] = ()) -> None:
        super().__init__()
        self.lines = lines
        self._laid: list[_Line] = []

    def show(self, lines: Sequence[str]) -> None:
        """Show other lines, from the first on."""
        self.lines = lines
        self._lay()
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def height_at(self, width: int) -> int:
        """How many lines of a screen all this takes."""
        return len(list(self._broken(width)))

    def on_resize(self) -> None:
        self._lay()

    def _lay(self) -> None:
        self._laid = list(self._broken(self.room))
        self.virtual_size = Size(self.room, len(self._laid))

    def _broken(self, width: int) -> Iterator[_Line]:
        for line in self.lines:
            heading = line.startswith("# ")
            key, tab, text = line.removeprefix("# ").rpartition("\t")
            indent = KEYS if tab and width >= NARROW else 2 if tab else 0
            if tab and width < NARROW:
                yield _Line(key, "", False, heading)
                key = ""
            rtl = is_rtl(text)
            for start, end in wrap(text, max(width - indent, 1)):
                head = pad(key, indent) if indent else ""
                yield _Line(head, text[start:end], rtl, heading)
                key = ""

    def render_line(self, y: int) -> Strip:
        place, width = y + self.scroll_offset.y, self.room
        if place >= len(self._laid):
            return Strip.blank(width, self.base)
        line = self._laid[place]
        room = max(width - cells(line.key), 0)
        body = sent(pad(line.text, room), display_of(self), int(line.rtl))
        segments = [Segment(line.key, look(self.app, "key"))]
        segments.append(Segment(body, look(self.app, "heading" if line.heading else "")))
        return Strip(segments, width).apply_style(self.base)
