"""Links between two versions: what is found, and what always holds."""

from __future__ import annotations

import pytest

import aligner
from aligner.model import JOINT, Comparison, Link, side_texts
from corpora.model import Kind, Mark, Paragraph, Provenance, Resolution

PP = [
    "Reaffirming its commitment to promoting international cooperation, as set forth in the Charter,",
    "Recalling its resolution 59/187 of 20 December 2004, and taking note of resolution 2005/54,",
    "Recognizing that the enhancement of cooperation in the field of human rights is essential,",
    "Underlining the need for further promotion of dialogue among religions, cultures and civilizations,",
]
OP = [
    "Reaffirms that it is one of the purposes of the United Nations to encourage respect for human rights;",
    "Considers that international cooperation should make an effective and practical contribution;",
    "Requests the Secretary-General to report to the General Assembly at its sixty-first session;",
]


def document(*paragraphs: Paragraph, language: str = "en") -> Resolution:
    """A document of the given paragraphs."""
    return Resolution(None, language, paragraphs, Provenance("local", "test", "0" * 64))


def paragraphs(kind: Kind, prefix: str, texts: list[str]) -> list[Paragraph]:
    """Numbered paragraphs of one kind; operative ones carry their printed label."""
    return [
        Paragraph(f"{prefix}{n}", kind, text, f"{n}." if kind == "operative" else None)
        for n, text in enumerate(texts, 1)
    ]


def resolution(pp: list[str], op: list[str]) -> Resolution:
    """A resolution of preambular and operative paragraphs."""
    return document(*paragraphs("preambular", "pp", pp), *paragraphs("operative", "op", op))


def by_new(c: Comparison) -> dict[tuple[str, ...], Link]:
    """The links by their new side; the removed ones by their old."""
    return {link.new or link.old: link for link in c.links}


def test_an_inserted_paragraph_moves_nothing() -> None:
    new = [*PP[:2], "Recognizing also that promotion rests on genuine dialogue,", *PP[2:]]
    c = aligner.compare(resolution(PP, OP), resolution(new, OP))
    assert [(k.relation, k.old, k.new) for k in c.links][:4] == [
        ("same", ("pp1",), ("pp1",)),
        ("same", ("pp2",), ("pp2",)),
        ("added", (), ("pp3",)),
        ("same", ("pp3",), ("pp4",)),
    ]
    assert c.summary["moved"] == c.summary["renumbered"] == 0


def test_a_recitation_is_an_edit_of_two_citations() -> None:
    new = [PP[0], PP[1].replace("59/187 of 20 December 2004", "60/156 of 16 December 2005"), *PP[2:]]
    link = by_new(aligner.compare(resolution(PP, OP), resolution(new, OP)))["pp2",]
    assert link.relation == "edited"
    assert [op for op in link.ops if op[0] != "equal"] == [
        ("delete", "59/187"), ("insert", "60/156"), ("delete", "20"), ("insert", "16"),
        ("delete", "2004"), ("insert", "2005"),
    ]  # fmt: skip


def test_a_new_number_is_renumbering_not_a_move() -> None:
    new = [OP[0], "Requests the High Commissioner to consult States on ways to enhance dialogue;", *OP[1:]]
    new[-1] = new[-1].replace("sixty-first", "sixty-second")
    links = by_new(aligner.compare(resolution(PP, OP), resolution(PP, new)))
    assert links["op2",].relation == "added"
    assert (links["op3",].relation, links["op3",].renumbered, links["op3",].moved) == ("same", True, False)
    assert (links["op4",].relation, links["op4",].old) == ("edited", ("op3",))


def test_a_moved_paragraph_shows_its_edits() -> None:
    first = PP[0].replace("promoting", "strengthening")
    links = by_new(aligner.compare(resolution(PP, OP), resolution([*PP[1:], first], OP)))
    moved = links["pp4",]
    assert (moved.relation, moved.old, moved.moved) == ("edited", ("pp1",), True)
    assert ("delete", "promoting") in moved.ops
    assert not any(links[f"pp{n}",].moved for n in (1, 2, 3))


def test_a_paragraph_can_cross_into_the_operative_part() -> None:
    c = aligner.compare(resolution(PP, OP), resolution(PP[:3], [PP[3], *OP]))
    link = by_new(c)["op1",]
    assert (link.old, link.relation, link.moved) == (("pp4",), "same", True)


def test_a_removed_paragraph_stands_at_its_old_place() -> None:
    c = aligner.compare(resolution(PP, OP), resolution([PP[0], *PP[2:]], OP))
    assert [k.relation for k in c.links][:3] == ["same", "removed", "same"]


def test_split_and_merge_join_texts_and_show_nothing_twice() -> None:
    whole = f"{OP[0].rstrip(';')}, {OP[1]}"
    old, new = resolution(PP, [whole, OP[2]]), resolution(PP, OP)
    split, merged = by_new(aligner.compare(old, new))["op1", "op2"], by_new(aligner.compare(new, old))["op1",]
    assert (split.relation, merged.relation) == ("split", "merged")
    assert side_texts(split.ops) == (whole, JOINT.join(OP[:2]))
    equal = "".join(text for name, text in split.ops if name == "equal")
    assert len(equal) > 0.9 * len(whole)


def test_a_short_part_between_longer_ones_is_a_part_too() -> None:
    parts = [
        "For the purposes of these provisions, read as they stand in the schedule:",
        "1. the department is read as the islands;",
        "2. the representative of the State in that department is read as their chief administrator;",
        "3. amounts given in euros apply with their equivalent in local currency, as published each year;",
    ]
    link = aligner.compare_segments([" ".join(parts)], parts, language="en")[0]
    assert (link.relation, link.new) == ("split", (0, 1, 2, 3))


def test_masthead_fields_answer_by_id() -> None:
    old = document(Paragraph("m.session", "masthead", "Sixtieth session"), *resolution(PP, OP).paragraphs)
    new = document(Paragraph("m.session", "masthead", "Sixty-first session"), *resolution(PP, OP).paragraphs)
    link = aligner.compare(old, new).links[0]
    assert (link.relation, link.old, link.new) == ("edited", ("m.session",), ("m.session",))


def test_notes_follow_the_paragraphs_that_cite_them() -> None:
    def with_notes(texts: list[str], citing: str) -> Resolution:
        marks = tuple(Mark(9, 9, "note", f"fn{n}") for n in range(1, len(texts) + 1))
        body = [p if p.id != citing else Paragraph(p.id, p.kind, p.text, p.label, marks)
                for p in resolution(PP, OP).paragraphs]  # fmt: skip
        return document(*body, *paragraphs("note", "fn", texts))

    old = with_notes(["A/CONF.157/24 (Part I), chap. III.", "See resolution 55/2."], "pp1")
    new = with_notes(["See A/CONF.157/24 (Part I), chapter III.", "See resolution 55/2."], "pp1")
    notes = [k for k in aligner.compare(old, new).links if k.new[0].startswith("fn")]
    assert [(k.relation, k.old, k.new) for k in notes] == [
        ("edited", ("fn1",), ("fn1",)),
        ("same", ("fn2",), ("fn2",)),
    ]


@pytest.mark.parametrize("texts", [[], ["one"], ["", ""], ["same", "same", "same"]])
def test_small_documents_compared_with_themselves(texts: list[str]) -> None:
    assert all(k.relation == "same" and not k.moved for k in aligner.compare_segments(texts, texts))


ANCHORS = ["The first paragraph, which stays", "The last paragraph, which stays"]
LINE = "Requests the Secretary General to report on progress in year"


def test_a_reworded_paragraph_between_the_same_neighbours_is_linked_by_its_characters() -> None:
    old, new = [[ANCHORS[0], f"{LINE} {last}", ANCHORS[1]] for last in ("one", "two")]
    link = aligner.compare_segments(old, new, language="en")[1]
    assert (link.old, link.new, link.relation) == ((1,), (1,), "edited")
    assert "between the same neighbours" in link.evidence[0]


def test_characters_decide_nothing_between_paragraphs_that_are_as_close() -> None:
    old, new = [[ANCHORS[0], *(f"{LINE} {n}" for n in years), ANCHORS[1]] for years in ((1, 2), (3, 4))]
    links = aligner.compare_segments(old, new, language="en")
    assert not any("much the same text" in k.evidence[0] for k in links)


def test_a_gap_with_much_text_is_not_compared_character_by_character() -> None:
    long = " ".join(f"word{n}" for n in range(3000))
    old, new = [[ANCHORS[0], f"{long} {last}", ANCHORS[1]] for last in ("one", "two")]
    link = aligner.compare_segments(old, new, language="en")[1]
    assert link.relation == "edited"
    assert "much the same text" not in link.evidence[0]


HALVES = [
    "Decides to include in the agenda of its next session the item entitled culture of peace",
    "Invites Governments and organizations to transmit their observations to the Secretariat",
]


@pytest.mark.parametrize("divided", [True, False])
def test_a_paragraph_found_beside_its_neighbour_in_one_is_a_part_of_it(divided: bool) -> None:
    whole = [ANCHORS[0], f"{HALVES[0]}, and {HALVES[1].lower()}, as a matter of priority", ANCHORS[1]]
    parts = [ANCHORS[0], f"{HALVES[0]}, and", f"{HALVES[1]} without delay", ANCHORS[1]]
    old, new = (whole, parts) if divided else (parts, whole)
    link = aligner.compare_segments(old, new, language="en")[1]
    assert (link.relation, link.old, link.new) == (
        ("split", (1,), (1, 2)) if divided else ("merged", (1, 2), (1,))
    )


def test_a_repetition_beside_its_neighbour_is_no_part() -> None:
    old = [ANCHORS[0], f"{HALVES[0]}, and its consequences for the years to come in all regions", ANCHORS[1]]
    new = [ANCHORS[0], f"{HALVES[0]}, and its consequences", f"{HALVES[0]} again", ANCHORS[1]]
    links = aligner.compare_segments(old, new, language="en")
    assert not any(k.relation in ("split", "merged") for k in links)


def test_short_paragraphs_between_the_same_neighbours_must_be_more_alike() -> None:
    old, new = ([ANCHORS[0], note, ANCHORS[1]] for note in ("See resolution 74/1", "See document A/75/2"))
    assert not any("much the same text" in k.evidence[0] for k in aligner.compare_segments(old, new))
