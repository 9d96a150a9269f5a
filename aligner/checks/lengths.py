"""Paragraphs much shorter or longer than their counterpart, judged by what is usual between the two languages."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log, sqrt
from statistics import median

from aligner.checks.model import version
from aligner.checks.rows import Pair, Row
from aligner.checks.settings import Settings
from aligner.findings import Finding
from aligner.values import Value

# Mean log of a paragraph's length in characters over that of its English counterpart: medians over 37,153
# paragraphs of 200 to 800 characters of sessions 74-77.
LENGTH_IN = {"en": 0.0, "fr": 0.126, "es": 0.123, "ru": 0.103, "zh": -1.424, "ar": -0.206}
SPREAD = 0.10
"""Standard deviation of that log for long paragraphs (measured 0.06-0.13 between the languages); range 0.08-0.15."""
NOISE = 0.9
"""How much wider it is for short ones: its square grows by this over the shorter length in English characters."""
SUSPECT = 3.6
"""Standard deviations from the document's own usual ratio that make a finding; range 3-6. Halved paragraphs lie
at 6 and beyond; 0.1% of true pairs lie beyond 3.6."""
SWOLLEN = 5.0
"""The same for paragraphs that are too long, which names, short forms and titles make more often; range 4-7."""
FEW_ROWS = 8
"""Below this many paragraphs the languages' usual ratio stands in for the document's own."""
PROSE = 0.7
"""Share of a paragraph that has to be words rather than values; range 0.5-0.9."""
SHORT = 175
"""Paragraphs shorter than this, in English characters, say too little."""


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Paragraphs that look truncated or swollen."""
    usual = LENGTH_IN.get(pair.b.language, 0.0) - LENGTH_IN.get(pair.a.language, 0.0)
    rows = [r for r in pair.rows if r.kind in ("preambular", "operative", "subparagraph", "plain", "annex")]
    ratios = [_ratio(r) for r in rows if _size(r) >= SHORT]
    if len(ratios) >= FEW_ROWS:
        usual = median(ratios)
    for row in rows:
        size = _size(row)
        if size < SHORT or row.text_a == row.text_b or _is_list(row):
            continue
        off = (_ratio(row) - usual) / sqrt(SPREAD**2 + NOISE / size)
        if off <= -SUSPECT or off >= SWOLLEN:
            yield _finding(pair, row, usual, off)


def _finding(pair: Pair, row: Row, usual: float, off: float) -> Finding:
    share = 100 * exp(_ratio(row) - usual)
    word = "short: is something missing?" if off < 0 else "long: does it say more?"
    expected = f"the length that {version(pair.a)} lets one expect"
    message = f"{version(pair.b)} has {share:.0f}% of {expected}, suspiciously {word}"
    return row.finding("length", "warning", message)


def _ratio(row: Row) -> float:
    return log(max(1, _prose(row.text_b, row.values_b)) / max(1, _prose(row.text_a, row.values_a)))


def _size(row: Row) -> float:
    here = _prose(row.text_a, row.values_a) / exp(LENGTH_IN.get(row.languages[0], 0.0))
    there = _prose(row.text_b, row.values_b) / exp(LENGTH_IN.get(row.languages[1], 0.0))
    return min(here, 3 * there)


def _is_list(row: Row) -> bool:
    """Whether a good part of it is symbols and dates: what joins them differs too much between languages."""
    return any(
        _prose(text, found) < PROSE * len(text)
        for text, found in ((row.text_a, row.values_a), (row.text_b, row.values_b))
    )


def _prose(text: str, found: tuple[Value, ...]) -> int:
    """Characters outside numbers, dates and symbols, which are as long in Chinese as in Russian."""
    return len(text) - sum(v.end - v.start for v in found if not v.weak)
