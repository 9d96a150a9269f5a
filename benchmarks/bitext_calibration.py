"""Predicted confidence against observed precision, in ten bins, over gold alignments.

    python benchmarks/bitext_calibration.py FOLDER [--half even|odd|all]

FOLDER holds sets of ``DOC.LANG`` and ``DOC.L1-L2.gold`` files, a set a folder.
"""

from __future__ import annotations

import argparse
from math import exp, log
from pathlib import Path

from gold import cases

from aligner.bitext import link_segments


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("even", "odd", "all"), default="odd")
    parser.add_argument("--every", type=int, default=1, help="take each n-th alignment")
    args = parser.parse_args()
    bins = [[0, 0, 0.0] for _ in range(10)]
    outcomes: list[tuple[float, bool]] = []
    for case in list(cases(args.folder, args.half))[:: args.every]:
        wanted = set(case.links)
        for bead in link_segments(case.a, case.b, case.languages, confidence=True):
            link = (tuple(range(bead.start_a, bead.end_a)), tuple(range(bead.start_b, bead.end_b)))
            row = bins[min(9, int(bead.confidence * 10))]
            row[0] += 1
            row[1] += link in wanted
            row[2] += bead.confidence
            outcomes.append((bead.confidence, link in wanted))
    print("confidence   links   predicted   observed")
    for k, (n, right, total) in enumerate(bins):
        said, seen = (f"{total / n:9.3f}", f"{right / n:9.3f}") if n else ("-".rjust(9), "-".rjust(9))
        print(f"{k / 10:.1f}–{(k + 1) / 10:.1f}   {n:7d}   {said}  {seen}")
    print(f"Brier score {sum((p - hit) ** 2 for p, hit in outcomes) / max(1, len(outcomes)):.4f}")
    slope, shift = fit(outcomes)
    print(f"slope and shift that would fit these links, on top of the present: {slope:.2f}, {shift:.2f}")


def fit(outcomes: list[tuple[float, bool]], rounds: int = 50) -> tuple[float, float]:
    """Slope and shift of the log odds with the greatest likelihood (Platt 1999; Newton's method)."""
    slope, shift = 1.0, 0.0
    points = [(log(p / (1 - p)), hit) for p, hit in outcomes if 0 < p < 1]
    for _ in range(rounds):
        g0 = g1 = h00 = h01 = h11 = 1e-9
        for odds, hit in points:
            p = 1 / (1 + exp(-(slope * odds + shift)))
            miss, weight = p - hit, p * (1 - p)
            g0, g1 = g0 + miss * odds, g1 + miss
            h00, h01, h11 = h00 + weight * odds * odds, h01 + weight * odds, h11 + weight
        determinant = h00 * h11 - h01 * h01
        slope -= (h11 * g0 - h01 * g1) / determinant
        shift -= (h00 * g1 - h01 * g0) / determinant
    return slope, shift


if __name__ == "__main__":
    main()
