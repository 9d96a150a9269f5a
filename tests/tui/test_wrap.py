"""Lines: nothing lost, nothing too wide, nothing torn, and the fast way breaks where the obvious way does."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.layout.cells import cells, clip, pad, shown, width
from tui.layout.find import folded, places, plain
from tui.layout.wrap import _fill, spaced_breaks, wrap

WORDS = st.lists(
    st.sampled_from(
        ["le", "mot", ";", "«", "»", "bien-être", "61/168", "Организация", "حقوق", "-", "a_b", "10-12", "—"]
    ),
    max_size=40,
).map(" ".join)
ANY_TEXT = st.text(max_size=120)
LANGUAGES = st.sampled_from(["en", "fr", "ru", "zh", "ar"])


@given(ANY_TEXT, st.integers(1, 30), LANGUAGES, st.integers(0, 6))
def test_every_visible_character_is_on_exactly_one_line(
    text: str, limit: int, language: str, first: int
) -> None:
    lines = wrap(text, limit, language, first=first)
    kept = "".join(text[a:b] for a, b in lines)
    assert kept.replace(" ", "") == text.replace(" ", "")
    assert all(a <= b for a, b in lines)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(lines))


@given(ANY_TEXT, st.integers(1, 30), LANGUAGES)
def test_no_line_is_wider_than_it_may_be(text: str, limit: int, language: str) -> None:
    for start, end in wrap(text, limit, language):
        line = text[start:end]
        assert cells(line) <= limit or sum(width(c) > 0 for c in line) == 1


@given(WORDS, st.integers(1, 40), st.integers(0, 5))
def test_the_fast_way_breaks_where_the_obvious_way_does(text: str, limit: int, first: int) -> None:
    obvious = _fill(text, len(text), max(1, limit - first), limit, spaced_breaks(text))
    assert wrap(text, limit, "fr", first=first) == obvious


@given(ANY_TEXT)
def test_what_is_shown_has_the_width_that_is_counted_and_no_control(text: str) -> None:
    visible = shown(text)
    assert cells(visible) == cells(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2067\u2028" for c in visible)


@given(ANY_TEXT, st.integers(0, 40))
def test_a_padded_text_fills_its_place_exactly(text: str, limit: int) -> None:
    assert cells(pad(text, limit)) == limit
    assert cells(clip(text, limit)) <= limit


def test_french_punctuation_stays_with_its_word() -> None:
    text = "la coopération ; « les droits » et « la paix » : voir"
    for limit in range(14, 50):
        lines = [text[a:b] for a, b in wrap(text, limit, "fr")]
        assert not any(line[0] in ";:»" or line[-1] == "«" for line in lines)


def test_no_chinese_line_begins_with_a_comma() -> None:
    text = "重申承诺按照《联合国宪章》，特别是《宪章》第一条第三项以及一九九三年六月二十五日，促进国际合作，"
    for limit in range(6, 40):
        assert not any(text[a] in "，》、。" for a, _ in wrap(text, limit, "zh"))


def test_characters_beyond_the_basic_plane_do_not_shift_the_breaks() -> None:
    text = "𠮷𠮷中文" * 3
    assert "".join(text[a:b] for a, b in wrap(text, 5, "zh")) == text


@given(ANY_TEXT)
def test_a_text_is_looked_for_alike_with_and_without_its_places(text: str) -> None:
    found, origin = folded(text)
    assert found == plain(text)
    assert len(origin) == len(found)
    assert list(origin) == sorted(origin)


def test_a_dash_is_a_dash_however_it_is_written() -> None:
    assert places("non\u2011nuclear-weapon", "non-nuclear\u2010weapon") == [(0, 18)]
