"""Every key of every screen, dialog and list, found by looking for them: none may lead nowhere."""

from __future__ import annotations

import asyncio
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache, wraps
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from screen_play import settled
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot

import tui.screens
import tui.widgets
from aligner.gloss.fake import FakeTranslator
from aligner.model import Comparison
from tui.app import ResdiffApp
from tui.desk import LANGUAGES, Desk
from tui.glossing import Provider
from tui.screens.base import keys_of
from tui.screens.compare import CompareScreen
from tui.screens.concordance import ConcordanceScreen
from tui.screens.dialogs import Ask, Choose, Page, Palette
from tui.screens.glosses import Consent
from tui.screens.languages import LanguagesScreen
from tui.screens.library import LibraryScreen
from tui.screens.lineage import LineageScreen
from tui.widgets.grid import Grid
from tui.widgets.menu import Entry, Menu

TOLD = [str(n) for n in range(100)]


class KeysDesk(Desk):
    """The bundled documents, and a provider that needs no network."""

    def provider(self) -> Provider:
        return Provider(FakeTranslator(), Path("cache"))


@cache
def pair() -> Comparison:
    """What the screens are about."""
    desk = Desk()
    return desk.compare(desk.open("60/156", "en"), desk.open("61/168", "en"))


def concordance() -> ConcordanceScreen:
    return ConcordanceScreen(Desk().concord(pair().old, pair().new, LANGUAGES[:2]))


def languages() -> LanguagesScreen:
    desk = Desk()
    compared = desk.compare(pair().new, desk.open("61/168", "fr"))
    return LanguagesScreen(compared, desk.check(compared))


STAGES: dict[type[DOMNode], Callable[[], Any]] = {
    CompareScreen: lambda: CompareScreen(pair()),
    LanguagesScreen: languages,
    ConcordanceScreen: concordance,
    LineageScreen: lambda: LineageScreen(Desk().trace(pair().new)),
    LibraryScreen: LibraryScreen,
    Choose: lambda: Choose("one", [Entry("a", "a", key="a"), Entry("b", "b")]),
    Ask: lambda: Ask("what"),
    Page: lambda: Page("page", TOLD),
    Palette: lambda: Palette([("help", "help", "?"), ("theme", "theme", "^t")]),
    Consent: lambda: Consent(Provider(FakeTranslator(), Path("cache"))),
    Menu: lambda: Choose("one", [Entry("a", "a"), Entry("b", "b")]),
    Grid: concordance,
}  # fmt: skip


def classes_with_keys() -> Iterator[type[DOMNode]]:
    """Everything under the screens and widgets that has keys of its own."""
    for package in (tui.screens, tui.widgets):
        for module in pkgutil.iter_modules(package.__path__):
            for found in vars(import_module(f"{package.__name__}.{module.name}")).values():
                mine = inspect.isclass(found) and found.__module__ == f"{package.__name__}.{module.name}"
                if mine and issubclass(found, DOMNode) and vars(found).get("BINDINGS"):
                    yield found


def bindings_of(found: type[DOMNode]) -> list[Binding]:
    bindings = [b for b in vars(found)["BINDINGS"] if isinstance(b, Binding)]
    assert len(bindings) == len(vars(found)["BINDINGS"])
    return bindings


def test_whatever_has_keys_is_tried_here() -> None:
    assert set(classes_with_keys()) == set(STAGES)


@pytest.mark.parametrize("which", STAGES, ids=lambda c: c.__name__)
def test_every_key_does_what_it_is_bound_to(
    which: type[DOMNode], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tui.clipboard.by_platform", lambda text: False)
    monkeypatch.setattr(ResdiffApp, "open_url", lambda self, url, new_tab=True: None)
    monkeypatch.setattr(ResdiffApp, "exit", lambda self: None)
    done: list[str] = []

    def watched(name: str, action: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(action)
        def run(self: DOMNode, *arguments: object) -> Any:
            done.append(name)
            return action(self, *arguments)

        return run

    keys = [(key, b.action.split("(")[0]) for b in bindings_of(which) for key in b.key.split(",")]
    for name in {name for _, name in keys}:
        owner, action = (
            (ResdiffApp if name.startswith("app.") else which),
            f"action_{name.removeprefix('app.')}",
        )
        monkeypatch.setattr(owner, action, watched(name, getattr(owner, action)))

    async def main() -> None:
        app = ResdiffApp(desk=KeysDesk())
        async with app.run_test(size=(100, 30)) as pilot:
            stage: tuple[object, object] = (None, None)
            for key, name in keys:
                if stage != (app.screen, app.focused):  # the key before went elsewhere
                    await on_stage(pilot, STAGES[which])
                    stage = (app.screen, app.focused)
                done.clear()
                await pilot.press(key)
                await settled(pilot)
                assert name in done, f"{key} of {which.__name__} did not reach {name}"

    asyncio.run(main())


async def on_stage(pilot: Pilot[None], screen: Callable[[], Any]) -> None:
    """Show a fresh screen, with nothing else over the first one."""
    while len(pilot.app.screen_stack) > 1:
        pilot.app.pop_screen()
    await pilot.app.push_screen(screen())
    await settled(pilot)


def test_the_help_and_the_palette_have_every_key() -> None:
    for found in STAGES:
        topics = getattr(found, "TOPICS", None)
        if topics is not None:
            assert keys_of(topics) == vars(found)["BINDINGS"]
            assert set(found.BAR) <= {b.action for b in bindings_of(found)}  # type: ignore[attr-defined]
