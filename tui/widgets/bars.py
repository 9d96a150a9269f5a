"""The lines around the text: what is compared, which keys there are, where the changes lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from tui.layout.cells import cells, clip, pad
from tui.layout.oneline import sent
from tui.widgets.looks import Drawn, display_of, look

Text = tuple[str, str]  # a look by name, or "", and what is said


class Heading(Drawn):
    """Some lines of text, each a left part and a right part that is never cut in favour of the left."""

    DEFAULT_CSS = """
    Heading {
        height: auto;
        background: $panel;
    }
    """

    def __init__(self, lines: int, content: Callable[[int], Sequence[tuple[list[Text], list[Text]]]]) -> None:
        super().__init__()
        self.styles.height = lines
        self.content = content
        self._made: Sequence[tuple[list[Text], list[Text]]] = ()
        self._made_for = -1

    def refill(self) -> None:
        """Ask again what to say."""
        self._made_for = -1
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if width != self._made_for:
            self._made, self._made_for = self.content(width), width
        if y >= len(self._made):
            return Strip.blank(width, self.base)
        left, right = self._made[y]
        taken = sum(cells(text) for _, text in right)
        segments = self._parts(left, max(width - taken, 0))
        segments += self._parts(right, min(taken, width))
        return Strip(segments, width).apply_style(self.base)

    def _parts(self, parts: list[Text], width: int) -> list[Segment]:
        found: list[Segment] = []
        for name, text in parts:
            text = clip(text, width)
            width -= cells(text)
            found.append(Segment(sent(text, display_of(self)), look(self.app, name)))
        return [*found, Segment(" " * width)]


class KeyBar(Drawn):
    """The keys that matter most here, as many as fit and always the last two; a click on one presses it."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        background: $panel;
    }
    """

    class Pressed(Message):
        """Somebody clicked on the words of an action."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, keys: Callable[[], Sequence[tuple[str, str, str]]]) -> None:
        super().__init__()
        self.keys = keys
        self.told = ""
        self._places: list[tuple[int, int, str]] = []

    def tell(self, words: str) -> None:
        """Say what is under way, in place of the keys; nothing brings them back."""
        if words != self.told:
            self.told = words
            self.refresh()

    def render_line(self, y: int) -> Strip:
        if self.told:
            self._places = []
            text = Segment(pad(f" {self.told}", self.size.width), look(self.app, "here"))
            return Strip([text], self.size.width).apply_style(self.base)
        key_style = look(self.app, "key")
        segments, at = [Segment(" ")], 1
        self._places = []
        keys = list(self.keys())
        *first, help_, end = keys
        always = sum(cells(key) + cells(said) + 3 for key, said, _ in (help_, end))
        while (
            first
            and 1 + always + sum(cells(key) + cells(said) + 3 for key, said, _ in first) > self.size.width
        ):
            first.pop()
        for key, said, action in [*first, help_, end]:
            taken = cells(key) + 1 + cells(said)
            segments += [Segment(key, key_style), Segment(f" {said}"), Segment("  ")]
            self._places.append((at, at + taken, action))
            at += taken + 2
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self.base)

    def on_click(self, event: events.Click) -> None:
        for start, end, action in self._places:
            if start <= event.x < end:
                self.post_message(self.Pressed(action))


class Overview(Drawn):
    """In place of a scroll bar: where in the document the changes lie, and what of it is in view."""

    DEFAULT_CSS = """
    Overview {
        dock: right;
        width: 2;
    }
    """
    # Of several changes on one line of the strip, the one that stands first here is shown.
    ORDER: ClassVar[str] = "!−+→<>~"

    class Chosen(Message):
        """The reader wants the part of the page at this fraction of its height."""

        def __init__(self, fraction: float) -> None:
            super().__init__()
            self.fraction = fraction

    def __init__(self) -> None:
        super().__init__()
        self.marks: Sequence[tuple[float, str]] = ()
        self.view = (0.0, 1.0)
        self._drawn: list[tuple[bool, str]] = []

    def show(self, marks: Sequence[tuple[float, str]], view: tuple[float, float]) -> None:
        """Show marks, each at a fraction of the page's height, and the part of it in view."""
        before = self._lines()
        self.marks, self.view = marks, view
        after = self._lines()
        for y, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.refresh(Region(0, y, 2, 1))

    def _lines(self) -> list[tuple[bool, str]]:
        """For each line whether it is in view, and its mark."""
        height = self.size.height
        first, last = (edge * height for edge in self.view)
        signs = [" "] * height
        for at, sign in self.marks:
            y = min(int(at * height), height - 1)
            if y >= 0 and (signs[y] == " " or self.ORDER.find(sign) < self.ORDER.find(signs[y])):
                signs[y] = sign
        return [(first - 1 < y <= last, sign) for y, sign in enumerate(signs)]

    def render_lines(self, crop: Region) -> list[Strip]:
        self._drawn = self._lines()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        seen, sign = self._drawn[y] if y < len(self._drawn) else (False, " ")
        bar = Segment("┃" if seen else "│", look(self.app, "view" if seen else "rule"))
        return Strip([bar, Segment(sign, look(self.app, "here"))], 2).apply_style(self.base)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.capture_mouse()
        self._choose(event.offset)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self:
            self._choose(event.offset)

    def on_mouse_up(self) -> None:
        self.release_mouse()

    def _choose(self, offset: Offset) -> None:
        self.post_message(self.Chosen(min(max(offset.y / max(self.size.height, 1), 0.0), 1.0)))
