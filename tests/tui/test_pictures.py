"""Five pictures of the screen, kept to be compared with: what a reader sees must not change unawares."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import small_pair
from textual.pilot import Pilot

from aligner.model import Comparison
from corpora.model import Resolution
from tui.app import ResdiffApp
from tui.desk import Desk

Compare = Callable[..., bool]


class SmallDesk(Desk):
    """A desk on which the small pair lies."""

    def compare(self, old: Resolution, new: Resolution) -> Comparison:
        return small_pair()


@pytest.fixture
def app() -> ResdiffApp:
    """The program with the small pair, remembering nothing."""
    pair = small_pair()
    return ResdiffApp(pair.old, pair.new, desk=SmallDesk())


def test_side_by_side_at_the_smallest_usual_size(snap_compare: Compare, app: ResdiffApp) -> None:
    assert snap_compare(app, terminal_size=(80, 24), press=["n", "n"])


def test_unified_and_folded(snap_compare: Compare, app: ResdiffApp) -> None:
    assert snap_compare(app, terminal_size=(80, 24), press=["u", "f"])


def test_search_in_both_columns(snap_compare: Compare, app: ResdiffApp) -> None:
    assert snap_compare(app, terminal_size=(120, 30), press=["slash", *"droits", "enter"])


def test_the_help(snap_compare: Compare, app: ResdiffApp) -> None:
    assert snap_compare(app, terminal_size=(100, 40), press=["question_mark"])


def test_the_list_of_documents(snap_compare: Compare, app: ResdiffApp) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(ResdiffApp(), terminal_size=(100, 20), run_before=before)
