"""Two versions of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding

from tui.screens.base import Topics, keys_of
from tui.screens.doing import DOING, GOING, Doing
from tui.screens.reading import MOVING, SHOWING

if TYPE_CHECKING:
    from aligner.concord import Concordance
    from aligner.findings import Finding
    from aligner.lineage import Lineage
    from aligner.model import Comparison, Link
    from tui.screens.pinning import Decide

DOCUMENTS = [
    Binding("l", "language", "language"),
    Binding("v", "version", "versions", tooltip="other years of the series"),
    Binding("P", "pin", "decide", tooltip="decide by hand which paragraphs belong together"),
    Binding("C", "concordance", "all languages", tooltip="the same change in every language"),
    Binding("H", "lineage", "history", tooltip="every paragraph through the years"),
    Binding("L", "check", "check", tooltip="check against another language"),
]


class CompareScreen(Doing):
    """What changed between two versions."""

    TOPICS: ClassVar[Topics] = {
        "Moving": MOVING, "Showing": SHOWING, "Documents": DOCUMENTS, "Doing": DOING, "Going": GOING,
    }  # fmt: skip
    BINDINGS = keys_of(TOPICS)
    BAR = (
        "change(1)", "change(-1)", "search", "fold", "language", "export", "unified", "substantive", "version",
        "concordance", "lineage", "check", "copy", "escape", "help", "quit",
    )  # fmt: skip

    def action_language(self) -> None:
        """Choose another language for both versions."""
        from tui.screens import choosing

        old, new = self.comparison.old, self.comparison.new

        def then(code: str) -> None:
            self.turn_to(str(old.symbol), str(new.symbol), (code, code))

        codes = self.program.desk.languages_of(old, new)
        choosing.language(self.program, "Language", codes, new.language, then)

    def action_version(self) -> None:
        """Choose other years of the same series."""
        from tui.screens import choosing

        def then(old: str, new: str) -> None:
            code = self.comparison.new.language
            self.turn_to(old, new, (code, code))

        choosing.versions(self.program, self.comparison.old, self.comparison.new, then)

    def action_concordance(self) -> None:
        """Follow this change through every language at hand."""
        desk, comparison = self.program.desk, self.comparison
        place = None if self.on_fold else self.standing()
        codes = desk.languages_of(comparison.old, comparison.new)
        if len(codes) < 2:
            self.program.say("these documents are at hand in no other language")
            return

        def then(found: Concordance) -> None:
            from tui.screens.concordance import ConcordanceScreen

            self.app.push_screen(ConcordanceScreen(found, at=place[1] if place else None))

        pair = comparison.old, comparison.new
        self.in_thread(lambda: desk.concord(*pair, codes), then, f"comparing in {' '.join(codes)} …")

    def action_lineage(self) -> None:
        """Follow every paragraph through the years at hand."""
        desk, new = self.program.desk, self.comparison.new
        place = None if self.on_fold else self.standing()

        def then(found: Lineage) -> None:
            from tui.screens.lineage import LineageScreen

            names = [d.name for d in found.documents]
            version = names.index(new.name) if new.name in names else -1
            at = place[1] if place and place[0] == "new" else None
            self.app.push_screen(LineageScreen(found, at, version))

        self.in_thread(lambda: desk.trace(new), then, "following every paragraph through the years …")

    def action_pin(self) -> None:
        """Decide by hand what the paragraph under the reader answers."""
        row = self.parallel.row
        if row is None or self.is_folded():
            return
        from tui.screens.pinning import ELSEWHERE, choices

        link = self.comparison.links[row.link]

        def then(chosen: object) -> None:
            if chosen == ELSEWHERE:
                self._ask_partner(link)
            else:
                self._decide(cast("Decide", chosen))

        self.program.choose("Decide by hand", choices(self.comparison, link), None, then)

    def _ask_partner(self, link: Link) -> None:
        from tui.screens.dialogs import Ask
        from tui.screens.pinning import linked
        from tui.screens.told import named

        comparison, mine = self.comparison, link.new or link.old
        other = comparison.old if link.new else comparison.new

        def then(answer: str | None) -> None:
            ids = tuple((answer or "").casefold().replace(",", " ").split())
            unknown = [i for i in ids if i not in other]
            if unknown:
                self.program.say(f"{other.name} has no paragraph {unknown[0]}")
            elif ids:
                self._decide(linked(comparison, ids, mine) if link.new else linked(comparison, mine, ids))

        self.app.push_screen(
            Ask(f"{named(mine)} answers in {other.name}", hint="pp5, or several: op3 op4"), then
        )

    def _decide(self, decision: Decide) -> None:
        desk, comparison = self.program.desk, self.comparison

        def then(found: Comparison) -> None:
            self.program.keep_state()
            self.show(found)

        self.in_thread(lambda: desk.decide(comparison, decision), then, "comparing again …")

    def action_check(self) -> None:
        """Choose a language to check the newer version against."""
        from tui.screens import choosing

        new = self.comparison.new
        codes = [c for c in self.program.desk.languages_of(new) if c != new.language]
        choosing.language(self.program, f"{new.name}: {new.language} against", codes, "", self._check)

    def _check(self, code: str) -> None:
        desk, new = self.program.desk, self.comparison.new
        place = None if self.on_fold else self.standing()

        def work() -> tuple[Comparison, tuple[Finding, ...]]:
            comparison = desk.compare(new, desk.open(str(new.symbol), code))
            return comparison, desk.check(comparison)

        def then(found: tuple[Comparison, tuple[Finding, ...]]) -> None:
            from tui.screens.languages import LanguagesScreen

            at = place[1] if place and place[0] == "new" else None
            self.app.push_screen(LanguagesScreen(*found, at=at))

        self.in_thread(work, then, f"checking {new.language} against {code} …")
