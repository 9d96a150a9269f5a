"""The rows give both documents back, whatever the links are."""

from __future__ import annotations

import report_cases as cases
from hypothesis import given, settings

from aligner.model import Comparison, side_texts
from aligner.reports.layout import link_ops, rows, side_ops
from aligner.reports.settings import DEFAULTS
from aligner.reports.statement import proofs, statement


@given(cases.comparisons())
@settings(max_examples=50)
def test_rows_read_as_either_document(comparison: Comparison) -> None:
    shown = rows(comparison)
    assert [i for row in shown for i in row.old] == [p.id for p in comparison.old.paragraphs]
    assert [i for row in shown for i in row.new] == [p.id for p in comparison.new.paragraphs]


@given(cases.comparisons())
@settings(max_examples=50)
def test_word_diffs_cut_into_paragraphs_give_their_texts(comparison: Comparison) -> None:
    for link in comparison.links:
        ops = link_ops(comparison, link)
        for ids, document, drop in (
            (link.old, comparison.old, "insert"),
            (link.new, comparison.new, "delete"),
        ):
            parts = side_ops(document, ids, ops, drop)
            assert ["".join(t for _, t in part) for part in parts] == [document[i].text for i in ids]


@given(cases.comparisons())
@settings(max_examples=50)
def test_the_proof_holds(comparison: Comparison) -> None:
    assert all(proof.holds for proof in proofs(comparison))


def test_a_moved_link_stands_at_both_places() -> None:
    comparison = cases.yearly()
    moved = [row for row in rows(comparison) if row.elsewhere]
    assert [(row.old, row.new, row.elsewhere) for row in moved] == [
        ((), ("op1",), ("op5",)),
        (("op5",), (), ("op1",)),
    ]


def test_the_proof_fails_when_a_paragraph_is_lost_or_a_word_diff_lies() -> None:
    whole = cases.yearly()
    lost = Comparison(whole.axis, whole.old, whole.new, whole.links[1:])
    assert [proof.holds for proof in proofs(lost)] == [False, False]
    lie = cases.link(whole.old, whole.new, "same", ("op1",), ("op2",))
    links = tuple(
        type(lie)("same", x.old, x.new, ops=(("equal", "Welcomes it"),)) if x.old == ("op1",) else x
        for x in whole.links
    )
    lying = Comparison(whole.axis, whole.old, whole.new, links)
    assert [proof.holds for proof in proofs(lying)] == [False, False]
    assert "DIFFERENT" in str(statement(lying, DEFAULTS))


def test_ops_that_do_not_give_the_texts_are_not_shown() -> None:
    whole = cases.yearly()
    lie = type(whole.links[0])("edited", ("op1",), ("op2",), ops=(("equal", "Welcomes it"),))
    assert side_texts(link_ops(whole, lie)) == ("Welcomes the report;", "Welcomes the report;")


def test_the_statement_names_what_was_left_out() -> None:
    lines = [line for section in statement(cases.yearly(), DEFAULTS) for line in section.lines]
    assert ("Old document, job number", "06-12345") in lines
    assert ("Not compared", "the annex of A/RES/60/156 is a picture") in lines
    assert ("Status", "unofficial edition, not the UN's text") in lines
