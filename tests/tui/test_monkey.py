"""Two thousand keys, clicks and resizes at random, on three documents: nothing may break."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from conftest import small_pair
from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.keys import _character_to_key
from textual.pilot import Pilot

from aligner.concord import concord
from aligner.findings import Finding, Span
from aligner.lineage import trace
from aligner.model import Comparison, Link
from corpora.model import Paragraph, Provenance, Resolution, Symbol
from tui.app import ResdiffApp
from tui.desk import Desk
from tui.screens.base import MainScreen
from tui.screens.compare import CompareScreen
from tui.screens.concordance import ConcordanceScreen
from tui.screens.languages import LanguagesScreen
from tui.screens.library import LibraryScreen
from tui.screens.lineage import LineageScreen

STEPS = 2000
BREATH = 4  # keys that come in a row before the program has caught up
SEED = 61168
EACH = 67  # steps on a screen before the next one: each of the five comes up twice with every document
KEYS = (
    *"nnnppjkJKofusmNbd1200lvLeyiwxhaAtct.,:/=-+<>GCHPgMRD?", *"op12é文ع", "enter", "enter", "escape", "escape",
    "escape", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "space",
    "ctrl+d", "ctrl+u", "backspace", "delete", "ctrl+t", "question_mark", "f1", "ctrl+p",
)  # fmt: skip
SIZES = [(80, 24), (120, 40), (200, 50), (30, 8), (5, 3), (1, 1), (61, 100)]


def hostile_pair() -> Comparison:
    """Text that means harm, text without spaces, text without letters."""
    texts = [
        "[bold red]x[/] [@click=app.quit]y[/]", "\x1b[2J\x1b]52;c;eA==\x07 \u202ee\u202c", "語" * 300, "a" * 500, "",
        " ", "\u0301\u0301", "وإذ تؤكد (61/168) من جديد " * 9, "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 20,
    ]  # fmt: skip
    origin = Provenance("local", "[link=x]\x1b[31m.txt", "0" * 64)
    paragraphs = tuple(Paragraph(f"p{n}", "plain", text) for n, text in enumerate(texts, 1))
    old = Resolution(None, "und", paragraphs, origin)
    new = Resolution(Symbol("A/RES/[b]\x1b"), "ar", paragraphs[::-1], origin)
    new = Resolution(new.symbol, "ar", tuple(Paragraph(p.id, "plain", p.text) for p in paragraphs), origin)
    links = [
        Link("edited", (p.id,), (p.id,), ops=(("delete", p.text), ("insert", p.text))) for p in paragraphs[:5]
    ]
    links += [Link("removed", (p.id,), ()) for p in paragraphs[5:]]
    links += [Link("added", (), (p.id,)) for p in paragraphs[5:]]
    return Comparison("years", old, new, tuple(links))


class PlayDesk(Desk):
    """A desk with small pairs on it; what it writes goes nowhere."""

    def __init__(self, pair: Comparison) -> None:
        super().__init__()
        self.pair = pair

    def compare(self, old: Resolution, new: Resolution) -> Comparison:
        return self.pair if old is self.pair.old else super().compare(old, new)


def type_key(app: App[None], key: str) -> None:
    """Send a key as a terminal does, without waiting for what comes of it."""
    single = len(key) == 1
    event = events.Key(_character_to_key(key) if single else key, key if single else None)
    event.set_sender(app)
    app._driver.send_message(event)  # type: ignore[union-attr]


def screens(pair: Comparison) -> list[Callable[[], MainScreen]]:
    """Every screen, about a pair of documents."""
    old, new = pair.old, pair.new
    between = Comparison("languages", old, new, pair.links)
    ids = [link.new[0] for link in pair.links if link.new][:3]
    findings = [Finding("numbers", "error", (), (i,), f"[{i}] \x1b\u202e", (), (Span(i, 0, 9),)) for i in ids]
    concordance = concord({"en": old, "fr": old}, {"en": new, "fr": new})
    lineage = trace([new, new, new])
    return [
        lambda: CompareScreen(pair), lambda: LanguagesScreen(between, findings),
        lambda: ConcordanceScreen(concordance), lambda: LineageScreen(lineage), LibraryScreen,
    ]  # fmt: skip


async def play(
    pilot: Pilot[None], rng: random.Random, stages: list[Callable[[], MainScreen]], first: int
) -> int:
    """Do so many things at random, on one screen after the other."""
    app = pilot.app
    for done in range(STEPS // 3 + 1):
        if done % EACH == 0:
            while len(app.screen_stack) > 1:
                app.pop_screen()
            await app.push_screen(stages[(first + done // EACH) % len(stages)]())
        what = rng.random()
        if what < 0.88:
            type_key(app, rng.choice(KEYS))
            await asyncio.sleep(0)
        elif what < 0.97:
            width, height = app.size
            with suppress(NoWidget):  # of a screen that is not drawn yet
                await pilot.click(offset=(rng.randrange(max(width, 1)), rng.randrange(max(height, 1))))
        else:
            await pilot.resize_terminal(*rng.choice(SIZES))
        if done % BREATH == 0:
            await pilot.pause(0)
    return len(app.screen_stack)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_nothing_breaks(number: int, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    monkeypatch.setenv("RESDIFF_STATE", f"{tmp_path}/state.json")
    monkeypatch.setenv("RESDIFF_LIBRARY", f"{tmp_path}/library.sqlite")
    monkeypatch.setenv("RESDIFF_OFFLINE", "1")
    monkeypatch.setenv("RESDIFF_CACHE", f"{tmp_path}/cache")
    monkeypatch.setattr("tui.clipboard.by_platform", lambda text: False)
    monkeypatch.setattr(ResdiffApp, "exit", lambda self: None)  # the monkey is not to go home early
    monkeypatch.setattr(ResdiffApp, "open_url", lambda self, url, new_tab=True: None)
    desk = Desk()
    bundled = desk.compare(desk.open("60/156", "en"), desk.open("61/168", "en"))
    pair = [small_pair(), hostile_pair(), bundled][number]

    async def main() -> int | None:
        app = ResdiffApp(pair.old, pair.new, desk=PlayDesk(pair))
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            assert await play(pilot, random.Random(SEED + number), screens(pair), number)
            await pilot.pause()
            await app.workers.wait_for_complete()
        return app.return_code

    assert asyncio.run(main()) in (0, None)
