"""Paragraphs that did not change: the sure ground that everything else is placed by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from aligner.years.board import Board, backbone

IDENTICAL = "the same text"
IDENTICAL_ONCE = "the same text, which occurs once in each version"
IDENTICAL_BESIDE = "the same text, beside paragraphs that are linked"


def anchor(board: Board, old: Sequence[str], new: Sequence[str], lengths: Sequence[float]) -> None:
    """Link identical paragraphs: those that occur once, then repeated ones by the company they keep.

    `old` and `new` are the texts as compared, `lengths` the weight of each old paragraph. Repeated
    paragraphs ("Repealed", "and") are first followed outwards from sure neighbours and then matched in
    order within the gaps that remain (a longest common subsequence), never across them.
    """
    counts_old, counts_new = Counter(old), Counter(new)
    place = {text: j for j, text in enumerate(new)}
    for i, text in enumerate(old):
        if counts_old[text] == 1 and counts_new[text] == 1 and board.free(i, place[text]):
            board.pair(i, place[text], 1.0, IDENTICAL_ONCE)
    _spread(board, old, new)
    _fill_gaps(board, old, new, lengths)


def _spread(board: Board, old: Sequence[str], new: Sequence[str]) -> None:
    """Follow identical paragraphs forwards and backwards from those already linked."""
    start = [(g.old[0], g.new[0]) for g in board.groups()]
    for step, seeds in ((1, [(-1, -1), *start]), (-1, [(len(old), len(new)), *reversed(start)])):
        for seed in seeds:
            i, j = seed[0] + step, seed[1] + step
            while 0 <= i < len(old) and 0 <= j < len(new) and old[i] == new[j] and board.free(i, j):
                board.pair(i, j, 1.0, IDENTICAL_BESIDE)
                i, j = i + step, j + step


def _fill_gaps(board: Board, old: Sequence[str], new: Sequence[str], lengths: Sequence[float]) -> None:
    """Match repeated paragraphs in order between the links that keep the order."""
    codes: dict[str, str] = {}
    fixed = [(g.old[0], g.new[0]) for g in backbone(board.groups(), lengths)]
    for (i0, j0), (i1, j1) in zip([(-1, -1), *fixed], [*fixed, (len(old), len(new))], strict=True):
        rows = [i for i in range(i0 + 1, i1) if i not in board.by_old]
        columns = [j for j in range(j0 + 1, j1) if j not in board.by_new]
        if not rows or not columns:
            continue
        a, b = (
            "".join([codes.setdefault(texts[p], chr(len(codes) + 1)) for p in places])
            for texts, places in ((old, rows), (new, columns))
        )
        for block in Indel.opcodes(a, b):
            if block.tag == "equal":
                for n in range(block.src_end - block.src_start):
                    i, j = rows[block.src_start + n], columns[block.dest_start + n]
                    if board.free(i, j):
                        board.pair(i, j, 1.0, IDENTICAL)
