"""Reading resolutions: the same paragraphs from every form and in every language."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import resolution_samples as samples

import corpora
from corpora.model import Mark, Resolution

BODY = ("preambular", "operative", "subparagraph", "heading", "annex", "table", "plain")


def read(text: str) -> Resolution:
    return corpora.read(text.encode())


def ids(r: Resolution) -> list[str]:
    return [p.id for p in r.paragraphs]


@pytest.mark.parametrize("language", samples.ALL)
def test_each_language_gives_the_same_structure(language: str) -> None:
    r = read(samples.ALL[language])
    assert r.language == language
    assert str(r.symbol) == "A/RES/70/999"
    assert r.adopted == dt.date(2015, 12, 17)
    assert [p.id for p in r.of_kind("preambular", "operative")] == ["pp1", "pp2", "op1", "op2"]
    assert {"title", "opening", "m.session", "m.agenda", "m.adopted", "closing", "fn1"} <= set(ids(r))
    assert r["pp1"].note_targets == ("fn1",)
    assert not set("¹()*") & set(r["pp1"].text)
    assert str(r["op1"].label).startswith("1")
    if language != "fr":
        assert [p.id for p in r.of_kind("subparagraph")][:2] == ["op1.a", "op1.b"]
    assert r["closing"].text.count("2015") == 1
    assert not r.unplaced
    assert not r.warnings


def test_the_fields_of_the_masthead() -> None:
    r = read(samples.ENGLISH)
    fields = {p.id: p.text for p in r.of_kind("masthead")}
    assert fields == {
        "m.publisher": "United Nations", "m.symbol": "A/RES/70/999", "m.organ": "General Assembly",
        "m.distribution": "Distr.: General", "m.published": "3 March 2016", "m.session": "Seventieth session",
        "m.agenda": "Agenda item 12 (b)",
        "m.adopted": "Resolution adopted by the General Assembly on 17 December 2015",
        "m.report": "[on the report of the Third Committee (A/70/480/Add.1)]",
    }  # fmt: skip
    assert (r["title"].label, r["title"].text) == ("70/999.", "Care of mountain paths")


def test_notes_are_lifted_out_and_tied_to_their_references() -> None:
    r = read(samples.ENGLISH)
    first = r["pp1"]
    at = first.text.index(" and the annex")
    assert first.marks == (Mark(at, at, "note", "fn1"),)
    assert r["pp2"].text.endswith("closed,")
    assert [(n.id, n.label, n.text) for n in r.notes] == [
        ("fn1", "1", "Resolution 69/998, annex."),
        ("fn2", "2", "See A/70/77, para. 4."),
    ]


def test_italics_are_marks_and_other_superscripts_stay_text() -> None:
    r = read(samples.FRENCH)
    assert r["op1"].text.startswith("Prie le")
    assert r["op1"].marks == (Mark(0, 4, "italic"),)
    assert r["closing"].text == "81e séance plénière 17 décembre 2015"
    assert (
        read("Une surface de 12 m² et une autre.").paragraphs[0].text == "Une surface de 12 m² et une autre."
    )


def test_akoma_ntoso_and_plain_text_give_the_same_paragraphs() -> None:
    akn, text = read(samples.AKN), read(samples.ENGLISH)
    assert [(p.id, p.kind, p.label, p.text) for p in akn.paragraphs] == [
        (p.id, p.kind, p.label, p.text) for p in text.paragraphs
    ]
    assert (akn.symbol, akn.adopted, akn.language) == (text.symbol, text.adopted, text.language)
    link = next(m for m in akn["pp1"].marks if m.kind == "link")
    assert link.target == "https://undocs.org/en/A/RES/69/998"
    assert akn["pp1"].text[link.start : link.end] == "69/998"


def test_subparagraphs_nest_by_how_their_labels_count() -> None:
    lines = [
        "The General Assembly,", "Recalling the rules,", "1. Decides the following:",
        "(a) First;", "(b) Second, with:", "(i) One;", "(ii) Two, with:", "a. Low;", "b. Lower;", "(iii) Three;",
        "(c) Third;", "2. Requests:", "(h) Eighth;", "(i) Ninth;", "(j) Tenth.",
    ]  # fmt: skip
    r = read("\n\n".join(lines))
    assert [p.id for p in r.of_kind("subparagraph")] == [
        "op1.a", "op1.b", "op1.b.i", "op1.b.ii", "op1.b.ii.a", "op1.b.ii.b", "op1.b.iii", "op1.c",
        "op2.a", "op2.b", "op2.c",
    ]  # fmt: skip


def test_headings_annexes_and_their_paragraphs() -> None:
    r = read(
        "L'Assemblée générale,\n\nRappelant ses décisions,\n\nI\n\nPrincipes généraux\n\n1. Décide d'agir ;\n\nII\n\n"
        "2. Prie le Secrétaire général de faire rapport.\n\n12e séance plénière\n4 mai 2001\n\nAnnexe I\n\n"
        "Statut du fonds\n\n1. Le fonds est créé.\n\na) Il est petit ;\n\n2. Il est géré.\n\nAnnexe II\n\nListe\n"
    )
    assert ids(r) == [
        "opening", "pp1", "h1", "h2", "op1", "h3", "op2", "closing", "annex1", "annex1.h1", "annex1.p1",
        "annex1.p1.a", "annex1.p2", "annex2", "annex2.h1",
    ]  # fmt: skip
    assert r["annex1.p2"].label == "2."


def test_a_preambular_paragraph_that_lost_its_comma_is_no_heading() -> None:
    text = (
        "The General Assembly,\n\nRecalling the care of mountain paths by many hands\n\nRecalling also snow,\n\n"
        "Snow and ice\n\nNoting the thaw,\n\n1. Welcomes the spring;\n\n2. Decides to remain seized of the matter."
    )
    assert ids(read(text)) == ["opening", "pp1", "pp2", "h1", "pp3", "op1", "op2"]


def test_an_only_operative_paragraph_has_no_number() -> None:
    r = read("La Asamblea General,\n\nRecordando su resolución 70/1,\n\nDecide aplazar el examen.\n")
    assert ids(r) == ["opening", "pp1", "op1"]


def test_a_draft_has_sponsors_a_title_and_starred_notes() -> None:
    r = read(
        "United Nations\nA/C.3/70/L.99*\nGeneral Assembly\nDistr.: Limited\n30 October 2015\n\nSeventieth session\n"
        "Third Committee\nAgenda item 12\n\nAndorra,** Chad and Peru: draft resolution\n\nCare of mountain paths\n\n"
        "The General Assembly,\n\nRecalling its earlier resolutions,\n\n1. Requests help;\n\n2. Decides to wait.\n\n"
        "* Reissued for technical reasons.\n\n** On behalf of the mountain States.\n"
    )
    assert str(r.symbol) == "A/C.3/70/L.99"
    assert r.title == "Care of mountain paths"
    assert r["m.sponsors"].text == "Andorra, Chad and Peru: draft resolution"
    assert [n.label for n in r.notes] == ["*", "**"]
    assert r["m.sponsors"].note_targets == ("fn2",)


def test_a_human_rights_council_resolution_keeps_its_vote() -> None:
    r = read(
        "Human Rights Council\nFifty-third session\n\n53/99. Paths\n\nThe Human Rights Council,\n\n"
        "Recalling the rules,\n\n1. Welcomes the report;\n\n2. Decides to wait.\n\n38th meeting\n13 July 2023\n\n"
        "[Adopted by a recorded vote of 33 to 13. The voting was as follows:\n\nIn favour:\n\nAlgeria, Chile]\n"
    )
    assert str(r.symbol) == "A/HRC/RES/53/99"
    assert [p.kind for p in r.paragraphs[-4:]] == ["closing"] * 4


def test_an_economic_and_social_council_resolution_is_named_by_its_year() -> None:
    r = read(
        "2023/99. Paths\n\nThe Economic and Social Council,\n\nRecalling the rules,\n\n1. Decides to wait.\n"
    )
    assert str(r.symbol) == "E/RES/2023/99"


def test_a_resolution_without_a_preamble_opens_without_a_comma() -> None:
    text = (
        "General Assembly\n\n75/999. Declaration on paths\n\nThe General Assembly\n\nAdopts the following declaration:"
        "\n\nDeclaration on paths\n\n1. We have gathered to walk.\n\n2. Paths are for all.\n"
    )
    r = read(text)
    assert [(p.id, p.label) for p in r.paragraphs[2:]] == [
        ("opening", None), ("op1", None), ("h1", None), ("op2", "1."), ("op3", "2."),
    ]  # fmt: skip
    assert not read(text.replace("75/999. Declaration on paths\n\n", "")).of_kind("opening")


def test_a_preambular_paragraph_may_announce_a_list() -> None:
    r = read(
        "75/999. 道路\n\n大会，\n\n重申道路计划的目的是：\n\n注意到报告，\n\n1. 决定等待；\n\n2. 请秘书长报告。\n"
    )
    assert [p.id for p in r.paragraphs[2:]] == ["pp1", "pp2", "op1", "op2"]


def test_a_decision_has_no_opening() -> None:
    r = read(
        "General Assembly\n\n78/599. Paths\n\nAt its 3rd plenary meeting, on 5 May 2024, the General Assembly decided "
        "to take note of the report.\n\nAt the same meeting, it decided to wait.\n"
    )
    assert r.title == "Paths"
    assert [p.id for p in r.of_kind("plain")] == ["p1", "p2"]


def test_table_rows_stay_rows() -> None:
    r = read(
        "Some words before.\n\n| Path | Length |\n|---|---|\n| North | 12 km |\n\nName\tYear\nSouth\t1999\n"
    )
    assert [(p.id, p.text) for p in r.of_kind("table")] == [
        ("t1", "Path\tLength"), ("t2", "North\t12 km"), ("t3", "Name\tYear"), ("t4", "South\t1999"),
    ]  # fmt: skip


def test_markdown_becomes_headings_marks_and_notes() -> None:
    r = read(
        "# A letter\n\nSome *slanted* and **bold** words[^1], see [69/998](https://undocs.org/en/A/RES/69/998).\n\n"
        "[^1]: The note.\n"
    )
    assert ids(r) == ["h1", "p1", "fn1"]
    assert r["p1"].text == "Some slanted and bold words, see 69/998."
    assert [(m.kind, m.target) for m in r["p1"].marks] == [
        ("italic", ""), ("note", "fn1"), ("link", "https://undocs.org/en/A/RES/69/998"),
    ]  # fmt: skip


def test_plain_text_in_any_language_is_numbered_paragraphs() -> None:
    r = read("Der Weg ist lang.\n\nUnd die Zeit ist kurz, aber wir gehen nicht zurück.\n")
    assert r.language == "de"
    assert ids(r) == ["p1", "p2"]
    assert read("Just one line").paragraphs[0].id == "p1"


def test_plain_numbers_are_labels_only_where_they_count() -> None:
    r = read(
        "1. Eins ist die erste Zahl und nicht die letzte.\n\n2. Zwei kommt nach der Eins.\n\n12. Juni war der Tag.\n"
    )
    assert [p.label for p in r.paragraphs] == ["1.", "2.", None]


def test_an_omnibus_of_four_hundred_paragraphs() -> None:
    body = "\n\n".join(f"{n}. Notes that path {n} is open;" for n in range(1, 401))
    r = read(f"The General Assembly,\n\nRecalling the rules,\n\n{body}\n")
    assert [p.label for p in r.of_kind("operative")] == [f"{n}." for n in range(1, 401)]


def test_white_space_is_folded_and_a_no_break_space_stays() -> None:
    r = read("Il  dit :\u00a0«\u00a0oui\u00a0»\t et\u2009 rien de plus pour la suite.")
    assert r.paragraphs[0].text == "Il dit :\u00a0«\u00a0oui\u00a0» et rien de plus pour la suite."


def test_another_language_than_announced_is_reported() -> None:
    r = corpora.read(samples.FRENCH.encode(), language="es")
    assert r.language == "fr"
    assert r.warnings == ("announced as es, but the text is in fr",)
    assert corpora.read(samples.FRENCH.encode(), language="fr").warnings == ()


def test_a_paragraph_broken_in_mid_sentence_is_joined_and_reported() -> None:
    broken = samples.ENGLISH.replace("to return to the question", "to return to the\n\nquestion")
    broken = broken.replace("*Decides*", "*Decides*, having listened to all who spoke,")
    r = read(broken)
    assert [p.id for p in r.of_kind("operative")] == ["op1", "op2"]
    assert "joined" in r.warnings[0]


def test_provenance_names_the_file_and_hashes_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfSome words.")
    r = corpora.read(path)
    assert r.provenance.status == "local"
    assert r.provenance.source == "a.txt"
    assert len(r.provenance.sha256) == 64
    assert r.paragraphs[0].text == "Some words."


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_security_council_resolution_is_named_by_its_year(language: str, shared_data: Path) -> None:
    shapes = {}
    for path in sorted((shared_data / "akn-security-council").glob(f"*.{language}.xml")):
        r = corpora.read(path)
        english = corpora.read(path.with_name(path.name.replace(f".{language}.", ".en.")))
        assert str(r.symbol).startswith("S/RES/")
        assert "title" in r
        shapes[path.name] = [(p.id, p.kind) for p in r.paragraphs] == [
            (p.id, p.kind) for p in english.paragraphs
        ]
    assert shapes
    assert all(shapes.values()), shapes
