"""HTML pages, as saved from the web and as word processors export them."""

from __future__ import annotations

import pytest

import corpora
from corpora.errors import EmptyDocument
from corpora.model import Resolution

PAGE = """<!doctype html><html lang="fr"><head><title>x</title><style>p {{}}</style></head><body>
<nav>Accueil | Documents</nav>{body}<footer>© 2026</footer><script>alert(1)</script></body></html>"""

RESOLUTION = """<h1>61/168. Renforcement de la coopération internationale</h1>
<p>L'Assemblée générale,</p>
<p><em>Rappelant</em> sa résolution <a href="https://undocs.org/A/RES/78/199">79/166</a>
du 25 juin 1993<sup>1</sup>,</p>
<div>Soulignant que la 81<sup>e</sup> séance<br>a eu lieu,</div>
<ol><li>Réaffirme ce but;</li><li value="2">Décide de poursuivre l'examen de la question.</li></ol>
<table><tr><td>2024</td><td>302</td></tr></table>
<p><sup>1</sup> A/CONF.157/24, chap. III.</p>"""


def read(body: str, encoding: str = "utf-8") -> Resolution:
    return corpora.read(PAGE.format(body=body).encode(encoding))


def test_a_page_gives_the_paragraphs_of_its_resolution() -> None:
    document = read(RESOLUTION)
    found = {p.id: (p.label, p.text) for p in document.paragraphs}
    assert found["pp1"][1] == "Rappelant sa résolution 79/166 du 25 juin 1993,"
    assert found["pp2"][1] == "Soulignant que la 81e séance a eu lieu,"
    assert found["op1"] == ("1.", "Réaffirme ce but;")
    assert found["op2"] == ("2.", "Décide de poursuivre l'examen de la question.")
    assert found["fn1"] == ("1", "A/CONF.157/24, chap. III.")
    assert document["pp1"].note_targets == ("fn1",)
    assert [p.text for p in document.of_kind("table")] == ["2024\t302"]


def test_a_link_keeps_its_address_and_italics_stay_beside_the_text() -> None:
    paragraph = read(RESOLUTION)["pp1"]
    link = next(m for m in paragraph.marks if m.kind == "link")
    assert (paragraph.text[link.start : link.end], link.target) == (
        "79/166",
        "https://undocs.org/A/RES/78/199",
    )
    italic = next(m for m in paragraph.marks if m.kind == "italic")
    assert paragraph.text[italic.start : italic.end] == "Rappelant"


def test_menus_scripts_and_hidden_parts_are_no_text() -> None:
    document = read(RESOLUTION + '<p style="display: none">ne pas lire</p>')
    text = " ".join(p.text for p in document.paragraphs)
    assert "Accueil" not in text
    assert "alert" not in text
    assert "ne pas lire" not in text
    assert {(u.text, u.reason) for u in document.unplaced} == {
        ("Accueil | Documents", "page furniture"), ("© 2026", "page furniture"), ("ne pas lire", "hidden"),
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-8"])
def test_the_declared_encoding_holds(encoding: str) -> None:
    declared = f'<meta charset="{encoding}">'
    data = PAGE.format(body=RESOLUTION).replace("<head>", f"<head>{declared}").encode(encoding)
    assert corpora.read(data)["opening"].text == "L'Assemblée générale,"


def test_a_table_that_arranges_the_page_is_read_as_paragraphs() -> None:
    document = read(f"<table><tr><td>{RESOLUTION}</td></tr></table>")
    assert "op2" in document


def test_control_characters_written_as_entities_have_no_effect() -> None:
    document = read("<p>L'Assemblée générale,</p><p>Notant &#27;[31m ceci,</p>")
    assert all(c.isprintable() for p in document.paragraphs for c in p.text)


@pytest.mark.parametrize("body", ["", "<p> </p>", "<script>x</script>"])
def test_a_page_without_text_says_so(body: str) -> None:
    with pytest.raises(EmptyDocument):
        corpora.read(f"<html><body>{body}</body></html>".encode())


def test_a_page_nested_without_end_is_survived() -> None:
    document = read("<div>" * 5000 + "trop profond" + "</div>" * 5000 + RESOLUTION)
    assert "op2" in document
    assert any(u.reason == "nested too deep" for u in document.unplaced)


NOTES = """<p>70/999. Care of mountain paths</p><p>The General Assembly,</p>
<p>Recalling its resolution 69/998,{reference}</p><p>1. Decides to return to the question.</p>{notes}"""


@pytest.mark.parametrize(
    ("reference", "notes"),
    [
        (  # as converters of Markdown write them
            '<sup><a href="#fn1" id="ref1">1</a></sup>',
            '<ol><li id="fn1"><p>See A/70/77.</p><p>Not printed. <a href="#ref1">↩</a></p></li></ol>',
        ),
        (  # as wikis do
            '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>',
            '<ol><li id="cite_note-1"><a href="#cite_ref-1">↑</a> See A/70/77. Not printed.</li></ol>',
        ),
        (  # as Word does
            '<a href="#_ftn1" name="_ftnref1"><span><![if !supportFootnotes]>[1]<![endif]></span></a>',
            '<hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> See A/70/77. Not printed.</p></div>',
        ),
    ],
)
def test_notes_that_references_lead_to(reference: str, notes: str) -> None:
    document = read(NOTES.format(reference=reference, notes=notes))
    assert [(n.label, n.text) for n in document.notes] == [("1", "See A/70/77. Not printed.")]
    assert document["pp1"].text == "Recalling its resolution 69/998,"
    assert document["pp1"].note_targets == ("fn1",)
    assert [p.id for p in document.of_kind("operative")] == ["op1"]


def test_a_list_that_nothing_leads_to_stays_a_list() -> None:
    document = read(
        NOTES.format(reference='<a href="#top">1</a>', notes='<ol start="2"><li id="two">Asks.</li></ol>')
    )
    assert document["op2"].text == "Asks."
    assert not document.notes


def test_a_table_that_arranges_the_masthead_gives_its_lines() -> None:
    head = "<table><tr><td>United Nations</td><td>A/RES/70/999</td></tr></table><p>General Assembly</p>"
    document = read(head + NOTES.format(reference="", notes=""))
    assert [(p.id, p.text) for p in document.paragraphs[:3]] == [
        ("m.publisher", "United Nations"),
        ("m.symbol", "A/RES/70/999"),
        ("m.organ", "General Assembly"),
    ]
    assert str(document.symbol) == "A/RES/70/999"


def test_italics_by_style() -> None:
    paragraph = read('<p>A <span style="font-style: italic">slanted</span> word.</p>')["p1"]
    assert [paragraph.text[m.start : m.end] for m in paragraph.marks if m.kind == "italic"] == ["slanted"]


def test_a_note_that_a_cell_cites() -> None:
    document = read(
        "<p>Words before.</p><table><tr><td></td><td>2024</td><td></td><td><p>2025</p></td></tr>"
        '<tr><td><em>Paths</em></td><td>12<sup><a href="#n1">1</a></sup></td><td></td>'
        "<td><table><tr><td>3</td><td>4</td></tr></table></td></tr></table>"
        '<p id="n1"><sup>1</sup> Kilometres.</p>'
    )
    rows = document.of_kind("table")
    assert [row.text for row in rows] == ["2024\t\t2025", "Paths\t12\t\t3 4"]
    assert rows[1].note_targets == ("fn1",)
    assert [p.text for p in document.notes] == ["Kilometres."]
