"""The page before the text: what changed at a glance, and the report's statement."""

from __future__ import annotations

from aligner.model import Comparison
from aligner.reports.docx.marks import xml
from aligner.reports.layout import shown_rows
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices, statement
from aligner.reports.words import heading, place, tally, what


def summary_page(comparison: Comparison, settings: ReportSettings, section: str) -> str:
    """The page's paragraphs, always left to right, ending in a section break.

    Args:
        section: the properties of a section like those of the text's.
    """
    out = [_paragraph("SummaryTitle", heading(comparison)), _paragraph("SummaryLine", tally(comparison))]
    out += [_paragraph("SummaryHeading", line) for line in notices(comparison)]
    out.append(_paragraph("SummaryHeading", "Changes"))
    out += [
        _paragraph("SummaryLine", f"{place(row)}\t{what(row)}")
        for row in shown_rows(comparison, None, quiet=False)
    ]
    for part in statement(comparison, settings):
        out.append(_paragraph("SummaryHeading", part.heading))
        out += [_paragraph("SummaryLine", f"{key}\t{value}") for key, value in part.lines]
    return "".join(out) + f'<w:p><w:pPr><w:pStyle w:val="SummaryLine"/>{section}</w:pPr></w:p>'


def _paragraph(style: str, text: str) -> str:
    runs = "<w:r><w:tab/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{xml(piece)}</w:t></w:r>' for piece in text.split("\t", 1)
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:bidi w:val="0"/></w:pPr>{runs}</w:p>'
