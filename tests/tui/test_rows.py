"""Rows and lines: every paragraph once, every line as wide as it must be, every change reachable."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import document as made
from conftest import paragraph as part
from conftest import small_pair
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from aligner.model import Comparison, Link
from tui.layout.arabic import Display
from tui.layout.cells import cells
from tui.layout.find import marked, places, search
from tui.layout.page import GUTTER, SOLE_GUTTER, Page, rows
from tui.layout.pieces import tag
from tui.layout.rows import View, arrange

MODES = ["side", "unified", "old", "new"]


def shown_lines(page: Page) -> list[str]:
    """The page as text."""
    return [
        "".join(s.text for s in line.left) + f"|{line.glyph}|" + "".join(s.text for s in line.right)
        for line in page
    ]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("width", [20, 33, 80, 121])
def test_every_line_fills_its_columns_exactly(mode: str, width: int) -> None:
    page = rows(small_pair(), mode=mode, width=width)
    for line in page:
        left = sum(cells(s.text) for s in line.left)
        right = sum(cells(s.text) for s in line.right)
        assert (left, right) == (page.left, page.right)
    assert page.width == page.left + page.right + (GUTTER if page.two else SOLE_GUTTER)


def test_side_by_side_loses_no_word() -> None:
    pair = small_pair()
    page = rows(pair, mode="side", width=90, brackets=False)
    old = " ".join("".join(s.text for s in line.left if s.role != "note") for line in page)
    new = " ".join("".join(s.text for s in line.right if s.role != "note") for line in page)
    for text, document in ((old, pair.old), (new, pair.new)):
        kept = "".join(text.split())
        for paragraph in document.paragraphs:
            assert "".join(paragraph.text.split()) in kept


def test_the_gutter_tells_every_relation_without_colour() -> None:
    sheet = arrange(small_pair(), View())
    assert [row.glyph.strip() for row in sheet.rows] == [
        "~",
        "=",
        "=",
        "~",
        "+",
        "<",
        "<",
        "→",
        "=",
        "=→",
        "−",
        "=",
    ]


def test_a_split_shows_both_halves_beside_the_whole() -> None:
    sheet = arrange(small_pair(), View(brackets=False))
    split = [row for row in sheet.rows if row.glyph.startswith("<")]
    assert [row.left.id if row.left else None for row in split] == ["pp3", None]
    texts = ["".join(p.text for p in row.right.pieces) for row in split if row.right]
    assert texts == ["Prenant acte du rapport,", "Se félicitant de son dépôt,"]


def test_folding_hides_only_what_is_unchanged_and_opens_in_place() -> None:
    pair = small_pair()
    folded = arrange(pair, View(folded=True))
    folds = [row for row in folded.rows if row.kind == "fold"]
    assert [fold.links for fold in folds] == [(1, 2)]
    assert not any(pair.links[n].changed for fold in folds for n in fold.links)
    opened = arrange(pair, View(folded=True, opened=frozenset({1})))
    assert not any(row.kind == "fold" for row in opened.rows)


def test_a_hidden_kind_says_what_changed_in_it() -> None:
    sheet = arrange(small_pair(), View(kinds_hidden=frozenset({"masthead"})))
    assert sheet.rows[0].kind == "fold"
    assert sheet.rows[0].note == "1 paragraph, 1 changed"
    assert sheet.changes[0] == 0


def test_only_substantive_keeps_substantive_changes() -> None:
    sheet = arrange(small_pair(), View(folded=True, only=frozenset({"substantive"})))
    shown = {row.link for row in sheet.rows if row.kind == "pair" and row.stops}
    assert {small_pair().links[n].change for n in shown} <= {"substantive", None}


def test_every_paragraph_has_a_place() -> None:
    pair = small_pair()
    for view in (View(), View(folded=True), View(mode="unified", folded=True)):
        sheet = arrange(pair, view)
        for side, document in (("old", pair.old), ("new", pair.new)):
            for paragraph in document.paragraphs:
                assert (side, paragraph.id) in sheet.places


def test_changes_are_counted_once_each() -> None:
    sheet = arrange(small_pair(), View())
    assert sheet.counted() == len(small_pair().changes) == len(sheet.changes)


@pytest.mark.parametrize(
    ("paragraph_id", "name"),
    [
        ("op3.a.i", "OP3(a)(i)"),
        ("pp2", "PP2"),
        ("fn12", "¹²"),
        ("annex1.p3", "A1.3"),
        ("title", ""),
        ("p7", "¶7"),
        ("h2", "H2"),
    ],
)
def test_ids_are_shown_as_people_say_them(paragraph_id: str, name: str) -> None:
    assert tag(paragraph_id) == name


def test_search_finds_whatever_the_accents_case_and_vowels() -> None:
    assert places("La Coopération coopérera", "cooper") == [(3, 9), (15, 21)]
    assert places("وإذ تؤكِّد مِن جديد", "توكد") or places("وإذ تؤكِّد", "تؤكد")
    assert places("l’homme", "l'homme") == [(0, 7)]
    assert places("nothing", "  ") == []


@given(st.text(max_size=60), st.text(min_size=1, max_size=3))
def test_what_is_found_is_within_the_text(text: str, wanted: str) -> None:
    for start, end in places(text, wanted):
        assert 0 <= start < end <= len(text)


def test_hits_are_marked_in_both_columns() -> None:
    pair = small_pair()
    hits = search(pair, "secretaire")
    assert [(h.side, h.id) for h in hits] == [("old", "op2"), ("new", "op1")]
    page = Page(arrange(pair, View()), 90, hits=marked(hits, 1))
    found = [(s.text, s.hit) for line in page for s in (*line.left, *line.right) if s.hit]
    assert found == [("Secrétaire", 1), ("Secrétaire", 2)]


def test_hostile_text_is_seen_and_not_obeyed() -> None:
    from conftest import document, paragraph

    from aligner.model import Comparison, Link

    evil = "[bold]x[/] \x1b[2Jy \u202ez\u202c \x9b31m"
    old, new = (document(s, "en", paragraph("pp1", evil)) for s in ("A/1", "A/2"))
    page = rows(Comparison("years", old, new, (Link("same", ("pp1",), ("pp1",)),)), width=80)
    text = "".join(shown_lines(page))
    assert "[bold]x[/]" in text
    assert not any(c in text for c in "\x1b\u202e\u202c\x9b")


def test_no_widget_and_no_layout_computes_a_difference() -> None:
    """What is drawn is handed over ready: importing every widget loads nothing that compares."""
    import subprocess
    import sys

    code = """
import pkgutil, sys, tui.widgets, tui.layout
from importlib import import_module
for package in (tui.widgets, tui.layout):
    for module in pkgutil.iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
print(*sorted(m for m in sys.modules if m.startswith(("aligner", "rapidfuzz", "difflib"))))
"""
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(found) <= {"aligner", "aligner.model", "difflib"}, found


def test_blanks_that_are_all_that_differs_can_be_seen() -> None:
    ops = (("equal", "on 25"), ("delete", "\u00a0"), ("insert", " "), ("equal", "June 1993,"))
    old, new = part("pp1", "on 25\u00a0June 1993,"), part("pp1", "on 25 June 1993,")
    link = Link("edited", ("pp1",), ("pp1",), 0.9, change="editorial", ops=ops)
    pair = Comparison("years", made("A/RES/1/1", "en", old), made("A/RES/2/1", "en", new), (link,))
    (line,) = shown_lines(rows(pair, width=80))
    assert "25⟦⍽⟧June" in line
    assert "25⟪␣⟫June" in line


def test_the_hatch_of_a_missing_paragraph_is_light_and_goes_on_from_line_to_line() -> None:
    added = Link("added", (), ("pp1",), 0.0, change="substantive")
    long = made("A/RES/2/1", "en", part("pp1", "word " * 40))
    pair = Comparison("years", made("A/RES/1/1", "en"), long, (added,))
    hatch = [line.split("|")[0] for line in shown_lines(rows(pair, width=80))]
    assert len(hatch) > 4
    for above, below in pairwise(hatch):
        assert [n for n, c in enumerate(above) if c == "╱" and n] == [
            n + 1 for n, c in enumerate(below) if c == "╱" and n + 1 < len(below)
        ]
    assert all(line.count("╱") <= len(line) // 4 + 1 for line in hatch)


@pytest.mark.parametrize("display", ["visual", "terminal", "logical"])
def test_right_to_left_columns_are_as_wide_as_others_however_they_are_sent(display: Display) -> None:
    texts = ("إن الجمعية العامة،", "تؤكد من جديد 70/1 لا سيما في الأمم المتحدة " * 4)
    old, new = (made(f"A/RES/{n}/1", "ar", part("pp1", texts[0]), part("pp2", texts[1])) for n in (1, 2))
    links = tuple(Link("same", (i,), (i,)) for i in ("pp1", "pp2"))
    page = rows(Comparison("years", old, new, links), width=80, display=display)
    for line in page:
        assert sum(cell_len(span.text) for span in line.left) == page.left
        assert sum(cell_len(span.text) for span in line.right) == page.right
