"""How `resdiff library` prints: tables, documents, excerpts, JSON."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from tui.cli import options

if TYPE_CHECKING:
    from corpora.library.listing import Entry
    from corpora.library.search import Hit
    from corpora.library.series import Series
    from corpora.model import Resolution

Places = Sequence[tuple[int, int]]  # where characters begin and end
AROUND = 60  # characters shown on either side of what was found
HANG = 4  # cells by which an excerpt hangs below its name on a terminal
_INDENT = {"operative": 0, "subparagraph": 4, "note": 0}


def json_out(kind: str, **content: Any) -> None:
    """Print one JSON document with its schema's name."""
    data = {"schema": f"resdiff/{kind}/1", **content}
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def safe(text: str) -> str:
    """Text from a document or a file name without anything that a terminal would obey."""
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" else c for c in text)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns of equal width, the last one as wide as there is room."""
    lines = [[safe(cell) for cell in row] for row in rows]
    if not lines:
        return
    widths = [max(map(_width, column)) for column in zip(head, *lines, strict=True)][:-1]
    room = shutil.get_terminal_size().columns - sum(widths) - 2 * len(widths) if sys.stdout.isatty() else None
    for line in [list(head), *lines]:
        padded = [cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=False)]
        click.echo("  ".join([*padded, _cut(line[-1], room)]).rstrip())


def excerpt(text: str, places: Places) -> tuple[str, Places]:
    """The surroundings of the first place, and every place in them."""
    start = max(0, places[0][0] - AROUND) if places else 0
    end = min(len(text), (places[0][1] if places else 0) + 2 * AROUND)
    opening, closing = "…" if start else "", "…" if end < len(text) else ""
    shift = len(opening) - start
    found = [(a + shift, b + shift) for a, b in places if a >= start and b <= end]
    return f"{opening}{safe(text[start:end])}{closing}", found


def marked(text: str, places: Places, start: int, end: int) -> str:
    """Part of a text, what of the places is in it underlined."""
    parts, done = [], start
    for a, b in ((max(a, start), min(b, end)) for a, b in places):
        if done <= a < b:
            parts += [text[done:a], click.style(text[a:b], underline=True, bold=True)]
            done = b
    return "".join([*parts, text[done:end]])


def hit_text(hit: Hit, *before: str) -> None:
    """Print a paragraph that was found: what is to be said before it, whose it is, its words marked.

    One line each, for other programs; on a terminal the words are broken into lines below the name.
    """
    name = click.style(f"{hit.symbol or hit.title or hit.document}@{hit.language} {hit.paragraph}", bold=True)
    text, places = excerpt(hit.text, hit.places)
    if not sys.stdout.isatty():
        click.echo("  ".join([*before, name, marked(text, places, 0, len(text))]), color=options.colour())
        return
    from tui.layout.wrap import wrap

    click.echo("  ".join([*before, name]), color=options.colour())
    for start, end in wrap(text, shutil.get_terminal_size().columns - HANG, hit.language):
        click.echo(" " * HANG + marked(text, places, start, end), color=options.colour())


def hit_json(hit: Hit) -> dict[str, Any]:
    """A paragraph that was found, as JSON."""
    return {
        "number": hit.document,
        "symbol": hit.symbol,
        "language": hit.language,
        "title": hit.title,
        "paragraph": hit.paragraph,
        "label": hit.label,
        "text": hit.text,
        "places": [list(place) for place in hit.places],
    }


def document_text(document: Resolution) -> str:
    """A document as plain text, each paragraph a line, with its id, label and provenance."""
    lines = [f"{document.name}  {document.language}  {document.provenance.notice}", ""]
    wide = max((len(p.id) for p in document.paragraphs), default=0)
    lines += [f"{p.id:{wide}}  {p.label + ' ' if p.label else ''}{p.text}" for p in document.paragraphs]
    lines += [f"not placed ({u.reason}): {u.text}" for u in document.unplaced]
    return "\n".join(map(safe, lines)) + "\n"


def document_json(document: Resolution) -> str:
    """A document as JSON."""
    p = document.provenance
    data = {
        "schema": "resdiff/document/1",
        "symbol": document.symbol and document.symbol.text,
        "language": document.language,
        "title": document.title,
        "adopted": document.adopted and document.adopted.isoformat(),
        "provenance": {"status": p.status, "source": p.source, "sha256": p.sha256, "note": p.note},
        "paragraphs": [
            {"id": p.id, "kind": p.kind, "label": p.label, "text": p.text} for p in document.paragraphs
        ],
        "unplaced": [{"text": u.text, "reason": u.reason} for u in document.unplaced],
        "warnings": list(document.warnings),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def series_text(found: Iterable[Series]) -> str:
    """Each series with its members, the oldest first, and the reason of each step."""
    lines = []
    for one in found:
        lines.append(one.title)
        reasons = {step.newer: step.reason for step in one.steps}
        wide = max(len(str(member)) for member in one.members)
        lines += [f"  {member!s:{wide}}  {reasons.get(member, '')}".rstrip() for member in one.members]
    return "".join(f"{safe(line)}\n" for line in lines)


def _width(text: str) -> int:
    """The cells of a terminal that a text takes."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in ("Mn", "Cf") for c in text)


def _cut(text: str, room: int | None) -> str:
    if room is None or _width(text) <= room:
        return text
    while text and _width(text) > room - 1:
        text = text[:-1]
    return f"{text}…"


def entry_json(e: Entry) -> dict[str, Any]:
    """One document of the library as JSON."""
    return {
        "number": e.key,
        "symbol": e.symbol and e.symbol.text,
        "language": e.language,
        "title": e.title,
        "adopted": e.adopted and e.adopted.isoformat(),
        "provenance": {
            "status": e.provenance.status,
            "source": e.provenance.source,
            "sha256": e.provenance.sha256,
            "note": e.provenance.note,
        },
        "added": e.added.isoformat(),
        "bytes": e.size,
        "paragraphs": e.paragraphs,
        "series": e.series,
    }
