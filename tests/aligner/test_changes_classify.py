"""Kinds of change: what rolls over is proven, what is editorial is only dress, all else is substantive."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

import corpora
from aligner import compare
from aligner.changes import changed_hunks, classify
from aligner.model import Comparison, Link
from corpora import bundled
from corpora.model import Kind, Paragraph, Provenance, Resolution, Symbol

LANGUAGES = ("fr", "en", "es", "ru", "zh", "ar")


def document(
    symbol: str, adopted: str, *texts: str, language: str = "en", kind: Kind = "operative"
) -> Resolution:
    """A resolution of operative paragraphs."""
    paragraphs = tuple(Paragraph(f"op{n}", kind, text, f"{n}.") for n, text in enumerate(texts, 1))
    return Resolution(
        Symbol(symbol), language, paragraphs, Provenance("local", symbol, ""), dt.date.fromisoformat(adopted)
    )


def kind_of(old: str, new: str, language: str = "en") -> str | None:
    """The kind of one edit between resolutions 61/168 and 62/160."""
    anchor = "Keeps this paragraph as it has always been, word for word, so that the rest has a neighbour;"
    a = document("A/RES/61/168", "2006-12-19", anchor, old, language=language)
    b = document("A/RES/62/160", "2007-12-18", anchor, new, language=language)
    link = classify(compare(a, b)).links[1]
    assert (link.old, link.new) == (("op2",), ("op2",))
    return link.change


def links_by_new(comparison: Comparison) -> dict[tuple[str, ...], Link]:
    return {link.new: link for link in comparison.links}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bundled_pair_has_two_substantive_changes_in_every_language(language: str) -> None:
    old, new = bundled.load("A/RES/60/156", language), bundled.load("A/RES/61/168", language)
    comparison = classify(compare(old, new))
    of = {link.new: link.change for link in comparison.links if link.change}
    assert {new for new, change in of.items() if change == "substantive"} == {("pp5",), ("op10",)}
    assert {new for new, change in of.items() if change == "rollover"} == {
        ("m.published",), ("m.session",), ("m.agenda",), ("m.adopted",), ("m.report",), ("title",),
        ("pp2",), ("op11",), ("closing",),
    }  # fmt: skip
    assert len(of) == 11


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rollover_says_what_it_follows_from(language: str) -> None:
    old, new = bundled.load("A/RES/60/156", language), bundled.load("A/RES/61/168", language)
    links = links_by_new(classify(compare(old, new)))
    proofs = links[("pp2",)].evidence[1:]
    assert sorted(proofs) == [
        "2004-12-20 → 2005-12-16: the day on which 60/156, the predecessor, was adopted",
        "59/187 → 60/156: 60/156 is the predecessor of A/RES/61/168",
    ]
    assert links[("op11",)].evidence[1:] == ("session 61 → 62: the session after each document's own",)
    assert links[("m.session",)].evidence[-1].endswith("the session of A/RES/60/156 and that of A/RES/61/168")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_the_documents_does_not_change_the_kinds(language: str) -> None:
    old, new = bundled.load("A/RES/60/156", language), bundled.load("A/RES/61/168", language)
    there, back = classify(compare(old, new)), classify(compare(new, old))
    assert {(x.old, x.new): x.change for x in there.links} == {(x.new, x.old): x.change for x in back.links}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_with_itself_has_no_kinds(language: str) -> None:
    document = bundled.load("A/RES/61/168", language)
    assert {link.change for link in classify(compare(document, document)).links} == {None}


ASK = "Requests the Secretary-General to report to it at its {} session on the progress made;"


def test_a_session_rolls_over_only_as_far_as_the_documents_do() -> None:
    assert kind_of(ASK.format("sixty-second"), ASK.format("sixty-third")) == "rollover"
    assert kind_of(ASK.format("sixty-second"), ASK.format("sixty-fourth")) == "substantive"


def test_an_ordinal_that_is_no_session_proves_nothing() -> None:
    text = "Welcomes the preparations for the {} anniversary of the adoption of the Convention;"
    assert kind_of(text.format("sixty-first"), text.format("sixty-second")) == "substantive"


def test_citing_the_predecessor_rolls_over_and_citing_another_does_not() -> None:
    text = "Recalls its resolution {} and decides to remain seized of the matter;"
    last, this = text.format("60/156 of 16 December 2005"), text.format("61/168 of 19 December 2006")
    assert kind_of(last, this) == "rollover"
    assert kind_of(last, text.format("61/170 of 19 December 2006")) == "substantive"
    assert kind_of(last, text.format("61/168 of 20 December 2006")) == "substantive"


def test_the_predecessor_may_join_a_list_and_nothing_may_leave_it() -> None:
    both = "Recalls its resolutions 59/187 of 20 December 2004 and 60/156 of 16 December 2005;"
    three = (
        "Recalls its resolutions 59/187 of 20 December 2004, 60/156 of 16 December 2005 and "
        "61/168 of 19 December 2006;"
    )
    assert kind_of(both, three) == "rollover"
    assert kind_of(three, both) == "substantive"


def test_the_predecessor_may_come_in_though_other_citations_go_elsewhere() -> None:
    old = "Recalling its resolutions 58/1 of 1 December 2003 and 59/187 of 20 December 2004 on the review,"
    new = "Recalling its resolutions on the review, including resolution 61/168 of 19 December 2006,"
    a, b = document("A/RES/61/168", "2006-12-19", old), document("A/RES/62/160", "2007-12-18", new)
    kinds = {h.new.strip(): h.change for h in compare(a, b).links[0].hunks}
    assert kinds["including resolution 61/168 of 19 December 2006,"] == "rollover"
    assert kinds[""] == "substantive"


def test_a_label_printed_within_the_text_is_editorial() -> None:
    a, b = document("A/RES/61/168", "2006-12-19", "x;"), document("A/RES/62/160", "2007-12-18", "x;")
    words = "To retain the practice of keeping summary records of its meetings;"
    within, before = (
        replace(d, paragraphs=(Paragraph("op1.g", "subparagraph", text, label),))
        for d, text, label in ((a, f"(g) {words}", None), (b, words, "(g)"))
    )
    assert classify(compare(within, before)).links[0].change == "editorial"
    other = replace(b, paragraphs=(Paragraph("op1.g", "subparagraph", words, "(h)"),))
    assert classify(compare(within, other)).links[0].change == "substantive"


def test_what_agrees_with_the_list_rolls_over_with_it() -> None:
    one = "Rappelant sa résolution 60/156 du 16 décembre 2005, intitulée « Renforcement » ;"
    two = (
        "Rappelant ses résolutions 60/156 du 16 décembre 2005 et 61/168 du 19 décembre 2006, "
        "intitulées « Renforcement » ;"
    )
    assert kind_of(one, two, "fr") == "rollover"


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Further welcomes the commitment of the States;", "Also welcomes the commitment of the States;", "en"),
        ("ترحب كذلك بالتزام الدول الأطراف؛", "ترحب أيضا بالتزام الدول الأطراف؛", "ar"),
        ("还欢迎缔约国承诺；", "又欢迎缔约国承诺；", "zh"),
    ],
)  # fmt: skip
def test_stacking_is_editorial(old: str, new: str, language: str) -> None:
    assert kind_of(old, new, language) == "editorial"


def test_and_is_no_comma_where_none_is() -> None:
    assert kind_of("States, treaty bodies and courts;", "States and treaty bodies and courts;") == "editorial"
    assert kind_of("加强农业和粮食体系；", "加强农业粮食体系；", "zh") == "substantive"


def test_a_report_rolls_over_with_its_session() -> None:
    text = "Takes note of the report of the Secretary-General ({}) and of the recommendations in it;"
    assert kind_of(text.format("A/61/353"), text.format("A/62/288")) == "rollover"
    assert kind_of(text.format("A/61/353"), text.format("A/63/288")) == "substantive"
    assert kind_of(text.format("A/61/353"), text.format("S/62/288")) == "substantive"


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("The role of co-operation among organisations;", "The role of cooperation among organizations,", "en"),
        ("The “common” values; and the Member states;", 'The "common" values, and the Member States;', "en"),
        ("Les droits de l'homme sont là ;", "Les droits humains sont là\u00a0;", "fr"),
        ("Nota su último periodo;", "Nota su último período;", "es"),
        ("принимает отчёт и призывает;", "принимает отчет и призывает;", "ru"),
        ("Prend acte à nouveau des vues exprimées ;", "Prend acte de nouveau des vues exprimées ;", "fr"),
        ("تلوثت الشواطئ ومصائد الأسماك؛", "تلوثت الشواطئ ومصايد الأسماك؛", "ar"),
        ("تؤكّد أهميّة التعاون بين الدول الأعضاء كافة؛", "تؤكد أهمية التعاون بين الدول الاعضاء كافة؛", "ar"),
        ("重申必须加强国际合作，以促进人权；", "重申必须加强国际合作以促进人权；", "zh"),
    ],
)  # fmt: skip
def test_dress_is_editorial(old: str, new: str, language: str) -> None:
    assert kind_of(old, new, language) == "editorial"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Encourages States to report on it;", "Urges States to report on it;"),
        ("States may take such measures;", "States shall take such measures;"),
        ("A budget of 1.5 million dollars;", "A budget of 15 million dollars;"),
        ("All persons have the right to it;", "Not all persons have the right to it;"),
        ("States and/or organizations contribute;", "States and organizations contribute;"),
    ],
)  # fmt: skip
def test_words_and_amounts_are_substantive(old: str, new: str) -> None:
    assert kind_of(old, new) == "substantive"


def test_hunks_are_judged_one_by_one_and_are_whole_values() -> None:
    old = "Requests him to report, as asked in resolution 60/156 of 16 December 2005, in detail;"
    new = "Requests him to report, as asked in resolution 61/168 of 19 December 2006, briefly;"
    a, b = document("A/RES/61/168", "2006-12-19", old), document("A/RES/62/160", "2007-12-18", new)
    comparison = compare(a, b)
    found = [(h.old, h.new, h.change) for h in changed_hunks(comparison, comparison.links[0])]
    assert found == [
        ("60/156", "61/168", "rollover"),
        ("16 December 2005", "19 December 2006", "rollover"),
        ("in detail", "briefly", "substantive"),
    ]
    link = classify(comparison).links[0]
    assert link.change == "substantive"
    assert link.hunks == changed_hunks(comparison, link)
    assert [h["proof"] != "" for h in link.to_dict()["hunks"]] == [True, True, False]


def test_the_hunks_of_every_link_lie_where_they_say(shared_data: Path) -> None:
    """Cut out of one text and put into the other they make it, and nothing else differs."""
    for language in ("fr", "zh", "ar"):
        old, new = (
            corpora.read(next(shared_data.glob(f"akn/the-right-to-food/A_RES_{symbol}.{language}.xml")))
            for symbol in ("74_149", "75_179")
        )
        comparison = compare(old, new)
        hunks = 0
        for link in comparison.links:
            a = "\n".join(p.text for p in comparison.old_paragraphs(link))
            b = "\n".join(p.text for p in comparison.new_paragraphs(link))
            for h in link.hunks:
                assert a[h.old_start :].startswith(h.old)
                assert b[h.new_start :].startswith(h.new)
            if link.relation == "edited":
                for h in reversed(link.hunks):
                    a = a[: h.old_start] + h.new + a[h.old_start + len(h.old) :]
                assert a == b
            hunks += len(link.hunks)
        assert hunks > 20


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("تشير إلى القرار 60/156 المؤرخ 16 كانون\u00a0الأوّل/ديسمبر 2005؛",
         "تشير إلى القرار 61/168 المؤرخ 19 كانون الأول/ديسمبر 2006؛", "ar"),
        ("См. документ А/61/157 (Part\u00a0II).", "См. документ A/62/182 (Part II).", "ru"),
        ("见A/61/157(Part II)号文件。", "见A/62/182 (Part II)号文件。", "zh"),
    ],
)  # fmt: skip
def test_what_rolls_over_is_known_in_any_spelling(old: str, new: str, language: str) -> None:
    assert kind_of(old, new, language) == "rollover"


def test_documents_without_symbol_or_date_prove_nothing() -> None:
    text = "Decides to continue its consideration of the question at its sixty-{} session;"
    sides = [
        Resolution(None, "en", (Paragraph("p1", "plain", text.format(n)),), Provenance("local", "a", ""))
        for n in ("first", "second")
    ]
    assert classify(compare(*sides)).links[0].change == "substantive"


def test_the_kind_of_a_comparison_of_languages_is_left_alone() -> None:
    a, b = document("A/RES/61/168", "2006-12-19", "One;"), document("A/RES/61/168", "2006-12-19", "Un ;")
    link = Link("translated", ("op1",), ("op1",))
    comparison = Comparison("languages", a, b, (link,))
    assert classify(comparison) is comparison


@pytest.mark.parametrize(
    ("name", "old", "new", "language", "kind"),
    [
        ("m.agenda", "Agenda item 98 (f)", "Agenda item 103 (e)", "en", "rollover"),
        ("m.agenda", "议程项目98(f)", "议程项目103(e)", "zh", "rollover"),
        ("m.report", "[on the report of the Third Committee (A/61/443)]",
         "[on the report of the Third Committee (A/62/439/Add.2 and Corr.1)]", "en", "rollover"),
        ("m.report", "[on the report of the Third Committee (A/61/443)]",
         "[on the report of the Second Committee (A/62/439)]", "en", "substantive"),
        ("m.report", "[根据第三委员会的报告(A/61/443)通过]",
         "[根据第二委员会的报告(A/62/439)通过]", "zh", "substantive"),
        ("m.session", "Sixty-first session", "Sixty-second session", "en", "rollover"),
        ("m.session", "Sixty-first session", "Sixty-second special session", "en", "substantive"),
    ],
)  # fmt: skip
def test_a_masthead_line_rolls_over_if_it_is_the_same_formula(
    name: str, old: str, new: str, language: str, kind: str
) -> None:
    a, b = (
        Resolution(
            Symbol(symbol), language, (Paragraph(name, "masthead", text),), Provenance("local", symbol, ""), day
        )
        for symbol, text, day in (
            ("A/RES/61/168", old, dt.date(2006, 12, 19)), ("A/RES/62/160", new, dt.date(2007, 12, 18)),
        )
    )  # fmt: skip
    assert classify(compare(a, b)).links[0].change == kind
