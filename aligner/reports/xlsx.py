"""XLSX: changes, findings and the ledger of paragraphs as sheets to sort and filter, and the report's statement."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from aligner.model import Comparison
from aligner.reports import tables
from aligner.reports.safe import formula_safe, visible
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices, statement
from aligner.reports.words import direction, heading, tally

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_CELL_LIMIT = 32_767  # characters, of the format
_CUT = " … (cut: the cell is full)"
_EPOCH = dt.datetime(1980, 1, 1)
_SEVERITIES = {"error": "#FBDCD9", "warning": "#FFF3CD", "info": "#E8EDFB"}


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The workbook; the same comparison and settings give the same bytes."""
    sheets = [tables.changes(comparison, settings)]
    if settings.findings is not None:
        sheets.insert(0, tables.findings(settings.findings))
    sheets.append(tables.ledger(comparison))
    return workbook(sheets, _about(comparison, settings), settings, heading(comparison), notices(comparison))


def workbook(
    sheets: list[tables.Table],
    about: list[tuple[str, str]],
    settings: ReportSettings,
    title: str,
    footer: tuple[str, ...],
) -> bytes:
    """Tables as sheets with frozen headings and filters, and a first sheet that says what they are.

    Args:
        about: the first sheet's lines, each a name and a value; one without a value is a heading.
        footer: printed on every page.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    # Nothing in a document becomes a formula, a link or a number.
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    }  # fmt: skip
    book = Workbook(out, options)
    created = settings.date.replace(tzinfo=None) if settings.date else _EPOCH
    book.set_properties({"title": visible(title), "author": visible(settings.author), "created": created})
    formats = _Formats(book)
    _first(book, about, formats, footer)
    for table in sheets:
        _sheet(book, table, formats, footer)
    book.close()
    return out.getvalue()


class _Formats:
    """The workbook's cell formats, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[Any, ...], Any] = {}

    def of(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "top", **properties})
        return self._made[key]


def _first(book: Workbook, about: list[tuple[str, str]], formats: _Formats, footer: tuple[str, ...]) -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    for line, (key, value) in enumerate(about):
        bold = formats.of(bold=not value)
        sheet.write_string(line, 0, _fitting(key), bold)
        if value:
            sheet.write_string(
                line, 1, _fitting(value), formats.of(text_wrap=True, quote_prefix=_risky(value))
            )
    _printed(sheet, footer)


def _sheet(book: Workbook, table: tables.Table, formats: _Formats, footer: tuple[str, ...]) -> None:
    sheet = book.add_worksheet(table.name)
    head = formats.of(bold=True, bottom=1, bg_color="#EDEDE8", text_wrap=True)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, visible(column.heading), head)
    for line, row in enumerate(table.rows, 1):
        fill = {"bg_color": _SEVERITIES[str(row[1])]} if table.name == "Findings" else {}
        for place, cell in enumerate(row):
            _write(sheet, line, place, cell, table.columns[place], formats, fill)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.repeat_rows(0)
    _printed(sheet, footer)


def _write(
    sheet: Any,
    line: int,
    place: int,
    cell: tables.Cell,
    column: tables.Column,
    formats: _Formats,
    fill: dict[str, str],
) -> None:
    if isinstance(cell, bool):
        sheet.write_string(line, place, "yes" if cell else "no", formats.of(**fill))
    elif isinstance(cell, str):
        more: dict[str, Any] = {"text_wrap": column.wraps, "quote_prefix": _risky(cell), **fill}
        if direction("ar", cell) == "rtl" and any("\u0590" <= c <= "\u08ff" for c in cell):
            more["reading_order"] = 2  # from right to left
        sheet.write_string(line, place, _fitting(cell), formats.of(**more))
    else:
        sheet.write_number(line, place, cell, formats.of(**fill))


def _printed(sheet: Any, footer: tuple[str, ...]) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    # An ampersand begins a code of the format; 255 characters is its limit.
    sheet.set_footer("&L&8" + visible("; ".join(footer)).replace("&", "&&")[:230] + "&R&8&P/&N")


def _about(comparison: Comparison, settings: ReportSettings) -> list[tuple[str, str]]:
    lines = [
        (heading(comparison), ""),
        *((line, "") for line in notices(comparison)),
        ("Links", tally(comparison)),
    ]
    for section in statement(comparison, settings):
        lines += [(section.heading, ""), *section.lines]
    return lines


def _risky(text: str) -> bool:
    return formula_safe(text) != visible(text)


def _fitting(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _CELL_LIMIT else shown[: _CELL_LIMIT - len(_CUT)] + _CUT
