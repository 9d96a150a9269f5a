"""Links that a person fixed or ruled out."""

from __future__ import annotations

from pathlib import Path

import pytest

import aligner
from aligner.model import Comparison, Link
from aligner.pins import Pin, Pins
from corpora.errors import OptionError
from corpora.model import Paragraph, Provenance, Resolution

OLD = [
    "Recalling its resolution 59/187 of 20 December 2004,",
    "Underlining the need for dialogue among religions and cultures,",
    "Emphasizing that mutual understanding and transparency are important,",
]
NEW = [
    "Recalling its resolution 60/156 of 16 December 2005,",
    "Emphasizing that mutual understanding and transparency are important,",
    "Underlining the need for dialogue among religions and cultures,",
    "Welcoming the decision of the Council to consider its own agenda,",
]


def document(texts: list[str]) -> Resolution:
    ps = [Paragraph(f"pp{n}", "preambular", text) for n, text in enumerate(texts, 1)]
    ps.append(Paragraph("op1", "operative", "Decides to continue its consideration of the matter.", "1."))
    return Resolution(None, "en", tuple(ps), Provenance("local", "test", "0" * 64))


def compared(pins: Pins | None, old: list[str] = OLD, new: list[str] = NEW) -> Comparison:
    return aligner.compare(document(old), document(new), pins=pins)


def holding(c: Comparison, paragraph: str) -> Link:
    return next(k for k in c.links if paragraph in k.new)


def test_a_pinned_link_stands_against_the_words() -> None:
    pins = Pins().with_pin(Pin("link", ("pp1",), ("pp4",)), document(OLD), document(NEW))
    link = holding(compared(pins), "pp4")
    assert (link.old, link.relation, link.pinned) == (("pp1",), "edited", True)
    assert link.evidence[0] == "a person linked them"
    assert holding(compared(pins), "pp1").relation == "added"


def test_a_forbidden_link_is_not_made_and_says_why() -> None:
    pins = Pins((Pin("forbid", ("pp1",), ("pp1",)),))
    link = holding(compared(pins), "pp1")
    assert link.relation == "added"
    assert "a person decided that pp1 does not answer pp1" in link.evidence
    same = Pins((Pin("forbid", ("pp2",), ("pp3",)),))
    assert holding(compared(same), "pp3").old != ("pp2",)


def test_a_paragraph_can_be_pinned_to_nothing() -> None:
    c = compared(Pins((Pin("link", ("pp2",), ()), Pin("link", (), ("pp3",)))))
    assert holding(c, "pp3").relation == "added"
    gone = next(k for k in c.links if k.old == ("pp2",))
    assert (gone.relation, gone.pinned) == ("removed", True)


def test_pins_can_split_and_cross_the_parts_of_a_document() -> None:
    c = compared(Pins((Pin("link", ("pp2",), ("pp3", "pp4")), Pin("link", ("pp3",), ("op1",)))))
    assert holding(c, "pp4").relation == "split"
    assert (holding(c, "op1").old, holding(c, "op1").moved) == (("pp3",), True)


def test_decisions_mirror() -> None:
    pins = Pins((Pin("link", ("pp1",), ("pp4",)), Pin("forbid", ("pp2",), ("pp3",))))
    there = compared(pins)
    back = aligner.compare(document(NEW), document(OLD), pins=pins.mirrored())
    assert {(k.old, k.new, k.pinned) for k in there.links} == {(k.new, k.old, k.pinned) for k in back.links}


def test_a_pin_follows_its_text_and_tells_when_it_is_gone() -> None:
    pins = Pins().with_pin(Pin("link", ("pp1",), ("pp4",)), document(OLD), document(NEW))
    later = [NEW[0], NEW[3], *NEW[1:3]]
    assert holding(compared(pins, new=later), "pp2").old == ("pp1",)
    gone = compared(pins, new=NEW[:3])
    assert gone.not_compared == ("pin pp1 = pp4: its text is no longer there",)


@pytest.mark.parametrize("name", ["pins.json", "pins.toml"])
def test_files_give_back_what_was_written(tmp_path: Path, name: str) -> None:
    pins = Pins(
        (Pin("link", ("pp1",), ("pp4",), "ab", "cd", 'says "so"\n'), Pin("forbid", ("op1",), ("op1",)))
    )
    pins.write(tmp_path / name)
    assert Pins.read(tmp_path / name) == pins


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"schema": "other"}', '{"schema": "resdiff/pins/1", "pins": [1]}',
     '{"schema": "resdiff/pins/1", "pins": [{"decision": "guess", "old": "pp1", "new": "pp1"}]}',
     '{"schema": "resdiff/pins/1", "pins": [{"decision": "link", "old": [], "new": []}]}',
     '{"schema": "resdiff/pins/1", "pins": [{"decision": "link", "old": [7], "new": "pp1"}]}'],
)  # fmt: skip
def test_what_is_no_pins_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pins.json"
    path.write_text(text)
    with pytest.raises(OptionError):
        Pins.read(path)


def test_contradictions_are_refused_or_replaced() -> None:
    first, second = Pin("link", ("pp1",), ("pp4",)), Pin("link", ("pp2",), ("pp4",))
    with pytest.raises(OptionError, match="contradict"):
        compared(Pins((first, second)))
    assert [p.old for p in Pins((first,)).with_pin(second, document(OLD), document(NEW)).pins] == [("pp2",)]


def test_an_unknown_paragraph_cannot_be_pinned() -> None:
    with pytest.raises(OptionError, match="pp9"):
        Pins().with_pin(Pin("link", ("pp9",), ("pp1",)), document(OLD), document(NEW))
