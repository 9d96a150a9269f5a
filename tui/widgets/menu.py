"""A list to choose from, drawn line by line: arrows, vim keys, a letter for each entry, the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.layout.cells import cells, clip, pad
from tui.layout.oneline import is_rtl, sent
from tui.widgets.looks import Drawn, display_of, look


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it stands for, its words, at the right end a hint; a heading has no value."""

    value: object
    text: str
    hint: str = ""
    key: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only says what follows."""
        return self.value is None


class Menu(ScrollView, Drawn, can_focus=True, inherit_bindings=False):
    """Entries of which one is chosen."""

    DEFAULT_CSS = """
    Menu {
        scrollbar-size: 0 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("home", "step(-100000)", "first", show=False),
        Binding("end", "step(100000)", "last", show=False),
        Binding("pageup", "step(-10)", "back", show=False),
        Binding("pagedown", "step(10)", "on", show=False),
        Binding("enter", "choose", "choose", show=False),
    ]

    class Chosen(Message):
        """An entry was chosen."""

        def __init__(self, menu: Menu, value: object) -> None:
            super().__init__()
            self.menu, self.value = menu, value

        @property
        def control(self) -> Menu:
            """The menu."""
            return self.menu

    class Highlighted(Message):
        """The reader stands on another entry."""

        def __init__(self, value: object) -> None:
            super().__init__()
            self.value = value

    def __init__(self, entries: Sequence[Entry] = (), *, at: object = None, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.entries: Sequence[Entry] = entries
        self.cursor = self._place(at)

    def show(self, entries: Sequence[Entry], at: object = None) -> None:
        """Show other entries, standing on the one whose value is `at`."""
        self.entries = entries
        self.cursor = self._place(at)
        self._measure()
        self.call_after_refresh(self._follow)  # there is no room to scroll in before it has been taken up
        self.refresh()
        self._tell()

    @property
    def value(self) -> object:
        """What the entry under the reader stands for; None where there is none."""
        return self.entries[self.cursor].value if self.entries else None

    def action_step(self, by: int) -> None:
        """Go some entries on, past headings."""
        stops = [n for n, entry in enumerate(self.entries) if not entry.is_heading]
        if not stops:
            return
        at = stops.index(self.cursor) if self.cursor in stops else 0
        self.cursor = stops[min(max(at + by, 0), len(stops) - 1)]
        self._follow()
        self.refresh()
        self._tell()

    def action_choose(self) -> None:
        """Choose the entry under the reader."""
        if self.value is not None:
            self.post_message(self.Chosen(self, self.value))

    def on_key(self, event: events.Key) -> None:
        if self.press(event.character):
            event.stop()
            event.prevent_default()

    def press(self, character: str | None) -> bool:
        """Choose the entry that has this letter; says whether one has."""
        entry = next((e for e in self.entries if e.key and e.key == character), None)
        if entry is not None:
            self.post_message(self.Chosen(self, entry.value))
        return entry is not None

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        place = -1 if offset is None else offset.y + self.scroll_offset.y
        if 0 <= place < len(self.entries) and not self.entries[place].is_heading:
            self.cursor = place
            self.refresh()
            self.action_choose()

    def on_resize(self) -> None:
        self._measure()
        self.call_after_refresh(self._follow)

    def render_line(self, y: int) -> Strip:
        place, width = y + self.scroll_offset.y, self.room
        if place >= len(self.entries):
            return Strip.blank(width, self.base)
        entry = self.entries[place]
        if entry.is_heading:
            # It stays over what it heads, even where it reads from right to left.
            title = clip(entry.text, width - 1)
            text = sent(title, display_of(self), int(is_rtl(title))).lstrip(" ")
            heading = Strip([Segment(f" {text}", look(self.app, "here"))])
            return heading.adjust_cell_length(width).apply_style(self.base)
        key = f"{entry.key} " if any(e.key for e in self.entries) else ""
        head = ("▸ " if place == self.cursor else "  ") + (key or "").rjust(2 if key else 0)
        hint = f" {entry.hint} " if entry.hint else ""
        body = sent(pad(entry.text, max(width - len(head) - cells(hint), 0)), display_of(self))
        strip = Strip(
            [Segment(head, look(self.app, "key")), Segment(body), Segment(hint, look(self.app, "quiet"))]
        ).adjust_cell_length(width)
        return strip.apply_style(self.base + look(self.app, "choice") if place == self.cursor else self.base)

    def _measure(self) -> None:
        self.virtual_size = Size(self.room, len(self.entries))

    def _follow(self) -> None:
        """Bring the entry under the reader into view, with the heading over it."""
        if not self.entries:
            return
        over = self.cursor - 1 if self.cursor and self.entries[self.cursor - 1].is_heading else self.cursor
        self.scroll_to_region(Region(0, over, 1, self.cursor - over + 1), animate=False)

    def _place(self, value: object) -> int:
        stops = [n for n, entry in enumerate(self.entries) if not entry.is_heading]
        return next((n for n in stops if self.entries[n].value == value), stops[0] if stops else 0)

    def _tell(self) -> None:
        self.post_message(self.Highlighted(self.value))
