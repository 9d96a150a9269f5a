"""Brackets and quotation marks that do not pair, by each language's own marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks.model import version
from aligner.checks.rows import Pair
from aligner.checks.settings import Settings
from aligner.findings import Finding, Severity

_ITEM = re.compile(r"(?<!\w)\w{1,4}$")


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Paragraphs whose marks do not pair although those of the other version do."""
    for row in pair.rows:
        a, b = row.languages
        here, there = unpaired(row.text_a, a), unpaired(row.text_b, b)
        grave: Severity = "info" if row.kind in ("masthead", "note") else "warning"
        if there and not here:
            message = f"{version(pair.b)}: {there} without its counterpart"
            yield row.finding("brackets", grave, message, about=f">{there}")
        elif here and not there:
            message = f"{version(pair.a)}: {here} without its counterpart"
            yield row.finding("brackets", grave, message, about=f"{here}>")


def unpaired(text: str, language: str) -> str:
    """The marks of a text that have no counterpart, as one string; the bracket of a list's "a)" needs none."""
    out = []
    for opening, closing in (
        ("(（", ")）"),
        ("[", "]"),
        ("«", "»"),
        ("「", "」"),
        ("《", "》"),
        ("【", "】"),
    ):
        lone = _lone(text, opening, closing)
        if lone and lone not in out:
            out.append(lone)
    if language in ("ar", "ru") or "„" in text:  # ”…“ and „…“: the same mark opens here and closes there
        if sum(map(text.count, "“”„")) % 2:
            out.append("“")
    elif lone := _lone(text, "“", "”"):
        out.append(lone)
    return " ".join(out)


def _lone(text: str, opening: str, closing: str) -> str:
    depth = 0
    if not any(c in text for c in opening + closing):
        return ""
    for k, c in enumerate(text):
        if c in opening:
            depth += 1
        elif c in closing:
            if depth:
                depth -= 1
            elif not _ITEM.search(text, max(0, k - 6), k):
                return c
    return opening[0] if depth else ""
