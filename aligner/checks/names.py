"""Names and codes in Latin letters that Russian, Chinese and Arabic texts keep as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks.rows import Pair, Row
from aligner.checks.settings import Settings
from aligner.findings import Finding

OTHER_SCRIPT = frozenset(("ru", "zh", "ar"))
_CODE = re.compile(r"(?<![A-Za-z0-9/.])([A-Z][A-Za-z]{1,9})[-–‑]?(\d{1,4})(?![A-Za-z0-9/])")
_NAME = re.compile(r"(?<![A-Za-z/.@:_-])[A-Z][A-Za-z]{3,}(?![A-Za-z/@]|\.\w)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Codes with another number, and names in Latin letters that the other version spells otherwise."""
    for row in pair.rows:
        if row.kind not in ("masthead", "note") and row.text_a != row.text_b:
            yield from _codes(row)
            yield from _spellings(row)


def _codes(row: Row) -> Iterator[Finding]:
    a, b = row.languages
    here = {m[1].upper(): m for m in _CODE.finditer(row.text_a)}
    numbers = {(m[1].upper(), m[2]) for m in _CODE.finditer(row.text_a)}
    for match in _CODE.finditer(row.text_b):
        other = here.get(match[1].upper())
        if other and (match[1].upper(), match[2]) not in numbers:
            yield row.finding(
                "name", "error", f"{b} has {match[0]} where {a} has {other[0]}",
                at_a=other.span(), at_b=match.span(), suggestion=other[0], about=f"{other[0]}>{match[0]}",
            )  # fmt: skip


def _spellings(row: Row) -> Iterator[Finding]:
    """Names of one letter more, less or other than in the version in Latin letters."""
    from rapidfuzz.distance import Levenshtein

    a, b = row.languages
    if (b in OTHER_SCRIPT) == (a in OTHER_SCRIPT):
        return
    latin, kept = (row.text_a, row.text_b) if b in OTHER_SCRIPT else (row.text_b, row.text_a)
    there = {m[0] for m in _NAME.finditer(_ADDRESS.sub(" ", latin))}
    for match in _NAME.finditer(_ADDRESS.sub(lambda m: " " * len(m[0]), kept)):
        if match[0] in there or match[0].lower() in latin.lower():
            continue
        near = [w for w in there if Levenshtein.distance(w, match[0], score_cutoff=1) == 1]
        if near:
            at = {"at_b": match.span()} if b in OTHER_SCRIPT else {"at_a": match.span()}
            who, other = (b, a) if b in OTHER_SCRIPT else (a, b)
            message = f"{who} spells {match[0]} what {other} spells {near[0]}"
            yield row.finding(
                "name", "warning", message, suggestion=near[0], about=f"{near[0]}>{match[0]}", **at
            )
