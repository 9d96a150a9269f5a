"""The full-screen program: which screen is on top, the theme, the clipboard, what is said to the reader."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from corpora.errors import ResdiffError
from corpora.model import Resolution
from tui.desk import Desk
from tui.layout.arabic import Display, choose
from tui.layout.cells import shown

if TYPE_CHECKING:
    from aligner.model import Comparison
    from tui.widgets.menu import Entry

CONTRAST = Theme(
    name="high-contrast", primary="#00E5FF", secondary="#FFFF00", accent="#FFFF00", warning="#FFD000",
    error="#FF6060", success="#40FF70", foreground="#FFFFFF", background="#000000", surface="#000000",
    panel="#202020", dark=True,
)  # fmt: skip
# The terminal's own sixteen; its green can hardly be read on white.
OWN_LIGHT = replace(BUILTIN_THEMES["ansi-light"], success="ansi_blue")
OWN_COLOURS = ("ansi-dark", OWN_LIGHT.name)
# In the order in which one key goes through them.
THEMES = ("textual-dark", "textual-light", "high-contrast", *OWN_COLOURS)
PASSING = 4.0  # seconds that a remark stays
# The terminal leaves the order of letters alone, or orders them itself (ECMA-48, bi-directional support mode).
ORDER_OURS, ORDER_THEIRS = "\x1b[8l", "\x1b[8h"
# The same for mlterm, which has a sequence of its own and draws lam and alef in one cell unless it hears it.
MLTERM_OURS, MLTERM_THEIRS = "\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07"


class ResdiffApp(App[None]):
    """resdiff in a terminal."""

    TITLE = "resdiff"
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = False  # ours is made of the screen's own keys
    CSS = """
    Screen { layers: below above; }
    Toast { max-width: 70%; }
    """

    def __init__(
        self,
        old: Resolution | None = None,
        new: Resolution | None = None,
        *,
        at: str | None = None,
        filter_: str = "",
        language: str | None = None,
        library: Path | None = None,
        arabic: str = "auto",
        desk: Desk | None = None,
    ) -> None:
        # Without colours Textual makes all of them grey, the terminal's own black, unless they are left alone.
        super().__init__(ansi_color="NO_COLOR" in os.environ or None)
        self.pair = (old, new) if old and new else None
        self.at, self.filter, self.language = at, filter_, language
        self.desk = desk or Desk(library)
        self.state = self.desk.state
        self.register_theme(CONTRAST)
        self.register_theme(OWN_LIGHT)
        if self.state.theme in THEMES:
            self.theme = self.state.theme
        self.display_mode: Display = choose(arabic, os.environ)

    def get_default_screen(self) -> Screen[None]:
        """The comparison that was asked for, or the list of documents."""
        if self.pair:
            from tui.screens.compare import CompareScreen

            comparison = self.desk.compare(*self.pair)
            return CompareScreen(comparison, at=self.at or self.state.place(comparison))
        from tui.screens.library import LibraryScreen

        return LibraryScreen(self.filter, self.language)

    def on_key(self, event: events.Key) -> None:
        from tui.widgets.typing import typed_ahead

        if typed_ahead(self.screen, event):
            event.prevent_default()

    def leave(self, comparison: Comparison, place: tuple[str, str] | None) -> None:
        """Remember that a pair of documents was read, and where it is left if that is a place to come back to."""
        self.state.keep_place(comparison, place[1] if place else "")
        self.keep_state()

    def keep_state(self) -> None:
        """Write down what is to be remembered."""
        if not self.state.save():
            self.say(f"cannot write {self.state.path}")

    def back(self, language: str | None = None) -> None:
        """Go to the screen before; from the first one, to the list of documents, in `language`."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
            return
        from tui.screens.library import LibraryScreen

        if isinstance(self.screen, LibraryScreen):
            self.say("q quits")
        else:
            self.push_screen(LibraryScreen(language=language))

    def choose(
        self, title: str, entries: Sequence[Entry], at: object, then: Callable[[object], None]
    ) -> None:
        """Let the reader choose one of several; `then` gets what was chosen."""
        from tui.screens.dialogs import Choose

        self.push_screen(Choose(title, entries, at), lambda value: None if value is None else then(value))

    def say(self, words: str) -> None:
        """Tell the reader something in passing; nothing takes back what was said."""
        self.clear_notifications()
        if words:
            self.notify(shown(words), timeout=PASSING, markup=False)

    def trouble(self, error: ResdiffError) -> None:
        """Tell the reader what went wrong and what to do."""
        self.clear_notifications()
        self.notify(shown(str(error)), severity="error", timeout=10, markup=False)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, by the terminal and by the platform's own tool."""
        from tui.clipboard import by_platform

        self.copy_to_clipboard(text)
        by_platform(text)
        self.say("copied")

    def next_theme(self) -> None:
        """Go from dark to light to high contrast to the terminal's own colours."""
        at = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = self.state.theme = THEMES[(at + 1) % len(THEMES)]
        self.keep_state()


def run(
    old: Resolution | None = None,
    new: Resolution | None = None,
    *,
    at: str | None = None,
    filter_: str = "",
    language: str | None = None,
    library: Path | None = None,
    arabic: str = "auto",
) -> None:
    """Open the full-screen program: a comparison where two documents are given, else the list of documents.

    Args:
        old: the older document.
        new: the newer one.
        at: the paragraph to open at, as in ``op10``.
        filter_: what the list of documents is narrowed to.
        language: the language in which documents are opened from that list, where they have it.
        library: the library's file, where it is not the usual one.
        arabic: how right-to-left lines are sent: auto, visual, terminal or logical.
    """
    app = ResdiffApp(old, new, at=at, filter_=filter_, language=language, library=library, arabic=arabic)
    if _few_colours(os.environ) and app.theme not in OWN_COLOURS:
        app.theme = OWN_COLOURS[_light_ground(os.environ)]
    with _our_order(app.display_mode == "visual"):
        app.run()


def _few_colours(environment: Mapping[str, str]) -> bool:
    """Whether the terminal has sixteen colours at most, or is to use none: mixed colours would only blur there."""
    if "NO_COLOR" in environment:
        return True
    term = environment.get("TERM", "")
    named = any(name in environment for name in ("COLORTERM", "TERM_PROGRAM", "WT_SESSION"))
    return (
        bool(term) and not named and not any(sign in term for sign in ("256", "direct", "kitty", "alacritty"))
    )


def _light_ground(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says that it writes on white: rxvt, Konsole and some others give their colours so."""
    return environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


@contextmanager
def _our_order(wanted: bool) -> Iterator[None]:
    """Tell a terminal that reorders letters by itself not to, for as long as the program runs."""
    stream = sys.__stderr__
    if not wanted or stream is None or not stream.isatty():
        yield
        return
    mlterm = "MLTERM" in os.environ
    stream.write(ORDER_OURS + MLTERM_OURS * mlterm)
    stream.flush()
    try:
        yield
    finally:
        stream.write(ORDER_THEIRS + MLTERM_THEIRS * mlterm)
        stream.flush()
