"""Runs the checks over two versions, or over as many as there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from aligner.checks.consensus import consensus
from aligner.checks.registry import CHECKS
from aligner.checks.rows import Earlier, Pair
from aligner.checks.settings import DEFAULTS, Settings
from aligner.findings import Finding
from aligner.model import Comparison
from corpora.model import Resolution

if TYPE_CHECKING:
    from aligner.lexicon.taught import Lexicons

_RANK = {"error": 0, "warning": 1, "info": 2}


def check(
    a: Resolution,
    b: Resolution,
    *,
    settings: Settings = DEFAULTS,
    comparison: Comparison | None = None,
    earlier: Earlier | None = None,
    lexicons: Lexicons | None = None,
) -> tuple[Finding, ...]:
    """Where two language versions of a document do not say the same, the gravest first.

    Args:
        a, b: the versions; `a` is the one that the messages measure `b` by.
        settings: which checks run and how severe they are.
        comparison: their links, where they are already known.
        earlier: last year's version in the same languages, for "stale" and "terminology".
        lexicons: what was taught about two languages, for versions that have to be aligned.
    """
    pair = Pair(a, b, comparison, earlier, lexicons)
    alone = [*map(_of_first, _of_single(a, settings)), *_of_single(b, settings)]
    return _sorted([*_of_pair(pair, settings), *alone], (a, b))


def check_all(
    documents: Sequence[Resolution],
    *,
    settings: Settings = DEFAULTS,
    comparisons: Sequence[Comparison] | None = None,
    earlier: Sequence[Resolution] = (),
    lexicons: Lexicons | None = None,
) -> tuple[Finding, ...]:
    """Where any of several language versions stands apart: the odd one out named once, the gravest first.

    Every version is compared with the first; a finding's `languages` say whose paragraphs `a` and `b` are.

    Args:
        comparisons: the links of the first with each of the others, where they are already known.
        earlier: last year's version in as many of the languages as are at hand.
        lexicons: what was taught about two languages, for versions that have to be aligned.
    """
    if len(documents) < 2:
        return _sorted([f for d in documents for f in _of_single(d, settings)], documents)
    first, *others = documents
    last = {d.language: d for d in earlier}
    known: Sequence[Comparison | None] = comparisons or [None] * len(others)
    pairs = [
        Pair(first, other, links, Earlier(last.get(first.language), last.get(other.language)), lexicons)
        for other, links in zip(others, known, strict=True)
    ]
    found = consensus([list(_of_pair(pair, settings)) for pair in pairs], [d.language for d in documents])
    alone = [f for d in documents for f in _of_single(d, settings)]
    return _sorted([*found, *alone], documents)


def _of_pair(pair: Pair, settings: Settings) -> Iterator[Finding]:
    for one in CHECKS:
        if settings.runs(one.name):
            for finding in one.of_pair(pair, settings):
                yield replace(finding, severity=settings.severity_of(one.name, finding.severity))


def _of_single(document: Resolution, settings: Settings) -> Iterator[Finding]:
    for one in CHECKS:
        if settings.runs(one.name):
            for finding in one.of_single(document, settings):
                yield replace(finding, severity=settings.severity_of(one.name, finding.severity))


def _of_first(finding: Finding) -> Finding:
    """What a check found in the first version alone, named as the first's and not as the second's."""
    return replace(
        finding, a=finding.b, b=(), spans_a=finding.spans_b, spans_b=(), languages=finding.languages[::-1]
    )


def _sorted(findings: list[Finding], documents: Sequence[Resolution]) -> tuple[Finding, ...]:
    """By severity, then by place in the text."""
    places: dict[tuple[str, str], int] = {}
    for d in documents:
        places |= {(d.language, p.id): k for k, p in enumerate(d.paragraphs)}

    def key(f: Finding) -> tuple[int, int]:
        languages = f.languages or ("", "")
        at = [places.get((languages[-1], i), 0) for i in f.b] or [
            places.get((languages[0], i), 0) for i in f.a
        ]
        return _RANK[f.severity], at[0] if at else 0

    return tuple(sorted(findings, key=key))
