"""Paragraphs that are preambular in one version and operative in the other."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks.model import version
from aligner.checks.rows import Pair
from aligner.checks.settings import Settings
from aligner.findings import Finding

_BODY = {"preambular": "preambular", "operative": "operative", "subparagraph": "a sub-paragraph"}


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Linked paragraphs of different kinds."""
    for row in pair.rows:
        here, there = row.a[0].kind, row.b[0].kind
        if here != there and here in _BODY and there in _BODY and len(row.a) == len(row.b):
            message = f"{row.ids_b[0]} of {version(pair.b)} is {_BODY[there]}, in {version(pair.a)} it is {_BODY[here]}"
            yield row.finding("kind", "warning", message, about=f"{here}>{there}")
