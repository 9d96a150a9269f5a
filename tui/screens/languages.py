"""Two language versions of a document, with the places a reviser should look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from aligner.findings import Finding, Span
from aligner.model import Comparison
from tui.layout.find import marked
from tui.layout.oneline import quoted
from tui.layout.page import Hits
from tui.layout.pieces import Side
from tui.screens import choosing
from tui.screens.base import Topics, keys_of
from tui.screens.doing import DOING, GOING, Doing
from tui.screens.reading import FIRST_VIEW, MOVING, SHOWING
from tui.screens.told import READING_SIGNS, named
from tui.widgets.menu import Entry, Menu

if TYPE_CHECKING:
    from aligner.reports import ReportSettings

SEVERITIES, ACCEPTED = {"error": "✗", "warning": "!", "info": "·"}, "✓"
FINDINGS = [
    Binding("l", "language('new')", "language", tooltip="the language of the right side"),
    Binding("h", "language('old')", "left language", tooltip="the language of the left side"),
    Binding("x", "swap", "swap the sides"),
    Binding("a", "accept", "accept", tooltip="accept a finding, with a reason"),
    Binding("A", "accepted", "accepted", tooltip="show what was accepted, or hide it"),
    Binding("t", "findings", "list", tooltip="from the text to the list of findings, and back"),
]


class LanguagesScreen(Doing):
    """Whether two language versions say the same."""

    TOPICS: ClassVar[Topics] = {
        "Moving": MOVING, "Showing": SHOWING, "Languages": FINDINGS, "Doing": DOING, "Going": GOING,
    }  # fmt: skip
    BINDINGS = keys_of(TOPICS)
    SIGNS = (*READING_SIGNS, ("✗ ! · ✓", "in the list: an error, a warning, for information; accepted"))
    BAR = (
        "change(1)", "change(-1)", "search", "accept", "language('new')", "findings", "export", "fold",
        "language('old')", "swap", "accepted", "copy", "escape", "help", "quit",
    )  # fmt: skip
    DEFAULT_CSS = """
    LanguagesScreen > Menu { dock: bottom; height: 25%; min-height: 4; margin-bottom: 1; border-top: solid $primary; }
    """

    def __init__(self, comparison: Comparison, findings: Sequence[Finding], *, at: str | None = None) -> None:
        super().__init__(comparison, at=at, view=FIRST_VIEW._replace(brackets=False))
        self.all_findings = tuple(findings)
        self.show_accepted = False
        self.menu = Menu(id="findings")

    @property
    def findings(self) -> list[Finding]:
        """The findings to look at."""
        state, comparison = self.program.state, self.comparison
        return [f for f in self.all_findings if self.show_accepted or not state.accepted(comparison, f)]

    def compose(self) -> ComposeResult:
        self.view = self.view._replace(flagged=_flagged(self.findings))
        yield from super().compose()
        yield self.menu

    def on_mount(self) -> None:
        super().on_mount()
        self._list()

    def turn_to(self, old: str, new: str, languages: tuple[str, str]) -> None:
        """Show other languages here, the paragraph staying in view."""
        desk = self.program.desk

        def work() -> tuple[Comparison, tuple[Finding, ...]]:
            comparison = desk.compare(desk.open(old, languages[0]), desk.open(new, languages[1]))
            return comparison, desk.check(comparison)

        def then(found: tuple[Comparison, tuple[Finding, ...]]) -> None:
            comparison, self.all_findings = found
            self.show(comparison)

        self.in_thread(work, then, f"checking {' against '.join(languages)} …")

    def show(self, comparison: Comparison) -> None:
        """Show another pair of languages, the paragraph staying in view."""
        self.view = self.view._replace(flagged=_flagged(self.findings))
        super().show(comparison)
        self._list()

    def summaries(self) -> Sequence[str]:
        """How many findings of which severity."""
        found = self.findings
        if not found:
            return ["no finding"]
        counts = [(s, sum(f.severity == s for f in found)) for s in SEVERITIES]
        return [", ".join(f"{n} {s}{'s' * (n != 1 and s != 'info')}" for s, n in counts if n)]

    def position(self) -> str:
        """Where the reader is among the findings, or among the places found."""
        if self.wanted or not self.menu.entries:
            return super().position()
        return f" finding {self.menu.cursor + 1}/{len(self.menu.entries)} "

    def _list(self) -> None:
        at = self.menu.value
        entries = [self._entry(finding) for finding in self.findings]
        self.menu.show(entries, at)
        self.menu.display = bool(entries)
        self.menu.styles.max_height = len(entries) + 1  # and the line above
        self._mark()

    def _entry(self, finding: Finding) -> Entry:
        """A line of the list; of an accepted finding it says why."""
        reason = self.program.state.accepted(self.comparison, finding)
        sign = SEVERITIES[finding.severity] if reason is None else ACCEPTED
        why = f"  ({quoted(reason)})" if reason else ""
        return Entry(finding, f"{sign} {self._where(finding)}  {finding.message}{why}", finding.check)

    def _where(self, finding: Finding) -> str:
        a, b = named(finding.a), named(finding.b)
        if not finding.a or not finding.b:
            return b if finding.b else a
        return a if a == b else f"{a} / {b}"

    def _mark(self) -> None:
        if self.wanted:
            self.parallel.set_hits(marked(self.hits, self.hit))
            return
        table: dict[tuple[Side, str], list[tuple[int, int, bool]]] = {}
        for finding in self.findings:
            here = finding == self.menu.value
            sides: tuple[tuple[Side, tuple[Span, ...]], ...] = (
                ("old", finding.spans_a),
                ("new", finding.spans_b),
            )
            for side, spans in sides:
                for span in spans:
                    table.setdefault((side, span.id), []).append((span.start, span.end, here))
        hits: Hits = {key: sorted(places) for key, places in table.items()}
        self.parallel.set_hits(hits)

    # Findings

    @on(Menu.Highlighted)
    def _highlighted(self, event: Menu.Highlighted) -> None:
        if isinstance(event.value, Finding):
            self._go(event.value)

    @on(Menu.Chosen)
    def _chosen_finding(self, event: Menu.Chosen) -> None:
        self.parallel.focus()
        if isinstance(event.value, Finding):
            self._go(event.value)

    def _go(self, finding: Finding) -> None:
        places = self.parallel.sheet.places
        keys: list[tuple[Side, str]] = [("new", i) for i in finding.b] + [("old", i) for i in finding.a]
        row = next((places[key] for key in keys if key in places), None)
        if row is not None:
            self.parallel.go(row, height=self.parallel.size.height // 4)
        self._mark()
        self.heading.refill()

    def action_change(self, by: int) -> None:
        """Go to the next or previous finding; without any, to the next paragraph without a counterpart."""
        if self.menu.entries:
            self.menu.action_step(by)
        else:
            super().action_change(by)

    def action_findings(self) -> None:
        """Go from the text to the list of findings, and back."""
        if self.menu.has_focus:
            self.parallel.focus()
        else:
            self.menu.focus()

    def action_accept(self) -> None:
        """Ask why the finding under the reader is no fault, and do not show it again."""
        finding = self.menu.value
        if not isinstance(finding, Finding):
            self.program.say("no finding to accept")
            return
        from tui.screens.dialogs import Ask

        def then(reason: str | None) -> None:
            if reason is not None:
                self.program.state.accept(self.comparison, finding, reason)
                self.program.keep_state()
                self._refind()

        self.app.push_screen(Ask("Why is this no fault?", hint="a reason, for whoever comes after you"), then)

    def action_accepted(self) -> None:
        """Show or hide the findings that were accepted."""
        self.show_accepted = not self.show_accepted
        self._refind()

    def settings(self) -> ReportSettings:
        """What a report is to say and show besides the comparison: the findings, and why some are none."""
        told = [(self.program.state.accepted(self.comparison, f), f) for f in self.all_findings]
        still = tuple(f for reason, f in told if reason is None)
        accepted = tuple(
            f"{self._where(f)} {f.message}: {reason}" for reason, f in told if reason is not None
        )
        return replace(super().settings(), findings=still, accepted=accepted)

    def _refind(self) -> None:
        self.look(self.view._replace(flagged=_flagged(self.findings)))
        self._list()

    def escape_from(self) -> bool:
        """Leave the list of findings, if the reader is in it."""
        if self.menu.has_focus:
            self.parallel.focus()
            return True
        return False

    # Other languages in place

    def action_language(self, side: Side = "new") -> None:
        """Choose the language of one side."""
        document = self.comparison.old if side == "old" else self.comparison.new
        other = self.comparison.new if side == "old" else self.comparison.old
        codes = [c for c in self.program.desk.languages_of(document) if c != other.language]

        def then(code: str) -> None:
            languages = (code, other.language) if side == "old" else (other.language, code)
            self.turn_to(str(other.symbol), str(other.symbol), languages)

        choosing.language(self.program, "Language", codes, document.language, then)

    def action_swap(self) -> None:
        """Change the sides."""
        old, new = self.comparison.old, self.comparison.new
        self.turn_to(str(new.symbol), str(old.symbol), (new.language, old.language))


def _flagged(findings: Sequence[Finding]) -> frozenset[tuple[Side, str]]:
    sides: list[tuple[Side, str]] = [("old", i) for f in findings for i in f.a]
    sides += [("new", i) for f in findings for i in f.b]
    return frozenset(sides)
