"""Small windows over a screen: choose one of several, type a line, read a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.layout.cells import shown
from tui.layout.find import places
from tui.widgets.lines import Lines
from tui.widgets.menu import Entry, Menu

T = TypeVar("T")
WIDTH, MOST, FRAME = 72, 0.95, 4  # cells of a window, what of the terminal it may take, cells of its frame
TALLEST, PALETTE = 20, 16  # entries of a list that are shown at once, at most; of the palette's
DIALOG_CSS = """
$NAME {
    align: center middle;
    & > Vertical {
        width: 72; max-width: 95%; height: auto; max-height: 95%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    & Menu { height: auto; background: $surface; }
    & Static { height: auto; }
    & Input { border: none; padding: 0; height: 1; background: $boost; }
}
"""


class Dialog(ModalScreen[T]):
    """A small window that closes once, however fast the keys come."""

    finished = False

    def finish(self, value: T | None = None) -> None:
        """Close, giving `value`; closing again does nothing."""
        if not self.finished:
            self.finished = True
            self.dismiss(value)

    def action_close(self) -> None:
        """Close without an answer."""
        self.finish()

    @staticmethod
    def lines_in(height: int, besides: int = 0) -> int:
        """Lines that a window has for its list on a terminal so high, `besides` others."""
        return max(int(height * MOST) - 2 - besides, 1)


class Choose(Dialog[object]):
    """One of several entries; gives its value, or None."""

    DEFAULT_CSS = DIALOG_CSS.replace("$NAME", "Choose")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "close")]

    def __init__(self, title: str, entries: Sequence[Entry], at: object = None) -> None:
        super().__init__()
        self.heading, self.entries, self.at = title, entries, at

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Text(shown(self.heading)).markup
            box.border_subtitle = "Enter choose · Esc close"
            self.menu = Menu(self.entries, at=self.at)
            yield self.menu

    def on_resize(self, event: events.Resize) -> None:
        """Make the window as tall as its list, as far as the terminal is."""
        self.menu.styles.height = min(len(self.entries), TALLEST, self.lines_in(event.size.height))

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        self.finish(event.value)


class Ask(Dialog[str]):
    """One line of text; gives it, or None."""

    DEFAULT_CSS = DIALOG_CSS.replace("$NAME", "Ask")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "close")]

    def __init__(self, title: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self.heading, self.value, self.hint = title, value, hint

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Text(shown(self.heading)).markup
            box.border_subtitle = "Enter · Esc close"
            yield Input(self.value, placeholder=self.hint, select_on_focus=False, compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.finish(event.value)


class Palette(Dialog[str]):
    """Every command of a screen, narrowed as the reader types; gives the action chosen."""

    DEFAULT_CSS = DIALOG_CSS.replace("$NAME", "Palette")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close"),
        Binding("up", "step(-1)", "up"),
        Binding("down", "step(1)", "down"),
    ]

    def __init__(self, commands: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.commands = commands
        self.menu = Menu([Entry(action, said, key) for action, said, key in commands])
        self.menu.can_focus = False

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = "Every command"
            box.border_subtitle = "type to narrow · Enter · Esc close"
            yield Input(placeholder="what to do", compact=True)
            yield self.menu

    def action_step(self, by: int) -> None:
        """Go up or down the list."""
        self.menu.action_step(by)

    def on_resize(self, event: events.Resize) -> None:
        """Leave the line to type into its place."""
        self.menu.styles.height = min(PALETTE, self.lines_in(event.size.height, 1))

    def on_input_changed(self, event: Input.Changed) -> None:
        words = event.value.split()
        self.menu.show(
            [Entry(a, said, key) for a, said, key in self.commands if all(places(said, w) for w in words)]
        )

    def on_input_submitted(self) -> None:
        if self.menu.value is not None:
            self.finish(str(self.menu.value))

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        self.finish(str(event.value))


class Page(Dialog[None]):
    """Something to read: lines of text, no markup in them."""

    DEFAULT_CSS = DIALOG_CSS.replace("$NAME", "Page")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark", "close", "close"),
        Binding("down,j", "scroll(3)", "down", show=False),
        Binding("up,k", "scroll(-3)", "up", show=False),
        Binding("pagedown,space", "scroll(15)", "on", show=False),
        Binding("pageup", "scroll(-15)", "back", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.heading, self.body = title, Lines(lines)

    @property
    def lines(self) -> Sequence[str]:
        """What there is to read."""
        return self.body.lines

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Text(shown(self.heading)).markup
            box.border_subtitle = "↑ ↓ · Esc close"
            yield self.body

    def on_resize(self, event: events.Resize) -> None:
        """Make the window as tall as its lines, as far as the terminal is."""
        width = min(WIDTH, int(event.size.width * MOST)) - FRAME
        self.body.styles.height = min(self.body.height_at(width), self.lines_in(event.size.height))

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.body.scroll_relative(y=lines, animate=False)
