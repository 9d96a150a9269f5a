"""Hard-wrapped texts and copies drawn from PDF pages."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpora
from corpora.model import Resolution
from corpora.readers.wrapped import is_wrapped

WRAPPED = """198 (1964). Resolution of 18 December 1964
[S/6121]

The Security Council,

Noting that the report of the Secretary-General 11
asks that the paths of the island be kept open for
another time of three months,

Thanking the States that have contrib-
uted to the work, and mindful of the non-
governmental help that governmental bodies gave,

1. Reaffirms its wish to see the paths kept open
on both sides of the hills;

2. Extends the time in which they are to be kept
open by three months.

Adopted unanimously at the
1180th meeting.

11 Ibid., Supplement for October, document S/6102,
which has two lines.
"""

PAGES = """United Nations

A/RES/70/999

General Assembly

Distr.: General
3 March 2016

Seventieth session
Agenda item 12 (b)

Resolution adopted by the General Assembly on 17 December 2015
[on the report of the Third Committee (A/70/480/Add.1)]

70/999. Care of mountain paths and of all that
grows beside them
The General Assembly,
Recalling its resolution 69/998 of 18 December 2014, 1 in which it asked for the
care of mountain paths,
Noting with concern the report of 3 March 2015 2 and the state of the paths in
the hills of the North,

_______________
1

Resolution 69/998, annex.
See A/70/77, para. 4.
2

15-12345

A/RES/70/999

Emphasizing that paths are used by all who live in the hills, in all seasons of
the year,
1.
Requests the Secretary-General to mark the paths that are longer than
twelve kilometres;
Invites all States that have mountains to keep their paths in good order and
2.
to open them to the people of other countries, who walk them for their own
0F

pleasure;
\f2

A/RES/70/999

10.
session.

Decides to return to the question of the paths at its seventy-first

81st plenary meeting
17 December 2015

3
"""


def read(text: str) -> Resolution:
    return corpora.read(text.encode())


def test_a_wrapped_text_is_joined_into_paragraphs() -> None:
    r = read(WRAPPED)
    assert [p.id for p in r.paragraphs] == [
        "title", "m.document", "opening", "pp1", "pp2", "op1", "op2", "closing", "fn1",
    ]  # fmt: skip
    assert str(r.symbol) == "S/RES/198 (1964)"
    assert r["closing"].text == "Adopted unanimously at the 1180th meeting."
    assert r["fn1"].label == "11"


def test_hyphenation_is_undone_and_compounds_stay() -> None:
    text = read(WRAPPED)["pp2"].text
    assert "contributed to the work" in text
    assert "non-governmental help" in text


def test_a_reference_that_lost_its_superscript_is_found() -> None:
    first = read(WRAPPED)["pp1"]
    assert first.note_targets == ("fn1",)
    assert "Secretary-General asks" in first.text


def test_a_copy_of_pages_gives_its_paragraphs() -> None:
    r = read(PAGES)
    assert [p.id for p in r.of_kind("preambular", "operative", "heading", "plain")] == [
        "pp1", "pp2", "pp3", "op1", "op2", "op3",
    ]  # fmt: skip
    assert r.title == "Care of mountain paths and of all that grows beside them"
    assert r["op2"].text == (
        "Invites all States that have mountains to keep their paths in good order and to open them to the people of "
        "other countries, who walk them for their own pleasure;"
    )
    assert r["op3"].text == "Decides to return to the question of the paths at its seventy-first session."
    assert [p.label for p in r.of_kind("operative")] == ["1.", "2.", "10."]
    assert r["pp1"].note_targets == ("fn1",)
    assert r["pp2"].note_targets == ("fn2",)
    assert [n.text for n in r.notes] == ["Resolution 69/998, annex.", "See A/70/77, para. 4."]
    assert [u.text for u in r.unplaced] == [
        "_______________",
        "15-12345",
        "A/RES/70/999",
        "0F",
        "2",
        "A/RES/70/999",
        "3",
    ]
    assert {u.reason for u in r.unplaced} == {"page furniture"}


def test_lines_that_are_paragraphs_are_not_wrapped() -> None:
    verses = [f"Line {n} is a verse of its own and ends here." for n in range(20)]
    assert not is_wrapped(verses)
    assert not is_wrapped(["A title", "Another title", "Third title"] * 5)


@pytest.mark.parametrize(
    ("name", "preambular", "operative"),
    [("59_187", 8, 10), ("60_156", 8, 10), ("61_168", 9, 11), ("62_160", 9, 11), ("63_180", 9, 11)],
)
def test_the_page_copies(name: str, preambular: int, operative: int, shared_data: Path) -> None:
    r = corpora.read(shared_data / "text" / f"A_RES_{name}.en.pdftotext.txt")
    assert len(r.of_kind("preambular")) == preambular
    assert [p.label for p in r.of_kind("operative")] == [f"{n}." for n in range(1, operative + 1)]
    assert [n.label for n in r.notes] == ["1", "2", "3", "4"]
    assert sorted(t for p in r.paragraphs for t in p.note_targets) == ["fn1", "fn2", "fn3", "fn4"]
    symbol = "A/RES/" + name.replace("_", "/")
    for p in r.of_kind("preambular", "operative", "note", "closing"):
        assert symbol not in p.text
        assert "___" not in p.text
        assert p.text[-1] in ",;." or p.kind == "closing"


def test_the_old_security_council_texts(shared_data: Path) -> None:
    numbered = {"0186": 8, "0187": 2, "0192": 4, "0194": 4, "0198": 4, "0350": 4}
    for path in sorted((shared_data / "security-council-text").glob("*.txt")):
        r = corpora.read(path)
        number = path.name.split("_")[2]
        assert len(r.of_kind("operative")) == numbered.get(number, 1)
        assert str(r.symbol).startswith(f"S/RES/{int(number)} (")
        assert r["closing"].text.startswith("Adopted")
        if number not in numbered:  # "Decides:" with lettered sub-paragraphs
            assert [p.id for p in r.of_kind("subparagraph")] == ["op1.a", "op1.b", "op1.c"]
