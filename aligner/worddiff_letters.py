"""Character detail: what a replaced word keeps of itself at its ends."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category

from aligner.model import Op
from aligner.tokens import tokens
from aligner.worddiff_ops import joined

WORTH = 0.5  # 0.3–0.8: words that share less of both at their ends are replaced whole
LEAST = 2  # 1–4: letters that words must share; one is chance ("de", "du")
MOST_PAIRS = 4096  # 256–65536: pairs of words tried in one edit; a longer one is a rewriting


def by_character(ops: Sequence[Op], language: str) -> list[Op]:
    """The same diff, with the letters that replaced words share at their ends shown as equal.

    A word answers one that begins or ends like it. Letters in the middle are no ground: unlike words share
    many by chance. Symbols and numbers with separators stay whole, and no letter is parted from its signs.
    """
    out: list[Op] = []
    for n, op in enumerate(ops):
        if op[0] == "insert" and n and ops[n - 1][0] == "delete":
            out.pop()
            out += _refined(tokens(ops[n - 1][1], language), tokens(op[1], language))
        else:
            out.append(op)
    return joined(out)


def _refined(old: list[str], new: list[str]) -> list[Op]:
    """One replacement, its words paired in order so that they share most letters."""
    out: list[Op] = []
    i = j = 0
    for a, b, head, tail in _pairs(old, new):
        x, y = old[a], new[b]
        out += [
            ("delete", "".join(old[i:a])), ("insert", "".join(new[j:b])), ("equal", x[:head]),
            ("delete", x[head : len(x) - tail]), ("insert", y[head : len(y) - tail]), ("equal", x[len(x) - tail :]),
        ]  # fmt: skip
        i, j = a + 1, b + 1
    return [*out, ("delete", "".join(old[i:])), ("insert", "".join(new[j:]))]


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Places of the words that answer each other, and how much they share at either end; none if it is too little.

    A longest common subsequence weighted by the letters shared.
    """
    if len(old) * len(new) > MOST_PAIRS:
        return []
    ends = [[_shared_ends(x, y) for y in new] for x in old]
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            taken = sum(ends[i][j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken and taken + best[i + 1][j + 1])
    if 2 * best[0][0] < WORTH * (sum(map(len, old)) + sum(map(len, new))):
        return []
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:  # as late as possible, so that what was put in or taken out stands before what was kept
            found.append((i, j, *ends[i][j]))
            i, j = i + 1, j + 1
    return found


def _shared_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters two words share at the beginning and at the end; none if it is too little to say so."""
    if old == new:
        return len(old), 0
    if _is_whole(old) or _is_whole(new):
        return 0, 0
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    while head and (_is_sign(old[head : head + 1]) or _is_sign(new[head : head + 1])):
        head -= 1
    tail = next((n for n in range(most - head) if old[-n - 1] != new[-n - 1]), most - head)
    while tail and _is_sign(old[-tail]):
        tail -= 1
    letters = sum(map(str.isalnum, old[:head])) + tail
    alike = letters >= LEAST and 2 * (head + tail) >= WORTH * (len(old) + len(new))
    return (head, tail) if alike else (0, 0)


def _is_whole(word: str) -> bool:
    """Whether it is read as a whole: a symbol, a date or a number with more than figures in it."""
    return any(map(str.isnumeric, word)) and not word.strip().isdecimal()


def _is_sign(character: str) -> bool:
    """Whether it is written on the letter before it."""
    return bool(character) and category(character)[0] == "M"
