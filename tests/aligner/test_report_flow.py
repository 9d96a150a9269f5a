"""The tokens of a row give back both sides: words, labels, italics, notes and breaks."""

from __future__ import annotations

import report_cases as cases
from hypothesis import given, settings

from aligner.model import Comparison, Link
from aligner.reports.flow import Token, flow, paragraphs
from aligner.reports.layout import Row, rows, same_notes
from corpora.model import Mark, Paragraph


def _rebuilt(comparison: Comparison, side: str) -> list[tuple[str, str | None, list[tuple[int, str]], str]]:
    """Each paragraph as (id, label, notes at offsets, a character a letter: I where italic)."""
    out = []
    notes = same_notes(comparison)
    for row in rows(comparison):
        ids = row.old if side == "old" else row.new
        drop = "insert" if side == "old" else "delete"
        parts = paragraphs(t for t in flow(comparison, row, same_notes=notes) if t.op != drop)
        for i, part in zip(ids, parts, strict=True) if ids else ():
            out.append((i, *_paragraph(part, side)))
    return out


def _paragraph(tokens: tuple[Token, ...], side: str) -> tuple[str | None, str, list[tuple[int, str]], str]:
    label, text, cited, italics = None, "", [], ""
    for token in tokens:
        if token.kind == "label":
            label = token.text
        elif token.kind == "note":
            cited.append((len(text), token.old_note if side == "old" else token.new_note))
        else:
            text += token.text
            italics += "I."[not (token.old_italic if side == "old" else token.new_italic)] * len(token.text)
    return label, text, cited, italics


def _expected(p: Paragraph) -> tuple[str, str | None, str, list[tuple[int, str]], str]:
    spans = [m for m in p.marks if m.kind == "italic"]
    italics = "".join("I" if any(m.start <= k < m.end for m in spans) else "." for k in range(len(p.text)))
    notes = sorted(((m.start, m.target) for m in p.marks if m.kind == "note"), key=lambda pair: pair[0])
    return p.id, p.label, p.text, notes, italics


@given(cases.comparisons())
@settings(max_examples=50)
def test_either_side_comes_back_whole(comparison: Comparison) -> None:
    for side, document in (("old", comparison.old), ("new", comparison.new)):
        assert _rebuilt(comparison, side) == [_expected(p) for p in document.paragraphs]


def _pair(old: Paragraph, new: Paragraph, pairs: set[tuple[str, str]]) -> list[tuple[str, str, str, str]]:
    a, b = cases.resolution([old]), cases.resolution([new])
    link = cases.link(a, b, "edited", ("op1",), ("op1",))
    comparison = Comparison("years", a, b, (link,))
    tokens = flow(comparison, Row(link, ("op1",), ("op1",)), same_notes=frozenset(pairs))
    return [(t.op, t.text, t.old_note, t.new_note) for t in tokens]


def test_a_note_cited_in_the_same_place_is_one_reference() -> None:
    old = cases.paragraph("op1", "Recalling it", marks=(Mark(12, 12, "note", "fn1"),))
    new = cases.paragraph("op1", "Recalling them", marks=(Mark(14, 14, "note", "fn2"),))
    assert _pair(old, new, {("fn1", "fn2")}) == [
        ("equal", "Recalling ", "", ""), ("delete", "it", "", ""), ("insert", "them", "", ""),
        ("equal", "", "fn1", "fn2"),
    ]  # fmt: skip
    assert [t[0] for t in _pair(old, new, set())][-2:] == ["delete", "insert"]


def test_a_note_that_wanders_goes_and_comes() -> None:
    old = cases.paragraph("op1", "One two", marks=(Mark(3, 3, "note", "fn1"),))
    new = cases.paragraph("op1", "One two", marks=(Mark(7, 7, "note", "fn1"),))
    cited = [t for t in _pair(old, new, {("fn1", "fn1")}) if t[2] or t[3]]
    assert cited == [
        ("delete", "", "fn1", ""),
        ("insert", "", "", "fn1"),
    ]


def test_what_a_moved_paragraph_shares_is_equal_at_both_places() -> None:
    comparison = cases.yearly()
    moved = [row for row in rows(comparison) if row.elsewhere]
    assert [[(t.op, t.text) for t in flow(comparison, row)] for row in moved] == [
        [
            ("insert", "1."),
            ("equal", "Requests"),
            ("equal", " the Secretary-General"),
            ("insert", ", again,"),
            ("equal", " to consult;"),
        ],
        [("delete", "5."), ("equal", "Requests the Secretary-General"), ("equal", " to consult;")],
    ]


def test_a_split_breaks_where_the_new_paragraph_begins() -> None:
    comparison = cases.yearly()
    row = next(r for r in rows(comparison) if r.link.relation == "split")
    assert [(t.op, t.kind, t.text) for t in flow(comparison, row)] == [
        ("delete", "label", "2."), ("insert", "label", "3."),
        ("equal", "text", "Urges all actors to build an order;"), ("delete", "text", " "),
        ("insert", "break", ""),
        ("insert", "label", "4."), ("equal", "text", "calls upon them to act;"),
    ]  # fmt: skip


def test_links_without_a_word_diff_are_shown_whole() -> None:
    a = cases.resolution([cases.paragraph("op1", "Old", "1.")])
    b = cases.resolution([cases.paragraph("op1", "New", "1.")])
    link = Link("edited", ("op1",), ("op1",))
    tokens = flow(Comparison("years", a, b, (link,)), Row(link, ("op1",), ("op1",)))
    assert [(t.op, t.text) for t in tokens] == [("equal", "1."), ("delete", "Old"), ("insert", "New")]
