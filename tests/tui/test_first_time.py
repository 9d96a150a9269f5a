"""What somebody does who sees the program for the first time, going by what the screen itself says."""

from __future__ import annotations

import asyncio
import zipfile
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui.app import ResdiffApp
from tui.screens.compare import CompareScreen
from tui.widgets.bars import KeyBar

MOST_KEYS = 12


def test_what_is_new_for_member_states_in_spanish_is_saved_for_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pressed: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        app = pilot.app

        async def press(*keys: str) -> None:
            pressed.extend(keys)
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()

        def hinted(*keys: str) -> None:
            bar = app.screen.query_one(KeyBar).render_line(0).text
            assert all(f" {key} " in f" {bar}" for key in keys), bar

        await app.workers.wait_for_complete()
        hinted("Enter")
        await press(*"61/", "enter")
        assert isinstance(app.screen, CompareScreen)
        hinted("l", "n", "e")
        await press("l", "s")
        await press("n", "n")
        row = app.screen.parallel.row
        assert row is not None
        assert row.right is not None
        assert "Estados Miembros" in "".join(piece.text for piece in row.right.pieces)
        await press("e", "w")

    async def main() -> None:
        async with ResdiffApp().run_test(size=(80, 24)) as pilot:
            await steps(pilot)

    asyncio.run(main())
    assert len(pressed) <= MOST_KEYS
    with zipfile.ZipFile(tmp_path / "A-RES-60-156_A-RES-61-168.es.docx") as word:
        assert "Estados Miembros" in word.read("word/document.xml").decode()
