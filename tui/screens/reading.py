"""Reading two documents side by side: what is shown, and moving through it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from aligner.model import Comparison
from tui.layout import arabic
from tui.layout.cells import cells
from tui.layout.find import Hit, marked, search
from tui.layout.oneline import quoted
from tui.layout.pieces import Side
from tui.layout.rows import FLAGGED, MOVED, GlossCell, Mode, Row, Sheet, View, arrange
from tui.screens.base import MainScreen, Signs, Topics
from tui.screens.heading import origins, shortened, summaries, title
from tui.screens.told import READING_SIGNS
from tui.widgets.bars import Heading, Overview, Text
from tui.widgets.parallel import Parallel

if TYPE_CHECKING:
    from tui.widgets.prompt import Prompt

FIRST_VIEW = View(kinds_hidden=frozenset({"masthead"}))
NARROW = 50  # cells of a terminal below which two columns would be too narrow to read
ROOMY = 36  # lines of a terminal from which on paragraphs have a blank line between them

MOVING = [
    Binding("n", "change(1)", "next", tooltip="next change"),
    Binding("p", "change(-1)", "previous", tooltip="previous change"),
    Binding("down,j", "scroll(1)", "line down"),
    Binding("up,k", "scroll(-1)", "line up"),
    Binding("pagedown,space,ctrl+f", "page(1)", "page down"),
    Binding("pageup,ctrl+b", "page(-1)", "page up"),
    Binding("ctrl+d", "page(0.5)", "half a page down"),
    Binding("ctrl+u", "page(-0.5)", "half a page up"),
    Binding("right_square_bracket,J", "paragraph(1)", "next paragraph"),
    Binding("left_square_bracket,K", "paragraph(-1)", "previous paragraph"),
    Binding("home", "end(-1)", "first paragraph"),
    Binding("end,G", "end(1)", "last paragraph"),
    Binding("o", "other_end", "where a moved paragraph came from, went to"),
    Binding("colon", "go_to", "go to a paragraph, as in op8"),
    Binding("slash", "search", "search", tooltip="search in both columns"),
    Binding("full_stop", "hit(1)", "next place found"),
    Binding("comma", "hit(-1)", "previous place found"),
]
SHOWING = [
    Binding("f", "fold", "fold", tooltip="fold what is unchanged, or open it"),
    Binding("enter", "open", "open a fold"),
    Binding("u", "unified", "unified", tooltip="one column with both sides' words, or two"),
    Binding("s", "substantive", "substantive", tooltip="only changes of substance, or all"),
    Binding("m", "hide('masthead')", "masthead"),
    Binding("N", "hide('note')", "notes"),
    Binding("b", "brackets", "brackets around changed words"),
    Binding("d", "detail", "detail", tooltip="changed words whole, or letter by letter"),
    Binding("1", "only_side('old')", "left side alone"),
    Binding("2", "only_side('new')", "right side alone"),
    Binding("0", "only_side('side')", "both sides"),
    Binding("less_than_sign,minus", "split(-1)", "left column narrower"),
    Binding("greater_than_sign,plus", "split(1)", "left column wider"),
    Binding("R", "order", "order of Arabic letters: as seen, the terminal's, as stored"),
    Binding("equals_sign", "spacing", "blank lines between paragraphs"),
]


class ReadingScreen(MainScreen):
    """A comparison on the screen."""

    TOPICS: ClassVar[Topics] = {"Moving": MOVING, "Showing": SHOWING}
    SIGNS: ClassVar[Signs] = READING_SIGNS
    AUTO_FOCUS = "Parallel"

    def __init__(self, comparison: Comparison, *, at: str | None = None, view: View = FIRST_VIEW) -> None:
        super().__init__()
        self.comparison, self.view, self.at = comparison, view, at
        self.hits: list[Hit] = []
        self.hit = -1
        self.wanted = ""
        self.prompt: Prompt | None = None
        self.narrowed = False  # whether there is one column for want of room
        self.by_character = False
        self.glosses: dict[tuple[Side, str], GlossCell] = {}
        self._summed: tuple[Comparison | None, Sequence[str]] = (None, ())

    def compose(self) -> ComposeResult:
        self.narrowed = self.app.size.width < NARROW and self.view.mode == "side"
        if self.narrowed:
            self.view = self.view._replace(mode=self._one_column())
        sheet = self.sheet()
        spacing = int(self.app.size.height >= ROOMY)
        self.parallel = Parallel(sheet, display=self.program.display_mode, spacing=spacing)
        self.overview = Overview()
        self.heading = Heading(2, self.heading_lines)
        yield self.heading
        with Horizontal():
            yield self.parallel
            yield self.overview
        yield self.key_bar()

    def on_mount(self) -> None:
        if self.at and not self.stand_on(self.at):
            self.program.say(f"there is no paragraph {self.at}")

    def on_resize(self, event: events.Resize) -> None:
        """Go from two columns to one where they would be too narrow to read, and back."""
        if not self.is_mounted:
            return
        if event.size.width < NARROW and self.view.mode == "side":
            self.narrowed = True
            self.look(self.view._replace(mode=self._one_column()))
        elif event.size.width >= NARROW and self.narrowed:
            self.narrowed = False
            self.look(self.view._replace(mode="side"))

    def _one_column(self) -> Mode:
        return "unified" if self.comparison.axis == "years" else "new"

    # What is shown

    def sheet(self) -> Sheet:
        """The present rows."""
        language = self.comparison.new.language
        ops_of = self.program.desk.by_character(language) if self.by_character else None
        return arrange(self.comparison, self.view, ops_of, self.glosses)

    def look(self, view: View) -> None:
        """Show the same comparison in another way, the paragraph staying in view."""
        place = self.standing()
        self.view = view
        self._show(place)

    def show(self, comparison: Comparison) -> None:
        """Show another comparison, the paragraph of the same id staying in view."""
        place = self.standing()
        self.comparison, self.glosses = comparison, {}
        self.view = self.view._replace(opened=frozenset())
        self.hits = search(comparison, self.wanted)
        self.hit = -1
        self.parallel.hits = marked(self.hits, -1)
        self._show(place)

    def _show(self, place: tuple[Side, str] | None) -> None:
        sheet = self.sheet()
        row = sheet.places.get(place) if place else None
        if row is None and place:
            row = sheet.places.get(("old" if place[0] == "new" else "new", place[1]))
        self.parallel.show(sheet, row)
        self.refresh_around()

    def refresh_around(self) -> None:
        """Bring heading, strip and key bar up to date."""
        page, rows = self.parallel.page, self.parallel.sheet.rows
        height = max(page.height, 1)
        if len(page.tops) == len(rows) + 1:
            marks = [(page.tops[n] / height, _sign(rows[n])) for n in self.parallel.sheet.changes]
            top = self.parallel.scroll_offset.y
            self.overview.show(marks, (top / height, (top + self.parallel.size.height) / height))
        self.heading.refill()

    @property
    def on_fold(self) -> bool:
        """Whether the reader stands on paragraphs that are folded away: no place worth coming back to."""
        return self.parallel.row is not None and self.parallel.row.kind == "fold"

    def standing(self) -> tuple[Side, str] | None:
        """Side and id of the paragraph where the reader is."""
        row = self.parallel.row
        if row is None:
            return None
        if row.kind != "pair" or not (row.left or row.right):
            link = self.comparison.links[row.link]
            return ("new", link.new[0]) if link.new else ("old", link.old[0])
        if row.right:
            return "new", row.right.id
        return ("old", row.left.id) if row.left else None

    def heading_lines(self, width: int) -> list[tuple[list[Text], list[Text]]]:
        """Both documents, what changed, and where the reader is."""
        page, position = self.parallel.page, self.position()
        first = title(self.comparison, self.summaries(), width - cells(position))
        if sum(cells(text) for _, text in first) > width - cells(position):
            position = shortened(position)
        return [
            (first, [("", position)]),
            (origins(self.comparison, self.view.mode, page.left, page.right), []),
        ]

    def summaries(self) -> Sequence[str]:
        """How many changes of which class, the fullest saying first."""
        if self._summed[0] is not self.comparison:
            self._summed = self.comparison, summaries(self.comparison)
        only = "only substance: " if self.view.only else ""
        return [only + said for said in self._summed[1]]

    def position(self) -> str:
        """Where the reader is among the changes, or among the places found."""
        if self.wanted:
            found = f"{self.hit + 1}/{len(self.hits)}" if self.hits else "nothing"
            return f" {quoted(f'“{self.wanted}”')} {found} "
        at, of = self.parallel.standing
        row = self.parallel.row
        several = row.stops if row and row.kind == "fold" else 0
        if several > 1:
            return f" changes {at - several + 1}–{at}/{of} "
        return f" change {at}/{of} " if of else " "

    # Moving

    @on(Parallel.Moved)
    def _moved(self) -> None:
        self.refresh_around()

    @on(Overview.Chosen)
    def _chosen(self, event: Overview.Chosen) -> None:
        page = self.parallel.page
        self.parallel.go(page.row_at(int(event.fraction * page.height)), height=0)

    def action_change(self, by: int) -> None:
        """Go to the next or previous change."""
        found = self.parallel.next_change() if by > 0 else self.parallel.previous_change()
        if not found:
            where = "after" if by > 0 else "before"
            self.program.say(f"no change {where} this" if self.comparison.changes else "nothing differs")

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.parallel.scroll_lines(lines)

    def action_page(self, pages: float) -> None:
        """Scroll by pages, a line of the last staying in view."""
        self.parallel.scroll_lines(int(pages * max(self.parallel.size.height - 1, 1)))

    def action_paragraph(self, by: int) -> None:
        """Go to the next or previous paragraph."""
        self.parallel.step(by)

    def action_end(self, by: int) -> None:
        """Go to the first or the last paragraph."""
        self.parallel.step(by * len(self.parallel.sheet.rows))

    def action_other_end(self) -> None:
        """From a moved paragraph to the place it left, and back."""
        row, rows = self.parallel.row, self.parallel.sheet.rows
        wanted = "pair" if row and row.kind == "origin" else "origin"
        if row:
            for place, other in enumerate(rows):
                if other.link == row.link and other.kind == wanted:
                    self.parallel.go(place, height=self.parallel.size.height // 3)
                    return
        self.program.say("this paragraph has not moved")

    def stand_on(self, name: str) -> bool:
        """Go to a paragraph by what people call it: op8, OP3(a), 8 for an operative paragraph."""
        wanted = re.sub(r"[()\s]+", ".", name.strip().casefold()).strip(".")
        names = [f"op{wanted}"] if wanted[:1].isdigit() else [wanted]
        sheet = self.parallel.sheet
        sides: tuple[Side, ...] = ("new", "old")
        for side in sides:
            for paragraph_id in names:
                row = sheet.places.get((side, paragraph_id))
                if row is not None:
                    self._open_at(row, side, paragraph_id)
                    return True
        return False

    def _open_at(self, row: int, side: Side, paragraph_id: str) -> None:
        if self.parallel.sheet.rows[row].kind == "fold":
            opened = self.view.opened | {self.parallel.sheet.rows[row].link}
            self.view = self.view._replace(opened=opened)
            self._show((side, paragraph_id))
            row = self.parallel.sheet.places[side, paragraph_id]
        self.parallel.go(row, height=self.parallel.size.height // 4)

    async def action_go_to(self) -> None:
        """Ask for a paragraph to go to."""
        await self._prompt("go to", "op8, pp2, op3.a")

    async def action_search(self) -> None:
        """Ask what to look for."""
        await self._prompt("search", "in both columns; accents and case do not matter")

    async def _prompt(self, purpose: str, hint: str) -> None:
        from tui.widgets.prompt import Prompt

        if self.prompt is None:
            self.prompt = Prompt()
            await self.mount(self.prompt, before=self.bar)
        self.prompt.ask(purpose, hint)

    def prompted(self, purpose: str, value: str, *, done: bool) -> None:
        """The reader types, or has typed, into the prompt."""
        if purpose == "search":
            self.wanted = value.strip()
            self.hits = search(self.comparison, self.wanted)
            self.hit = -1
            self.parallel.set_hits(marked(self.hits, -1))
            if done and self.hits:
                self.action_hit(1)
        elif done and value.strip() and not self.stand_on(value):
            self.program.say(f"there is no paragraph {value.strip()}")
        self.refresh_around()

    def action_hit(self, by: int) -> None:
        """Go to the next or previous place found."""
        if not self.hits:
            self.program.say("nothing found" if self.wanted else "search first: /")
            return
        self.hit = (self.hit + by) % len(self.hits) if self.hit >= 0 else self._nearest_hit()
        hit = self.hits[self.hit]
        row = self.parallel.sheet.places.get((hit.side, hit.id))
        if row is not None:
            self._open_at(row, hit.side, hit.id)
        self.parallel.set_hits(marked(self.hits, self.hit))
        self.refresh_around()

    def _nearest_hit(self) -> int:
        places = self.parallel.sheet.places
        return next(
            (n for n, h in enumerate(self.hits) if places.get((h.side, h.id), -1) >= self.parallel.cursor), 0
        )

    # Showing

    def action_fold(self) -> None:
        """Fold what is unchanged, or open it all."""
        self.look(self.view._replace(folded=not self.view.folded, opened=frozenset()))

    def action_open(self) -> None:
        """Open the fold under the reader."""
        row = self.parallel.row
        if row and row.kind == "fold":
            self.look(self.view._replace(opened=self.view.opened | {row.link}))
        elif row and row.kind == "origin":
            self.action_other_end()

    @on(Parallel.Opened)
    def _opened(self) -> None:
        self.action_open()

    def action_unified(self) -> None:
        """One column with both sides' words, or two."""
        self.look(self.view._replace(mode="side" if self.view.mode == "unified" else "unified"))

    def action_only_side(self, mode: Mode) -> None:
        """The full width for one side, or both."""
        self.look(self.view._replace(mode=mode))

    def action_substantive(self) -> None:
        """Only what changes the substance, or everything."""
        only = frozenset() if self.view.only else frozenset({"substantive"})
        self.look(self.view._replace(only=only, folded=bool(only), opened=frozenset()))

    def action_hide(self, kind: str) -> None:
        """Show or hide paragraphs of a kind."""
        self.look(self.view._replace(kinds_hidden=self.view.kinds_hidden ^ {kind}, opened=frozenset()))

    def action_brackets(self) -> None:
        """Show or leave out the brackets around changed words."""
        self.look(self.view._replace(brackets=not self.view.brackets))

    def action_detail(self) -> None:
        """Show changed words whole, or letter by letter."""
        self.by_character = not self.by_character
        self.look(self.view)
        self.program.say("letter by letter" if self.by_character else "word by word")

    def action_split(self, by: int) -> None:
        """Move the border between the columns."""
        self.parallel.set_split(by)

    def action_order(self) -> None:
        """Send right-to-left lines in another way."""
        modes = arabic.DISPLAYS
        at = modes.index(self.parallel.display_mode)
        self.program.display_mode = modes[(at + 1) % len(modes)]
        self.parallel.set_display(self.program.display_mode)
        self.program.say(f"right-to-left lines: {self.program.display_mode}")

    def action_spacing(self) -> None:
        """Put a blank line between paragraphs, or none."""
        self.parallel.set_spacing(1 - self.parallel.spacing)


def _sign(row: Row) -> str:
    sign = row.glyph.strip()
    return next((s for s in (MOVED, FLAGGED) if s in sign), sign[:1] or "~")
