"""Text left in the other version's language, or in a third."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks.model import version
from aligner.checks.rows import Pair
from aligner.checks.settings import Settings
from aligner.findings import Finding, Severity

RUN = 6
"""Words in a row that both versions share, from which on they are taken for untranslated; range 4-10. Titles of bodies
and treaties that languages keep are shorter or in capitals."""
LETTERS = 25
"""Letters that a shared text must have: below it may be a name."""

OPENING = frozenset('“«„”《"')
"""Marks after which a title may stand in its own language."""
FEW = 3
"""Words in lower case that a shared paragraph must have: symbols and names alone are the same everywhere."""

_WORD = re.compile(r"[^\W\d_]+")


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Paragraphs, and runs of words, that are the same in both languages."""
    if pair.a.language == pair.b.language:
        return
    for row in pair.rows:
        if row.kind in ("masthead", "closing"):
            continue
        if row.text_a == row.text_b:
            if sum(map(str.isalpha, row.text_b)) >= LETTERS and _lower_words(row.text_b) >= FEW:
                message = f"{version(pair.b)} has the text of {version(pair.a)}: not translated"
                grave: Severity = (
                    "info" if row.kind == "note" else "error"
                )  # notes cite works by their titles
                yield row.finding("untranslated", grave, message)
            continue
        if run := shared_run(row.text_a, row.text_b):
            words = row.text_b[slice(*run)]
            cited = row.kind == "note" or row.text_b[: run[0]].rstrip()[-1:] in OPENING
            message = f"part of {version(pair.b)} is not translated: “{words}”"
            yield row.finding("untranslated", "info" if cited else "warning", message, at_b=run)


def shared_run(a: str, b: str) -> tuple[int, int] | None:
    """The longest run of words of `b` that also stands in `a`, if it is long and not a name; its place in `b`."""
    words = list(_WORD.finditer(b))
    if len(words) < RUN:
        return None
    there = [m[0] for m in _WORD.finditer(a)]
    places: dict[tuple[str, ...], None] = {
        tuple(there[i : i + RUN]): None for i in range(len(there) - RUN + 1)
    }
    best: tuple[int, int] | None = None
    i = 0
    while i + RUN <= len(words):
        k = i
        while k + RUN <= len(words) and tuple(m[0] for m in words[k : k + RUN]) in places:
            k += 1
        if k > i:
            last = k + RUN - 2
            if _running_text(words[i : last + 1]) and (
                best is None or words[last].end() - words[i].start() > best[1] - best[0]
            ):
                best = (words[i].start(), words[last].end())
        i = k + 1
    return best


def _running_text(words: list[re.Match[str]]) -> bool:
    """Whether most words are in lower case: names and titles are not."""
    return sum(m[0][0].islower() for m in words) > len(words) / 2


def _lower_words(text: str) -> int:
    return sum(m[0].islower() for m in _WORD.finditer(text))
