"""Paragraphs most of whose clauses did not change: nearly as sure as identical ones, and as cheap to find."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain

from aligner.years.board import Board
from aligner.years.thresholds import MOST_CLAUSES, SHORT_CLAUSE, SHORT_CLAUSE_HAN


def anchor_clauses(board: Board, old: Sequence[str], new: Sequence[str], *, han: bool) -> None:
    """Link free paragraphs that share most of their text in clauses that occur once in each version.

    What a clause holds that occurs nowhere else, no rival can have; where that is most of both paragraphs,
    their words need not be looked at.
    """
    short = SHORT_CLAUSE_HAN if han else SHORT_CLAUSE
    rows, columns = _clauses(old, board.free_old(), short), _clauses(new, board.free_new(), short)
    once = _once(rows) & _once(columns)
    owner = {clause: j for j, clauses in columns.items() for clause in clauses if clause in once}
    for i, clauses in rows.items():
        shared: dict[int, int] = {}
        for clause in once.intersection(clauses):
            shared[owner[clause]] = shared.get(owner[clause], 0) + len(clause)
        if shared:
            j = max(shared, key=lambda j: (shared[j], -j))
            share = shared[j] / max(len(old[i]), len(new[j]))
            if share >= MOST_CLAUSES and board.free(i, j):
                board.pair(i, j, share, f"clauses that occur nowhere else make up {share:.0%} of both")


def _once(clauses: Mapping[int, list[str]]) -> set[str]:
    return {clause for clause, n in Counter(chain.from_iterable(clauses.values())).items() if n == 1}


def _clauses(texts: Sequence[str], places: Sequence[int], short: int) -> dict[int, list[str]]:
    split = _marks().split
    return {p: [c for c in split(texts[p]) if len(c) >= short] for p in places}


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[,;:.،؛，；：。、]\s*")
