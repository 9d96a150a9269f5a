"""The verbs of resolutions: found in six languages, ranked, and followed from one year to the next."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest

from aligner import compare
from aligner.changes.verbs import TABLE, migrations, verb_changes, verbs
from corpora import bundled
from corpora.model import Kind, Paragraph, Provenance, Resolution, Symbol

LANGUAGES = ("fr", "en", "es", "ru", "zh", "ar")
# What each operative paragraph of 61/168 does, opening verb first.
ACTS = [
    ["reaffirm"], ["consider"], ["reaffirm", "welcome"], ["urge"], ["reaffirm"], ["consider"], ["reaffirm"],
    ["call upon", "encourage"], ["invite"], ["request"], ["decide"],
]  # fmt: skip


def document(symbol: str, year: int, *paragraphs: tuple[str, Kind, str]) -> Resolution:
    return Resolution(
        Symbol(symbol),
        "en",
        tuple(Paragraph(name, kind, text) for name, kind, text in paragraphs),
        Provenance("local", symbol, ""),
        dt.date(year, 12, 19),
    )


def change(old: str, new: str) -> list[str]:
    """What became of the verbs of one paragraph whose remaining words stay."""
    rest = " the States parties to the Convention on its margins, in all its parts and for all its readers"
    a, b = (
        document(f"A/RES/{n}/1", 1946 + n, ("op1", "operative", text.replace("~", rest)))
        for n, text in ((60, old), (61, new))
    )
    return [found.direction for found in verb_changes(compare(a, b))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_acts_are_found_in_every_language(language: str) -> None:
    operative = bundled.load("A/RES/61/168", language).of_kind("operative")
    assert [[verb.name for verb in verbs(p.text, language)] for p in operative] == ACTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_those_of_the_text(language: str) -> None:
    for p in bundled.load("A/RES/61/168", language).of_kind("operative"):
        found = verbs(p.text, language)
        assert found[0].opening
        assert found[0].start == 0
        for verb in found:
            assert p.text[verb.start : verb.end] == verb.text


def test_vowel_signs_do_not_hide_an_arabic_verb() -> None:
    (verb,) = verbs("وإذ تسلّم بأهمية التعاون،", "ar")
    assert (verb.name, verb.text) == ("recognize", "تسلّم")


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("Encourages~;", "Urges~;", "stronger"),
        ("Urges~;", "Invites~;", "weaker"),
        ("Urges~;", "Strongly urges~;", "stronger"),
        ("Notes with appreciation~;", "Takes note of~;", "weaker"),
        ("Expresses concern about~;", "Expresses its deep concern about~;", "stronger"),
        ("Welcomes~;", "Requests~;", "other"),
        ("Condemns~;", "Condemns~, and demands an answer;", "added"),
        ("Condemns~, and demands an answer;", "Condemns~;", "dropped"),
    ],
)
def test_a_change_of_verb_is_ranked(old: str, new: str, direction: str) -> None:
    assert change(old, new) == [direction]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Reaffirms~;", "Also reaffirms~;"),
        ("Reaffirms~;", "Reaffirms once again~;"),
        ("Stresses~;", "Emphasizes~;"),
    ],
)
def test_equals_are_no_change_of_verb(old: str, new: str) -> None:
    assert change(old, new) == []


def test_a_paragraph_that_becomes_operative_is_reported() -> None:
    text = "the particular role of regional organizations in the peaceful settlement of disputes among States"
    a = document("A/RES/60/1", 2005, ("pp1", "preambular", f"Recalling {text},"))
    b = document("A/RES/61/1", 2006, ("op1", "operative", f"Reaffirms {text};"))
    comparison = compare(a, b)
    assert [(link.old, link.new) for link in migrations(comparison)] == [(("pp1",), ("op1",))]
    assert [found.direction for found in verb_changes(comparison)] == ["stronger"]


def test_the_table_is_whole() -> None:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    ladders = {rung["ladder"] for rung in table["rung"]}
    assert ladders == set(table["reasons"])
    for language in LANGUAGES:
        wordings = [w for rung in table["rung"] for w in rung[language]]
        assert all(rung[language] for rung in table["rung"])
        assert len(wordings) == len(set(wordings))
        assert all(w == w.lower() for w in wordings)
