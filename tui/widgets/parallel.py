"""Both columns of a comparison in one scroll view, drawn line by line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.layout.arabic import Display
from tui.layout.page import Hits, Line, Page, Span
from tui.layout.pieces import Side
from tui.layout.rows import Row, Sheet
from tui.widgets.looks import Drawn, look

LEAST_SPLIT, MOST_SPLIT, SPLIT_STEP = 0.25, 0.75, 0.05
STRIPS_KEPT = 1024
MARGIN = 1  # cells kept free at the right end


class Parallel(ScrollView, Drawn, can_focus=True, inherit_bindings=False):
    """A comparison's page; `cursor` is the row that the reader stands on. Its keys are its screen's."""

    DEFAULT_CSS = "Parallel { scrollbar-size: 0 0; }"

    class Moved(Message):
        """The reader stands elsewhere, or the view has scrolled."""

    class Opened(Message):
        """The reader opens what a row stands for."""

        def __init__(self, row: Row, side: Side) -> None:
            super().__init__()
            self.row, self.side = row, side

    def __init__(self, sheet: Sheet, *, display: Display = "visual", spacing: int = 1, at: int = 0) -> None:
        super().__init__()
        self.sheet, self.display_mode, self.spacing = sheet, display, spacing
        self.split, self.cursor = 0.5, at
        self.hits: Hits = {}
        self.page = Page(Sheet(sheet.comparison, sheet.view), 1)
        self._fitted = -1
        self._strips: LRUCache[int, Strip] = LRUCache(STRIPS_KEPT)
        self._looks: dict[tuple[str, bool, int], Style] = {}

    # What is shown

    def show(self, sheet: Sheet, row: int | None = None) -> None:
        """Show another sheet, the reader standing on `row`, at the height on the screen where they stood."""
        height = self._height_on_screen()
        self.sheet = sheet
        self.cursor = min(max(self.cursor if row is None else row, 0), max(len(sheet.rows) - 1, 0))
        self._lay(height)

    def set_hits(self, hits: Hits) -> None:
        """Mark what a search found."""
        self.hits = hits
        self.page.hits = hits
        self._redraw()

    def set_split(self, by: int) -> None:
        """Give the left column more or less of the width."""
        height = self._height_on_screen()
        self.split = min(max(self.split + by * SPLIT_STEP, LEAST_SPLIT), MOST_SPLIT)
        self._lay(height)

    def set_spacing(self, spacing: int) -> None:
        """Set the number of blank lines between paragraphs."""
        height = self._height_on_screen()
        self.spacing = spacing
        self._lay(height)

    def set_display(self, display: Display) -> None:
        """Set how right-to-left lines are sent."""
        self.display_mode = display
        self._lay(self._height_on_screen())

    @property
    def row(self) -> Row | None:
        """The row that the reader stands on."""
        return self.sheet.rows[self.cursor] if self.sheet.rows else None

    # Moving

    def go(self, row: int, *, height: int | None = None) -> None:
        """Stand on a row and bring it into view, at `height` lines from the top where given."""
        if not self.sheet.rows:
            return
        self.cursor = min(max(row, 0), len(self.sheet.rows) - 1)
        if self._fitted > 0:  # before the first layout there is no line to bring into view
            self._follow(height)
        self._redraw()

    def step(self, by: int) -> None:
        """Go some paragraphs on or back."""
        self.go(self.cursor + by)

    def next_change(self) -> bool:
        """Go to the next change; says whether there is one."""
        stops = self.sheet.changes
        place = bisect_right(stops, self.cursor)
        if place < len(stops):
            self.go(stops[place], height=self.size.height // 4)
        return place < len(stops)

    def previous_change(self) -> bool:
        """Go to the change before; says whether there is one."""
        stops = self.sheet.changes
        place = bisect_left(stops, self.cursor)
        if place:
            self.go(stops[place - 1], height=self.size.height // 4)
        return place > 0

    def scroll_lines(self, lines: int) -> None:
        """Scroll, the reader staying in view."""
        self.scroll_to(y=self.scroll_target_y + lines, animate=False)

    @property
    def standing(self) -> tuple[int, int]:
        """The number of the change where the reader is, 0 before the first, and how many there are."""
        return self.sheet.counted(self.cursor), self.sheet.counted()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._keep_in_view()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        self._fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        self._fit()  # a frame may be wanted before the message of the new size has come
        return super().render_lines(crop)

    def _fit(self) -> None:
        if not self.size.width or self._fitted == self.size.width:
            return
        if self._fitted > 0:
            self._lay(self._height_on_screen())
        else:  # the first layout: there is no room to scroll in before it has been taken up
            self._lay(0)
            self.call_after_refresh(self._follow, self.size.height // 4)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self.sheet.rows:
            return
        row = self.page.row_at(offset.y + self.scroll_offset.y)
        side: Side = "old" if self.page.two and offset.x <= self.page.left else "new"
        opens = row == self.cursor or self.sheet.rows[row].kind != "pair"
        self.cursor = row
        self._redraw()
        self.post_message(self.Moved())
        if opens:
            self.post_message(self.Opened(self.sheet.rows[row], side))

    # Drawing

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        if place >= self.page.height:
            return Strip.blank(self.size.width, self.base)
        strip = self._strips.get(place)
        if strip is None:
            strip = self._strip(self.page.line(place)).simplify()
            strip = strip.crop_extend(0, self.size.width, self.base).apply_style(self.base)
            self._strips[place] = strip
        return strip

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.clear()
        self._strips.clear()

    def _strip(self, line: Line) -> Strip:
        here = line.row == self.cursor
        rule = Segment("┃" if here else "│", self._look("here" if here else "rule"))
        glyph = Segment(f"{line.glyph} ", self._look("here" if here else "sign"))
        right = [self._segment(span) for span in line.right]
        if not self.page.two:
            bar = Segment("┃", self._look("here")) if here else Segment(" ")
            segments = [Segment(line.glyph, glyph.style), bar, *right]
        else:
            left = [self._segment(span) for span in line.left]
            segments = [*left, Segment(" "), rule, Segment(" "), glyph, *right]
        return Strip(segments, self.page.width)

    def _segment(self, span: Span) -> Segment:
        return Segment(span.text, self._look(span.role, span.italic, span.hit))

    def _look(self, role: str, italic: bool = False, hit: int = 0) -> Style:
        style = self._looks.get((role, italic, hit))
        if style is None:
            style = look(self.app, role)
            if italic:
                style += Style(italic=True)
            if hit:
                style += look(self.app, "current" if hit > 1 else "hit")
            self._looks[role, italic, hit] = style
        return style

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()
        self.post_message(self.Moved())

    def _lay(self, height: int) -> None:
        """Lay the page out for the present width, keeping the reader's row at its height on the screen."""
        self._fitted = self.size.width
        self.page = Page(
            self.sheet,
            self._fitted - MARGIN,
            display=self.display_mode,
            split=self.split,
            spacing=self.spacing,
            hits=self.hits,
        )
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self.page.height)
        if self.sheet.rows:
            self._follow(height)
        self._redraw()

    def _height_on_screen(self) -> int:
        if not self.sheet.rows or self.page.sheet is not self.sheet:
            return 0
        return self.page.top(self.cursor) - self.scroll_offset.y

    def _follow(self, height: int | None) -> None:
        top, bottom = self.page.top(self.cursor), self.page.bottom(self.cursor)
        if height is not None:
            self.scroll_to(y=top - height, animate=False, immediate=True)
        else:
            room = min(bottom - top, self.size.height)
            self.scroll_to_region(Region(0, top, 1, room), animate=False, immediate=True)

    def _keep_in_view(self) -> None:
        """Move the reader with the page where it has scrolled away from under them."""
        if not self.sheet.rows or self.page.sheet is not self.sheet:
            return
        first, last = self.scroll_offset.y, self.scroll_offset.y + self.size.height - 1
        if self.page.bottom(self.cursor) <= first:
            self.cursor = self.page.row_at(first)
            self._redraw()
        elif self.page.top(self.cursor) > last:
            self.cursor = self.page.row_at(last)
            self._redraw()
