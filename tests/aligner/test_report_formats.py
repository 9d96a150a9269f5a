"""The formats that are text: HTML, Markdown, plain text, JSON."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import unicodedata
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import report_cases as cases
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from aligner import reports
from aligner.findings import Finding
from aligner.model import Comparison
from aligner.reports import ReportSettings
from aligner.reports.safe import formula_safe, visible
from corpora.errors import OptionError

ONLY = {"languages": ("docx",), "years": ("tmx", "xlf")}  # what each axis does not have
CASES = {"yearly": cases.yearly, "hostile": cases.hostile, "bilingual": cases.bilingual}
STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("format_", reports.FORMATS)
def test_same_input_same_bytes(case: str, format_: str) -> None:
    if format_ in ONLY.get(CASES[case]().axis, ()):
        return  # refused, as its own test shows
    assert reports.render(CASES[case](), format_) == reports.render(CASES[case](), format_)


@pytest.mark.parametrize("format_", ["html", "md", "txt", "json"])
def test_nothing_strange_reaches_the_reader(format_: str) -> None:
    assert not STRANGE.search(reports.render(cases.hostile(), format_).decode())


@pytest.mark.parametrize("format_", ["html", "md", "txt"])
def test_what_is_strange_is_named(format_: str) -> None:
    shown = (
        reports.render(cases.hostile(), format_)
        .decode()
        .replace("\\\\", "\\")
        .replace("\\{", "{")
        .replace("\\}", "}")
    )
    for name in ("␛", "␀", "u{202E}", "u{D83D}", "u{FFFE}", "u{9B}".replace("9B", "009B")):
        assert name in shown, name


@pytest.mark.parametrize("format_", ["html", "md", "txt"])
@pytest.mark.parametrize("case", ["yearly", "bilingual"])
def test_every_text_report_makes_its_statement(case: str, format_: str) -> None:
    shown = reports.render(CASES[case](), format_).decode()
    plain = HTMLParser(shown).text() if format_ == "html" else shown.replace("\\", "")
    for part in (
        "unofficial edition, not the UN's text",
        "Nothing lost",
        "resdiff 0.",
        "SHA-256 of the text",
        "Pins",
    ):
        assert part in plain


def test_the_date_is_printed_only_where_given() -> None:
    dated = ReportSettings(date=dt.datetime(2026, 11, 23, 12, 30, tzinfo=dt.UTC))
    assert b"2026-11-23 12:30" in reports.render(cases.yearly(), "html", dated)


def test_html_anchors_languages_and_marks() -> None:
    tree = HTMLParser(reports.render(cases.yearly(), "html"))
    for anchor in ("op1", "op6", "old-op7", "old-op6", "fn2"):
        assert len(tree.css(f"#{anchor}")) == 1
    assert tree.css_first("#op6").text() == "6. Decides to continue at its sixty-second session."
    assert [n.text() for n in tree.css("#op6 ins")] == ["6.", "second"]
    assert [n.text() for n in tree.css("#old-op7 del")] == ["7.", "first"]
    assert {n.attributes["lang"] for n in tree.css("main p[lang]")} == {"en"}
    assert not tree.css("script, img, link, iframe, object")


def test_html_texts_are_whole_on_both_sides() -> None:
    comparison = cases.hostile()
    tree = HTMLParser(reports.render(comparison, "html"))
    for prefix, document in (("old-", comparison.old), ("", comparison.new)):
        for p in document.paragraphs:
            shown = tree.css_first(f"#{prefix}{p.id}").text().replace("¶", "\n")
            assert shown == f"{p.label} {visible(p.text)}"


def test_html_direction_follows_each_side() -> None:
    tree = HTMLParser(reports.render(cases.bilingual(), "html"))
    assert tree.css_first("#op1").attributes["dir"] == "rtl"
    assert tree.css_first("#old-op1").attributes["dir"] == "ltr"
    assert not tree.css("main ins"), "a translation is no insertion"


def test_findings_stand_in_the_report() -> None:
    finding = Finding("numbers", "error", ("op1",), ("op1",), "<b>5 against 6</b>")
    for format_ in ("html", "md", "txt"):
        shown = reports.render(cases.bilingual(), format_, ReportSettings(findings=(finding,))).decode()
        assert "5 against 6" in shown
        assert format_ == "txt" or "<b>5" not in shown


def test_markdown_keeps_markup_of_documents_inert() -> None:
    shown = reports.render(cases.hostile(), "md").decode()
    assert "\\<script\\>" in shown
    assert "\\*\\*bold\\*\\*" in shown
    assert not re.search(r"(?<!\\)<(?!/?(ins|del|div)[ >])", shown)


def test_markdown_and_text_say_when_nothing_differs() -> None:
    old = cases.resolution([cases.paragraph("op1", "Decides.", "1.")])
    same = Comparison("years", old, old, (cases.link(old, old, "same", ("op1",), ("op1",)),))
    for format_ in ("md", "txt"):
        assert "Nothing differs." in reports.render(same, format_).decode()


def test_text_lines_fit() -> None:
    for line in reports.render(cases.yearly(), "txt").decode().splitlines():
        assert len(line) <= 88
    chinese = cases.resolution([cases.paragraph("op1", "决定" * 200, "1.")], language="zh")
    added = Comparison(
        "years",
        cases.resolution([]),
        chinese,
        (cases.link(cases.resolution([]), chinese, "added", (), ("op1",)),),
    )
    for line in reports.render(added, "txt").decode().splitlines():
        assert sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) <= 88


def test_text_shows_word_marks() -> None:
    shown = reports.render(cases.yearly(), "txt").decode()
    assert "[-7.-] {+6.+} Decides to continue at its sixty-[-first-]{+second+} session." in shown
    assert "^ OP1: moved from OP5, edited, renumbered, substantive" in shown


@given(cases.comparisons())
@settings(max_examples=50)
def test_json_holds_the_schema_and_every_character(comparison: Comparison) -> None:
    data = json.loads(reports.render(comparison, "json"))
    jsonschema.validate(data, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert [p["text"] for p in data["new"]["paragraphs"]] == [p.text for p in comparison.new.paragraphs]


SCHEMA = json.loads(files("aligner.reports").joinpath("schemas/comparison-1.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_json_of_the_cases(case: str) -> None:
    jsonschema.validate(json.loads(reports.render(CASES[case](), "json")), SCHEMA)


def test_the_schema_refuses_what_it_does_not_know() -> None:
    data = cases.yearly().to_dict()
    data["links"][0]["relation"] = "vanished"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


def test_writing_picks_the_format_by_extension(tmp_path: Path) -> None:
    for format_ in set(reports.FORMATS) - set(ONLY["years"]):
        reports.write(cases.yearly(), tmp_path / f"x.{format_.upper()}")
        assert (tmp_path / f"x.{format_.upper()}").read_bytes() == reports.render(cases.yearly(), format_)


def test_trouble_is_one_line(tmp_path: Path) -> None:
    for path in (tmp_path / "x.exe", tmp_path / "x", tmp_path / "absent" / "x.md"):
        with pytest.raises(OptionError) as caught:
            reports.write(cases.yearly(), path)
        assert "\n" not in str(caught.value)
    with pytest.raises(OptionError):
        reports.render(cases.yearly(), "exe")


def test_formula_safety() -> None:
    for text in ("=1", "+1", "-1", "@x", " =1", "\t=1", "＝1", "\u200f=1", "\n=1"):
        assert formula_safe(text).startswith("'")
    assert formula_safe("1-2") == "1-2"


def test_settings_are_plain_data() -> None:
    assert dataclasses.asdict(ReportSettings())["author"] == "resdiff"


@pytest.mark.parametrize("format_", ["html", "md", "txt"])
def test_only_leaves_out_of_sight_what_it_still_proves(format_: str) -> None:
    shown = reports.render(cases.yearly(), format_, ReportSettings(only="rollover")).decode()
    assert "sixty-" in shown
    assert "Deplores" not in shown
    assert "roll-over changes only" in shown
    assert "DIFFERENT" not in shown
