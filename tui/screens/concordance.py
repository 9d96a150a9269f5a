"""One change in all languages: paragraphs down, languages across."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from aligner.concord import Concordance, Row
from corpora.model import Paragraph
from tui.layout.pieces import tag
from tui.screens.base import Topics, keys_of
from tui.screens.grids import GRID_KEYS, GRID_MOVING, GridScreen
from tui.widgets.bars import Text
from tui.widgets.grid import GridRow

SIGNS = {"error": "✗", "warning": "!", "info": "·"}


class ConcordanceScreen(GridScreen):
    """Whether the languages changed alike."""

    TOPICS: ClassVar[Topics] = {"Moving": GRID_MOVING, "Going": GRID_KEYS}
    BINDINGS = keys_of(TOPICS)

    def __init__(self, concordance: Concordance, at: str | None = None) -> None:
        super().__init__()
        self.concordance = concordance
        self.found = {finding.row: finding for finding in concordance.findings}
        self.codes = list(concordance.comparisons)
        self.at = at

    def on_mount(self) -> None:
        super().on_mount()
        for place, row in enumerate(self.concordance.rows):
            if self.at and any(self.at in self.concordance.paragraphs(row, code) for code in self.codes):
                self.grid.stand(place)
                return

    def heading_text(self) -> list[Text]:
        first = self.concordance.comparisons[self.codes[0]]
        count = len(self.found)
        said = (
            f"{count} row{'s' * (count != 1)} in which the languages differ"
            if count
            else "the languages agree"
        )
        return [("strong", f" {first.old.name} ▸ {first.new.name}"), ("quiet", f"  {said}")]

    def heads(self) -> Sequence[str]:
        return self.codes

    def rows(self) -> Sequence[GridRow]:
        return [self._row(n, row) for n, row in enumerate(self.concordance.rows)]

    def _row(self, number: int, row: Row) -> GridRow:
        paragraph = self._paragraph(row)
        signs = tuple(row.cells[code].marks or "·" for code in self.codes)
        flag = SIGNS[self.found[number].severity] if number in self.found else ""
        return GridRow(tag(paragraph.id), paragraph.text[:200], signs, flag)

    def _paragraph(self, row: Row) -> Paragraph:
        for code in self.codes:
            comparison = self.concordance.comparisons[code]
            for name in self.concordance.paragraphs(row, code):
                return comparison.new[name] if name in comparison.new else comparison.old[name]
        raise LookupError("a row of a concordance has no paragraph")

    def told(self, row: int, column: int) -> Sequence[str]:
        finding = self.found.get(row)
        lines = [f"{finding.reason}: {finding.message}"] if finding else []
        words = finding.words if finding else {}
        for code, pairs in words.items():
            lines += [f"{code}: {old or '∅'} ▸ {new or '∅'}" for old, new in pairs[:2]]
        sweeps = [s.message for s in self.concordance.sweeps]
        return [*lines, *(f"throughout, {s}" for s in sweeps)] or ["the languages agree here"]

    def open(self, row: int, column: int) -> None:
        from tui.screens.compare import CompareScreen

        code = self.codes[column]
        names = self.concordance.paragraphs(self.concordance.rows[row], code)
        at = names[0] if names else None
        self.app.push_screen(CompareScreen(self.concordance.comparisons[code], at=at))
