"""Paragraphs that one version has and the other lacks, twice has, or has elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks.model import version
from aligner.checks.rows import Pair
from aligner.checks.settings import Settings
from aligner.findings import Finding, Severity
from aligner.model import Link
from corpora.model import Paragraph, Resolution

SHOWN = 60  # characters of a paragraph in a message


def missing(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Paragraphs without counterpart."""
    a, b = version(pair.a), version(pair.b)
    for link in pair.comparison.links:
        if link.new and link.old:
            continue
        if link.old:
            text = _head(pair.comparison.old_paragraphs(link))
            yield _found("missing", pair, link, f"{b} has nothing for this paragraph of {a}: {text}")
        elif not _twin(pair.b, link.new[0]):
            text = _head(pair.comparison.new_paragraphs(link))
            yield _found("missing", pair, link, f"{a} has nothing for this paragraph of {b}: {text}")


def shape(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Paragraphs that the other version splits or merges."""
    a, b = version(pair.a), version(pair.b)
    for link in pair.comparison.links:
        if link.old and link.new and len(link.old) != len(link.new):
            message = f"{' and '.join(link.new)} of {b} answer {' and '.join(link.old)} of {a}"
            word = "split" if len(link.new) > len(link.old) else "merged"
            yield _found("shape", pair, link, f"{word}: {message}", "warning")


def doubled(document: Resolution, settings: Settings) -> Iterator[Finding]:
    """Paragraphs that stand twice."""
    for first, second in twins(document):
        message = f"{version(document)} has {second.id} twice, first as {first.id}: {_head((second,))}"
        yield Finding("doubled", "error", (), (first.id, second.id), message)


def twins(document: Resolution) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Body paragraphs with the same text."""
    seen: dict[str, Paragraph] = {}
    for p in document.paragraphs:
        if p.kind in ("preambular", "operative", "subparagraph", "plain") and len(p.text) > SHOWN:
            if p.text in seen:
                yield seen[p.text], p
            seen[p.text] = p


def _twin(document: Resolution, id_: str) -> bool:
    return any(id_ in (first.id, second.id) for first, second in twins(document))


def _found(name: str, pair: Pair, link: Link, message: str, grave: Severity = "error") -> Finding:
    paragraphs = (*pair.comparison.old_paragraphs(link), *pair.comparison.new_paragraphs(link))
    body = any(p.kind not in ("masthead", "closing", "opening", "heading") for p in paragraphs)
    return Finding(name, grave if body else "info", link.old, link.new, message)


def _head(paragraphs: tuple[Paragraph, ...]) -> str:
    text = paragraphs[0].text
    return text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"
