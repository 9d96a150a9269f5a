"""Two versions of a document, and what a reader does with them."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, cast

from textual.binding import Binding

from aligner.model import Comparison
from corpora.model import Resolution
from tui.desk import LANGUAGE_KEYS, LANGUAGE_NAMES, file_name
from tui.screens.base import EVERYWHERE, Topics, keys_of
from tui.screens.reading import MOVING, SHOWING, ReadingScreen
from tui.widgets.menu import Entry

DOING = [
    Binding("l", "language", "language"),
    Binding("v", "version", "other years"),
    Binding("e", "export", "export"),
    Binding("y", "copy", "copy the paragraph, the change or a citation"),
    Binding("i", "why", "why these are linked"),
]
GOING = [Binding("escape", "escape", "back"), *EVERYWHERE]


class CompareScreen(ReadingScreen):
    """What changed between two versions."""

    TOPICS: ClassVar[Topics] = {"Moving": MOVING, "Showing": SHOWING, "Doing": DOING, "Going": GOING}
    BINDINGS = keys_of(TOPICS)
    BAR = (
        "change(1)", "change(-1)", "search", "fold", "language", "export", "unified", "substantive",
        "help", "quit",
    )  # fmt: skip

    def action_escape(self) -> None:
        """Forget the search, or go back."""
        if self.wanted:
            self.prompted("search", "", done=False)
        else:
            self.action_back()

    # Other documents in place

    def action_language(self) -> None:
        """Choose another language for both versions."""
        old, new = self.comparison.old, self.comparison.new
        codes = self.program.desk.languages_of(old, new)
        if len(codes) < 2:
            self.program.say("these documents are at hand in no other language")
            return
        entries = [Entry(c, LANGUAGE_NAMES.get(c, c), c, key=LANGUAGE_KEYS.get(c, "")) for c in codes]
        self.program.choose("Language", entries, new.language, self._in_language)

    def _in_language(self, code: object) -> None:
        old, new = self.comparison.old, self.comparison.new
        self.turn_to(str(old.symbol), str(new.symbol), str(code))

    def action_version(self) -> None:
        """Choose other years of the same series."""
        years = self.program.desk.years_of(self.comparison.new)
        pairs = [(a, b) for n, b in enumerate(years) for a in years[:n]]
        entries = [
            Entry(
                (a.symbol, b.symbol), f"{a.symbol} ▸ {b.symbol}", f"{_year(a.adopted)} ▸ {_year(b.adopted)}"
            )
            for a, b in pairs
        ]
        here = (str(self.comparison.old.symbol), str(self.comparison.new.symbol))
        if not entries:
            self.program.say("no other year of this series is at hand")
            return
        self.program.choose("Versions", entries, here, self._to_years)

    def _to_years(self, pair: object) -> None:
        old, new = cast(tuple[str, str], pair)
        self.turn_to(old, new, self.comparison.new.language)

    def turn_to(self, old: str, new: str, language: str) -> None:
        """Show other documents here, the paragraph staying in view."""
        desk = self.program.desk

        def work() -> Comparison:
            return desk.compare(desk.open(old, language), desk.open(new, language))

        self.in_thread(work, self.show, f"reading {old} and {new} in {language} …")

    # Doing

    def action_export(self) -> None:
        """Write a report of this comparison."""
        entries = [Entry(ext, said, f".{ext}", key=key) for key, said, ext in self.program.desk.formats()]
        self.program.choose("Save this comparison as", entries, None, self._export)

    def _export(self, extension: object) -> None:
        comparison = self.comparison
        path = Path(file_name(comparison, str(extension)))
        self.in_thread(
            lambda: self.program.desk.report(comparison, path),
            lambda written: self.program.say(f"saved {written}"),
            f"writing {path} …",
        )

    def action_copy(self) -> None:
        """Choose what of this paragraph to copy."""
        place = self.standing()
        if place is None:
            return
        document: Resolution = self.comparison.old if place[0] == "old" else self.comparison.new
        from tui import clips

        texts = clips.of(self.comparison, document, place[1])
        entries = [Entry(text, said, key=key) for key, said, text in texts]
        self.program.choose("Copy", entries, None, lambda text: self.program.copy(str(text)))

    def action_why(self) -> None:
        """Say why the paragraphs under the reader are linked."""
        row = self.parallel.row
        if row is None:
            return
        from tui.screens.dialogs import Page
        from tui.screens.told import link_lines

        self.app.push_screen(Page("This link", link_lines(self.comparison, self.comparison.links[row.link])))


def _year(day: object) -> str:
    return str(day)[:4] if day else "?"
