"""Predicted confidence against observed precision, in ten bins, over gold alignments.

    python benchmarks/bitext_calibration.py FOLDER [FOLDER...] [--fit]

A folder holds sets of ``DOC.LANG`` and ``DOC.L1-L2.gold`` files, a set a folder. Every second alignment of
a set is reported on; ``--fit`` prints the map from shares to precision that the others would choose.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from gold import Case, cases

from aligner.bitext import confidence, link_segments

Outcome = tuple[float, bool]
EDGES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.01)  # of the bins from which the map is learnt


def halves(folders: Iterable[Path]) -> tuple[list[Case], list[Case]]:
    """The alignments to learn from and those to report on: every second one of each set."""
    learn: list[Case] = []
    report: list[Case] = []
    for folder in folders:
        for _, group in groupby(cases(folder), key=lambda case: case.set):
            members = list(group)
            learn += members[0::2]
            report += members[1::2]
    return learn, report


def outcomes(chosen: Iterable[Case]) -> list[Outcome]:
    """The confidence of every link, and whether the link is right."""
    found = []
    for case in chosen:
        wanted = set(case.links)
        for bead in link_segments(case.a, case.b, case.languages, confidence=True):
            link = (tuple(range(bead.start_a, bead.end_a)), tuple(range(bead.start_b, bead.end_b)))
            found.append((bead.confidence, link in wanted))
    return found


def fitted(found: Iterable[Outcome]) -> list[tuple[float, float]]:
    """Knots of a rising map from shares to precision: bins whose precision falls are joined to their neighbours."""
    bins: list[tuple[float, float, int]] = []  # sum of shares, right links, links
    points = sorted(found)
    for low, high in zip((0.0, *EDGES), EDGES, strict=False):
        inside = [(share, hit) for share, hit in points if low <= share < high]
        if inside:
            bins.append((sum(s for s, _ in inside), sum(hit for _, hit in inside), len(inside)))
        while len(bins) > 1 and bins[-2][1] / bins[-2][2] >= bins[-1][1] / bins[-1][2]:
            last = bins.pop()
            bins[-1] = tuple(x + y for x, y in zip(bins[-1], last, strict=True))  # type: ignore[assignment]
    knots = [(round(total / n, 3), round(right / n, 3)) for total, right, n in bins]
    return [(0.0, 0.0), *knots, (1.0, 1.0)]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--fit", action="store_true", help="print the map that the other half would choose")
    args = parser.parse_args()
    learn, report = halves(args.folders)
    if args.fit:
        shipped, confidence.CALIBRATION = confidence.CALIBRATION, ((0.0, 0.0), (1.0, 1.0))
        print("map of the other half:", fitted(outcomes(learn)))
        confidence.CALIBRATION = shipped
    found = outcomes(report)
    print("confidence   links   predicted   observed")
    for k in range(10):
        inside = [(said, hit) for said, hit in found if min(9, int(said * 10)) == k]
        said = sum(p for p, _ in inside) / max(1, len(inside))
        seen = sum(hit for _, hit in inside) / max(1, len(inside))
        print(f"{k / 10:.1f}–{(k + 1) / 10:.1f}   {len(inside):7d}   {said:9.3f}  {seen:9.3f}")
    print(f"Brier score {sum((p - hit) ** 2 for p, hit in found) / max(1, len(found)):.4f}")


if __name__ == "__main__":
    main()
