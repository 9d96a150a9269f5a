"""Screens that are a table of signs: from any cell, Enter opens the texts behind it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from corpora.model import Resolution
from tui.desk import file_name
from tui.layout.cells import cells
from tui.screens.base import EVERYWHERE, MainScreen, Topics
from tui.screens.heading import shortened
from tui.widgets.bars import Heading, Text
from tui.widgets.grid import Grid, GridRow
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from aligner.concord import Concordance
    from aligner.lineage import Lineage
    from aligner.reports.tables import Table

GRID_MOVING = [
    Binding("n", "flagged(1)", "next", tooltip="next row that deserves a look"),
    Binding("p", "flagged(-1)", "previous", tooltip="previous row that deserves a look"),
    Binding("f", "fold", "fold", tooltip="leave out rows in which nothing changed, or show them"),
    Binding("m", "masthead", "masthead", tooltip="show the masthead, or leave it out"),
    Binding("J", "tell(3)", "story down"),
    Binding("K", "tell(-3)", "story up"),
]
GRID_DOING = [
    Binding("e", "export", "save", tooltip="save the table, or the whole dossier"),
]
GRID_KEYS = [
    Binding("enter", "open", "open", tooltip="open the texts behind the cell", key_display="Enter"),
    Binding("escape", "back", "back", tooltip="back to the screen before"),
    *EVERYWHERE,
]


class GridScreen(MainScreen):
    """A table, and below it what there is to say of the row under the reader."""

    TOPICS: ClassVar[Topics] = {"Moving": GRID_MOVING, "Going": GRID_KEYS}
    BAR = ("flagged(1)", "flagged(-1)", "open", "fold", "export", "back", "masthead", "help", "quit")
    AUTO_FOCUS = "Grid"
    DEFAULT_CSS = """
    GridScreen > Lines { dock: bottom; height: 30%; margin-bottom: 1; border-top: solid $primary; padding: 0 1; }
    GridScreen > Grid { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.folded, self.masthead = False, False
        self.shown: list[int] = []

    def compose(self) -> ComposeResult:
        self.heading = Heading(1, lambda width: [self.heading_line(width)])
        self.grid = Grid()
        self.story = Lines()
        yield self.heading
        yield self.grid
        yield self.story
        yield self.key_bar()

    def on_mount(self) -> None:
        self.fill()

    # What a subclass says

    def named(self) -> str:
        """Which documents this table is about."""
        raise NotImplementedError

    def sayings(self) -> Sequence[str]:
        """What there is to say of the whole table, the fullest saying first."""
        raise NotImplementedError

    def heads(self) -> Sequence[str]:
        """The columns."""
        raise NotImplementedError

    def short_heads(self) -> Sequence[str]:
        """The same for where there is little room."""
        return self.heads()

    def rows(self) -> Sequence[GridRow]:
        """All rows."""
        raise NotImplementedError

    def states(self, row: int) -> Sequence[str]:
        """What became of a row in each column, in words."""
        raise NotImplementedError

    def told(self, row: int, column: int) -> Sequence[str]:
        """What there is to say of a row."""
        raise NotImplementedError

    def open(self, row: int, column: int) -> None:
        """Open the texts behind a cell."""
        raise NotImplementedError

    def documents(self, row: int, column: int) -> tuple[Resolution, Resolution]:
        """The pair behind a cell."""
        raise NotImplementedError

    def whole(self) -> Concordance | Lineage:
        """What the table shows."""
        raise NotImplementedError

    # What all do alike

    def heading_line(self, width: int) -> tuple[list[Text], list[Text]]:
        """What this table is about, as much of it as there is room for, and where the reader is."""
        position, named = self.position(), f" {self.named()}"
        if cells(named + position) > width:
            position = shortened(position)
        room = width - cells(f"{named}  {position}")
        said = next((said for said in self.sayings() if cells(said) <= room), "")
        return [("strong", named), ("quiet", f"  {said}")], [("", position)]

    def position(self) -> str:
        """Where the reader is among the rows that deserve a look."""
        stops = self._stops()
        at = sum(stop <= self.grid.row for stop in stops)
        kind = "difference" if any(row.flag for row in self.grid.rows) else "change"
        return f" {kind} {at}/{len(stops)} " if stops else " "

    def action_export(self) -> None:
        """Save the table, or the dossier of the pair behind the cell."""
        from tui.widgets.menu import Entry

        entries = [
            Entry("csv", "this table for a spreadsheet", ".csv", key="c"),
            Entry("json", "this table as JSON", ".json", key="j"),
            Entry("dossier", "the whole dossier of this pair, in every language", "folder", key="D"),
        ]
        self.program.choose("Save", entries, None, self._export)

    def _export(self, chosen: object) -> None:
        if not self.shown:
            return
        desk, whole, table = self.program.desk, self.whole(), self.table()
        pair = self.documents(self.shown[self.grid.row], self.grid.column)
        kind = type(whole).__name__.casefold()
        path = Path(file_name(pair, "dossier" if chosen == "dossier" else f"{kind}.{chosen}"))

        def work() -> Path:
            if chosen == "csv":
                return desk.sheet(table, path)
            return desk.data(whole, path) if chosen == "json" else desk.dossier(*pair, path)

        self.in_thread(work, lambda written: self.program.say(f"saved {written}"), f"writing {path} …")

    def table(self) -> Table:
        """All rows with their whole texts, as a report has them."""
        from aligner.reports.tables import Column, Table

        heads = ("Paragraph", *self.heads(), "Text", "Note")
        rows = tuple((row.name, *self.states(n), row.words, row.note) for n, row in enumerate(self.rows()))
        return Table(self.named(), tuple(Column(head, len(head)) for head in heads), rows)

    def action_back(self) -> None:
        """Stop what is under way, else go back."""
        if not self.stop_work():
            super().action_back()

    def action_tell(self, by: int) -> None:
        """Scroll the story of the row under the reader."""
        self.story.scroll_relative(y=by, animate=False)

    def fill(self) -> None:
        """Show the rows that are wanted, the row under the reader staying where it is still there."""
        here = self.shown[self.grid.row] if self.shown else 0
        rows = self.rows()
        self.shown = [n for n, row in enumerate(rows) if self._is_wanted(row)]
        place = next((at for at, n in enumerate(self.shown) if n >= here), len(self.shown) - 1)
        wanted = [rows[n] for n in self.shown]
        self.grid.show(self.heads(), wanted, place, self.grid.column, short=self.short_heads())
        self.heading.refill()

    def _is_wanted(self, row: GridRow) -> bool:
        if row.aside and not self.masthead:
            return False
        return not self.folded or bool(row.flag) or _changed(row)

    def action_fold(self) -> None:
        """Leave out rows in which nothing changed, or show them."""
        self.folded = not self.folded
        self.fill()

    def action_masthead(self) -> None:
        """Show the masthead's rows, which differ every year, or leave them out."""
        self.masthead = not self.masthead
        self.fill()

    def to_first_stop(self) -> None:
        """Stand on the first row that deserves a look."""
        if stops := self._stops():
            self.grid.stand(stops[0])

    def action_flagged(self, by: int) -> None:
        """Go to the next or previous row that deserves a look; without any, to one that changed."""
        stops = self._stops()
        ahead = [n for n in stops if (n > self.grid.row if by > 0 else n < self.grid.row)]
        if ahead:
            self.grid.stand(ahead[0] if by > 0 else ahead[-1])
        else:
            self.program.say("no other row deserves a look in this direction")

    def _stops(self) -> list[int]:
        rows = self.grid.rows
        flagged = [n for n, row in enumerate(rows) if row.flag]
        return flagged or [n for n, row in enumerate(rows) if _changed(row)]

    def action_open(self) -> None:
        """Open the texts behind the cell."""
        self.grid.action_open()

    @on(Grid.Opened)
    def _opened(self, event: Grid.Opened) -> None:
        self.open(self.shown[event.row], event.column)

    @on(Grid.Moved)
    def _moved(self) -> None:
        self.story.show(
            self.told(self.shown[self.grid.row], self.grid.column) if self.shown else ["nothing changed"]
        )
        self.heading.refill()


def _changed(row: GridRow) -> bool:
    return any(sign.strip("=· ") for sign in row.signs)
