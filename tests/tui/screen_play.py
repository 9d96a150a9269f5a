"""The program played in a terminal that is not there: what to do in it, and what is then seen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from conftest import small_pair
from textual.pilot import Pilot

from aligner.model import Comparison
from corpora.model import Resolution
from tui.app import ResdiffApp
from tui.desk import Desk
from tui.screens.compare import CompareScreen

Steps = Callable[[Pilot[None]], Coroutine[Any, Any, None]]


class SmallDesk(Desk):
    """A desk on which the small pair lies."""

    def compare(self, old: Resolution, new: Resolution) -> Comparison:
        return small_pair()


def play(
    steps: Steps, *, size: tuple[int, int] = (100, 30), bundled: bool = False, **options: Any
) -> ResdiffApp:
    """Run the program and do `steps` in it."""
    pair = small_pair()
    app = ResdiffApp(**options) if bundled else ResdiffApp(pair.old, pair.new, desk=SmallDesk(), **options)

    async def main() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(main())
    return app


def compare_screen(pilot: Pilot[None]) -> CompareScreen:
    """The comparison on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def text_of(pilot: Pilot[None]) -> str:
    """What a reader sees."""
    app = pilot.app
    return "\n".join(
        "".join(segment.text for segment in line) for line in app.screen._compositor.render_strips(app.size)
    )


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
