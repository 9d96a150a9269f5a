"""Accept all and reject all of the Word document give the new and the old text exactly."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import ooxml
import pytest
import report_cases as cases
from hypothesis import given, settings
from lxml import etree

import aligner
import corpora
from aligner import reports
from aligner.model import Comparison
from aligner.reports import ReportSettings
from aligner.reports.safe import visible
from corpora import bundled
from corpora.errors import OptionError
from corpora.model import Mark, Paragraph, Resolution

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


def expected(document: Resolution) -> list[tuple[str, list[str]]]:
    """Each paragraph's text with its label, and the texts of the notes cited there; an uncited note is a paragraph."""
    cited = {note for p in document.paragraphs if p.kind != "note" for note in p.note_targets}
    out, seen = [], set()
    for p in document.paragraphs:
        if p.kind == "note" and p.id in cited:
            continue
        notes = [note for note in p.note_targets if note in document and note not in seen]
        seen |= set(notes)
        out.append((_text(p), [visible(document[note].text) for note in notes]))
    return out or [("", [])]  # a document has one paragraph at least


def _text(p: Paragraph) -> str:
    return (f"{visible(p.label)}\t" if p.label else "") + visible(p.text)


def assert_exact(comparison: Comparison, data: bytes) -> None:
    for accept, document in ((True, comparison.new), (False, comparison.old)):
        got = [(p.text, [n.text for n in p.notes]) for p in ooxml.paragraphs(data, accept=accept)]
        assert got == expected(document)


def bundled_pair(language: str) -> Comparison:
    return aligner.compare(bundled.load("A/RES/60/156", language), bundled.load("A/RES/61/168", language))


@given(cases.comparisons())
@settings(max_examples=60)
def test_any_links_give_both_documents(comparison: Comparison) -> None:
    assert_exact(comparison, reports.render(comparison, "docx"))


@pytest.mark.parametrize("case", ["yearly", "hostile"])
def test_the_cases_give_both_documents(case: str) -> None:
    comparison = getattr(cases, case)()
    assert_exact(comparison, reports.render(comparison, "docx"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bundled_pair_gives_both_documents(language: str) -> None:
    comparison = bundled_pair(language)
    assert_exact(comparison, reports.render(comparison, "docx"))


def test_italics_are_those_of_either_document() -> None:
    comparison = bundled_pair("fr")
    data = reports.render(comparison, "docx")
    for accept, document in ((True, comparison.new), (False, comparison.old)):
        read = [p for p in ooxml.paragraphs(data, accept=accept) if p.style == "Operative"]
        for got, p in zip(read, document.of_kind("operative"), strict=True):
            spans = [m for m in p.marks if m.kind == "italic"]
            letters = ["I" if any(m.start <= k < m.end for m in spans) else "." for k in range(len(p.text))]
            assert got.italics.endswith("".join(letters))
        assert any("I" in p.italics for p in read)


def yearly_pairs(folder: Path) -> list[tuple[Path, Path]]:
    """Neighbouring sessions of every series in every language."""
    out = []
    for series in sorted((folder / "akn").iterdir()):
        for language in LANGUAGES:
            found = sorted(
                series.glob(f"*.{language}.xml"), key=lambda f: [int(n) for n in re.findall(r"\d+", f.name)]
            )
            out += list(itertools.pairwise(found))
    return out


def test_real_pairs_give_both_documents(shared_data: Path) -> None:
    pairs = yearly_pairs(shared_data)
    for old, new in pairs[:: max(len(pairs) // 12, 1)]:
        comparison = aligner.compare(corpora.read(old), corpora.read(new))
        assert_exact(comparison, reports.render(comparison, "docx"))


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def test_every_part_is_xml_and_declared() -> None:
    data = reports.render(cases.hostile(), "docx", ReportSettings(summary_page=True))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        types = etree.fromstring(package.read("[Content_Types].xml"))
        declared = {t.get("PartName", "").lstrip("/") for t in types}
        for name in names:
            etree.fromstring(package.read(name))
            assert name in declared or name.endswith(".rels") or name == "[Content_Types].xml"
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_moves_are_moves() -> None:
    body = _part(reports.render(cases.yearly(), "docx"), "word/document.xml")
    names = re.findall(r'<w:move(From|To)RangeStart [^>]*w:name="([^"]*)"', body)
    assert sorted(names) == [("From", "move-op5"), ("To", "move-op5")]
    assert len(set(re.findall(r'w:id="(\d+)"', body))) >= len(
        re.findall(r"<w:(?:ins|del|moveFrom|moveTo) ", body)
    )


def test_author_and_date_sign_every_change() -> None:
    moment = dt.datetime(2026, 11, 23, 12, 30, tzinfo=dt.UTC)
    body = _part(
        reports.render(cases.yearly(), "docx", ReportSettings(date=moment, author="Ms <A>")),
        "word/document.xml",
    )
    changes = re.findall(r"<w:(?:ins|del|moveFrom|moveTo|rPrChange) ([^>]*?)/?>", body)
    assert changes
    assert all('w:author="Ms &lt;A&gt;"' in c and 'w:date="2026-11-23T12:30:00Z"' in c for c in changes)
    undated = _part(reports.render(cases.yearly(), "docx"), "word/document.xml")
    dated = re.findall(r"<w:(\w+) [^>]*w:date=", undated)
    assert set(dated) == {"moveFromRangeStart", "moveToRangeStart"}, (
        "these must have a date, which is not shown"
    )


def test_arabic_runs_from_right_to_left_and_chinese_has_its_fonts() -> None:
    arabic = reports.render(bundled_pair("ar"), "docx")
    assert "<w:bidi/>" in _part(arabic, "word/document.xml")
    assert "<w:rtl/>" in _part(arabic, "word/document.xml")
    assert 'w:bidi="ar-SA"' in _part(arabic, "word/styles.xml")
    chinese = _part(reports.render(bundled_pair("zh"), "docx"), "word/styles.xml")
    assert 'w:eastAsia="SimSun"' in chinese
    assert 'w:eastAsia="zh-CN"' in chinese


def test_the_footer_says_what_is_unofficial_and_the_properties_carry_the_statement() -> None:
    data = reports.render(cases.yearly(), "docx")
    assert "unofficial edition, not the UN&#x27;s text" in _part(data, "word/footer1.xml")
    assert "Nothing lost: Old document: SHA-256 of the text" in _part(data, "docProps/custom.xml")


def test_the_summary_page_stands_apart_from_the_text() -> None:
    comparison = cases.yearly()
    data = reports.render(comparison, "docx", ReportSettings(summary_page=True))
    read = [p for p in ooxml.paragraphs(data, accept=True) if not p.style.startswith("Summary")]
    assert [p.text for p in read] == [text for text, _ in expected(comparison.new)]
    assert "Changes" in [p.text for p in ooxml.paragraphs(data, accept=True)]


@pytest.mark.slow
def test_libreoffice_reads_both_documents(tmp_path: Path) -> None:
    python = Path("/usr/bin/python3")
    office = shutil.which("soffice")
    if (
        office is None
        or subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode
    ):
        pytest.skip(
            "LibreOffice and its Python bridge (Debian: libreoffice-writer, python3-uno) are not here"
        )
    comparisons = [bundled_pair(language) for language in LANGUAGES] + [cases.yearly(), cases.hostile()]
    for n, comparison in enumerate(comparisons):
        reports.write(comparison, tmp_path / f"{n}.docx")
    pipe = f"resdiff{os.getpid()}"
    listening = [
        office, "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
    ]  # fmt: skip
    lines = "".join(
        f"{tmp_path / f'{n}.docx'}\t{act}\n" for n in range(len(comparisons)) for act in ("accept", "reject")
    )
    server = subprocess.Popen(listening, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        told = subprocess.run(
            [python, Path(__file__).with_name("office.py"), pipe],
            input=lines, capture_output=True, text=True, check=True, timeout=300,
        )  # fmt: skip
    finally:
        server.terminate()
        server.wait(30)
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    assert len(answers) == 2 * len(comparisons)
    for answer in answers:
        comparison = comparisons[int(Path(answer["path"]).stem)]
        document = comparison.new if answer["act"] == "accept" else comparison.old
        assert not answer["left"]
        assert [(p[1], p[3]) for p in answer["paragraphs"]] == expected(document)


def test_two_languages_have_no_tracked_changes() -> None:
    with pytest.raises(OptionError, match="one language to another"):
        reports.render(cases.bilingual(), "docx")


def test_notes_that_no_text_cites_stand_at_the_end() -> None:
    cited = (Mark(3, 3, "note", "fn1"),)
    old = cases.resolution([cases.paragraph("op1", "One"), cases.paragraph("fn1", "first and second")])
    new = cases.resolution([
        cases.paragraph("op1", "One", marks=cited), cases.paragraph("fn1", "first"), cases.paragraph("fn2", "second"),
    ])  # fmt: skip
    links = (
        cases.link(old, new, "same", ("op1",), ("op1",)), cases.link(old, new, "split", ("fn1",), ("fn1", "fn2")),
    )  # fmt: skip
    comparison = Comparison("years", old, new, links)
    data = reports.render(comparison, "docx")
    assert_exact(comparison, data)
    assert [p.text for p in ooxml.paragraphs(data, accept=False)] == ["One", "first and second"]
    assert [p.text for p in ooxml.paragraphs(data, accept=True)] == ["One", "second"]


def test_a_note_split_in_two_is_not_one_reference() -> None:
    cited = (Mark(0, 0, "note", "fn1"),)
    old = cases.resolution(
        [cases.paragraph("op1", "One", marks=cited), cases.paragraph("fn1", "first second")]
    )
    new = cases.resolution([
        cases.paragraph("op1", "One", marks=cited), cases.paragraph("fn1", "first"), cases.paragraph("fn2", "second"),
    ])  # fmt: skip
    links = (
        cases.link(old, new, "same", ("op1",), ("op1",)), cases.link(old, new, "split", ("fn1",), ("fn1", "fn2")),
    )  # fmt: skip
    comparison = Comparison("years", old, new, links)
    assert_exact(comparison, reports.render(comparison, "docx"))
