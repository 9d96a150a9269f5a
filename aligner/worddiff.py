"""The readable word diff of one pair of texts."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from aligner.model import Op
from aligner.options import PLAIN, Options
from aligner.tokens import HAN_LANGUAGES, tokens
from aligner.worddiff_ops import framed, mirrored, render
from aligner.worddiff_readable import Hunk, Line, readable

CONTEXT = 40  # 20–120: characters kept beside the first and the last difference
CONTEXT_HAN = 12  # 6–40: the same in Chinese


def diff_words(old: str, new: str, language: str = "und", *, options: Options = PLAIN) -> list[Op]:
    """Show a change as a careful editor would: equal, deleted and inserted words in the order of the text.

    The texts of all but the inserts give `old`, of all but the deletes `new`, character by character, whatever
    `options` look past: `Options.ignored` tells which edits count for nothing. `language` is an ISO 639
    code. The ground is a longest common subsequence of tokens (Indel distance; Hyyrö 2004 as in RapidFuzz).
    """
    if old == new:
        return [("equal", old)] if old else []
    if old > new:  # the same choice among equally short diffs, whichever text comes first
        return mirrored(diff_words(new, old, language, options=options))
    head, tail = _shared_ends(old, new, han=language in HAN_LANGUAGES)
    ops = _diff(old[head : len(old) - tail], new[head : len(new) - tail], language, options)
    return framed(old[:head], ops, old[len(old) - tail :]) if head or tail else ops


def _diff(old: str, new: str, language: str, options: Options) -> list[Op]:
    one, two = _line(old, language, options), _line(new, language, options)
    han = language in HAN_LANGUAGES
    hunks = readable(one, two, _hunks(one.keys, two.keys), han=han)
    if han:
        from aligner.worddiff_han import whole_words

        hunks = whole_words(one, two, hunks)
    ops = render(one.tokens, two.tokens, hunks)
    if options.detail == "character":
        from aligner.worddiff_letters import by_character

        return by_character(ops, language)
    return ops


def _line(text: str, language: str, options: Options) -> Line:
    cut = tokens(text, language)
    if not options.folds:
        return Line(cut, list(map(str.strip, cut)))
    cut = options.joined(cut)
    return Line(cut, list(map(options.fold, cut)))


def _hunks(a: Sequence[str], b: Sequence[str]) -> list[Hunk]:
    """The changed runs of a shortest diff."""
    hunks: list[Hunk] = []
    for op in Indel.opcodes(a, b):
        if op.tag == "equal":
            continue
        if hunks and hunks[-1][1] == op.src_start and hunks[-1][3] == op.dest_start:
            hunks[-1][1], hunks[-1][3] = op.src_end, op.dest_end
        else:
            hunks.append([op.src_start, op.src_end, op.dest_start, op.dest_end])
    return hunks


def _shared_ends(old: str, new: str, *, han: bool) -> tuple[int, int]:
    """How many characters at the beginning and at the end need no comparing, as both texts share them.

    They end and begin at a blank, or at a mark in Chinese, so that no token is cut, and some characters
    beside the first and the last difference are kept: an insertion may slide over them.
    """
    stops, context = ("，。；、", CONTEXT_HAN) if han else (" ", CONTEXT)
    most = min(len(old), len(new))
    low, high = 0, most + 1
    while high - low > 1:  # bisection: slices compare a thousand times as fast as characters
        middle = (low + high) // 2
        low, high = (middle, high) if old.startswith(new[:middle]) else (low, middle)
    head = max([old.rfind(stop, 0, max(0, low - context)) for stop in stops])
    low, high = 0, most - low + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if old.endswith(new[-middle:]) else (low, middle)
    start = len(old) - low + context
    found = [at for stop in stops if (at := old.find(stop, start)) >= 0]
    return max(0, head), len(old) - min(found, default=len(old))
