"""What a reader does with a pair of documents, whichever screen shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding

from aligner.model import Comparison
from corpora.addresses import page
from corpora.errors import ResdiffError
from corpora.model import Resolution
from tui.desk import file_name
from tui.layout.pieces import Side
from tui.layout.rows import GlossCell
from tui.screens.base import EVERYWHERE
from tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from aligner.gloss import Gloss
    from aligner.reports import ReportSettings
    from tui.glossing import Provider

DOING = [
    Binding("e", "export", "save", tooltip="save a report: Word, web page, …"),
    Binding("y", "copy", "copy", tooltip="copy the paragraph, the change or a citation"),
    Binding("i", "why", "why these are linked"),
    Binding("g", "gloss", "gloss", tooltip="a machine gloss under the paragraph, if you allow it"),
    Binding("M", "allow_glosses", "allow or forbid machine glosses"),
    Binding("w", "official", "the official page in a browser"),
]
GOING = [
    Binding("escape", "escape", "back", tooltip="stop what takes long; forget a search; back"),
    *EVERYWHERE,
]
DOSSIER = "dossier"


class Doing(ReadingScreen):
    """Export, copying, explanations, other documents in place."""

    def on_unmount(self) -> None:
        self._leave()

    def _leave(self) -> None:
        """Have this pair remembered, and where it is left."""
        self.program.leave(self.comparison, None if self.on_fold else self.standing())

    def action_back(self) -> None:
        """Go back to the screen before, or to the list of documents in the language read here."""
        self._leave()
        self.program.back(self.comparison.new.language)

    def action_escape(self) -> None:
        """Stop what is under way, else forget the search, else go back."""
        if self.stop_work():
            return
        if self.wanted:
            self.prompted("search", "", done=False)
        elif not self.escape_from():
            self.action_back()

    def escape_from(self) -> bool:
        """Whether there was something on this screen to leave before the screen itself."""
        return False

    def turn_to(self, old: str, new: str, languages: tuple[str, str]) -> None:
        """Show other documents here, the paragraph staying in view."""
        desk = self.program.desk

        def work() -> Comparison:
            return desk.compare(desk.open(old, languages[0]), desk.open(new, languages[1]))

        self.in_thread(work, self.show, f"reading {old} and {new} …")

    def action_export(self) -> None:
        """Write a report of this comparison."""
        from tui.widgets.menu import Entry

        entries = [Entry(ext, said, f".{ext}", key=key) for key, said, ext in self.program.desk.formats()]
        if self.comparison.axis == "years" and self.comparison.new.symbol:
            entries.append(Entry(DOSSIER, "the whole dossier, in every language", "folder", key="D"))
        self.program.choose(
            f"Save this comparison{', only its substance,' * bool(self.view.only)} as",
            entries,
            None,
            self._export,
        )

    def _export(self, chosen: object) -> None:
        desk, comparison, settings = self.program.desk, self.comparison, self.settings()
        documents = (comparison.old, comparison.new)
        path = Path(file_name(documents, str(chosen)))

        def work() -> Path:
            return (
                desk.dossier(*documents, path)
                if chosen == DOSSIER
                else desk.report(comparison, path, settings)
            )

        self.in_thread(work, lambda written: self.program.say(f"saved {written}"), f"writing {path} …")

    def settings(self) -> ReportSettings:
        """What a report is to say and show besides the comparison."""
        from aligner.reports import ReportSettings

        return ReportSettings(only="substantive" if self.view.only else None)

    def is_folded(self) -> bool:
        """Whether there is no one paragraph to do anything with; the reader is told so."""
        if self.on_fold:
            self.program.say("these paragraphs are folded: Enter opens them")
        return self.on_fold

    def _document(self) -> tuple[Resolution, str] | None:
        place = self.standing()
        if place is None:
            return None
        return (self.comparison.old if place[0] == "old" else self.comparison.new), place[1]

    def action_copy(self) -> None:
        """Choose what of this paragraph to copy."""
        found = None if self.is_folded() else self._document()
        if found is None:
            return
        from tui import clips
        from tui.widgets.menu import Entry

        entries = [Entry(text, said, key=key) for key, said, text in clips.of(self.comparison, *found)]
        self.program.choose("Copy", entries, None, lambda text: self.program.copy(str(text)))

    def action_why(self) -> None:
        """Say why the paragraphs under the reader are linked."""
        row = self.parallel.row
        if row is None or self.is_folded():
            return
        from tui.screens.dialogs import Page
        from tui.screens.told import link_lines

        self.app.push_screen(Page("This link", link_lines(self.comparison, self.comparison.links[row.link])))

    def action_gloss(self) -> None:
        """Show a machine gloss under the reader's paragraph, once they allowed it; or take it away."""
        from corpora.sources.settings import forbidden
        from tui.glossing import FORBIDDEN

        if self.is_folded():
            return
        by = self._provider()
        found = self._foreign(by.target) if by else None
        if by is None or found is None:
            return
        answer = self.program.state.glosses_from(by.name)
        if answer:
            self._gloss(by, *found)
        elif answer is False:
            self.program.say("machine glosses are off; M turns them on")
        elif forbidden():
            self.program.say(FORBIDDEN)
        else:
            self._ask_consent(by, lambda: self._gloss(by, *found))

    def action_allow_glosses(self) -> None:
        """Ask anew whether glosses may be asked for."""
        by = self._provider()
        if by is not None:
            self._ask_consent(by, lambda: self.program.say("machine glosses are on: g"))

    def _provider(self) -> Provider | None:
        try:
            return self.program.desk.provider()
        except ResdiffError as error:
            self.program.trouble(error)
            return None

    def _ask_consent(self, by: Provider, then: Callable[[], None]) -> None:
        from tui.screens.glosses import Consent

        def answered(answer: bool | None) -> None:
            if answer is None:
                return
            self.program.state.allow_glosses(by.name, answer)
            self.program.keep_state()
            if answer:
                then()
            else:
                self.program.say("machine glosses are off")

        self.app.push_screen(Consent(by), answered)

    def _foreign(self, target: str) -> tuple[Resolution, str] | None:
        """The paragraph under the reader, on the side that is not in the language of glosses already."""
        row = self.parallel.row
        if row is None:
            return None
        link = self.comparison.links[row.link]
        standing = self._document()
        pairs = [standing] if standing else []
        pairs += [(self.comparison.new, i) for i in link.new] + [(self.comparison.old, i) for i in link.old]
        for document, paragraph_id in pairs:
            if document.language != target and document[paragraph_id].text.strip():
                return document, paragraph_id
        self.program.say(f"this paragraph is in {target} already")
        return None

    def _gloss(self, by: Provider, document: Resolution, paragraph_id: str) -> None:
        """Put a gloss under a paragraph, never without who made it and when; or take it away again."""
        from tui.glossing import gloss

        key: tuple[Side, str] = ("old" if document is self.comparison.old else "new", paragraph_id)
        if key in self.glosses:
            del self.glosses[key]
            self.look(self.view)
            return
        comparison = self.comparison

        def then(found: tuple[Gloss | None, str]) -> None:
            made, notice = found
            if made is None:
                self.program.say(notice)
            elif self.comparison is comparison:
                label = f"{made.label}, not a text of the United Nations"
                self.glosses[key] = GlossCell(made.language, " ".join(made.text.split()), label)
                self.look(self.view)

        text, source = document[paragraph_id].text, document.language
        self.in_thread(lambda: gloss(by, text, source), then, f"asking {by.name} for a gloss …")

    def action_official(self) -> None:
        """Open the publisher's page of the document under the reader."""
        found = self._document()
        if found is None or found[0].symbol is None:
            self.program.say("this document has no symbol")
            return
        address = page(found[0].symbol, found[0].language)
        self.app.open_url(address)
        self.program.say(address)
