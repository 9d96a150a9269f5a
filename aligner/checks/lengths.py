"""Paragraphs much shorter or longer than their counterpart, judged by what is usual between the two languages."""

from __future__ import annotations

from collections.abc import Iterator
from math import log, sqrt
from statistics import median

from aligner.checks.model import version
from aligner.checks.rows import Pair, Row
from aligner.model import Finding

# Mean log of a paragraph's length in characters over that of its English counterpart: medians over 37,153
# paragraphs of 200 to 800 characters of sessions 74-77.
LENGTH_IN = {"en": 0.0, "fr": 0.126, "es": 0.123, "ru": 0.103, "zh": -1.424, "ar": -0.206}
SPREAD = 0.10
"""Standard deviation of that log for long paragraphs (measured 0.06-0.13 between the languages); range 0.08-0.15."""
NOISE = 0.9
"""How much wider it is for short ones: its square grows by this over the shorter length in English characters."""
SUSPECT = 3.6
"""Standard deviations from the document's own usual ratio that make a finding; range 3-6. Halved paragraphs lie at 6 and
beyond; 0.1% of true pairs lie beyond 3.6."""
FEW_ROWS = 8
"""Below this many paragraphs the languages' usual ratio stands in for the document's own."""
SHORT = 80
"""Paragraphs shorter than this, in English characters, say too little."""


def find(pair: Pair) -> Iterator[Finding]:
    """Paragraphs that look truncated or swollen."""
    usual = LENGTH_IN.get(pair.b.language, 0.0) - LENGTH_IN.get(pair.a.language, 0.0)
    rows = [r for r in pair.rows if r.kind in ("preambular", "operative", "subparagraph", "plain", "annex")]
    ratios = [_ratio(r) for r in rows if _size(r) >= SHORT]
    if len(ratios) >= FEW_ROWS:
        usual = median(ratios)
    for row in rows:
        size = _size(row)
        if size < SHORT or row.text_a == row.text_b:
            continue
        off = (_ratio(row) - usual) / sqrt(SPREAD**2 + NOISE / size)
        if abs(off) >= SUSPECT:
            yield _finding(pair, row, usual, off)


def _finding(pair: Pair, row: Row, usual: float, off: float) -> Finding:
    share = 100 * 2.718281828 ** (_ratio(row) - usual)
    word = "short: is something missing?" if off < 0 else "long: does it say more?"
    message = f"{version(pair.b)} has {share:.0f}% of the length that {version(pair.a)} lets one expect, suspiciously {word}"
    return row.finding("length", "warning", message)


def _ratio(row: Row) -> float:
    return log(max(1, len(row.text_b)) / max(1, len(row.text_a)))


def _size(row: Row) -> float:
    return min(_english(row.text_a, row.languages[0]), 3 * _english(row.text_b, row.languages[1]))


def _english(text: str, language: str) -> float:
    return len(text) / 2.718281828 ** LENGTH_IN.get(language, 0.0)
