"""Links between two lists of paragraphs in one language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from aligner.tokens import HAN_LANGUAGES
from aligner.years.anchors import anchor
from aligner.years.beside import join_beside
from aligner.years.board import Board, Group, Pair, backbone, heaviest_chain
from aligner.years.candidates import candidates
from aligner.years.clauses import anchor_clauses
from aligner.years.decisions import NONE, Decisions
from aligner.years.features import Features
from aligner.years.nearby import anchor_nearby
from aligner.years.parts import join_parts
from aligner.years.thresholds import ALONE_IN_GAP, IN_ORDER, MOVED, SAME_LABEL, SURE, SURE_MARGIN

Labels = Callable[[int], str | None]  # the printed number of the paragraph at a place
NO_ANSWER = "no paragraph of the other version is like it"


def match(
    old: Sequence[str],
    new: Sequence[str],
    language: str,
    labels: tuple[Labels, Labels] | None = None,
    decisions: Decisions = NONE,
) -> list[Group]:
    """Groups of paragraphs that answer each other, by place; those without an answer are in none.

    The texts are those to be compared. Which list comes first makes no difference: the lesser of the two
    is always matched to the greater.
    """
    labels = labels or (lambda i: label_of(old[i]), lambda j: label_of(new[j]))
    if list(old) <= list(new):
        return _match(old, new, language, labels, decisions)
    return [g.mirrored() for g in _match(new, old, language, labels[::-1], decisions.mirrored())]


def arrange(groups: Sequence[Group], rows: Sequence[int], columns: Sequence[int]) -> list[Group]:
    """All groups in reading order of the new side, with one for each place that has no answer.

    `rows` and `columns` are the places compared, in order. What was removed follows the paragraph that it
    followed in the old version.
    """
    linked_old, linked_new = {i for g in groups for i in g.old}, {j for g in groups for j in g.new}
    listed = [g for g in groups if g.new]
    listed += [Group((), (j,), 0.0, NO_ANSWER) for j in columns if j not in linked_new]
    removed = {i: g for g in groups if not g.new for i in g.old}
    anchors = {i for g in listed if not g.moved for i in g.old}
    after: dict[int, list[Group]] = defaultdict(list)
    before = -1
    for i in rows:
        if i in anchors:
            before = i
        elif i in removed or i not in linked_old:
            after[before].append(removed.get(i) or Group((i,), (), 0.0, NO_ANSWER))
    out = after[-1]
    for group in sorted(listed, key=lambda g: g.new):
        out.append(group)
        if not group.moved:
            out += [r for i in group.old for r in after[i]]
    return out


def _match(
    old: Sequence[str], new: Sequence[str], language: str, labels: tuple[Labels, Labels], decisions: Decisions
) -> list[Group]:
    board = Board(len(old), len(new), forbidden=decisions.forbidden)
    for group in decisions.groups():
        board.link(group)
    lengths = [len(t) + 1.0 for t in old]
    anchor(board, old, new, lengths)
    anchor_clauses(board, old, new, han=language in HAN_LANGUAGES)
    anchor_nearby(board, old, new, lengths)
    open_old, open_new = join_beside(board, old, new, han=language in HAN_LANGUAGES)
    rows, columns = sorted({*board.free_old(), *open_old}), sorted({*board.free_new(), *open_new})
    if rows and columns:
        features = Features(old, new, rows, columns, language)
        shared = candidates(features, board.free_old(), board.free_new())
        scores = {(i, j): features.score(i, j, weight) for (i, j), weight in shared.items()}
        _sure(board, scores)
        join_parts(board, features, shared)
        _in_gaps(board, scores, lengths, labels)
        join_parts(board, features, shared)
        _moves(board, scores)
    groups = board.groups()
    kept = {id(g) for g in backbone(groups, lengths)}
    for g in groups:
        g.moved = id(g) not in kept
    return [*groups, *(g for g in decisions.groups() if not (g.old and g.new))]


@cache
def _enumerator() -> re.Pattern[str]:
    number = r"\d{1,4}(?:\.\d+)*+[a-z]{0,3}+|[a-z](?:\.\d+)?+|[ivxlc]{1,6}+"
    return re.compile(
        rf"\W{{0,4}}((?:art\w*\.?|section|sec\.?|статья|§|第)?\s*(?:{number})"
        r"(?:(?:\s?[.)°º\]]|\s?\(\w{1,4}\)|条)+|(?<=\d)(?=\s)))",
        re.I,
    )


def label_of(text: str) -> str | None:
    """The number or letter that a plain paragraph begins with ("12 (1)", "a)", "Art. 5."), if any."""
    found = _enumerator().match(text, 0, 40)
    return "".join(found[1].lower().split()) if found else None


def _sure(board: Board, scores: dict[Pair, float]) -> None:
    """Link pairs that are the best of both sides by a margin."""
    best: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (i, j), score in scores.items():
        best[0, i].append(score)
        best[1, j].append(score)
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < SURE:
            break
        rivals = sum(s > score - SURE_MARGIN for s in best[0, i]) + sum(
            s > score - SURE_MARGIN for s in best[1, j]
        )
        if rivals == 2 and board.free(i, j):
            board.pair(i, j, score, f"much the same words ({score:.0%}), and no other paragraph is as close")


def _in_gaps(
    board: Board, scores: dict[Pair, float], lengths: Sequence[float], labels: tuple[Labels, Labels]
) -> None:
    """Link what lies between the same linked neighbours, as many likely pairs as keep the order."""
    fixed = backbone(board.groups(), lengths)
    olds = [g.old[0] for g in fixed]
    news = [g.new[0] for g in fixed]
    crowd = Counter(bisect_left(olds, i) for i in board.free_old())
    crowd.update(bisect_left(news, j) for j in board.free_new())
    gaps: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for (i, j), score in scores.items():
        if score >= ALONE_IN_GAP and board.free(i, j):
            gap = bisect_left(olds, i)
            if gap == bisect_left(news, j) and (score >= IN_ORDER or crowd[gap] == 2):
                label = labels[0](i)
                same = label is not None and label == labels[1](j)
                gaps[gap].append((i, j, score + SAME_LABEL * same))
    for pairs in gaps.values():
        for k in heaviest_chain(pairs):
            i, j, _ = pairs[k]
            score = scores[i, j]
            board.pair(i, j, score, f"similar words ({score:.0%}) between the same neighbours")


def _moves(board: Board, scores: dict[Pair, float]) -> None:
    """Link what was carried past other paragraphs, the most alike first."""
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < MOVED:
            break
        if board.free(i, j):
            board.pair(i, j, score, f"much the same words ({score:.0%}), at another place")
