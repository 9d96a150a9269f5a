"""The tables of signs and what is told below them: room for words, direction, what is left out."""

from __future__ import annotations

import asyncio

import pytest

from tui.app import ResdiffApp
from tui.clips import change
from tui.desk import LANGUAGES, Desk
from tui.layout.oneline import RLM, as_text, is_rtl, quoted, sent
from tui.screens.concordance import ConcordanceScreen
from tui.screens.heading import shortened
from tui.screens.lineage import LineageScreen
from tui.widgets.bars import Heading
from tui.widgets.grid import Grid, GridRow


def test_a_line_runs_as_its_first_letter_does_and_a_quotation_turns_nothing() -> None:
    assert not is_rtl("throughout, ar: “للجميع” added in 4 paragraphs")
    assert is_rtl("“للجميع”")
    assert not is_rtl("2021 – 76/159")
    note = "A/CONF.157/24 (Part I)، الفصل الثالث"
    assert is_rtl(as_text(note, "ar"))
    assert as_text(note, "ar") == RLM + note
    assert as_text("Note", "en") == "Note"


def heads_at(width: int, column: int) -> str:
    """The first line of a table of twelve years on a screen so wide."""

    async def main() -> str:
        app = ResdiffApp(desk=Desk())
        async with app.run_test(size=(width, 12)) as pilot:
            grid = Grid()
            await app.screen.mount(grid)
            years = [str(year) for year in range(2004, 2016)]
            rows = [GridRow("PP1", "Reaffirming its commitment to cooperation,", ("=",) * 12)]
            grid.show(years, rows, column=column, short=[f"’{year[2:]}" for year in years])
            await pilot.pause()
            return grid.render_line(0).text.strip()

    return asyncio.run(main())


def test_heads_are_short_where_full_ones_leave_no_room_for_words() -> None:
    assert heads_at(120, 0).split() == [str(year) for year in range(2004, 2016)]
    assert heads_at(80, 0).split() == [f"’{year:02}" for year in range(4, 16)]


def test_columns_out_of_view_are_pointed_to() -> None:
    assert heads_at(40, 0).endswith("›")
    assert heads_at(40, 11).startswith("‹")
    assert (heads_at(40, 9)[0], heads_at(40, 9)[-1]) == ("‹", "›")


def test_a_concordance_leaves_the_masthead_out_and_tells_the_text_of_the_cell() -> None:
    desk = Desk()

    async def main() -> None:
        app = ResdiffApp(desk=desk)
        async with app.run_test(size=(80, 24)) as pilot:
            old, new = desk.open("60/156", "en"), desk.open("61/168", "en")
            screen = ConcordanceScreen(desk.concord(old, new, LANGUAGES), at="pp2")
            await app.push_screen(screen)
            await pilot.pause()
            assert screen.grid.rows[0].words.startswith("61/168") or not screen.grid.rows[0].aside
            before = len(screen.grid.rows)
            await pilot.press("m")
            assert len(screen.grid.rows) > before
            await pilot.press("m")
            assert screen.story.lines[0] == "# en PP2: words changed"
            assert "⟦59/187⟧⟪60/156⟫" in screen.story.lines[1]
            await pilot.press("end", *["right"] * 5)
            assert all(line.startswith((RLM, "# ar", "throughout")) for line in screen.story.lines)

    asyncio.run(main())


@pytest.mark.parametrize("height", [8, 12, 24, 60])
def test_a_list_opens_at_the_present_entry_and_fits_its_window(height: int) -> None:
    from tui.screens.dialogs import Choose
    from tui.widgets.menu import Entry

    async def main() -> None:
        app = ResdiffApp(desk=Desk())
        async with app.run_test(size=(60, height)) as pilot:
            await app.push_screen(Choose("one", [Entry(n, f"the {n}th") for n in range(1, 67)], 40))
            await pilot.pause()
            await pilot.pause()
            menu = app.screen.query_one("Menu")
            assert app.screen.region.contains_region(menu.region.grow((1, 1, 1, 1)))
            assert menu.scroll_offset.y <= 39 < menu.scroll_offset.y + menu.size.height

    asyncio.run(main())


def test_every_screen_explains_its_signs() -> None:
    desk = Desk()

    async def main() -> None:
        app = ResdiffApp(desk=desk)
        async with app.run_test(size=(100, 30)) as pilot:
            new = desk.open("61/168", "en")
            history = LineageScreen(desk.trace(new))
            await app.push_screen(history)
            await pilot.pause()
            told = "".join(line.partition("\t")[0] for line in history.help_lines())
            signs = {c for row in history.grid.rows for sign in row.signs for c in sign.strip()}
            assert "≈" in signs
            assert signs <= set(told)

    asyncio.run(main())


def test_a_heading_shows_arabic_words_as_they_are_read() -> None:
    async def main() -> str:
        app = ResdiffApp(desk=Desk())
        async with app.run_test(size=(40, 10)) as pilot:
            heading = Heading(1, lambda width: [([("", "“حق”")], [])])
            await app.screen.mount(heading)
            await pilot.pause()
            return heading.render_line(0).text.strip()

    assert asyncio.run(main()) == "“\ufed6\ufea3”"


def test_what_comes_after_a_quotation_stays_after_it() -> None:
    assert sent(f"{quoted('“حق”')} 0/106", "visual") == "“\ufed6\ufea3” 0/106"
    assert sent(f"ar: {quoted('حق')} ▸ قلم", "visual").startswith("ar: \ufed6\ufea3 ▸ ")


def test_a_story_draws_the_blank_that_is_all_that_differs_and_a_copy_does_not() -> None:
    ops = (("equal", "25"), ("delete", "\u00a0"), ("insert", " "), ("equal", "June"))
    assert change(ops, drawn=True) == "25⟦⍽⟧⟪␣⟫June"
    assert change(ops) == "25⟦\u00a0⟧⟪ ⟫June"


def test_a_counter_is_shortened_to_its_figures() -> None:
    assert shortened(" changes 1–6/21 ") == " 1–6/21 "
    assert shortened(" ") == " "


def test_in_a_narrow_terminal_names_come_before_counters() -> None:
    desk = Desk()

    async def main() -> None:
        app = ResdiffApp(desk=desk)
        async with app.run_test(size=(80, 12)) as pilot:
            screen = LineageScreen(desk.trace(desk.open("61/168", "en")))
            await app.push_screen(screen)
            await pilot.pause()
            for width, said in ((80, "change"), (36, "A/RES/60/156 ▸ A/RES/61/168")):
                line = "".join(text for part in screen.heading_line(width) for _, text in part)
                assert said in line
                assert "/" in line.split()[-1]

    asyncio.run(main())
