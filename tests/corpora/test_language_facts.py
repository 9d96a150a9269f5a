"""Facts of the six languages: ordinals, dates, detection."""

from __future__ import annotations

import datetime as dt

import pytest
import resolution_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from corpora.errors import OptionError
from corpora.languages import CODES, detect, facts, format_date, parse_date, parse_ordinal


@pytest.mark.parametrize("code", CODES)
def test_ordinals_read_back(code: str) -> None:
    for n in range(1, 200):
        for form in facts(code).ordinal_forms(n):
            assert parse_ordinal(form, code) == n


@pytest.mark.parametrize(
    ("code", "number", "word"),
    [
        ("en", 61, "sixty-first"), ("en", 72, "seventy-second"), ("en", 80, "eightieth"), ("en", 100, "one hundredth"),
        ("fr", 61, "soixante et unième"), ("fr", 71, "soixante et onzième"), ("fr", 80, "quatre-vingtième"),
        ("fr", 81, "quatre-vingt-unième"), ("fr", 76, "soixante-seizième"), ("fr", 91, "quatre-vingt-onzième"),
        ("es", 61, "sexagésimo primer"), ("es", 74, "septuagésimo cuarto"), ("es", 73, "septuagésimo tercer"),
        ("ru", 61, "шестьдесят первая"), ("ru", 80, "восьмидесятая"), ("ru", 73, "семьдесят третья"),
        ("zh", 61, "第六十一"), ("zh", 80, "第八十"), ("zh", 101, "第一百零一"),
        ("ar", 61, "الحادية والستون"), ("ar", 74, "الرابعة والسبعون"), ("ar", 80, "الثمانون"),
    ],
)  # fmt: skip
def test_ordinals_as_sessions_print_them(code: str, number: int, word: str) -> None:
    assert facts(code).ordinal(number) == word


def test_inflected_ordinals() -> None:
    assert parse_ordinal("шестьдесят второй", "ru") == 62
    assert parse_ordinal("الثانية والستين", "ar") == 62
    assert parse_ordinal("sexagésima segunda", "es") == 62
    assert parse_ordinal("paragraph", "en") is None


@pytest.mark.parametrize("code", CODES)
@given(day=st.dates(dt.date(1946, 1, 1), dt.date(2099, 12, 31)))
def test_dates_read_back(code: str, day: dt.date) -> None:
    assert parse_date(f"… {format_date(day, code)} …", code) == day
    assert parse_date(format_date(day, code)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("December 19, 2006", (2006, 12, 19)), ("le 1^er mars 2007", (2007, 3, 1)), ("1er mars 2007", (2007, 3, 1)),
        ("19 de diciembre del 2006", (2006, 12, 19)), ("二〇〇六年十二月十九日", (2006, 12, 19)),
        ("19 ديسمبر 2006", (2006, 12, 19)), ("١٩ كانون الأول ٢٠٠٦", (2006, 12, 19)),
        ("4 تموز/يوليو 2006", (2006, 7, 4)),
        ("5 سبتمبر 1999", (1999, 9, 5)), ("19 декабря 2006 года", (2006, 12, 19)),
    ],
)  # fmt: skip
def test_other_ways_to_write_a_date(text: str, day: tuple[int, int, int]) -> None:
    assert parse_date(text) == dt.date(*day)


def test_what_is_no_date() -> None:
    for text in ("31 février 2006", "12 paths", "", "mars 2006", "19 December", "第61/168号"):
        assert parse_date(text) is None


@pytest.mark.parametrize("code", CODES)
def test_a_language_is_told_by_its_content(code: str) -> None:
    assert detect(samples.ALL[code]) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "de",
            "Die Mitgliedstaaten sorgen dafür, dass der Verantwortliche und die Stelle nicht mit der Aufgabe sind",
        ),
        (
            "pt",
            "Os Estados não devem, para os fins da presente lei, ser uma parte do processo com as pessoas",
        ),
        (
            "it",
            "Gli Stati non sono tenuti, per i fini della presente legge, a dare una parte del testo alle persone",
        ),
        ("pl", "Państwa nie są w tym przypadku stroną i to jest dla nich ważne oraz że się na to zgadzają"),
        ("und", "Andorra, Belgium, Chile, Denmark, Estonia, Finland, Ghana, Haiti, Iceland, Jordan"),
        ("und", "1234 / 5678"),
        ("und", ""),
    ],
)
def test_other_languages_are_not_taken_for_one_of_the_six(code: str, text: str) -> None:
    assert detect(text) == code


@given(st.text(max_size=200))
def test_detection_takes_any_text(text: str) -> None:
    assert 2 <= len(detect(text)) <= 3


def test_there_are_six_tables() -> None:
    for code in CODES:
        table = facts(code)
        assert table.code == code
        assert len(table.months) == 12
        assert {"session", "agenda", "adopted", "report", "published"} <= set(table.masthead)
    with pytest.raises(OptionError):
        facts("tlh")
