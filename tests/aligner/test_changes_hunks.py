"""Hunks: whole words and values, in order, and equal text between them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import diff_words
from aligner.changes.hunks import hunks
from aligner.changes.spans import spans

PIECES = (
    "Recalling", "its", "resolution", "60/156", "of", "16 December 2005", "19 December 2006", "at", "the",
    "sixty-first", "sixty-second", "session", "A/61/443/Add.2", "A/62/7", "and", ",", ";", "8 May 2005",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
SESSIONS = range(58, 66)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_between_hunks_the_texts_are_equal(old: str, new: str) -> None:
    old_spans, new_spans = spans(old, "en", SESSIONS), spans(new, "en", SESSIONS)
    found = hunks(diff_words(old, new, "en"), old_spans, new_spans, "en")
    i = j = 0
    for h in found:
        assert i <= h.old_start <= h.old_end <= len(old)
        assert j <= h.new_start <= h.new_end <= len(new)
        assert old[i : h.old_start] == new[j : h.new_start]
        i, j = h.old_end, h.new_end
    assert old[i:] == new[j:]


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_no_hunk_cuts_a_value(old: str, new: str) -> None:
    old_spans, new_spans = spans(old, "en", SESSIONS), spans(new, "en", SESSIONS)
    for h in hunks(diff_words(old, new, "en"), old_spans, new_spans, "en"):
        for start, end, values in (
            (h.old_start, h.old_end, old_spans),
            (h.new_start, h.new_end, new_spans),
        ):
            for value in values:
                apart = value.end <= start or value.start >= end
                assert apart or (start <= value.start and value.end <= end)


@given(TEXTS)
def test_a_text_has_no_hunks_with_itself(text: str) -> None:
    assert hunks(diff_words(text, text, "en"), [], [], "en") == []


def test_the_longest_value_wins() -> None:
    found = spans("at its sixty-first session, A/61/443/Add.2 of 16 December 2005", "en", SESSIONS)
    assert [(s.kind, s.value) for s in found] == [
        ("session", "61"), ("symbol", "A/61/443/Add.2"), ("date", "2005-12-16"),
    ]  # fmt: skip


def test_dates_are_read_in_every_language_and_impossible_ones_are_not() -> None:
    for language, text in {
        "en": "19 December 2006", "fr": "19 décembre 2006", "es": "19 de diciembre de 2006",
        "ru": "19 декабря 2006 года", "zh": "2006年12月19日", "ar": "19 كانون\u00a0الأول/ ديسمبر 2006",
    }.items():  # fmt: skip
        (found,) = spans(text, language, range(0))
        assert (found.kind, found.value) == ("date", "2006-12-19")
    assert spans("31 February 2006", "en", range(0)) == []
