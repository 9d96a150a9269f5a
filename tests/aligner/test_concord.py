"""The same change in all languages, and the places where a language parts from the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligner.concord import Concordance, concord
from corpora import bundled
from corpora.errors import OptionError
from corpora.model import Paragraph, Resolution

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
Edition = dict[str, Resolution]


def load(symbol: str) -> Edition:
    return {code: bundled.load(symbol, code) for code in LANGUAGES}


@pytest.fixture(scope="module")
def old() -> Edition:
    return load("A/RES/60/156")


@pytest.fixture(scope="module")
def new() -> Edition:
    return load("A/RES/61/168")


def altered(edition: Edition, code: str, **texts: str) -> Edition:
    """The edition with other texts for some paragraphs of one language."""
    r = edition[code]
    paragraphs = tuple(replace(p, text=texts[p.id], marks=()) if p.id in texts else p for p in r.paragraphs)
    return edition | {code: replace(r, paragraphs=paragraphs)}


def without(edition: Edition, code: str, name: str) -> Edition:
    """The edition without one preambular paragraph of one language, the later ones moving up."""
    r = edition[code]
    kept = [p for p in r.paragraphs if p.id != name]
    places = iter(range(1, len(kept)))
    moved = tuple(
        Paragraph(f"pp{next(places)}", p.kind, p.text, p.label, p.marks) if p.kind == "preambular" else p
        for p in kept
    )
    return edition | {code: replace(r, paragraphs=moved)}


def only(concordance: Concordance) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """What the one finding says: severity, reason, who is apart, and the paragraph in English."""
    (finding,) = concordance.findings
    at = concordance.paragraphs(concordance.rows[finding.row], "en")
    return finding.severity, finding.reason, finding.apart, at


def test_the_bundled_pair_changes_alike_in_six_languages(old: Edition, new: Edition) -> None:
    concordance = concord(old, new)
    assert concordance.findings == ()
    assert concordance.sweeps == ()
    marks = {
        concordance.paragraphs(row, "en"): {c.marks for c in row.cells.values()} for row in concordance.rows
    }
    assert marks[("pp2",)] == {"~"}
    assert marks[("pp5",)] == {"+"}
    assert marks[("pp6",)] == {"="}
    assert marks[("op11",)] == {"~"}


def test_every_paragraph_of_every_language_is_in_one_row(old: Edition, new: Edition) -> None:
    concordance = concord(old, new)
    for code, comparison in concordance.comparisons.items():
        places = [place for row in concordance.rows for place in row.cells[code].links]
        assert sorted(places) == list(range(len(comparison.links)))


def test_a_translation_left_behind_is_an_error(old: Edition, new: Edition) -> None:
    stale = altered(new, "ru", op11=old["ru"]["op10"].text)
    assert only(concord(old, stale)) == ("error", "left behind", ("ru",), ("op11",))


def test_a_translation_reworded_alone_is_told_for_information(old: Edition, new: Edition) -> None:
    text = new["es"]["op9"].text.replace("asegurar", "garantizar")
    concordance = concord(old, altered(new, "es", op9=text))
    assert only(concordance) == ("info", "changed alone", ("es",), ("op9",))
    assert concordance.findings[0].words == {"es": (("asegurar", "garantizar"),)}
    assert concordance.findings[0].message == "unchanged in en fr ru zh ar, changed in es"


def test_a_number_that_changes_alone_is_a_warning(old: Edition, new: Edition) -> None:
    text = new["fr"]["pp9"].text.replace("2000/22", "2000/23")
    assert only(concord(old, altered(new, "fr", pp9=text)))[:2] == ("warning", "changed alone")


def test_a_number_that_only_changes_its_place_is_none(old: Edition, new: Edition) -> None:
    text = new["zh"]["pp9"].text.replace("通过了2000年8月18日", "2000年8月18日通过了")
    assert text != new["zh"]["pp9"].text
    assert only(concord(old, altered(new, "zh", pp9=text)))[:2] == ("info", "changed alone")


def test_nobody_is_left_behind_where_two_of_six_were_reworded(old: Edition, new: Edition) -> None:
    some = altered(new, "en", op9=new["en"]["op9"].text.replace("ensuring", "guaranteeing"))
    some = altered(some, "es", op9=new["es"]["op9"].text.replace("asegurar", "garantizar"))
    assert only(concord(old, some)) == ("warning", "changed alone", ("en", "es"), ("op9",))


def test_grammar_of_the_first_language_leaves_nobody_behind(old: Edition, new: Edition) -> None:
    some = altered(new, "en", pp1=new["en"]["pp1"].text.replace(" its ", " the ", 1))
    assert some["en"]["pp1"].text != new["en"]["pp1"].text
    assert only(concord(old, some)) == ("info", "grammar", ("en",), ("pp1",))


def test_another_form_of_a_word_asks_nothing_of_a_language_without_forms(old: Edition, new: Edition) -> None:
    some = altered(new, "en", op9=new["en"]["op9"].text.replace("means", "meaning"))
    for code, form in {
        "fr": ("moyens", "moyen"),
        "es": ("medios", "medio"),
        "ru": ("средств", "средства"),
    }.items():
        some = altered(some, code, op9=new[code]["op9"].text.replace(*form, 1))
    assert only(concord(old, some)) == ("info", "grammar", ("zh", "ar"), ("op9",))


def test_a_paragraph_that_one_language_lacks_is_an_error(old: Edition, new: Edition) -> None:
    assert only(concord(old, without(new, "zh", "pp5"))) == ("error", "not everywhere", ("zh",), ("pp5",))


def test_a_term_exchanged_throughout_is_told_once(old: Edition, new: Edition) -> None:
    texts = {
        p.id: p.text.replace("coopération", "collaboration")
        for p in new["fr"].of_kind("operative", "preambular")
    }
    concordance = concord(old, altered(new, "fr", **texts))
    assert concordance.findings == ()
    (sweep,) = concordance.sweeps
    assert (sweep.language, sweep.old, sweep.new) == ("fr", "coopération", "collaboration")
    assert len(sweep.paragraphs) >= 8


def test_a_language_that_missed_a_general_exchange_is_left_behind(old: Edition, new: Edition) -> None:
    terms = {
        "en": "dialogue",
        "fr": "dialogue",
        "es": "diálogo",
        "ru": "диалог",
        "zh": "对话",
        "ar": "الحوار",
    }
    swept = new
    for code, term in terms.items():
        missed = ("pp6",) if code == "es" else ()
        texts = {
            i: new[code][i].text.replace(term, "Ω" * 6) for i in ("pp6", "pp9", "op3") if i not in missed
        }
        swept = altered(swept, code, **texts)
    assert only(concord(old, swept)) == ("error", "left behind", ("es",), ("pp6",))


def test_the_data_names_everything(old: Edition, new: Edition) -> None:
    data = concord(old, altered(new, "ru", op11=old["ru"]["op10"].text)).to_dict()
    assert data["schema"] == "resdiff/concordance/1"
    assert data["languages"] == list(LANGUAGES)
    assert data["rows"][data["findings"][0]["row"]]["ru"] == {
        "marks": "=", "state": "same", "paragraphs": ["op11"],
    }  # fmt: skip


def test_one_language_is_no_concordance(old: Edition, new: Edition) -> None:
    with pytest.raises(OptionError, match="two languages"):
        concord({"fr": old["fr"]}, new)
