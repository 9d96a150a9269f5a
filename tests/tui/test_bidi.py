"""The order of letters on a line: known answers, and nothing lost whatever the text."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app import _our_order
from tui.layout.arabic import choose, joined
from tui.layout.bidi import MIRROR, levels, visual_order

# Latin capitals stand for Hebrew letters here, so that a person can read the cases.
_HEBREW = {chr(ord("A") + i): chr(0x05D0 + i) for i in range(26)}
_LATIN = {b: a for a, b in _HEBREW.items()}


def seen(text: str) -> str:
    """The line as the eye meets it from left to right."""
    logical = "".join(_HEBREW.get(c, c) for c in text)
    found = levels(logical)
    order = visual_order(logical, found)
    drawn = (MIRROR.get(logical[i], logical[i]) if found[i] % 2 else logical[i] for i in order)
    return "".join(_LATIN.get(c, c) for c in drawn)


@pytest.mark.parametrize(
    ("logical", "visual"),
    [
        ("ABC DEF", "FED CBA"),
        ("ABC 61/168 DEF", "FED 61/168 CBA"),
        ("ABC (DEF) GHI", "IHG (FED) CBA"),
        ("ABC A/RES/61 DE", "ED A/RES/61 CBA".replace("A/RES/61", "61/SER/A")),
        ("ABC a/res/61/168 DE", "ED a/res/61/168 CBA"),
        ("ABC, DEF.", ".FED ,CBA"),
        ("A 10% B", "B 10% A"),
        ("ABC ⟦19⟧ DEF", "FED ⟦19⟧ CBA"),
        ("ABC  ", "  CBA"),
    ],
)
def test_known_lines(logical: str, visual: str) -> None:
    assert seen(logical) == visual


def test_arabic_before_a_number_makes_it_arabic() -> None:
    text = "قرار 61/168"
    assert [text[i] for i in visual_order(text, levels(text))][:6] == list("61/168")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_every_character_stands_somewhere_once(text: str) -> None:
    assert sorted(visual_order(text, levels(text))) == list(range(len(text)))


@given(st.text(alphabet="ابتثلمنهوي ًٌ.61", max_size=60))
def test_joining_keeps_the_places(text: str) -> None:
    drawn = joined(text)
    assert len(drawn) == len(text)
    assert all(len(form) <= 1 for form in drawn)


def test_letters_take_the_form_of_their_place() -> None:
    assert joined("بسم") == ["\ufe91", "\ufeb4", "\ufee2"]
    assert joined("لا") == ["\ufefb", ""]
    assert joined("دار") == ["\ufea9", "\ufe8d", "\ufead"]
    assert joined("بَب") == ["\ufe91", "\u064e", "\ufe90"]


def test_few_colours_are_told_from_many() -> None:
    from tui.app import _few_colours

    assert _few_colours({"TERM": "xterm"})
    assert _few_colours({"TERM": "xterm-256color", "NO_COLOR": "1"})
    assert not _few_colours({"TERM": "xterm-256color"})
    assert not _few_colours({"TERM": "xterm", "COLORTERM": "truecolor"})


def test_the_environment_decides_only_where_the_setting_is_auto() -> None:
    assert choose("auto", {}) == "visual"
    assert choose("auto", {"TERM_PROGRAM": "Apple_Terminal"}) == "terminal"
    assert choose("auto", {"TERM": "xterm", "MLTERM": "3.9.0"}) == "visual"
    assert choose("auto", {"RESDIFF_ARABIC": "logical"}) == "logical"
    assert choose("logical", {"KONSOLE_VERSION": "230804"}) == "logical"


@pytest.mark.parametrize(("environment", "sequences"), [({}, 1), ({"MLTERM": "3.9.0"}, 2)])
def test_a_terminal_that_reorders_is_told_not_to_and_then_to_again(
    environment: dict[str, str], sequences: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    monkeypatch.setattr("sys.__stderr__", stream)
    monkeypatch.delenv("MLTERM", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with _our_order(True):
        before = stream.getvalue()
    after = stream.getvalue().removeprefix(before)
    assert before.count("\x1b") == after.count("\x1b") == sequences
    assert after == before.replace("[8l", "[8h").replace("false", "true")
