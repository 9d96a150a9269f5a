"""Paragraphs that kept most of their characters between the same neighbours: no look at their words is needed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from aligner.years.board import Board, backbone
from aligner.years.thresholds import (
    LARGEST_GAP,
    LONG_ENOUGH,
    MOST_IN_GAP,
    NEARBY,
    NEARBY_ALONE,
    NEARBY_MARGIN,
    NEARBY_SHORT,
)


def anchor_nearby(board: Board, old: Sequence[str], new: Sequence[str], lengths: Sequence[float]) -> None:
    """Link free paragraphs that are much alike, character by character, in the gap between the same links.

    A pair must be the best of both sides by a margin, and the more alike the shorter it is. Only small gaps
    are tried, so that the work grows with the length of the text. Likeness is the normalised Indel similarity
    (bit-parallel: Hyyrö 2004, as in RapidFuzz).
    `lengths` is the weight of each old paragraph.
    """
    fixed = backbone(board.groups(), lengths)
    ends = [g.old[0] for g in fixed], [g.new[0] for g in fixed]
    gaps: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, places in enumerate((board.free_old(), board.free_new())):
        for place in places:
            gaps[bisect_left(ends[side], place)][side].append(place)
    for rows, columns in gaps.values():
        if rows and columns and len(rows) * len(columns) <= MOST_IN_GAP:
            size = sum(len(old[i]) for i in rows) * sum(len(new[j]) for j in columns)
            if size <= LARGEST_GAP:
                _link(board, old, new, rows, columns)


def _link(
    board: Board, old: Sequence[str], new: Sequence[str], rows: Sequence[int], columns: Sequence[int]
) -> None:
    worth = NEARBY_ALONE - NEARBY_MARGIN  # what is less alike is no rival either
    scores = {
        (i, j): Indel.normalized_similarity(old[i], new[j], score_cutoff=worth) for i in rows for j in columns
    }
    usual = NEARBY if len(scores) > 1 else NEARBY_ALONE
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < (usual if min(len(old[i]), len(new[j])) >= LONG_ENOUGH else NEARBY_SHORT):
            continue
        rival = max(
            max((scores[i, other] for other in columns if other != j), default=0.0),
            max((scores[other, j] for other in rows if other != i), default=0.0),
        )
        if rival <= score - NEARBY_MARGIN and board.free(i, j):
            board.pair(i, j, score, f"much the same text ({score:.0%}) between the same neighbours")
