"""Reading on the screen as a person does it, in a terminal that is not there."""

from __future__ import annotations

import asyncio

import pytest
from conftest import small_pair
from screen_play import SmallDesk, compare_screen, play, settled, text_of
from test_monkey import type_key
from textual.pilot import Pilot

from corpora.model import Resolution
from tui.app import ResdiffApp


def test_the_first_screen_says_what_is_compared_and_where_it_comes_from() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        seen = text_of(pilot)
        assert "A/RES/60/1 ▸ A/RES/61/1" in seen
        assert seen.count("unofficial edition") == 2
        assert "? help" in seen
        assert "q quit" in seen
        assert "⟦59/187⟧" in seen
        assert "⟪60/156⟫" in seen

    play(steps, size=(80, 24))


def test_next_and_previous_visit_every_change_once() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        seen = []
        for _ in range(8):
            await pilot.press("n")
            seen.append(screen.parallel.cursor)
        assert sorted(set(seen)) == screen.parallel.sheet.changes[1:]
        for _ in range(9):
            await pilot.press("p")
        assert screen.parallel.cursor == screen.parallel.sheet.changes[0]

    play(steps)


def test_search_counts_marks_and_is_forgotten() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        await pilot.press("slash", *"cooperation", "enter")
        assert len(screen.hits) == 6
        assert screen.hit == 0
        await pilot.press("full_stop")
        assert screen.hit == 1
        await pilot.press("comma", "comma")
        assert screen.hit == 5
        assert "6/6" in text_of(pilot)
        await pilot.press("escape")
        assert screen.hits == []
        assert pilot.app.screen is screen

    play(steps)


def test_what_is_typed_in_one_go_arrives_where_it_is_meant_to() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        for _ in range(2):  # the line to type into is made the first time
            for key in ("/", *"dialogue", "enter"):
                type_key(pilot.app, key)
            await settled(pilot)
            await pilot.pause(0.1)
            assert (screen.wanted, len(screen.hits)) == ("dialogue", 1)
            await pilot.press("escape")

    play(steps)


def test_search_opens_the_fold_that_hides_what_it_found() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("f")
        assert "promouvoir" not in text_of(pilot)
        await pilot.press("slash", *"promouvoir", "enter")
        assert "promouvoir" in text_of(pilot)

    play(steps)


def test_going_to_a_paragraph_by_name() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        await pilot.press("colon", *"pp4", "enter")
        assert screen.standing() == ("new", "pp4")
        await pilot.press("colon", *"2", "enter")
        assert screen.standing() == ("new", "op2")
        await pilot.press("colon", *"op3", "enter")
        assert screen.standing() == ("old", "op3")
        await pilot.press("colon", *"op99", "enter")
        assert screen.standing() == ("old", "op3")

    play(steps)


def test_from_a_moved_paragraph_to_where_it_was_and_back() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        await pilot.press("colon", *"op2", "enter", "o")
        row = screen.parallel.row
        assert row is not None
        assert row.kind == "origin"
        await pilot.press("o")
        assert screen.standing() == ("new", "op2")

    play(steps)


def test_another_view_keeps_the_paragraph() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        await pilot.press("colon", *"pp3", "enter")
        for key in ("u", "f", "s", "m", "N", "b", "equals_sign"):
            before = text_of(pilot)
            await pilot.press(key)
            assert text_of(pilot) != before, key
            await pilot.press(key)
            assert text_of(pilot) == before, key
            assert screen.standing() == ("new", "pp3")
        for key in ("minus", "plus", "1", "2", "0", "ctrl+t", "R"):
            await pilot.press(key)
            assert screen.standing() == ("new", "pp3")

    play(steps)


SCROLLING = "down up j k pagedown pageup space ctrl+b ctrl+f ctrl+b ctrl+d ctrl+u".split()


def test_scrolling_there_and_back() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        for there, back in zip(SCROLLING[::2], SCROLLING[1::2], strict=True):
            await pilot.press(there)
            assert screen.parallel.scroll_offset.y > 0, there
            await pilot.press(back)
            assert screen.parallel.scroll_offset.y == 0, back

    play(steps, size=(70, 12))


def test_paragraph_by_paragraph_and_to_the_ends() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        for keys, row in (("J", 1), ("right_square_bracket", 2), ("K", 1), ("left_square_bracket", 0)):
            await pilot.press(keys)
            assert screen.parallel.cursor == row
        for last, first in (("end", "home"), ("G", "home")):
            await pilot.press(last)
            assert screen.parallel.cursor == len(screen.parallel.sheet.rows) - 1
            await pilot.press(first)
            assert screen.parallel.cursor == 0

    play(steps)


def test_enter_opens_a_fold() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        assert "Soixantième" not in text_of(pilot)
        await pilot.press("home", "enter")
        assert "Soixantième" in text_of(pilot)
        assert screen.parallel.cursor == 0

    play(steps)


def test_words_whole_or_letter_by_letter() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        assert "⟦2004⟧" in text_of(pilot)
        await pilot.press("d")
        assert "200⟦4⟧" in text_of(pilot)
        await pilot.press("d")
        assert "⟦2004⟧" in text_of(pilot)

    play(steps)


def test_a_fold_says_which_changes_it_hides() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("s", "colon", *"pp2", "enter")
        assert "only substance: " in text_of(pilot)

    play(steps)


def test_a_narrow_terminal_has_one_column() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        assert compare_screen(pilot).view.mode == "unified"

    play(steps, size=(40, 20))


def test_what_takes_long_is_told_and_can_be_stopped() -> None:
    import threading

    go_on = threading.Event()

    class SlowDesk(SmallDesk):
        def languages_of(self, *documents: Resolution) -> tuple[str, ...]:
            return ("fr", "en")

        def open(self, symbol: str, language: str | None) -> Resolution:
            go_on.wait(10)
            return small_pair().new

    pair = small_pair()
    app = ResdiffApp(pair.old, pair.new, desk=SlowDesk())

    async def main() -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            screen = compare_screen(pilot)
            await pilot.press("l", "e")
            await pilot.pause(0.4)
            assert "reading A/RES/60/1 and A/RES/61/1 … (Esc stops)" in text_of(pilot)
            await pilot.press("escape")
            assert any("stopped" in n.message for n in app._notifications)
            assert "Esc stops" not in text_of(pilot)
            go_on.set()
            await pilot.pause(0.1)
            assert app.screen is screen
            assert screen.comparison.new.language == "fr"

    asyncio.run(main())


def test_a_click_chooses_a_paragraph_and_a_second_one_opens_it() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        await pilot.click("Parallel", offset=(10, 4))
        assert screen.parallel.cursor == 2
        await pilot.click("Parallel", offset=(10, 0))
        assert "Soixantième" in text_of(pilot)
        await pilot.click("Overview", offset=(0, 20))
        await pilot.click("KeyBar", offset=(2, 0))

    play(steps)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_quitting(key: str) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(key)

    app = play(steps)
    assert app.return_code == 0


def test_opening_at_a_paragraph() -> None:
    async def steps(pilot: Pilot[None]) -> None:
        screen = compare_screen(pilot)
        assert screen.standing() == ("new", "pp5")
        await pilot.pause()
        parallel = screen.parallel
        top = parallel.page.top(parallel.cursor) - parallel.scroll_offset.y
        assert 0 <= top < parallel.size.height  # it can be seen

    play(steps, at="pp5", size=(80, 16))


def test_a_fold_is_no_place_to_come_back_to() -> None:
    from corpora.bundled import load

    old, new = load("A/RES/60/156", "fr"), load("A/RES/61/168", "fr")

    async def main() -> ResdiffApp:
        app = ResdiffApp(old, new)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            assert compare_screen(pilot).on_fold  # the masthead, folded at first
            await pilot.press("q")
        return app

    app = asyncio.run(main())
    assert not app.state.place(app.desk.compare(old, new))
