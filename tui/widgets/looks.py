"""How each kind of text looks, in the colours of the present theme.

What a look says is never said by its colour alone: brackets, signs, underlines and strokes say it too. One table for
all widgets, instead of a style sheet for each, because Textual takes milliseconds for every class of a style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.app import App
from textual.color import Color, ColorParseError
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.layout.arabic import Display


FAINT = 0.3  # what shows less of its colour than this is a fill, and must not catch the eye
LINE = 0.5  # what shows less than this is a line or a fill, not words
CONTRAST = 4.5  # between words and what is behind them, at least (WCAG 2.2, level AA)
STEP = 0.1  # by which a colour comes nearer to the text's own until it has that contrast


class Look(NamedTuple):
    """Names of theme colours with the share of them that shows, and attributes; `instead` is for want of a ground."""

    colour: str = ""
    share: float = 1.0
    ground: str = ""
    ground_share: float = 1.0
    attributes: str = ""
    instead: str = ""


LOOKS = {
    "delete": Look("text-error", ground="error", ground_share=0.2, attributes="strike"),
    "insert": Look("text-success", ground="success", ground_share=0.2, attributes="underline"),
    "removed": Look("text-error"),
    "added": Look("text-success"),
    "note": Look("text-accent"),
    "gloss": Look("foreground", 0.65),
    "label": Look(attributes="bold"),
    "tag": Look("foreground", 0.6),
    "empty": Look("foreground", 0.2),
    "fold": Look("foreground", 0.65, attributes="italic"),
    "origin": Look("text-warning", attributes="italic"),
    "rule": Look("foreground", 0.4),
    "sign": Look(attributes="bold"),
    "here": Look("text-accent", attributes="bold"),
    "hit": Look("text-warning", ground="warning", ground_share=0.3, attributes="bold", instead="underline"),
    "current": Look(attributes="bold reverse"),
    "strong": Look(attributes="bold"),
    "heading": Look(attributes="bold underline"),
    "quiet": Look("foreground", 0.75),
    "key": Look("text-accent", attributes="bold"),
    "view": Look("foreground", 0.8),
    "choice": Look(ground="primary", ground_share=0.4, attributes="bold", instead="reverse"),
    "flag": Look("text-error", attributes="bold"),
    "head": Look(ground="panel", attributes="bold"),
    "row": Look(ground="foreground", ground_share=0.1, attributes="bold"),
    "cell": Look(attributes="bold reverse"),
}


class _Looks:
    """Styles of the present theme, each made at its first use."""

    def __init__(self) -> None:
        self.theme = ""
        self.colours: dict[str, str] = {}
        self.styles: dict[str, Style] = {}

    def __call__(self, app: App[object], role: str) -> Style:
        """The style of a kind of text; plain for one that has no look of its own."""
        if app.theme != self.theme:
            self.theme, self.styles = app.theme, {}
            self.colours = app.current_theme.to_color_system().generate()
        style = self.styles.get(role)
        if style is None:
            style = self.styles[role] = self._made(LOOKS[role]) if role in LOOKS else Style()
        return style

    def _made(self, wanted: Look) -> Style:
        style = Style.parse(wanted.attributes) if wanted.attributes else Style()
        base = self._colour("background")
        if base is None or base.ansi is not None:  # the terminal's own colours cannot be mixed
            return style + self._own(wanted)
        colour, ground = self._colour(wanted.colour), self._colour(wanted.ground)
        behind = base.blend(ground, wanted.ground_share) if ground else base
        if ground is not None:
            style += Style(bgcolor=behind.rich_color)
        if colour is not None:
            mixed = base.blend(colour, wanted.share)
            grounds = (behind,) if ground else (behind, self._colour("panel") or behind)
            style += Style(color=(mixed if wanted.share < LINE else self._read(mixed, grounds)).rich_color)
        return style

    def _own(self, wanted: Look) -> Style:
        """A look in the terminal's own colours, any of which may be close to its ground: yellow on white."""
        if wanted.instead:
            return Style.parse(wanted.instead)
        colour = self._colour(wanted.colour)
        if colour is None or wanted.colour in ("text-accent", "text-warning"):  # bold or italics say it
            return Style()
        if wanted.share < 1:
            return Style(dim=True, color="bright_black" if wanted.share < FAINT else None)
        return Style(color=colour.rich_color)

    def _read(self, colour: Color, grounds: Sequence[Color]) -> Color:
        """The colour, or as near to it as can be read on these grounds."""
        text = self._colour("foreground") or colour
        steps = (colour.blend(text, n * STEP) for n in range(round(1 / STEP) + 1))
        return next((c for c in steps if all(_contrast(c, ground) >= CONTRAST for ground in grounds)), text)

    def _colour(self, name: str) -> Color | None:
        try:
            return Color.parse(self.colours[name]) if name else None
        except (KeyError, ColorParseError):
            return None


def _contrast(a: Color, b: Color) -> float:
    """How much lighter one colour is than another, as WCAG 2.2 defines it: 1 to 21."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in colour.normalized)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


look = _Looks()


def display_of(widget: Widget) -> Display:
    """How this program sends right-to-left letters; as they are, where another program shows the widget."""
    found: Display = getattr(widget.app, "display_mode", "logical")
    return found


class Drawn(Widget):
    """A widget that draws its lines itself, on `base`: its own style, found once a frame and not once a line."""

    base = Style()

    @property
    def room(self) -> int:
        """Cells of a line that can be drawn on: not those of a scroll bar."""
        return self.scrollable_content_region.width

    def render_lines(self, crop: Region) -> list[Strip]:
        self.base = self.rich_style
        return super().render_lines(crop)
