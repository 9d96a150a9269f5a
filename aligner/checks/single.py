"""Helpers for checks of one version alone."""

from __future__ import annotations

from aligner.findings import Finding, Severity, Span
from corpora.model import Paragraph


def found(
    check: str, severity: Severity, p: Paragraph, message: str,
    at: tuple[int, int] | None = None, suggestion: str = "", about: str = "",
) -> Finding:  # fmt: skip
    """A finding at one paragraph, or at a place in it."""
    spans = (Span(p.id, *at),) if at else ()
    return Finding(check, severity, (), (p.id,), message, (), spans, suggestion, about)


def around(text: str, start: int, end: int, reach: int = 15) -> str:
    """A place in a text with what stands beside it, to be shown in a message."""
    head = "…" if start > reach else ""
    tail = "…" if end + reach < len(text) else ""
    return f"{head}{text[max(0, start - reach) : end + reach]}{tail}".replace("\n", " ")
