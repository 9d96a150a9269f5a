"""Small documents for the tests of the library, and the archives and servers that hold them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from corpora.model import Paragraph, Provenance, Resolution, Status, Symbol


def document(
    symbol: str | None = "A/RES/90/1",
    language: str = "en",
    title: str = "On weights and measures",
    texts: Sequence[str] = ("Recalling its resolution 89/7 on weights,", "Welcomes the new kilogram;"),
    status: Status = "local",
    source: str = "made.txt",
    adopted: dt.date | None = dt.date(2045, 12, 1),
) -> tuple[Resolution, bytes]:
    """A resolution with a title and preambular paragraphs, and bytes that might be its file."""
    paragraphs = [Paragraph("title", "title", title)]
    paragraphs += [Paragraph(f"pp{n}", "preambular", text) for n, text in enumerate(texts, 1)]
    content = repr((symbol, language, title, tuple(texts))).encode()
    provenance = Provenance(status, source, hashlib.sha256(content).hexdigest())
    made = Resolution(Symbol(symbol) if symbol else None, language, tuple(paragraphs), provenance, adopted)
    return made, content


def plain_resolution(number: int, subject: str = "weights and measures") -> str:
    """The text of an English resolution A/RES/90/NUMBER, as a file would hold it."""
    return f"""A/RES/90/{number}
Ninetieth session
Resolution adopted by the General Assembly on 1 December 2045

90/{number}. On {subject}

The General Assembly,

Recalling its resolution 89/{number} of 2 December 2044 on {subject},

Convinced that {subject} concern everyone who buys and sells, number {number},

1. Welcomes the report of the Secretary-General on {subject};

2. Requests the Secretary-General to report on {subject} at its ninety-first session.
"""
