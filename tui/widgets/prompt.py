"""One line at the foot of a screen to type into."""

from __future__ import annotations

from typing import Protocol, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static


class Asking(Protocol):
    """A screen that takes what is typed."""

    def prompted(self, purpose: str, value: str, *, done: bool) -> None:
        """The reader types, or has typed."""


class Prompt(Horizontal):
    """A line that asks its screen's question; the screen hears every change, and the end."""

    DEFAULT_CSS = """
    Prompt {
        dock: bottom; height: 1; margin-bottom: 1; background: $boost;
        & > Static { width: auto; color: $text-accent; text-style: bold; padding: 0 1; }
        & > Input { border: none; padding: 0; height: 1; width: 1fr; background: $boost; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.purpose = ""
        self.label = Static("", markup=False)
        self.input = Input(select_on_focus=False, compact=True)

    def compose(self) -> ComposeResult:
        yield self.label
        yield self.input

    def ask(self, purpose: str, hint: str) -> None:
        """Ask for something."""
        self.purpose = purpose
        self.label.update(purpose)
        self.input.placeholder = hint
        with self.prevent(Input.Changed):
            self.input.value = ""
        self.display = True
        self.screen.set_focus(self.input)  # at once: what is typed on belongs here

    def close(self, *, done: bool, value: str = "") -> None:
        """Stop asking."""
        self.display = False
        self.screen.set_focus(self.screen.query_one("Parallel"))
        cast(Asking, self.screen).prompted(self.purpose, value, done=done)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        cast(Asking, self.screen).prompted(self.purpose, event.value, done=False)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.close(done=True, value=event.value)

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            self.close(done=False)
