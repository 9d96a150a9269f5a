"""Akoma Ntoso of other bodies than the General Assembly's one resolution a file."""

from __future__ import annotations

import corpora
from corpora.model import Resolution

_HEAD = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'


def read(body: str) -> Resolution:
    return corpora.read(f"{_HEAD}{body}</akomaNtoso>".encode())


def cover(symbol: str, *lines: str) -> str:
    rest = "".join(f"<p><docAuthority>{line}</docAuthority></p>" for line in lines)
    return f'<coverPage><p><docNumber refersTo="#symbol">{symbol}</docNumber></p>{rest}</coverPage>'


def preface(number: str, title: str) -> str:
    return f"<preface><p>\n<docNumber>{number}</docNumber>\n<docTitle>{title}</docTitle></p></preface>"


def opening(organ: str, recalled: str) -> str:
    return (
        f'<preamble><formula><p><span class="italic">The {organ}</span>,</p></formula>'
        f"<container><p>\n  Recalling {recalled},</p></container></preamble>"
    )


def numbered(*texts: str) -> str:
    return "".join(
        f"<paragraph><num>{n}.</num><content><p>{text}</p></content></paragraph>"
        for n, text in enumerate(texts, 1)
    )


def closing(meeting: str, day: str) -> str:
    return (
        f"<conclusions><p><inline>{meeting} meeting</inline><eol/><docDate>{day}</docDate></p></conclusions>"
    )


def ids(document: Resolution) -> list[str]:
    return [p.id for p in document.paragraphs if p.kind != "masthead"]


def test_the_record_of_a_vote_is_paragraphs_below_the_closing() -> None:
    vote = (
        "<conclusions><p><event><location>46th meeting</location><eol/><docDate>11 October 2023</docDate></event></p>"
        "<p><vote><outcome>[Adopted by a recorded vote of <quantity>2</quantity> to <quantity>1</quantity>: "
        "<outcome>In favour:<eol/><organization>Chile, Benin</organization></outcome>"
        "<outcome>Against:<eol/><organization>Qatar]</organization></outcome></outcome></vote></p></conclusions>"
    )
    document = read(
        "<statement>"
        + cover("A/HRC/RES/54/99", "Human Rights Council")
        + preface("54/99.", "Paths")
        + opening("Human Rights Council", "its resolution 53/98")
        + f"<mainBody>{numbered('Decides to remain seized of the matter.')}</mainBody>{vote}</statement>"
    )
    assert str(document.symbol) == "A/HRC/RES/54/99"
    assert [(p.id, p.text) for p in document.of_kind("closing")] == [
        ("closing", "46th meeting 11 October 2023"),
        ("closing.p1", "[Adopted by a recorded vote of 2 to 1:"),
        ("closing.p2", "In favour: Chile, Benin"),
        ("closing.p3", "Against: Qatar]"),
    ]


def test_a_resolution_in_parts() -> None:
    parts = "".join(
        f"<component><statement>{preface(letter, title)}{opening('General Assembly', 'its resolution 74/98')}"
        f"<mainBody>{numbered('Requests a report;', 'Decides to wait.')}</mainBody>"
        f"{closing('41st plenary', '10 December 2020')}</statement></component>"
        for letter, title in (("A", "Paths in general"), ("B", "Signs on them"))
    )
    document = read(
        "<documentCollection>"
        + cover("A/RES/75/999 A-B", "General Assembly")
        + preface("75/999.", "Questions of paths")
        + f"</documentCollection><components>{parts}</components>"
    )
    assert str(document.symbol) == "A/RES/75/999 A-B"
    assert document.title == "Questions of paths"
    assert ids(document) == [
        "title", "h1", "h2", "opening", "pp1", "op1", "op2", "closing",
        "h3", "h4", "opening.2", "pp2", "op3", "op4", "closing.2",
    ]  # fmt: skip
    assert [p.text for p in document.of_kind("heading")] == ["A", "Paths in general", "B", "Signs on them"]
    assert [p.label for p in document.of_kind("operative")] == ["1.", "2.", "1.", "2."]


def test_a_title_that_touches_its_number() -> None:
    head = "<preface><p><docNumber>75/999.</docNumber><docTitle>Paths</docTitle></p></preface>"
    document = read(f"<statement>{head}{opening('General Assembly', 'its rules')}</statement>")
    assert (document["title"].label, document["title"].text) == ("75/999.", "Paths")


def test_a_decision_in_parts() -> None:
    decided = (
        "At its {} plenary meeting, the General Assembly, on the proposal of its President, decided to wait."
    )
    parts = "".join(
        f"<component><statement><preface><p><docNumber>{letter}</docNumber></p></preface><mainBody><paragraph><content>"
        f"<p>{decided.format(meeting)}</p></content></paragraph></mainBody>"
        f"{closing(f'{meeting} plenary', '30 June 2022')}</statement></component>"
        for letter, meeting in (("A", "90th"), ("B", "92nd"))
    )
    document = read(
        "<documentCollection>"
        + cover("A/DEC/76/999", "General Assembly")
        + preface("76/999.", "Meeting on paths")
        + f"</documentCollection><components>{parts}</components>"
    )
    assert ids(document) == ["title", "h1", "p1", "closing", "h2", "p2", "closing.2"]
    assert document["closing.2"].text == "92nd plenary meeting 30 June 2022"


def test_parts_in_plain_text_and_an_opening_that_an_annex_quotes() -> None:
    part = "The General Assembly,\n\nRecalling its rules,\n\n1. Decides to wait;\n\n2. Asks for more.\n\n"
    end = "41st plenary meeting\n10 December 2020\n\n"
    head = "United Nations\n\nGeneral Assembly\n\n75/999. Questions of paths\n\n"
    document = corpora.read(
        f"{head}A\n\nPaths in general\n\n{part}{end}B\n\nSigns on them\n\n{part}{end}".encode()
    )
    assert document.title == "Questions of paths"
    assert [p.text for p in document.of_kind("heading")] == ["A", "Paths in general", "B", "Signs on them"]
    assert ids(document)[-5:] == ["opening.2", "pp2", "op3", "op4", "closing.2"]
    annexed = corpora.read(f"{head}{part}{end}Annex\n\nDeclaration\n\n{part}".encode())
    assert [p.id for p in annexed.of_kind("opening")] == ["opening"]
    assert [p.id for p in annexed.of_kind("operative")] == ["op1", "op2"]


def test_a_table_is_rows_whose_empty_cells_keep_their_place() -> None:
    table = (
        "<container><table><tr><th><p>Section</p></th><th></th><th><p>Amount </p><p>(dollars)</p></th></tr>"
        "<tr><th></th><th></th><th></th></tr>"
        "<tr><td></td><td><p>Part I. <span class='italic'>Paths</span></p></td><td></td></tr>"
        "<tr><td><p>1</p></td><td><p>Signs<authorialNote marker='1'><p>All of them.</p></authorialNote></p></td>"
        "<td><p>78 809</p></td></tr></table></container>"
    )
    document = read(
        "<statement>"
        + preface("75/999.", "Budget for paths")
        + opening("General Assembly", "its rules")
        + f"<mainBody>{numbered('Approves appropriations for:')}{table}</mainBody></statement>"
    )
    rows = document.of_kind("table")
    assert [p.text for p in rows] == ["Section\t\tAmount (dollars)", "Part I. Paths", "1\tSigns\t78 809"]
    assert [p.text for p in document.notes] == ["All of them."]
    assert rows[2].note_targets == ("fn1",)
    assert [rows[1].text[m.start : m.end] for m in rows[1].marks] == ["Paths"]
