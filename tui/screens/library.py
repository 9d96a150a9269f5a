"""The documents at hand, to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input
from textual.worker import Worker, get_current_worker

from aligner.model import Comparison
from corpora.model import Status
from tui.desk import LANGUAGES, STATUSES, Offer
from tui.layout.cells import cells
from tui.layout.find import places
from tui.screens.base import MainScreen, Stopped, Topics, keys_of
from tui.widgets.bars import Heading, Text
from tui.widgets.menu import Entry, Menu

MARKS: dict[Status, str] = {"official": "■", "local": "□", "unofficial": "·"}
RECENT = 3  # pairs read lately that the list begins with

CHOOSING = [
    Binding("up", "step(-1)", "up"),
    Binding("down", "step(1)", "down"),
    Binding("pageup", "step(-10)", "ten up"),
    Binding("pagedown", "step(10)", "ten down"),
    Binding("enter", "choose", "open", tooltip="compare with the year before", key_display="Enter"),
    Binding(
        "tab",
        "mark",
        "mark",
        tooltip="mark as the older one to compare with",
        key_display="Tab",
        priority=True,
    ),
    Binding("ctrl+o", "add", "add", tooltip="add a file, a folder or an archive"),
    Binding("ctrl+f", "fetch", "fetch", tooltip="fetch a document by its symbol", priority=True),
    Binding("escape", "clear", "clear the filter", tooltip="stop adding or fetching; clear the filter"),
    Binding("question_mark,f1", "help", "help", key_display="?", priority=True),
    Binding("ctrl+q", "app.quit", "quit"),
    Binding("ctrl+p", "palette", "every command", priority=True),
    Binding("ctrl+t", "theme", "light, dark, high contrast"),
]


class LibraryScreen(MainScreen):
    """All documents, narrowed as the reader types."""

    TOPICS: ClassVar[Topics] = {"Choosing": CHOOSING}
    BINDINGS = keys_of(TOPICS)
    SIGNS = (("■ □ ·", "official, your own file, unofficial"), ("●", "marked as the older one"))
    BAR = ("choose", "mark", "add", "fetch", "help", "app.quit")
    DEFAULT_CSS = """
    LibraryScreen {
        & Input { border: none; padding: 0 1; height: 1; background: $boost; }
        & Menu { height: 1fr; }
    }
    """
    AUTO_FOCUS = "Input"

    def __init__(self, wanted: str = "", language: str | None = None) -> None:
        super().__init__()
        self.wanted, self.language = wanted, language
        self.offers: Sequence[Offer] = ()
        self.older: str | None = None
        self.keeping: Worker[object] | None = None  # what is being added or fetched

    def compose(self) -> ComposeResult:
        self.heading = Heading(1, self.heading_lines)
        yield self.heading
        yield Input(
            self.wanted, placeholder="type to narrow: a symbol, a word of the title, a year", compact=True
        )
        self.menu = Menu()
        self.menu.can_focus = False
        yield self.menu
        yield self.key_bar()

    def on_mount(self) -> None:
        self.in_thread(self.program.desk.offers, self._show, "")

    def _show(self, offers: Sequence[Offer]) -> None:
        self.offers = offers
        self._narrow()

    def heading_lines(self, width: int) -> list[tuple[list[Text], list[Text]]]:
        """What this screen is for."""
        count = len(self.offers)
        said = (
            f"compare {self.older} with …" if self.older else f"{count} document{'s' * (count != 1)} at hand"
        )
        legend = "".join(f"  {MARKS[status]} {status}" for status in STATUSES) + " "
        name, said = " resdiff", f"  {said}"
        if cells(name + said + legend) > width:
            legend = ""
        return [([("strong", name), ("quiet", said)], [("quiet", legend)])]

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.wanted = event.value.replace("?", "")
        if self.wanted != event.value:  # no document has one in its name, and it helps on every other screen
            event.input.value = self.wanted
            self.action_help()
        self._narrow()

    def _narrow(self) -> None:
        words = self.wanted.split()
        kept = [o for o in self.offers if all(places(_known(o), w) for w in words)]
        entries: list[Entry] = []
        if recent := [] if words or self.older else self._recent():
            entries += [Entry(None, "Read lately"), *recent]
        width = max((len(o.symbol) for o in kept), default=0)
        for _, group in groupby(kept, key=lambda o: o.series):
            series = list(group)
            newest = series[-1]
            entries.append(Entry(None, newest.titles.get(self._language(newest), newest.title)))
            entries.extend(Entry(o.symbol, _line(o, self.older, width)) for o in series)
        if not kept and self.offers:
            entries.append(
                Entry(None, "nothing at hand has all these words: Esc clears, ^o adds, ^f fetches")
            )
        here = self.menu.value if self.menu.entries else None
        first = entries[1].value if recent else _newest_of_first(kept)
        self.menu.show(entries, here if any(o.symbol == here for o in kept) else first)
        self.heading.refill()

    def _recent(self) -> list[Entry]:
        """The pairs that were read last and are still at hand."""
        table = {o.symbol: o for o in self.offers}
        found = []
        for key in self.program.state.recent:
            old, new, code = [*key.split("|"), "", ""][:3]
            if old in table and new in table and code in table[new].languages:
                found.append(Entry((old, new, code), f"  {old} ▸ {new}", code))
        return found[:RECENT]

    def action_step(self, by: int) -> None:
        """Go up or down the list."""
        self.menu.action_step(by)

    def on_screen_resume(self) -> None:
        """Show what has been read or added since."""
        if self.offers:
            self._narrow()

    def action_add(self) -> None:
        """Ask for a file or folder to add to the library."""
        self._ask("Add a file, a folder or an archive", "~/Downloads/A_RES_80_204.docx", self._add)

    def action_fetch(self) -> None:
        """Ask for a document to fetch."""
        self._ask("Fetch from the United Nations", "80/204@fr", self._fetch)

    def _ask(self, title: str, hint: str, then: Callable[[str], None]) -> None:
        from tui.screens.dialogs import Ask

        self.app.push_screen(Ask(title, hint=hint), lambda answer: then(answer.strip()) if answer else None)

    def _add(self, name: str) -> None:
        path = Path(name).expanduser()
        self._keep(lambda told: self.program.desk.add(path, told), f"adding {path} …")

    def _fetch(self, name: str) -> None:
        self._keep(lambda told: self.program.desk.fetch(name, told), f"fetching {name} …")

    def _keep(self, work: Callable[[Callable[[str], None]], str], said: str) -> None:
        """Do something to the library in a thread, its progress being told, and show what there is then."""

        def told(line: str) -> None:
            if get_current_worker().is_cancelled:
                raise Stopped
            self.app.call_from_thread(self.bar.tell, f"{line} (Esc stops)")

        def then(found: tuple[str, Sequence[Offer]]) -> None:
            self._show(found[1])
            self.program.say(found[0])

        desk = self.program.desk
        self.keeping = self.in_thread(lambda: (work(told), desk.offers()), then, said)

    def _stop(self, keeping: Worker[object]) -> None:
        """Stop adding or fetching: what went in before stays, and each document goes in whole or not at all."""

        def then(offers: Sequence[Offer]) -> None:
            self._show(offers)
            self.program.say("stopped; what was added before is kept")

        keeping.cancel()
        self.in_thread(self.program.desk.offers, then, "stopping …")

    def action_clear(self) -> None:
        """Stop what is being added or fetched, else forget the mark, else the filter."""
        if self.keeping and self.keeping.is_running:
            self._stop(self.keeping)
        elif self.older:
            self.older = None
            self._narrow()
        else:
            self.query_one(Input).value = ""

    def action_mark(self) -> None:
        """Take the document under the reader as the older one."""
        value = self.menu.value
        self.older = value if isinstance(value, str) and value != self.older else None
        self._narrow()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Open what the reader stands on."""
        self.menu.action_choose()

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        table = {o.symbol: o for o in self.offers}
        if isinstance(event.value, tuple):
            old_symbol, new_symbol, code = event.value
            self._open(table[old_symbol], table[new_symbol], code)
            return
        new = table.get(str(event.value))
        if new is None:
            return
        old = table.get(self.older or "") or self._before(new)
        if old is None or old is new:
            self.program.say("mark the older document with Tab, then choose the newer one")
            return
        if new.adopted and old.adopted and new.adopted < old.adopted:
            old, new = new, old
        shared = [c for c in new.languages if c in old.languages]
        if not shared:
            self.program.say(f"{old.symbol} and {new.symbol} have no language in common")
            return
        self._open(old, new, self._language(new) if self._language(new) in shared else shared[0])

    def _language(self, offer: Offer) -> str:
        """The language wished for, else the one read last, else the document's first."""
        lately = (key.rsplit("|", 1)[-1] for key in self.program.state.recent[:1])
        return next((c for c in (self.language, *lately) if c in offer.languages), offer.languages[0])

    def _open(self, old: Offer, new: Offer, language: str) -> None:
        desk = self.program.desk

        def work() -> Comparison:
            return desk.compare(desk.open(old.symbol, language), desk.open(new.symbol, language))

        def then(comparison: Comparison) -> None:
            from tui.screens.compare import CompareScreen

            self.app.push_screen(CompareScreen(comparison))

        self.in_thread(work, then, f"reading {old.symbol} and {new.symbol} …")

    def _before(self, new: Offer) -> Offer | None:
        """The version before, by title and date; for the oldest, the one after."""
        same = [o for o in self.offers if o.series == new.series]
        at = same.index(new)
        if len(same) < 2:
            return None
        return same[at - 1] if at else same[1]


def _line(offer: Offer, older: str | None, width: int) -> str:
    """A row of the grid: year, symbol, and for each language how official its text is."""
    mark = "●" if offer.symbol == older else " "
    codes = dict.fromkeys((*LANGUAGES, *offer.languages))
    languages = "  ".join(f"{MARKS[offer.statuses[c]]}{c}" if c in offer.statuses else "   " for c in codes)
    return f"{mark} {offer.year}  {offer.symbol:<{width}}   {languages}"


def _known(offer: Offer) -> str:
    """What a document can be found by: its symbol, its titles in all languages, its day."""
    return " ".join((offer.symbol, *offer.titles.values(), str(offer.adopted)))


def _newest_of_first(kept: Sequence[Offer]) -> str | None:
    """The newest version in the first series of a list."""
    return next((o.symbol for o in reversed(kept) if o.series == kept[0].series), None)
