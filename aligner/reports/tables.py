"""The tables behind CSV and XLSX: changes or links, findings, and the ledger of all paragraphs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.findings import Finding
from aligner.model import Comparison
from aligner.reports.layout import shown_rows
from aligner.reports.settings import ReportSettings
from aligner.reports.words import edits, language_name, names, place, what
from corpora.model import Resolution

Cell = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its width in characters; `wraps` where its cells hold running text."""

    heading: str
    width: int
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A named table; every row has a cell a column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def changes(comparison: Comparison, settings: ReportSettings) -> Table:
    """The rows where something changed; between languages, all links."""
    yearly = comparison.axis == "years"
    first, second = ("Old", "New") if yearly else (_side(comparison.old), _side(comparison.new))
    columns = (
        Column("Place", 16), Column("What", 26), Column("Relation", 11), Column("Change", 12),
        Column("Moved", 8), Column("Renumbered", 11), Column("Similarity", 10), Column(f"{first} ids", 12),
        Column(f"{second} ids", 12), Column(f"{first} text", 60, True), Column(f"{second} text", 60, True),
        Column("Evidence", 40, True), Column("Old document", 28), Column("New document", 28),
        *([Column("Edits", 60, True)] if yearly else ()),
    )  # fmt: skip
    rows = []
    for row in shown_rows(comparison, settings.only, quiet=not yearly):
        link = row.link
        if row.elsewhere and row.old:
            continue  # told once, where the text now stands
        rows.append((
            place(row), what(row), link.relation, link.change or "", link.moved, link.renumbered,
            round(link.similarity, 4), " ".join(link.old), " ".join(link.new), _text(comparison.old, link.old),
            _text(comparison.new, link.new), "; ".join(link.evidence), _document(comparison.old),
            _document(comparison.new), *([edits(link)] if yearly else ()),
        ))  # fmt: skip
    return Table("Changes" if yearly else "Links", columns, tuple(rows))


def findings(found: Sequence[Finding]) -> Table:
    """A reviser's sheet: one finding a row, and two columns to fill in."""
    columns = (
        Column("No.", 6), Column("Severity", 10), Column("Check", 16), Column("Languages", 11), Column("First", 18),
        Column("Second", 18), Column("Finding", 70, True), Column("Suggestion", 40, True), Column("Decision", 16),
        Column("Remark", 40, True),
    )  # fmt: skip
    rows = tuple(
        (
            n,
            f.severity,
            f.check,
            " ".join(f.languages),
            names(f.a),
            names(f.b),
            f.message,
            f.suggestion,
            "",
            "",
        )
        for n, f in enumerate(found, 1)
    )
    return Table("Findings", columns, rows)


def ledger(comparison: Comparison) -> Table:
    """Every paragraph of both documents, the link it is in and the fingerprint of its text."""
    columns = (
        Column("Document", 22), Column("Id", 12), Column("Kind", 13), Column("Label", 9), Column("Link", 6),
        Column("Relation", 11), Column("Answers", 16), Column("SHA-256 of the text", 20), Column("Text", 90, True),
    )  # fmt: skip
    old_links = {i: (n, link) for n, link in enumerate(comparison.links, 1) for i in link.old}
    new_links = {i: (n, link) for n, link in enumerate(comparison.links, 1) for i in link.new}
    rows: list[tuple[Cell, ...]] = []
    for document, links, old in ((comparison.old, old_links, True), (comparison.new, new_links, False)):
        for p in document.paragraphs:
            number, link = links.get(p.id, (0, None))
            relation = link.relation if link else "NOT LINKED"
            answers = " ".join(link.new if old else link.old) if link else ""
            mark = hashlib.sha256(p.text.encode("utf-8", "surrogatepass")).hexdigest()
            side = f"{document.name} ({document.language})"
            rows.append((side, p.id, p.kind, p.label or "", number, relation, answers, mark, p.text))
    return Table("Ledger", columns, tuple(rows))


def _side(document: Resolution) -> str:
    return language_name(document.language)


def _document(document: Resolution) -> str:
    return f"{document.name} ({document.language}), {document.provenance.notice}"


def _text(document: Resolution, ids: tuple[str, ...]) -> str:
    return "\n".join(
        f"{document[i].label} {document[i].text}" if document[i].label else document[i].text for i in ids
    )
