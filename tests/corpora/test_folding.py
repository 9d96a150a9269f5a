"""Text that comes in pieces is folded as if it came in one, and marks stay on what they marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpora.readers.blocks import TextBuilder
from corpora.readers.folding import fold_text

SPACES = [" ", "  ", "\t", "\n", "\u00a0", "\u202f", "\u2009"]
LETTERS = ["a", "bé", "中", "x y", "\u200f", "\x07"]
COMBINING = ["e", "\u0301"]


def pieces(*signs: str) -> st.SearchStrategy[list[tuple[str, bool]]]:
    text = st.lists(st.sampled_from(signs), max_size=4).map("".join)
    return st.lists(st.tuples(text, st.booleans()), max_size=5)


@given(pieces(*SPACES, *LETTERS, *COMBINING))
def test_pieces_fold_as_the_whole_text_does(parts: list[tuple[str, bool]]) -> None:
    builder = TextBuilder()
    for text, italic in parts:
        builder.add(text, italic)
    block = builder.block()
    assert block.text == fold_text("".join(text for text, _ in parts))
    assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)
    assert builder.block().text == "", "the builder is empty afterwards"


@given(pieces(*SPACES, *LETTERS))
def test_italics_cover_the_letters_they_covered(parts: list[tuple[str, bool]]) -> None:
    builder = TextBuilder()
    for text, italic in parts:
        builder.add(text, italic)
    block = builder.block()
    covered = "".join(block.text[mark.start : mark.end] for mark in block.marks)
    slanted = "".join(text for text, italic in parts if italic)
    assert "".join(covered.split()) == "".join(slanted.replace("\x07", "\ufffd").split())


def test_a_note_after_letters_that_compose_stays_after_them() -> None:
    builder = TextBuilder()
    builder.add("\n  e\u0301tat,\n")
    builder.note("3")
    builder.add(" suite ")
    block = builder.block()
    assert block.text == "état, suite"
    assert [(mark.start, mark.end, mark.target) for mark in block.marks] == [(6, 6, "3")]
