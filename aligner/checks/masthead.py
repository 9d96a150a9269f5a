"""Masthead, title and closing that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks.settings import Settings
from aligner.checks.single import found
from aligner.findings import Finding
from aligner.values import values
from corpora.model import Paragraph, Resolution

_SESSION = re.compile(r"^A/RES/(\d{1,3})/\d")
NUMBERED_FROM = 31  # the General Assembly's session from which on its resolutions are numbered 31/1, 31/2


def find(document: Resolution, settings: Settings) -> Iterator[Finding]:
    """A session, symbol or date of the masthead that another part of the document contradicts."""
    yield from _session(document)
    yield from _symbol(document)
    yield from _adoption(document)


def _session(document: Resolution) -> Iterator[Finding]:
    match = _SESSION.match(str(document.symbol or ""))
    line = _part(document, "m.session")
    if not match or not line:
        return
    own = int(match[1])
    named = [v for v in values(line.text, document.language) if v.kind in ("ordinal", "number")]
    if own >= NUMBERED_FROM and named and all(v.number != own for v in named):
        message = f"the masthead says session {named[0].value}, the symbol {document.symbol} session {own}"
        yield found(
            "masthead",
            "error",
            line,
            message,
            (named[0].start, named[0].end),
            about=f"{own}>{named[0].value}",
        )


def _symbol(document: Resolution) -> Iterator[Finding]:
    line = _part(document, "m.symbol")
    own = re.sub(r"\s", "", str(document.symbol or ""))
    if line and own and own not in re.sub(r"\s", "", line.text):
        message = f"the masthead has {line.text}, the document is {document.symbol}"
        yield found("masthead", "error", line, message, about=f"{document.symbol}>{line.text}")


def _adoption(document: Resolution) -> Iterator[Finding]:
    adopted, closing = _part(document, "m.adopted"), _part(document, "closing")
    if not adopted or not closing:
        return
    first, last = _date(adopted, document.language), _date(closing, document.language)
    if first and last and first != last:
        message = f"the masthead says adopted on {first}, the end {last}"
        yield found("masthead", "error", closing, message, about=f"{first}>{last}")


def _date(p: Paragraph, language: str) -> str | None:
    return next((v.value for v in values(p.text, language) if v.kind == "date" and len(v.value) == 10), None)


def _part(document: Resolution, id_: str) -> Paragraph | None:
    return next((p for p in document.paragraphs if p.id == id_), None)
