"""Paragraphs that stand in another order than in the other version."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks.model import version
from aligner.checks.rows import BODY, ENOUGH, MOST_POOR, Pair
from aligner.checks.settings import Settings
from aligner.findings import Finding
from corpora.model import Paragraph

FIT = 0.4
"""Affinity from which a paragraph without link answers another one without; range 0.3-0.6."""


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Swapped paragraphs, and paragraphs without link that answer each other across the document."""
    moved = [((*r.a,), (*r.b,)) for r in pair.rows if r.moved]
    for a, b in [*moved, *(((p,), (q,)) for p, q in lone_pairs(pair))]:
        here, there = a[0].id, b[0].id
        message = f"{version(pair.b)} has at {there} what {version(pair.a)} has at {here}: another order"
        yield Finding("order", "error", (here,), (there,), message)


def lone_pairs(pair: Pair) -> list[tuple[Paragraph, Paragraph]]:
    """Paragraphs without link on either side that answer each other."""
    links = pair.comparison.links
    lone_a = [p for k in links if not k.new for i in k.old if _tells(p := pair.a[i])]
    lone_b = [p for k in links if not k.old for i in k.new if _tells(p := pair.b[i])]
    out: list[tuple[Paragraph, Paragraph]] = []
    if len(lone_a) > MOST_POOR or len(lone_b) > MOST_POOR:
        return out
    for p in lone_a:
        best = max(lone_b, key=lambda q: pair.affinity(p.text, q.text), default=None)
        if best is not None and pair.affinity(p.text, best.text) >= FIT:
            lone_b.remove(best)
            out.append((p, best))
    return out


def _tells(p: Paragraph) -> bool:
    return p.kind in BODY and len(p.text) >= ENOUGH
