"""One change in all languages: paragraphs down, languages across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding

from aligner.concord import Cell, Concordance, Disagreement, Row
from aligner.lineage import SLIGHT
from corpora.model import Paragraph, Resolution
from tui.clips import change
from tui.layout.oneline import as_text, quoted
from tui.layout.pieces import tag
from tui.screens.base import Topics, keys_of
from tui.screens.grids import GRID_DOING, GRID_KEYS, GRID_MOVING, GridScreen
from tui.screens.told import RELATIONS, named
from tui.widgets.grid import GridRow

DOCUMENTS = [Binding("v", "version", "versions", tooltip="other years of the series")]
FLAGS = {"error": "✗", "warning": "!", "info": "·"}


class ConcordanceScreen(GridScreen):
    """Whether the languages changed alike."""

    TOPICS: ClassVar[Topics] = {
        "Moving": GRID_MOVING, "Documents": DOCUMENTS, "Doing": GRID_DOING, "Going": GRID_KEYS,
    }  # fmt: skip
    BINDINGS = keys_of(TOPICS)
    SIGNS = (
        ("= ~ + − →", "unchanged, words changed, added, removed, moved"),
        ("≈", "changed in nothing of substance"),
        ("·", "this language lacks the paragraph"),
        ("✗ ! ·", "before a row in which the languages differ: an error, a warning, for information"),
    )

    def __init__(self, concordance: Concordance, at: str | None = None) -> None:
        super().__init__()
        self._take(concordance)
        self.at = at

    def _take(self, concordance: Concordance) -> None:
        self.concordance = concordance
        self.found = {finding.row: finding for finding in concordance.findings}
        self.codes = list(concordance.comparisons)

    def on_mount(self) -> None:
        super().on_mount()
        self._stand_on(self.at)

    def _stand_on(self, paragraph: str | None) -> None:
        if paragraph is None:
            self.to_first_stop()
            return
        for place, number in enumerate(self.shown):
            row = self.concordance.rows[number]
            if any(paragraph in self.concordance.paragraphs(row, code) for code in self.codes):
                self.grid.stand(place)
                return

    def action_version(self) -> None:
        """Choose other years of the series, the paragraph staying in view."""
        from tui.screens import choosing

        desk = self.program.desk
        first = self.concordance.comparisons[self.codes[0]]

        def then(old: str, new: str) -> None:
            def work() -> Concordance:
                pair = desk.open(old, self.codes[0]), desk.open(new, self.codes[0])
                return desk.concord(*pair, desk.languages_of(*pair))

            self.in_thread(work, self._show, f"comparing {old} and {new} in every language …")

        choosing.versions(self.program, first.old, first.new, then)

    def _show(self, concordance: Concordance) -> None:
        name = self._paragraph(self.concordance.rows[self.shown[self.grid.row]]).id if self.shown else None
        self._take(concordance)
        self.fill()
        self._stand_on(name)

    def documents(self, row: int, column: int) -> tuple[Resolution, Resolution]:
        comparison = self.concordance.comparisons[self.codes[column]]
        return comparison.old, comparison.new

    def whole(self) -> Concordance:
        return self.concordance

    def named(self) -> str:
        first = self.concordance.comparisons[self.codes[0]]
        return f"{first.old.name} ▸ {first.new.name}"

    def sayings(self) -> Sequence[str]:
        count = len(self.found)
        if not count:
            return ["the languages agree"]
        rows = f"{count} row{'s' * (count != 1)}"
        return [f"{rows} in which the languages differ", f"{rows} differ{'s' * (count == 1)}"]

    def heads(self) -> Sequence[str]:
        return self.codes

    def rows(self) -> Sequence[GridRow]:
        return [self._row(n, row) for n, row in enumerate(self.concordance.rows)]

    def _row(self, number: int, row: Row) -> GridRow:
        paragraph = self._paragraph(row)
        signs = tuple(_sign(row.cells[code]) for code in self.codes)
        finding = self.found.get(number)
        flag, note = (FLAGS[finding.severity], _said(finding)) if finding else ("", "")
        aside = paragraph.kind == "masthead" and not flag
        return GridRow(tag(paragraph.id), paragraph.text, signs, flag, note, aside)

    def states(self, row: int) -> Sequence[str]:
        cells = self.concordance.rows[row].cells
        return [cells[code].state for code in self.codes]

    def _paragraph(self, row: Row) -> Paragraph:
        for code in self.codes:
            comparison = self.concordance.comparisons[code]
            for name in self.concordance.paragraphs(row, code):
                return comparison.new[name] if name in comparison.new else comparison.old[name]
        raise LookupError("a row of a concordance has no paragraph")

    def told(self, row: int, column: int) -> Sequence[str]:
        finding = self.found.get(row)
        lines = [_said(finding)] if finding else []
        words = finding.words if finding else {}
        for code, pairs in words.items():
            lines += [f"{code}: {quoted(old or '∅')} ▸ {new or '∅'}" for old, new in pairs[:2]]
        sweeps = [f"throughout, {s.message}" for s in self.concordance.sweeps]
        return [*lines, *self._texts(self.codes[column], self.concordance.rows[row]), *sweeps]

    def _texts(self, code: str, row: Row) -> Iterator[str]:
        """What became of the paragraph in the language under the reader, word by word."""
        comparison = self.concordance.comparisons[code]
        for link in (comparison.links[n] for n in row.cells[code].links):
            kind = f", {link.change}" if link.change and link.change != "rollover" else ""
            yield f"# {code} {named(link.new or link.old)}: {RELATIONS[link.relation]}{kind}"
            texts = comparison.new_paragraphs(link) or comparison.old_paragraphs(link)
            told = (
                change(link.ops, drawn=True)
                if link.changed and link.ops
                else "\n".join(p.text for p in texts)
            )
            yield from (as_text(line, code) for line in told.splitlines())

    def open(self, row: int, column: int) -> None:
        from tui.screens.compare import CompareScreen

        code = self.codes[column]
        names = self.concordance.paragraphs(self.concordance.rows[row], code)
        at = names[0] if names else None
        self.app.push_screen(CompareScreen(self.concordance.comparisons[code], at=at))


def _sign(cell: Cell) -> str:
    """What became of a paragraph, what only follows from the new year being told from what does not."""
    slight = cell.state in ("same", "rollover")
    return (cell.marks.replace("~", SLIGHT) if slight else cell.marks) or "·"


def _said(finding: Disagreement) -> str:
    return f"{finding.reason}: {finding.message}"
