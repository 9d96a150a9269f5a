"""Printed numbers of paragraphs: gaps, doubles, and numbers that differ between the versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.bitext.units import fold
from aligner.checks.model import version
from aligner.checks.rows import Pair
from aligner.checks.settings import Settings
from aligner.checks.single import found
from aligner.findings import Finding
from corpora.model import Resolution

_NUMBER = re.compile(r"\d+")


def single(document: Resolution, settings: Settings) -> Iterator[Finding]:
    """Numbers of operative paragraphs that do not follow each other; a part with its own numbers begins at 1."""
    last = 0
    for p in document.of_kind("operative"):
        match = _NUMBER.search(fold(p.label or ""))
        if not match:
            continue
        number = int(match[0])
        if number != 1 and last and number != last + 1:
            word = "again" if number == last else f"after {last}"
            yield found("label", "warning", p, f"paragraph {p.label} {word}", about=f"{last + 1}>{number}")
        last = number


def pair(versions: Pair, settings: Settings) -> Iterator[Finding]:
    """Linked paragraphs that carry different numbers."""
    for row in versions.rows:
        if row.kind != "operative" or len(row.a) != 1 or len(row.b) != 1:
            continue
        here, there = (_NUMBER.search(fold(p.label or "")) for p in (row.a[0], row.b[0]))
        if here and there and int(here[0]) != int(there[0]):
            message = f"numbered {there[0]} in {version(versions.b)}, {here[0]} in {version(versions.a)}"
            yield row.finding("label", "info", message, about=f"{here[0]}>{there[0]}")
