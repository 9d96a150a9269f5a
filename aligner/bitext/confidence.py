"""How sure a link is: its share of all ways through the texts (forward–backward over the beads)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from aligner.bitext.beads import ALL_LINKS, Bead, Matcher, edges
from aligner.bitext.coarse import Band, band_of
from aligner.bitext.thresholds import CALIBRATION, DOUBT_MARGIN, TEMPERATURE

_LOWEST = -1e300


def with_confidence(matcher: Matcher, beads: Sequence[Bead], rows: int, columns: int) -> list[Bead]:
    """The same links, each with the probability that it is right, calibrated on the gold sets."""
    corners = [(bead.end_a, bead.end_b) for bead in beads]
    band = band_of(corners, rows, columns, {}, DOUBT_MARGIN)
    steps = _steps(matcher, band, columns)
    before, after = _forward(steps, band), _backward(steps, band, columns)
    whole = before[rows].get(columns, _LOWEST)
    out = []
    for bead in beads:
        at = before[bead.start_a].get(bead.start_b, _LOWEST) + bead.score / TEMPERATURE
        share = exp(min(0.0, at + after[bead.end_a].get(bead.end_b, _LOWEST) - whole))
        out.append(replace(bead, confidence=calibrated(share)))
    return out


def calibrated(share: float) -> float:
    """The share of a link among all ways, as the precision observed for such shares."""
    odds = log(max(share, 1e-9) / max(1 - share, 1e-9))
    slope, shift = CALIBRATION
    return 1 / (1 + exp(-(slope * odds + shift)))


Steps = list[list[tuple[int, int, int, float]]]


def _steps(matcher: Matcher, band: Band, columns: int) -> Steps:
    """All beads of the band by the row they begin in: j, n, m, flattened score."""
    out: Steps = []
    for i, (lo, hi) in enumerate(band):
        everywhere = dict.fromkeys(range(lo, hi + 1), 0.0)
        out.append(
            [
                (j, n, m, s / TEMPERATURE)
                for j, n, m, s in edges(matcher, band, columns, i, everywhere, ALL_LINKS)
            ]
        )
        if i < len(band) - 1:
            matcher.forget(i)
    return out


def _forward(steps: Steps, band: Band) -> list[dict[int, float]]:
    sums: list[dict[int, float]] = [{} for _ in band]
    sums[0][0] = 0.0
    for i, row in enumerate(steps):
        for j, n, m, score in row:
            here = sums[i].get(j)
            if here is not None:
                _add(sums[i + n], j + m, here + score)
    return sums


def _backward(steps: Steps, band: Band, columns: int) -> list[dict[int, float]]:
    sums: list[dict[int, float]] = [{} for _ in band]
    sums[-1][columns] = 0.0
    for i in range(len(band) - 1, -1, -1):
        for j, n, m, score in reversed(steps[i]):
            there = sums[i + n].get(j + m)
            if there is not None:
                _add(sums[i], j, there + score)
    return sums


def _add(sums: dict[int, float], place: int, value: float) -> None:
    old = sums.get(place)
    if old is None:
        sums[place] = value
    elif old >= value:
        sums[place] = old + log(1 + exp(value - old))
    else:
        sums[place] = value + log(1 + exp(old - value))
