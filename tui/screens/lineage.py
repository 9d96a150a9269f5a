"""Every paragraph through the years: paragraphs down, versions across, the story of the one under the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding

from aligner.lineage import SIGNS, SLIGHT, Lineage, Step, Thread
from aligner.model import Comparison
from corpora.model import Resolution
from tui.clips import change
from tui.layout.oneline import as_text
from tui.layout.pieces import tag
from tui.screens.base import Topics, keys_of
from tui.screens.grids import GRID_DOING, GRID_KEYS, GRID_MOVING, GridScreen
from tui.screens.told import named
from tui.widgets.grid import GridRow

DOCUMENTS = [Binding("l", "language", "language")]
EXCERPT = 160  # characters of a change that the story quotes
SHORT = {"rollover": "roll-over", "editorial": "editorial", "substantive": "substantive"}


class LineageScreen(GridScreen):
    """What became of each paragraph from version to version."""

    TOPICS: ClassVar[Topics] = {
        "Moving": GRID_MOVING, "Documents": DOCUMENTS, "Doing": GRID_DOING, "Going": GRID_KEYS,
    }  # fmt: skip
    BINDINGS = keys_of(TOPICS)
    SIGNS = (
        ("= ~ ≈", "unchanged; words changed; changed in nothing of substance"),
        ("+ − · ^", "new, dropped, not there this year, there again"),
        ("→ < >", "moved; became several; several became one"),
    )

    def __init__(self, lineage: Lineage, at: str | None = None, version: int = -1) -> None:
        super().__init__()
        self.lineage = lineage
        self.at, self.version = at, version

    def on_mount(self) -> None:
        super().on_mount()
        self._stand_on(self.at, self.version)

    def _stand_on(self, paragraph: str | None, version: int) -> None:
        column = range(len(self.lineage.documents))[version]
        if paragraph is None:
            self.grid.stand(0, column)
            self.to_first_stop()
            return
        steps = ((place, self.lineage.threads[n].at(column)) for place, n in enumerate(self.shown))
        self.grid.stand(next((n for n, step in steps if step and step.paragraph == paragraph), 0), column)

    def action_language(self) -> None:
        """Follow the paragraphs in another language, the one under the reader staying in view."""
        from tui.screens import choosing

        desk, newest = self.program.desk, self.lineage.documents[-1]

        def then(code: str) -> None:
            self.in_thread(
                lambda: desk.trace(desk.open(str(newest.symbol), code)), self._show, f"following in {code} …"
            )

        choosing.language(self.program, "Language", desk.languages_of(newest), newest.language, then)

    def _show(self, lineage: Lineage) -> None:
        column = self.grid.column
        step = self.lineage.threads[self.shown[self.grid.row]].at(column) if self.shown else None
        name = self.lineage.documents[column].name
        self.lineage = lineage
        self.fill()
        names = [d.name for d in lineage.documents]
        self._stand_on(step.paragraph if step else None, names.index(name) if name in names else -1)

    def documents(self, row: int, column: int) -> tuple[Resolution, Resolution]:
        later = max(column, 1)
        return self.lineage.documents[later - 1], self.lineage.documents[later]

    def whole(self) -> Lineage:
        return self.lineage

    def named(self) -> str:
        documents = self.lineage.documents
        return f"{documents[0].name} ▸ {documents[-1].name}  {documents[0].language}"

    def sayings(self) -> Sequence[str]:
        born = sum(t.steps[0].version > 0 for t in self.lineage.threads)
        ended = sum(t.steps[-1].event == "dropped" for t in self.lineage.threads)
        versions = f"{len(self.lineage.documents)} versions"
        return [
            f"{versions}: {born} paragraphs came later, {ended} went",
            f"{versions}: {born} came, {ended} went",
            versions,
        ]

    def heads(self) -> Sequence[str]:
        return [
            f"{d.adopted:%Y}" if d.adopted else d.name.rsplit("/", 1)[-1][:8] for d in self.lineage.documents
        ]

    def short_heads(self) -> Sequence[str]:
        return [
            f"’{d.adopted:%y}" if d.adopted else d.name.rsplit("/", 1)[-1][:3] for d in self.lineage.documents
        ]

    def rows(self) -> Sequence[GridRow]:
        return [self._row(thread) for thread in self.lineage.threads]

    def _row(self, thread: Thread) -> GridRow:
        signs = [""] * len(self.lineage.documents)
        for step in thread.steps:
            slight = step.event == "edited" and step.change in ("rollover", "editorial")
            sign = SLIGHT if slight else SIGNS[step.event]
            signs[step.version] = sign + ("→" if step.moved and step.event != "moved" else "")
        if thread.steps[0].version == 0:
            signs[0] = "="
        last = next(step for step in reversed(thread.steps) if step.paragraph)
        paragraph = self.lineage.documents[last.version][last.paragraph]
        aside = paragraph.kind == "masthead"
        return GridRow(tag(last.paragraph), paragraph.text, tuple(signs), aside=aside)

    def states(self, row: int) -> Sequence[str]:
        steps = map(self.lineage.threads[row].at, range(len(self.lineage.documents)))
        return [_said(step) if step else "" for step in steps]

    def told(self, row: int, column: int) -> Sequence[str]:
        return list(self._story(self.lineage.threads[row], column))

    def _story(self, thread: Thread, column: int) -> Iterator[str]:
        """What happened in the year under the reader first, in full; then the other years, the latest first."""
        here = thread.at(column)
        if here:
            yield f"# {self._head(here)}"
            words = change(here.ops, drawn=True)
            if not words and here.paragraph:
                words = self.lineage.documents[here.version][here.paragraph].text
            yield from (
                as_text(line, self.lineage.documents[here.version].language) for line in words.splitlines()
            )
        for step in reversed(thread.steps):
            if step.event != "kept" and step is not here:
                yield f"{self._head(step)}  {_excerpt(step)}".rstrip()

    def _head(self, step: Step) -> str:
        document = self.lineage.documents[step.version]
        where = named((step.paragraph,)) if step.paragraph else ""
        return f"{document.name} {where}".rstrip() + f": {_said(step)}"

    def open(self, row: int, column: int) -> None:
        later = max(column, 1)
        thread = self.lineage.threads[row]
        step = thread.at(later) or thread.at(later - 1)
        desk = self.program.desk

        def then(comparison: Comparison) -> None:
            from tui.screens.compare import CompareScreen

            self.app.push_screen(CompareScreen(comparison, at=step.paragraph if step else None))

        old, new = self.documents(row, column)
        self.in_thread(lambda: desk.compare(old, new), then, f"comparing {old.name} and {new.name} …")


def _said(step: Step) -> str:
    return f"{step.event}, {SHORT[step.change]}" if step.change else step.event


def _excerpt(step: Step) -> str:
    """The first of the words that a step changed."""
    words = "  ".join(change((op,), drawn=True) for op in step.ops if op[0] != "equal" and op[1].strip())
    return words if len(words) <= EXCERPT else f"{words[:EXCERPT]}…"
