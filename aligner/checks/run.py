"""Runs the checks."""

from __future__ import annotations

from aligner.checks import content, lengths, order, structure, untranslated
from aligner.checks.rows import Pair
from aligner.languages import align
from aligner.model import Finding
from corpora.model import Resolution


def check(a: Resolution, b: Resolution) -> tuple[Finding, ...]:
    pair = Pair(a, b, align(a, b))
    out = list(structure.missing(pair))
    out += structure.twice(b)
    out += order.find(pair)
    out += lengths.find(pair)
    out += untranslated.find(pair)
    for family in content.FAMILIES:
        out += content.find(pair, family)
    return tuple(out)
