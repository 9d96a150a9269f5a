"""The formats for spreadsheets and translators, each read back by a reader that is not ours."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from typing import Any

import openpyxl
import pytest
import report_cases as cases
from lxml import etree

from aligner import reports
from aligner.findings import Finding
from aligner.model import Comparison
from aligner.reports import ReportSettings
from aligner.reports.safe import visible
from aligner.reports.xlsx import _CELL_LIMIT
from corpora.errors import OptionError

FORMULA = re.compile(r"^\s*[=+\-@]")
FOUND = (
    Finding("numbers", "error", ("op1",), ("op1",), "=5 against 6", suggestion="@6", languages=("en", "ar")),
    Finding("length", "warning", ("op2",), (), "<b>long</b> \x1b"),
)


def _rows(comparison: Comparison, settings: ReportSettings = reports.DEFAULTS) -> list[dict[str, str]]:
    data = reports.render(comparison, "csv", settings)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _book(comparison: Comparison, settings: ReportSettings = reports.DEFAULTS) -> Any:
    return openpyxl.load_workbook(io.BytesIO(reports.render(comparison, "xlsx", settings)))


def test_csv_tells_each_change_once() -> None:
    rows = _rows(cases.yearly())
    places = [row["Place"] for row in rows]
    assert places == [
        "Title", "PP2", "PP3", "OP1", "OP1 → OP2", "OP2 → OP3 + OP4", "OP3 + OP4 → OP5", "OP6", "OP7 → OP6", "Note 2",
    ]  # fmt: skip
    moved = rows[places.index("OP1")]
    assert moved["What"] == "moved from OP5, edited, renumbered, substantive"
    assert moved["Old text"] == "5. Requests the Secretary-General to consult;"
    assert moved["Moved"] == "yes"
    assert all("unofficial edition" in row["Old document"] for row in rows)


def test_csv_has_no_formula() -> None:
    for row in _rows(cases.hostile()):
        assert not any(FORMULA.match(cell) for cell in row.values())
        assert row["New text"] == "'" + visible(row["New text"][1:])  # the label "@x" stands before the text


def test_csv_of_findings() -> None:
    rows = _rows(cases.bilingual(), ReportSettings(findings=FOUND))
    assert [(row["Severity"], row["Finding"], row["Decision"]) for row in rows] == [
        ("error", "'=5 against 6", ""), ("warning", "<b>long</b> ␛", ""),
    ]  # fmt: skip


def test_xlsx_reads_back() -> None:
    book = _book(cases.yearly(), ReportSettings(findings=FOUND))
    assert book.sheetnames == ["About", "Findings", "Changes", "Ledger"]
    for name in book.sheetnames[1:]:
        sheet = book[name]
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref
        assert all(column.width for column in sheet.column_dimensions.values())
    ledger = list(book["Ledger"].iter_rows(min_row=2, values_only=True))
    comparison = cases.yearly()
    texts = [p.text for p in (*comparison.old.paragraphs, *comparison.new.paragraphs)]
    assert [row[8] for row in ledger] == texts
    about = [cell for row in book["About"].iter_rows(values_only=True) for cell in row]
    assert "A/RES/60/156 (English): unofficial edition, not the UN's text" in about
    assert "unofficial edition" in book["Changes"].oddFooter.left.text


def test_xlsx_holds_strings_and_no_formula() -> None:
    data = reports.render(cases.hostile(), "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            tree = etree.fromstring(package.read(name))
            assert not tree.findall(".//{*}sheetData//{*}f"), name
            assert not tree.findall(".//{*}hyperlink")
    sheet = _book(cases.hostile())["Ledger"]
    for row in sheet.iter_rows(min_row=2):
        assert row[8].data_type == "s"
        assert bool(FORMULA.match(row[8].value)) <= bool(row[8].quotePrefix)


def test_xlsx_cuts_what_no_cell_can_hold_and_says_so() -> None:
    long = cases.resolution([cases.paragraph("op1", "word " * 10_000, "1.")])
    comparison = Comparison(
        "years", cases.resolution([]), long, (cases.link(cases.resolution([]), long, "added", (), ("op1",)),)
    )
    (value,) = [row[8] for row in _book(comparison)["Ledger"].iter_rows(min_row=2, values_only=True)]
    assert len(value) == _CELL_LIMIT
    assert value.endswith("(cut: the cell is full)")


def test_tmx_reads_back_elsewhere() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the reader's own dependencies
        tmx = pytest.importorskip("translate.storage.tmx", reason="translate-toolkit is not installed")
    store = tmx.tmxfile(io.BytesIO(reports.render(cases.bilingual(), "tmx")), "en", "ar")
    assert [(unit.source, unit.target) for unit in store.units] == [
        ("Human rights", "حقوق الإنسان"),
        ("Welcomes the report A/61/443; notes it;", "ترحب بالتقرير A/61/443؛\nتحيط علما به؛"),
    ]


def test_tmx_says_what_has_no_counterpart() -> None:
    tree = etree.fromstring(reports.render(cases.bilingual(), "tmx"), etree.XMLParser(load_dtd=False))
    assert "No counterpart: op2" in [note.text for note in tree.iter("note")]
    assert {"x-provenance", "x-document"} <= {prop.get("type") for prop in tree.iter("prop")}


def test_xliff_reads_back_elsewhere() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the reader's own dependencies
        xliff = pytest.importorskip("translate.storage.xliff2", reason="translate-toolkit is not installed")
    data = reports.render(cases.bilingual(), "xlf", ReportSettings(findings=FOUND))
    store = xliff.Xliff2File.parsestring(data)
    assert [(unit.source, unit.target) for unit in store.units] == [
        ("Human rights", "حقوق الإنسان"),
        ("Welcomes the report A/61/443; notes it;", "ترحب بالتقرير A/61/443؛\nتحيط علما به؛"),
        ("Decides to continue.", None),
    ]
    tree = etree.fromstring(data)
    notes = [note.text for note in tree.findall(".//{*}unit//{*}note")]
    assert "error numbers: =5 against 6" in notes
    assert "no counterpart in the target language" in notes


@pytest.mark.parametrize("format_", ["tmx", "xlf"])
def test_hostile_text_is_xml_in_memories_too(format_: str) -> None:
    comparison = cases.hostile("languages")
    tree = etree.fromstring(reports.render(comparison, format_), etree.XMLParser(load_dtd=False))
    name = "{*}source" if format_ == "xlf" else "seg"
    shown = [element.text for element in tree.iter(name)]
    assert visible(comparison.old.paragraphs[3].text) in shown


@pytest.mark.parametrize("format_", ["tmx", "xlf"])
def test_two_years_are_no_translation(format_: str) -> None:
    with pytest.raises(OptionError, match="two languages"):
        reports.render(cases.yearly(), format_)
