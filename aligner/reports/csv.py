"""CSV: the changes, or the findings where the settings bring some; safe to open in any spreadsheet.

UTF-8 with a byte order mark, because Excel takes other CSV for the machine's own encoding. Each row names both
documents and their provenance, there being no other place for it.
"""

from __future__ import annotations

import csv
import io

from aligner.model import Comparison
from aligner.reports import tables
from aligner.reports.safe import formula_safe
from aligner.reports.settings import ReportSettings


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The table with its headings; lines end as RFC 4180 wants."""
    found = settings.findings
    table = tables.changes(comparison, settings) if found is None else tables.findings(found)
    return rendered(table)


def rendered(table: tables.Table) -> bytes:
    """One table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([formula_safe(column.heading) for column in table.columns])
    for row in table.rows:
        writer.writerow([formula_safe(cell) if isinstance(cell, str) else _plain(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: tables.Cell) -> str:
    return ("yes" if cell else "no") if isinstance(cell, bool) else str(cell)
