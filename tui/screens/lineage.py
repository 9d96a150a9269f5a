"""Every paragraph through the years: paragraphs down, versions across, the story of the one under the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from aligner.lineage import SIGNS, Lineage, Step, Thread
from aligner.model import Comparison
from tui.clips import change
from tui.layout.pieces import tag
from tui.screens.base import Topics, keys_of
from tui.screens.grids import GRID_KEYS, GRID_MOVING, GridScreen
from tui.widgets.bars import Text
from tui.widgets.grid import GridRow

EXCERPT = 160  # characters of a change that the story quotes
SHORT = {"rollover": "roll-over", "editorial": "editorial", "substantive": "substantive"}


class LineageScreen(GridScreen):
    """What became of each paragraph from version to version."""

    TOPICS: ClassVar[Topics] = {"Moving": GRID_MOVING, "Going": GRID_KEYS}
    BINDINGS = keys_of(TOPICS)

    def __init__(self, lineage: Lineage, at: str | None = None, version: int = -1) -> None:
        super().__init__()
        self.lineage = lineage
        last = len(lineage.documents) - 1
        self.column = range(len(lineage.documents))[version]
        steps = ((n, t.at(self.column if at else last)) for n, t in enumerate(lineage.threads))
        self.first = next((n for n, step in steps if step and step.paragraph == at), 0)

    def on_mount(self) -> None:
        super().on_mount()
        self.grid.stand(self.first, self.column)

    def heading_text(self) -> list[Text]:
        documents = self.lineage.documents
        born = sum(t.steps[0].version > 0 for t in self.lineage.threads)
        ended = sum(t.steps[-1].event == "dropped" for t in self.lineage.threads)
        names = f" {documents[0].name} ▸ {documents[-1].name}"
        said = f"{len(documents)} versions: {born} paragraphs came later, {ended} went"
        return [("strong", names), ("strong", f"  {documents[0].language}"), ("quiet", f"  {said}")]

    def heads(self) -> Sequence[str]:
        return [
            f"{d.adopted:%Y}" if d.adopted else d.name.rsplit("/", 1)[-1][:8] for d in self.lineage.documents
        ]

    def rows(self) -> Sequence[GridRow]:
        return [self._row(thread) for thread in self.lineage.threads]

    def _row(self, thread: Thread) -> GridRow:
        signs = [""] * len(self.lineage.documents)
        for step in thread.steps:
            signs[step.version] = SIGNS[step.event] + ("→" if step.moved and step.event != "moved" else "")
        if thread.steps[0].version == 0:
            signs[0] = "="
        last = next(step for step in reversed(thread.steps) if step.paragraph)
        text = self.lineage.documents[last.version][last.paragraph].text
        return GridRow(tag(last.paragraph), text[:200], tuple(signs))

    def told(self, row: int, column: int) -> Sequence[str]:
        return list(self._story(self.lineage.threads[row]))

    def _story(self, thread: Thread) -> Iterator[str]:
        for step in reversed(thread.steps):
            if step.event != "kept":
                yield self._told(step)

    def _told(self, step: Step) -> str:
        document = self.lineage.documents[step.version]
        where = tag(step.paragraph) or step.paragraph
        kind = f", {SHORT[step.change]}" if step.change else ""
        head = f"{document.name} {where}: {step.event}{kind}"
        words = "  ".join(change((op,)) for op in step.ops if op[0] != "equal")
        return f"{head}  {words[:EXCERPT]}" if words else head

    def open(self, row: int, column: int) -> None:
        documents = self.lineage.documents
        later = max(column, 1)
        thread = self.lineage.threads[row]
        step = thread.at(later) or thread.at(later - 1)
        desk = self.program.desk

        def then(comparison: Comparison) -> None:
            from tui.screens.compare import CompareScreen

            self.app.push_screen(CompareScreen(comparison, at=step.paragraph if step else None))

        old, new = documents[later - 1], documents[later]
        self.in_thread(lambda: desk.compare(old, new), then, f"comparing {old.name} and {new.name} …")
