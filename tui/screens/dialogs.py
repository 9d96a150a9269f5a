"""Small windows over a screen: choose one of several, type a line, read a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.layout.cells import shown
from tui.widgets.menu import Entry, Menu

DIALOG_CSS = """
$NAME {
    align: center middle;
    & > Vertical {
        width: 72; max-width: 95%; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    & Menu { height: auto; max-height: 20; background: $surface; }
    & Static { height: auto; }
    & Input { border: none; padding: 0; height: 1; background: $boost; }
    & VerticalScroll { height: auto; max-height: 100%; scrollbar-size: 0 1; }
}
"""


class Choose(ModalScreen[object]):
    """One of several entries; gives its value, or None."""

    DEFAULT_CSS = DIALOG_CSS.replace("$NAME", "Choose")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "close")]

    def __init__(self, title: str, entries: Sequence[Entry], at: object = None) -> None:
        super().__init__()
        self.heading, self.entries, self.at = title, entries, at

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Text(shown(self.heading)).markup
            box.border_subtitle = "Enter choose · Esc close"
            menu = Menu(self.entries, at=self.at)
            menu.styles.height = min(len(self.entries), 20)
            yield menu

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        self.dismiss(event.value)


class Ask(ModalScreen[str | None]):
    """One line of text; gives it, or None."""

    DEFAULT_CSS = DIALOG_CSS.replace("$NAME", "Ask")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "close")]

    def __init__(self, title: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self.heading, self.value, self.hint = title, value, hint

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Text(shown(self.heading)).markup
            box.border_subtitle = "Enter · Esc close"
            yield Input(self.value, placeholder=self.hint, select_on_focus=False, compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)


class Page(ModalScreen[None]):
    """Something to read: lines of text, no markup in them; headings are lines that start with a hash sign."""

    DEFAULT_CSS = DIALOG_CSS.replace("$NAME", "Page")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark", "dismiss(None)", "close"),
        Binding("down,j", "scroll(3)", "down", show=False),
        Binding("up,k", "scroll(-3)", "up", show=False),
        Binding("pagedown,space", "scroll(15)", "on", show=False),
        Binding("pageup", "scroll(-15)", "back", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.heading, self.lines = title, lines

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Text(shown(self.heading)).markup
            box.border_subtitle = "↑ ↓ · Esc close"
            with VerticalScroll(can_focus=False):
                yield Static(self._text(), markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _text(self) -> Text:
        text = Text()
        for line in self.lines:
            heading = line.startswith("#")
            text.append(
                shown(line.lstrip("# ")) if heading else shown(line), "bold underline" if heading else ""
            )
            text.append("\n")
        return text
