"""Markdown beyond emphasis and notes: headings, lists, tables, quotations, escapes, HTML between."""

from __future__ import annotations

import pytest

import corpora
from corpora.model import Resolution
from corpora.readers.markdown import is_markdown

HEAD = "# 70/999. Care of mountain paths\n\n*The General Assembly*,\n\nRecalling its rules,\n\n"


def read(text: str) -> Resolution:
    return corpora.read(text.encode())


def body(text: str) -> list[tuple[str, str | None, str]]:
    return [(p.id, p.label, p.text) for p in read(HEAD + text).paragraphs[3:]]


@pytest.mark.parametrize(
    "text",
    [
        "# A heading\n\nText.",
        "Title\n=====\n\nText.",
        "| a | b |\n|---|--:|\n| c | d |",
        "> quoted",
        "1\\. One.",
        "---\nt: x\n---\nA",
    ],
)
def test_signs_of_markdown(text: str) -> None:
    assert is_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly,\n\n*Recalling* its rules[^1],\n\n1. *Decides* to wait.\n\n[^1]: A note.",
        "#12 of the list\n- a line of a dialogue\n- another\nAT&amp;T\n_______\n* Reissued for technical reasons.",
        "5 < 6 and 7 > 6\n\nname <mail@example.org>\n\n-----\n\nA/RES/61/168",
    ],
)
def test_plain_text_has_no_signs(text: str) -> None:
    assert not is_markdown(text)


def test_lists_give_numbers_and_letters() -> None:
    text = (
        "1. *Requests* the Secretary-General:\n   - (a) To mark the paths;\n   - (b) To report on:\n"
        "     - (i) Their length;\n     - (ii) Their state;\n3. *Decides* to wait;\n\n4\\. Also decides to return."
    )
    assert body(text) == [
        ("op1", "1.", "Requests the Secretary-General:"),
        ("op1.a", "(a)", "To mark the paths;"),
        ("op1.b", "(b)", "To report on:"),
        ("op1.b.i", "(i)", "Their length;"),
        ("op1.b.ii", "(ii)", "Their state;"),
        ("op2", "3.", "Decides to wait;"),
        ("op3", "4.", "Also decides to return."),
    ]


def test_bullets_are_labels_as_in_word() -> None:
    assert body("1. Requests:\n\n* maps;\n* signs.")[1:] == [
        ("op1.p1", "•", "maps;"),
        ("op1.p2", "•", "signs."),
    ]


def test_tables_are_rows() -> None:
    text = "1. Notes:\n\n| Path | Length |\n|------|-------:|\n| North \\| East | 12 km |\n\nName\tYear\nSouth\t1999\n"
    assert [row for _, _, row in body(text)[1:]] == [
        "Path\tLength",
        "North | East\t12 km",
        "Name\tYear",
        "South\t1999",
    ]


def test_wrapped_lines_are_joined_and_others_are_paragraphs() -> None:
    lines = (
        "Noting with concern that twelve of the\npaths are closed for most of the year\nand that nobody repairs them,"
        " nor\nmarks them, or counts\nthose that are left open to hikers,\n\n1. Decides to wait for the better\n"
        "weather of the summer.\n"
    )
    assert [text for _, _, text in body(lines)][1] == "Decides to wait for the better weather of the summer."
    assert [text for _, _, text in body("Noting one,\nNoting two,\n")] == ["Noting one,", "Noting two,"]


def test_notes_stand_where_they_may() -> None:
    r = read(
        HEAD
        + "1. Decides[^n] to wait.\n\n[^n]: See A/70/77,\n    para. 4.\n\n[^m]: Cited nowhere.\n\n2. Asks."
    )
    assert [(n.label, n.text) for n in r.notes] == [("n", "See A/70/77, para. 4."), ("m", "Cited nowhere.")]
    assert r["op1"].note_targets == ("fn1",)
    assert r["op2"].text == "Asks."


def test_html_between() -> None:
    text = (
        '<!-- draft -->\n\n<p align="right">On the right,</p>\n\n'
        "1. Decides on <date> that 1<sup>st</sup> &amp; last<br>wait."
    )
    found = read(HEAD + text)
    assert found["op1"].text == "Decides on <date> that 1st & last wait."
    assert found["pp2"].text == "On the right,"


def test_front_matter_is_set_aside() -> None:
    r = read(f"---\nlayout: page\n---\n{HEAD}1. Decides.")
    assert r.title == "Care of mountain paths"
    assert [(u.text, u.reason) for u in r.unplaced] == [("layout: page", "front matter")]


def test_what_is_nested_without_end_is_read_as_plain_text() -> None:
    assert read(HEAD + ">" * 5000 + " last").paragraphs[-1].text.endswith("last")
    items = "".join(f"{'  ' * n}- item {n};\n" for n in range(200))
    text = " ".join(p.text for p in read(HEAD + items).paragraphs)
    assert [n for n in range(200) if f"item {n};" not in text] == []


def test_quotations_and_code_are_text() -> None:
    assert [text for _, _, text in body("> Quoted `as it is`.\n\n```\nfirst line\nsecond line\n```\n")] == [
        "Quoted as it is.", "first line", "second line",
    ]  # fmt: skip
