"""Paragraphs most of whose clauses did not change: nearly as sure as identical ones, and as cheap to find."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from aligner.years.board import Board, Group
from aligner.years.thresholds import MOST_CLAUSES, REACH, ROOM, SHORT_CLAUSE, SHORT_CLAUSE_HAN


def anchor_clauses(board: Board, old: Sequence[str], new: Sequence[str], *, han: bool) -> None:
    """Link free paragraphs that share most of their text in clauses that occur once in each version.

    What a clause holds that occurs nowhere else, no rival can have; where that is most of both paragraphs,
    their words need not be looked at.
    """
    short = SHORT_CLAUSE_HAN if han else SHORT_CLAUSE
    rows, columns = _clauses(old, board.free_old(), short), _clauses(new, board.free_new(), short)
    owner: dict[str, int] = {}
    for j, clauses in columns.items():
        owner.update(dict.fromkeys(clauses, j))
    once = {c for c, n in Counter(c for row in columns.values() for c in row).items() if n == 1}
    once &= {c for c, n in Counter(c for row in rows.values() for c in row).items() if n == 1}
    for i, clauses in rows.items():
        shared: Counter[int] = Counter()
        for clause in clauses:
            if clause in once:
                shared[owner[clause]] += len(clause)
        for j, length in shared.most_common(1):
            share = length / max(len(old[i]), len(new[j]))
            if share >= MOST_CLAUSES and board.free(i, j):
                board.pair(i, j, share, f"clauses that occur nowhere else make up {share:.0%} of both")


def to_weigh(board: Board, old: Sequence[str], new: Sequence[str]) -> tuple[list[int], list[int]]:
    """The paragraphs whose words are needed: the free ones, and linked ones that may be wholes of them."""
    rows, columns = board.free_old(), board.free_new()
    near = [
        g for j in columns for g in _near(board.by_new, j) if _lacks(old[g.old[0]], new[g.new[0]], new[j])
    ]
    near += [g for i in rows for g in _near(board.by_old, i) if _lacks(new[g.new[0]], old[g.old[0]], old[i])]
    rows += [i for g in near for i in g.old]
    columns += [j for g in near for j in g.new]
    return sorted(set(rows)), sorted(set(columns))


def _near(groups: Mapping[int, Group], place: int) -> list[Group]:
    """The reworded paragraphs around a place that have an answer."""
    found = (groups.get(place + step) for step in range(-REACH, REACH + 1))
    return [g for g in found if g and g.score < 1.0]


def _lacks(whole: str, part: str, other: str) -> bool:
    """Whether a whole is so much longer than its part that another part may come from it."""
    return len(whole) - len(part) >= ROOM * len(other)


def _clauses(texts: Sequence[str], places: Sequence[int], short: int) -> dict[int, list[str]]:
    split = _marks().split
    return {p: [c for c in split(texts[p]) if len(c) >= short] for p in places}


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[,;:.،؛，；：。、]\s*")
