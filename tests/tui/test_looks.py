"""What every kind of text looks like in every theme: readable, and never told by colour alone."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from rich.style import Style

from tui.app import OWN_COLOURS, THEMES, ResdiffApp, _light_ground
from tui.desk import Desk
from tui.widgets.looks import CONTRAST, LINE, LOOKS, look


def styles(theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Style]:
    """How everything looks in a theme, and its plain ground as `ground`."""

    async def main() -> dict[str, Style]:
        app = ResdiffApp(desk=Desk(tmp_path / "library.sqlite"))
        async with app.run_test() as pilot:
            app.theme = theme
            await pilot.pause()
            return {role: look(app, role) for role in LOOKS} | {"ground": app.screen.rich_style}

    return asyncio.run(main())


def luminance(style: Style, *, ground: bool) -> float:
    """As WCAG has it, worked out here anew."""
    colour = style.bgcolor if ground else style.color
    assert colour is not None
    assert colour.triplet is not None
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.triplet.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [t for t in THEMES if t not in OWN_COLOURS])
def test_words_stand_out_from_what_is_behind_them(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = styles(theme, tmp_path, monkeypatch)
    for role, style in found.items():
        if role == "ground" or style.color is None or LOOKS[role].share < LINE:
            continue
        behind = style if style.bgcolor else found["ground"]
        dark, light = sorted((luminance(style, ground=False), luminance(behind, ground=True)))
        assert (light + 0.05) / (dark + 0.05) >= CONTRAST, role


@pytest.mark.parametrize("theme", OWN_COLOURS)
def test_the_terminals_own_colours_say_nothing_alone(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = styles(theme, tmp_path, monkeypatch)
    assert found["key"].color is found["here"].color is None
    assert found["key"].bold
    assert found["delete"].strike
    assert found["insert"].underline
    assert found["insert"].color != found["delete"].color


def test_the_ground_is_what_the_terminal_says() -> None:
    assert _light_ground({"COLORFGBG": "0;15"})
    assert _light_ground({"COLORFGBG": "0;default;7"})
    assert not _light_ground({"COLORFGBG": "15;0"})
    assert not _light_ground({})
