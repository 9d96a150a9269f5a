"""Keys that come faster than the focus moves, as over a slow line or from a paste."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.screen import Screen
from textual.widgets import Input

from tui.widgets.menu import Menu


def typed_ahead(screen: Screen[Any], event: events.Key) -> bool:
    """Give a key that nothing has taken to what has the focus now, or will have it; says whether that took it.

    It was sent to what had the focus when it came; by then, a key before it had opened a line to type into or a
    list to choose from. Whatever had the focus in time has taken its keys itself.
    """
    widget = screen.focused or next(iter(screen.focus_chain), None)
    if isinstance(widget, Input) and event.is_printable and event.character:
        widget.insert_text_at_cursor(event.character)
        return True
    return isinstance(widget, Menu) and widget.press(event.character)
