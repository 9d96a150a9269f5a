"""Ranges of symbols as people write them."""

from __future__ import annotations

import pytest

from corpora.errors import OptionError
from corpora.sources.ranges import parse_range


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("61/168", ["A/RES/61/168"]),
        ("74/9..74/11", ["A/RES/74/9", "A/RES/74/10", "A/RES/74/11"]),
        ("74/9..74/9", ["A/RES/74/9"]),
        ("S/RES/2561 (2021)..S/RES/2563 (2021)", [f"S/RES/{n} (2021)" for n in (2561, 2562, 2563)]),
        ("E/RES/2021/2 .. E/RES/2021/3", ["E/RES/2021/2", "E/RES/2021/3"]),
        ("74/153..80/204", []),
        ("S/RES/2506 (2020)..S/RES/2618 (2022)", []),
    ],
)
def test_ranges(text: str, symbols: list[str]) -> None:
    found = parse_range(text)
    assert [s.text for s in found.numbers] == symbols
    assert found.is_series is (not symbols)


@pytest.mark.parametrize("text", ["80/204..74/153", "74/1..S/RES/2506 (2020)", "74/1..74/900"])
def test_ranges_that_are_none(text: str) -> None:
    with pytest.raises(OptionError):
        parse_range(text)
