"""The same value out of six languages, with its place."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.values import values

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "ar": (
        "كانون الثاني/يناير،شباط/فبراير،آذار/مارس،نيسان/أبريل،أيار/مايو،حزيران/يونيه،تموز/يوليه،آب/أغسطس،"
        "أيلول/سبتمبر،تشرين الأول/أكتوبر،تشرين الثاني/نوفمبر،كانون الأول/ديسمبر"
    ).split("،"),
}
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


def strong(text: str, language: str) -> list[tuple[str, str]]:
    return [(v.kind, v.value) for v in values(text, language) if not v.weak]


def written(day: dt.date, language: str) -> str:
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    month = MONTHS[language][day.month - 1]
    if language == "es":
        return f"{day.day} de {month} de {day.year}"
    return f"{day.day} {month} {day.year}"


@given(st.dates(min_value=dt.date(1700, 1, 1), max_value=dt.date(2190, 12, 31)), st.sampled_from(LANGUAGES))
def test_every_date_is_read_in_every_language(day: dt.date, language: str) -> None:
    assert strong(written(day, language), language) == [("date", day.isoformat())]


@given(st.integers(1, 99), st.integers(1, 999), st.sampled_from(LANGUAGES))
def test_a_resolution_number_is_one_symbol_in_every_language(
    session: int, number: int, language: str
) -> None:
    symbol = f"{session}/{number}"
    text = {"zh": f"第{symbol}号决议", "ar": f"القرار {symbol} المؤرخ"}.get(language, f"A {symbol}, b")
    assert strong(text, language) == [("symbol", symbol)]


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_gives_places_inside_it_in_order(text: str, language: str) -> None:
    found = values(text, language)
    assert all(0 <= v.start < v.end <= len(text) for v in found)
    assert [v.start for v in found] == sorted(v.start for v in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "at its sixty-first session"), ("fr", "à sa soixante et unième session"),
        ("es", "en su sexagésimo primer período"), ("ru", "на шестьдесят первой сессии"),
        ("zh", "第六十一届会议"), ("ar", "في دورتها الحادية والستين"),
    ],
)  # fmt: skip
def test_the_session_is_an_ordinal_in_every_language(language: str, text: str) -> None:
    assert strong(text, language) == [("ordinal", "61")]


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("en", "1,234,567 people", "1234567"), ("en", "1.4 million", "1400000"), ("fr", "1 234 567,8", "1234567.8"),
        ("fr", "3,5 milliards", "3500000000"), ("es", "1.234.567", "1234567"), ("ru", "1,4 млн", "1400000"),
        ("zh", "14亿", "1400000000"), ("zh", "200万人", "2000000"), ("ar", "000 745 5", "5745000"),
        ("ar", "٢٥", "25"), ("fr", "quatre-vingt-dix-sept", "97"), ("es", "dos mil trescientos", "2300"),
        ("ru", "две тысячи триста", "2300"), ("en", "two thousand three hundred", "2300"),
        ("ar", "خمسة عشر", "15"), ("zh", "三百二十五", "325"),
    ],
)  # fmt: skip
def test_numbers_in_each_language_s_own_marks_and_words(language: str, text: str, amount: str) -> None:
    assert [v for _, v in strong(text, language)] == [amount]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2625 (XXV)"),
        ("fr", "2625 (XXV)"),
        ("zh", "第2625(XXV)号"),
        ("ar", "2625 (د-25)"),
        ("zh", "第2625（XXV）号"),
    ],
)
def test_resolutions_of_the_old_style(language: str, text: str) -> None:
    assert strong(text, language) == [("symbol", "2625 (XXV)")]


def test_days_that_share_a_month_and_a_year_are_dates_each() -> None:
    days = [("date", "2016-11-28"), ("date", "2016-12-09")]
    assert strong("from 28 November to 9 December 2016", "en") == days
    assert strong("2016年11月28日至12月9日", "zh") == days
    assert strong("с 28 ноября по 9 декабря 2016 года", "ru") == days


def test_a_day_that_no_calendar_has_is_told() -> None:
    (date,) = values("31 November 2019", "en")
    assert not date.exists
    assert all(v.exists for v in values("29 February 2020", "en"))


def test_silent_characters_and_tatweel_do_not_shift_places() -> None:
    text = "تمــوز/يوليــه 2004"
    (date,) = values(text, "ar")
    assert (date.value, text[date.start : date.end]) == ("2004-07", text)


def test_a_line_in_english_within_another_version_is_read_as_english() -> None:
    assert strong("17 December 2020", "ru") == [("date", "2020-12-17")]


def test_days_without_year_take_the_one_that_their_language_puts_beside_them() -> None:
    assert strong("2022年3月7日至11日和7月25日至29日举行，还注意到2021年12月8日", "zh")[2:] == [
        ("date", "2022-07-25"), ("date", "2022-07-29"), ("date", "2021-12-08"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("en", "half a billion", "500000000"), ("ar", "دورته الرابعة والأربعين بعد المائة", "144"),
        ("ru", "7‒11", "7"), ("zh", "20多亿", "2000000000"), ("zh", "6 000多万", "60000000"),
        ("ar", "بليوني شخص", "2000000000"),
    ],
)  # fmt: skip
def test_amounts_as_each_language_puts_them(language: str, text: str, amount: str) -> None:
    assert strong(text, language)[0][1] == amount
