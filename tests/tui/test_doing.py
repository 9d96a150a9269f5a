"""What a person does beside reading: help, copies, reports, and the list to choose from."""

from __future__ import annotations

from pathlib import Path

import pytest
from screen_play import compare_screen, play, settled
from textual.pilot import Pilot

from tui.screens.dialogs import Choose, Page
from tui.screens.library import LibraryScreen


def test_help_names_every_key() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, Page)
        said = "\n".join(pilot.app.screen.lines)
        for bindings in screen.TOPICS.values():
            for binding in bindings:
                assert (binding.tooltip or binding.description) in said
        await pilot.press("down", "up", "pagedown", "pageup", "escape")
        assert pilot.app.screen is screen

    play(steps)


def test_why_tells_about_the_link() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"pp2", "enter", "i")
        assert isinstance(pilot.app.screen, Page)
        assert any("words changed" in line for line in pilot.app.screen.lines)

    play(steps)


def test_copying_keeps_logical_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.clipboard.by_platform", lambda text: False)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"pp2", "enter", "y")
        assert isinstance(pilot.app.screen, Choose)
        await pilot.press("d")
        await pilot.pause()
        assert pilot.app.clipboard.startswith("Rappelant sa résolution ⟦59/187⟧⟪60/156⟫")
        await pilot.press("y", "p")
        await pilot.pause()
        assert pilot.app.clipboard == "Rappelant sa résolution 60/156 du 16 décembre 2005,"

    play(steps)


def test_saving_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e", "h")
        await settled(pilot)

    play(steps)
    assert (tmp_path / "A-RES-60-1_A-RES-61-1.fr.html").stat().st_size > 500


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("e", "h")
        await settled(pilot)
        assert "error" in [n.severity for n in pilot.app._notifications]

    play(steps)


def test_nothing_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Pilot[None]) -> None:
        for _ in range(2):
            await pilot.press("e", "m")
            await settled(pilot)

    play(steps)
    assert {p.name for p in tmp_path.glob("*.md")} == {
        "A-RES-60-1_A-RES-61-1.fr.md", "A-RES-60-1_A-RES-61-1.fr-2.md",
    }  # fmt: skip


def test_any_question_mark_in_the_list_is_a_call_for_help() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press(*"61/1", "question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Page)
        await pilot.press("escape")
        assert pilot.app.screen.query_one("Input").value == "61/1"  # type: ignore[attr-defined]

    play(steps, bundled=True)


def test_titles_are_found_in_every_language_and_the_wished_one_is_opened() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press(*"renforcement 2006")
        assert "تعزيز" in str(pilot.app.screen.menu.entries[0].text)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await settled(pilot)
        assert compare_screen(pilot).comparison.new.language == "ar"

    play(steps, bundled=True, language="ar")


def test_from_the_list_to_a_comparison_in_another_language_and_back() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await settled(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pilot.press(*"61/168", "enter")
        await settled(pilot)
        screen = compare_screen(pilot)
        assert screen.comparison.new.language == "en"
        await pilot.press("colon", *"op10", "enter", "l", "s")
        await settled(pilot)
        assert screen.comparison.new.language == "es"
        assert screen.standing() == ("new", "op10")
        await pilot.press("v", "enter")
        await settled(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pilot.press("escape", "tab", "up", "down", "f1", "escape")

    play(steps, bundled=True)


def test_marking_the_older_document_first() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("up", "tab", "down", "enter")
        await settled(pilot)
        assert compare_screen(pilot).comparison.old.name == "A/RES/60/156"

    play(steps, bundled=True)
