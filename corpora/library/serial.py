"""A resolution as the JSON that the library keeps, and back."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from corpora.errors import LibraryError
from corpora.model import Mark, Paragraph, Provenance, Resolution, Symbol, Unplaced

FORMAT = 1


def dump(document: Resolution) -> str:
    """The document as one line of JSON; its provenance stands in columns of its own and is left out."""
    return json.dumps(
        {
            "format": FORMAT,
            "symbol": document.symbol and document.symbol.text,
            "language": document.language,
            "adopted": document.adopted and document.adopted.isoformat(),
            "paragraphs": [_paragraph_row(p) for p in document.paragraphs],
            "unplaced": [[u.text, u.reason] for u in document.unplaced],
            "warnings": document.warnings,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def load(text: str, provenance: Provenance) -> Resolution:
    """The document that `dump` wrote.

    Raises:
        LibraryError: the JSON is not what `dump` writes; the library was changed from outside.
    """
    try:
        data: dict[str, Any] = json.loads(text)
        return Resolution(
            symbol=Symbol(data["symbol"]) if data["symbol"] else None,
            language=data["language"],
            paragraphs=tuple(_paragraph(row) for row in data["paragraphs"]),
            provenance=provenance,
            adopted=dt.date.fromisoformat(data["adopted"]) if data["adopted"] else None,
            unplaced=tuple(Unplaced(*pair) for pair in data["unplaced"]),
            warnings=tuple(data["warnings"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        remedy = "run resdiff library verify"
        raise LibraryError("the stored text is damaged", provenance.source, remedy) from error


def _paragraph_row(p: Paragraph) -> list[Any]:
    row: list[Any] = [p.id, p.kind, p.text]
    if p.label is not None or p.marks:
        row.append(p.label)
    if p.marks:
        row.append([[m.start, m.end, m.kind, m.target] for m in p.marks])
    return row


def _paragraph(row: list[Any]) -> Paragraph:
    label = row[3] if len(row) > 3 else None
    if not all(isinstance(value, str) for value in (*row[:3], label or "")):
        raise TypeError("a paragraph of something else than text")
    marks = tuple(Mark(*mark) for mark in row[4]) if len(row) > 4 else ()
    return Paragraph(row[0], row[1], row[2], label, marks)


def paragraph(row: str | None, paragraph_id: str) -> tuple[str | None, str]:
    """Label and text of one paragraph, from its part of what `dump` wrote."""
    values = json.loads(row) if row else None
    if not values or values[0] != paragraph_id:
        raise LibraryError("the stored text is damaged", paragraph_id, "run resdiff library verify")
    return (values[3] if len(values) > 3 else None), values[2]
