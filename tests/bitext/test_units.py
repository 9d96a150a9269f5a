"""Units: what a text is held against another language's by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.bitext.side import side_of
from aligner.bitext.units import fold, number_unit, stem, units, words


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("20,000", "#20000"),
        ("20 000", "#20000"),
        ("20\u202f000", "#20000"),
        ("٢٠٬٠٠٠", "#20000"),
        ("61/168", "#61/168"),
        ("１９４８", "#1948"),
    ],
)
def test_a_number_is_its_digits_in_any_script(text: str, unit: str) -> None:
    assert units(text) == [unit]


def test_a_year_before_a_number_is_not_grouped_with_it() -> None:
    assert units("in 1956 200 men")[1:3] == ["#1956", "#200"]


def test_inflections_share_a_stem() -> None:
    assert stem("государства") == stem("государствами")
    assert stem(fold("التنمية")) == stem(fold("وتنميه"))
    assert stem("war") == "war"


def test_vowel_signs_and_accents_are_folded() -> None:
    assert fold("ٱلْخَمْسِينَ") == fold("الخمسين")
    assert fold("Évêque") == "eveque"


def test_chinese_is_cut_into_words() -> None:
    assert len(units("大会决定继续审议这一问题")) >= 4


def test_marks_are_alike_in_all_scripts() -> None:
    assert words("؟") == words("？") == words("?")


@given(st.text(max_size=200))
def test_any_text_has_units_without_white_space(text: str) -> None:
    assert all(unit and not unit.isspace() for unit in units(text))


@given(st.text(alphabet="0123456789٠١٢٣٤٥٦٧٨٩.,/", min_size=1))
def test_a_number_unit_holds_ascii_digits_and_strokes_alone(written: str) -> None:
    assert set(number_unit(written)) <= set("#0123456789/")


@given(st.lists(st.text(max_size=40), max_size=8))
def test_a_side_counts_in_how_many_segments_a_unit_stands(segments: list[str]) -> None:
    side = side_of(segments, "en")
    assert len(side) == len(segments)
    for unit, count in enumerate(side.spread):
        assert count == sum(unit in bag for bag in side.bags)
