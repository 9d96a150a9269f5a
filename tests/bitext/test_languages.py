"""Links between two language versions of a document, and the grid of many."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aligner.grid import grid
from aligner.languages import align, number_of
from aligner.model import Comparison
from corpora.bundled import load
from corpora.model import Paragraph, Provenance, Resolution

SYMBOL = "A/RES/61/168"


def paired(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    return {i: link.new for link in comparison.links for i in link.old}


def without(document: Resolution, *ids: str) -> Resolution:
    return replace(document, paragraphs=tuple(p for p in document.paragraphs if p.id not in ids))


def swapped(document: Resolution, one: str, two: str) -> Resolution:
    """The texts of two paragraphs exchanged; ids stay positions."""
    texts = {one: document[two].text, two: document[one].text}
    return replace(
        document, paragraphs=tuple(replace(p, text=texts.get(p.id, p.text)) for p in document.paragraphs)
    )


@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh", "ar"])
def test_versions_of_the_same_shape_are_linked_place_by_place(language: str) -> None:
    comparison = align(load(SYMBOL, "en"), load(SYMBOL, language))
    assert all(link.old == link.new for link in comparison.links)
    assert comparison.axis == "languages"
    assert all(link.relation == "translated" and link.evidence for link in comparison.links)


def test_a_missing_paragraph_is_named_and_the_rest_moves_up() -> None:
    english, french = load(SYMBOL, "en"), load(SYMBOL, "fr")
    got = paired(align(english, without(french, "pp4")))
    assert got["pp4"] == ()
    assert got["pp5"] == ("pp5",)
    back = align(without(french, "pp4"), english)
    assert [link.new for link in back.links if link.relation == "added"] == [("pp4",)]


def test_every_paragraph_is_in_exactly_one_link() -> None:
    a, b = load(SYMBOL, "en"), without(load("A/RES/60/156", "zh"), "op2", "fn1")
    links = align(a, b).links
    assert sorted(i for link in links for i in link.old) == sorted(p.id for p in a.paragraphs)
    assert sorted(i for link in links for i in link.new) == sorted(p.id for p in b.paragraphs)


def test_exchanged_paragraphs_are_found_against_the_structure() -> None:
    english, french = load(SYMBOL, "en"), swapped(load(SYMBOL, "fr"), "pp5", "pp6")
    links = {link.old: link for link in align(english, french).links}
    assert links[("pp5",)].new == ("pp6",)
    assert links[("pp6",)].new == ("pp5",)
    assert links[("pp5",)].moved


def test_a_structure_that_the_words_contradict_is_noticed() -> None:
    english, french = load(SYMBOL, "en"), load(SYMBOL, "fr")
    other = "Le chat dort sur la table de la cuisine, la pluie tombe dehors et le chien mange du pain blanc,"
    wrong = replace(
        french, paragraphs=tuple(replace(p, text=other) if p.id == "pp4" else p for p in french.paragraphs)
    )
    links = {link.old: link for link in align(english, wrong).links if "pp4" in (*link.old, *link.new)}
    link = links[("pp4",)]
    assert link.relation == "removed" or any("against" in said for said in link.evidence)


def test_an_empty_document_has_everything_added() -> None:
    french = load(SYMBOL, "fr")
    empty = replace(french, paragraphs=())
    assert {link.relation for link in align(empty, french).links} == {"added"}


def test_a_printed_number_is_read_in_any_dress() -> None:
    assert number_of("3.") == number_of("٣ -") == number_of("(3)") == "3"
    assert number_of("(a)") == number_of("a)")


def test_the_grid_has_a_row_for_each_paragraph() -> None:
    documents = [load(SYMBOL, code) for code in ("en", "fr", "ru", "ar")]
    table = grid(documents)
    assert [row.cells for row in table.rows] == [((p.id,),) * 4 for p in documents[0].paragraphs]
    assert table.disagreements == ()


def test_the_grid_leaves_a_gap_where_one_version_lacks_a_paragraph() -> None:
    documents = [load(SYMBOL, "en"), without(load(SYMBOL, "fr"), "pp4"), load(SYMBOL, "es")]
    table = grid(documents)
    assert (("pp4",), (), ("pp4",)) in [row.cells for row in table.rows]
    for k, document in enumerate(documents):
        assert [i for row in table.rows for i in row.cells[k]] == [p.id for p in document.paragraphs]


def test_plain_texts_of_two_languages_are_aligned() -> None:
    def plain(language: str, *texts: str) -> Resolution:
        paragraphs = tuple(Paragraph(f"p{n}", "plain", text) for n, text in enumerate(texts, 1))
        return Resolution(None, language, paragraphs, Provenance("local", "test", "0"))

    a = plain("en", "The king and the queen.", "Seven hundred soldiers died in the war.")
    b = plain("de", "Der König und die Königin.", "Siebenhundert Soldaten starben im Krieg.")
    assert paired(align(a, b)) == {"p1": ("p1",), "p2": ("p2",)}


def test_real_versions_keep_their_rows(shared_data: Path) -> None:
    from corpora import read

    folder = shared_data / "akn" / "the-right-to-food"
    a, b = (read(folder / f"A_RES_78_198.{code}.xml") for code in ("es", "ar"))
    comparison = align(a, b)
    assert sum(link.old == link.new for link in comparison.links) / len(comparison.links) > 0.99
