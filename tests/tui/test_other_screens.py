"""Languages, concordance and their keys."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import document, paragraph
from screen_play import Steps, settled
from textual.pilot import Pilot

from aligner.findings import Finding, Span
from aligner.model import Comparison, Link
from corpora.model import Resolution
from tui.app import ResdiffApp
from tui.desk import LANGUAGES, Desk
from tui.screens.base import Stopped
from tui.screens.compare import CompareScreen
from tui.screens.concordance import ConcordanceScreen
from tui.screens.dialogs import Ask, Page
from tui.screens.languages import LanguagesScreen
from tui.screens.library import LibraryScreen
from tui.screens.lineage import LineageScreen

ENGLISH = document(
    "A/RES/61/168", "en",
    paragraph("pp1", "Recalling its resolution 60/156,"), paragraph("op1", "Requests a report;"),
    paragraph("op2", "Ends."),
)  # fmt: skip
FRENCH = document(
    "A/RES/61/168", "fr",
    paragraph("pp1", "Rappelant sa résolution 60/165,"), paragraph("op1", "Demande un rapport ;"),
)  # fmt: skip
FINDINGS = (
    Finding(
        "symbols", "error", ("pp1",), ("pp1",), "60/156 became 60/165", (Span("pp1", 25, 31),), (Span("pp1", 24, 30),),
    ),
    Finding("missing", "error", ("op2",), (), "no counterpart"),
)  # fmt: skip


class LanguageDesk(Desk):
    """A desk with one document in two languages."""

    def compare(self, old: Resolution, new: Resolution) -> Comparison:
        links = (
            Link("translated", ("pp1",), ("pp1",)),
            Link("translated", ("op1",), ("op1",)), Link("removed", ("op2",), ()),
        )  # fmt: skip
        return Comparison("languages", ENGLISH, FRENCH, links)

    def check(self, comparison: Comparison) -> tuple[Finding, ...]:
        return FINDINGS


def play(steps: Steps, app: ResdiffApp) -> None:
    """Run the program and do `steps` in it."""

    async def main() -> None:
        async with app.run_test(size=(110, 40)) as pilot:
            await settled(pilot)
            await steps(pilot)

    asyncio.run(main())


def test_findings_are_listed_marked_visited_and_accepted() -> None:
    app = ResdiffApp(desk=LanguageDesk())

    async def steps(pilot: Pilot[None]) -> None:
        screen = LanguagesScreen(LanguageDesk().compare(ENGLISH, FRENCH), FINDINGS)
        await app.push_screen(screen)
        await settled(pilot)
        assert [f.check for f in screen.findings] == ["symbols", "missing"]
        assert screen.parallel.hits[("new", "pp1")] == [(24, 30, True)]
        assert screen.parallel.sheet.rows[0].glyph == "=!"
        await pilot.press("n")
        assert screen.menu.value == FINDINGS[1]
        assert screen.standing() == ("old", "op2")
        await pilot.press("p", "t")
        assert screen.menu.has_focus
        await pilot.press("down", "enter")
        assert screen.standing() == ("old", "op2")
        await pilot.press("a")
        assert isinstance(app.screen, Ask)
        await pilot.press(*"late", "enter")
        assert [f.check for f in screen.findings] == ["symbols"]
        await pilot.press("A")
        assert [f.check for f in screen.findings] == ["symbols", "missing"]
        assert app.state.accepted(screen.comparison, FINDINGS[1]) == "late"
        assert [entry.text[0] for entry in screen.menu.entries] == ["✗", "✓"]
        assert "(late" in screen.menu.entries[1].text
        await pilot.press("t", "escape")
        assert app.screen is screen
        await pilot.press("escape")
        assert app.screen is not screen

    play(steps, app)


def test_what_was_accepted_stays_accepted_until_a_text_changes() -> None:
    from dataclasses import replace

    from tui.state import State

    pair = LanguageDesk().compare(ENGLISH, FRENCH)
    state = State()
    state.accept(pair, FINDINGS[0], "as published")
    assert state.save()
    assert State().accepted(pair, FINDINGS[0]) == "as published"
    changed = document(
        "A/RES/61/168", "fr", paragraph("pp1", "Rappelant sa résolution 60/166,"), FRENCH["op1"]
    )
    assert State().accepted(replace(pair, new=changed), FINDINGS[0]) is None


def test_from_a_comparison_to_another_language_and_to_all_of_them() -> None:
    app = ResdiffApp(Desk().open("60/156", "en"), Desk().open("61/168", "en"))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"pp5", "enter", "L", "f")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, LanguagesScreen)
        assert screen.standing() == ("new", "pp5")
        await pilot.press("l", "s")
        await settled(pilot)
        assert screen.comparison.new.language == "es"
        await pilot.press("h", "r")
        await settled(pilot)
        assert screen.comparison.old.language == "ru"
        await pilot.press("x")
        await settled(pilot)
        assert (screen.comparison.old.language, screen.comparison.new.language) == ("es", "ru")
        await pilot.press("escape", "C")
        await settled(pilot)
        grid = app.screen
        assert isinstance(grid, ConcordanceScreen)
        assert grid.codes[0] == "en"
        await pilot.press("f", "n", "p", "down", "up", "right", "left", "home", "end", "question_mark")
        assert isinstance(app.screen, Page)
        await pilot.press("escape", "right", "right", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.comparison.new.language == "es"
        await pilot.press("escape", "escape", "H")
        await settled(pilot)
        history = app.screen
        assert isinstance(history, LineageScreen)
        assert history.heads() == ["2005", "2006"]
        assert history.lineage.threads[history.shown[history.grid.row]].at(1).paragraph == "pp5"
        await pilot.press("n", "enter")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("escape", "escape")

    play(steps, app)


def test_the_tables_are_saved_and_switched_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = ResdiffApp(Desk().open("60/156", "en"), Desk().open("61/168", "en"))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"op10", "enter", "C")
        await settled(pilot)
        grid = app.screen
        assert isinstance(grid, ConcordanceScreen)
        await pilot.press("e", "j")
        await settled(pilot)
        await pilot.press("e", "c")
        await settled(pilot)
        await pilot.press("v", "enter")
        await settled(pilot)
        assert grid.concordance.paragraphs(grid.concordance.rows[grid.shown[grid.grid.row]], "en") == (
            "op10",
        )
        await pilot.press("escape", "H")
        await settled(pilot)
        history = app.screen
        assert isinstance(history, LineageScreen)
        await pilot.press("J", "K", "l", "r")
        await settled(pilot)
        assert [d.language for d in history.lineage.documents] == ["ru", "ru"]
        step = history.lineage.threads[history.shown[history.grid.row]].at(1)
        assert step is not None
        assert step.paragraph == "op10"
        assert "просит" in "\n".join(history.story.lines)
        await pilot.press("e", "D")
        await settled(pilot)
        await pilot.press("e", "c")
        await settled(pilot)

    play(steps, app)
    written = {p.name for p in tmp_path.glob("A-*")}
    assert written == {
        "A-RES-60-156_A-RES-61-168.en.concordance.json", "A-RES-60-156_A-RES-61-168.en.concordance.csv",
        "A-RES-60-156_A-RES-61-168.ru.lineage.csv", "A-RES-60-156_A-RES-61-168.ru.dossier",
    }  # fmt: skip
    concordance, lineage = (
        list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
        for path in sorted(tmp_path.glob("*.csv"))
    )
    added = next(row for row in concordance if row["Paragraph"] == "PP5")
    assert [added[code] for code in LANGUAGES] == ["added"] * 6
    assert added["Text"].startswith("Recognizing that the promotion")
    assert [row["2006"] for row in lineage if row["Paragraph"] == "PP5"] == ["born, substantive"]
    assert (tmp_path / "A-RES-60-156_A-RES-61-168.ru.dossier" / "index.html").exists()


def test_a_file_is_added_and_a_name_that_is_no_symbol_is_told(tmp_path: Path) -> None:
    app = ResdiffApp()
    path = tmp_path / "draft.txt"
    path.write_text(
        "61/999. A new question\n\nThe General Assembly,\n\n1. Decides nothing.\n", encoding="utf-8"
    )

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+o", *str(path), "enter")
        await settled(pilot)
        assert any("1 added" in n.message for n in app._notifications)
        await pilot.press("ctrl+f", *"no symbol", "enter")
        await settled(pilot)
        assert "error" in [n.severity for n in app._notifications]

    play(steps, app)


def test_what_was_read_lately_comes_first() -> None:
    async def read(pilot: Pilot[None]) -> None:
        await pilot.press("q")

    async def again(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.comparison.new.language == "ru"

    play(read, ResdiffApp(Desk().open("60/156", "ru"), Desk().open("61/168", "ru")))
    play(again, ResdiffApp())


def test_what_a_person_decides_holds_and_can_be_taken_back() -> None:
    pair = Desk().open("60/156", "en"), Desk().open("61/168", "en")
    app = ResdiffApp(*pair)

    async def steps(pilot: Pilot[None]) -> None:
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        await pilot.press("colon", *"pp6", "enter", "P", "c")
        await settled(pilot)
        assert not any("pp5" in link.old and "pp6" in link.new for link in screen.comparison.links)
        await pilot.press("P", "o", *"pp5", "enter")
        await settled(pilot)
        link = next(link for link in screen.comparison.links if "pp6" in link.new)
        assert (link.old, link.pinned) == (("pp5",), True)
        await pilot.press("P", "o", *"pp99", "enter")
        assert app.desk.compare(*pair).links == screen.comparison.links
        await pilot.press("P", "u")
        await settled(pilot)
        assert not any(link.pinned for link in screen.comparison.links)

    play(steps, app)


def test_the_same_place_is_found_again_next_time() -> None:
    pair = Desk().open("60/156", "en"), Desk().open("61/168", "en")

    async def leave(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"op10", "enter", "q")

    async def come_back(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app.screen, CompareScreen)
        assert pilot.app.screen.standing() == ("new", "op10")

    play(leave, ResdiffApp(*pair))
    play(come_back, ResdiffApp(*pair))


def test_every_command_by_name_and_a_dialog_that_is_closed_twice() -> None:
    app = ResdiffApp(Desk().open("60/156", "en"), Desk().open("61/168", "en"))

    async def steps(pilot: Pilot[None]) -> None:
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        await pilot.press("ctrl+p", *"unif", "down", "up", "enter")
        await settled(pilot)
        assert screen.view.mode == "unified"
        await pilot.press("question_mark")
        page = app.screen
        assert isinstance(page, Page)
        page.action_close()
        page.action_close()
        await pilot.pause()
        assert app.screen is screen

    play(steps, app)


def test_a_damaged_state_is_no_state(tmp_path: Path) -> None:
    from tui.state import State

    path = tmp_path / "screen.json"
    for damage in ("", "[]", "{", '{"format": 9}', '{"format": 1, "places": 3}'):
        path.write_text(damage)
        assert State(path).recent == []
    assert not State(tmp_path / "screen.json" / "under-a-file").save()


def test_adding_can_be_stopped_and_what_was_added_stays(tmp_path: Path) -> None:
    import threading

    begun, go_on, stopped = threading.Event(), threading.Event(), threading.Event()

    class SlowDesk(Desk):
        def add(self, path: Path, told: Callable[[str], None]) -> str:
            begun.set()
            go_on.wait(10)
            try:
                told("1: one.txt added")
            except Stopped:
                stopped.set()
                raise
            return "1 added"

    app = ResdiffApp(desk=SlowDesk())

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+o", *"papers", "enter")
        await asyncio.to_thread(begun.wait, 10)
        await pilot.press("escape")
        await settled(pilot)
        assert any("stopped" in n.message for n in app._notifications)
        go_on.set()
        assert await asyncio.to_thread(stopped.wait, 10)
        await pilot.press(*"61/168")  # the screen goes on
        await settled(pilot)
        assert app.screen.query_one("Input").value == "61/168"  # type: ignore[attr-defined]

    play(steps, app)


def test_on_a_fold_nothing_is_done_to_a_paragraph_that_is_not_seen() -> None:
    app = ResdiffApp(Desk().open("60/156", "en"), Desk().open("61/168", "en"))

    async def steps(pilot: Pilot[None]) -> None:
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.on_fold
        for key in ("y", "i", "P", "g"):
            await pilot.press(key)
            assert app.screen is screen
            assert [str(n.message) for n in app._notifications] == [
                "these paragraphs are folded: Enter opens them"
            ]
        await pilot.press("L", "f")
        await settled(pilot)
        assert isinstance(app.screen, LanguagesScreen)
        assert app.screen.on_fold

    play(steps, app)


def test_the_list_of_documents_is_in_the_language_that_was_read_and_begins_with_that_pair() -> None:
    app = ResdiffApp(Desk().open("60/156", "ru"), Desk().open("61/168", "ru"))

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("escape")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        said = [entry.text for entry in screen.menu.entries]
        assert said[:2] == ["Read lately", "  A/RES/60/156 ▸ A/RES/61/168"]
        assert said[2].startswith("Укрепление")

    play(steps, app)


def test_two_columns_become_one_in_a_narrow_terminal_and_come_back() -> None:
    app = ResdiffApp(Desk().open("60/156", "en"), Desk().open("61/168", "en"), at="op8")

    async def steps(pilot: Pilot[None]) -> None:
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        for width, mode in ((110, "side"), (40, "unified"), (110, "side"), (40, "unified")):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            assert screen.view.mode == mode
            assert screen.standing() == ("new", "op8")
        await pilot.press("u")  # the reader wants two all the same
        await pilot.pause()
        assert screen.view.mode == "side"

    play(steps, app)
