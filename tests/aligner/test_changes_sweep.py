"""Terms exchanged throughout are found, and only they."""

from __future__ import annotations

import datetime as dt

from aligner import compare
from aligner.changes.sweep import sweeps
from corpora.model import Paragraph, Provenance, Resolution, Symbol

TEXTS = (
    "Recalls the duty of all States to protect human rights defenders from reprisals in every region;",
    "Invites the specialized agencies to hear human rights defenders before they adopt their plans;",
    "Requests the Secretary-General to report on attacks against human rights defenders every 2 years;",
    "Encourages regional organizations to share what they have learnt with the commission in 2 years;",
)


def version(year: int, *texts: str) -> Resolution:
    return Resolution(
        Symbol(f"A/RES/{year - 1945}/1"),
        "en",
        tuple(Paragraph(f"op{n}", "operative", text, f"{n}.") for n, text in enumerate(texts, 1)),
        Provenance("local", str(year), ""),
        dt.date(year, 12, 18),
    )


def told(*new: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found = sweeps(compare(version(2005, *TEXTS), version(2006, *new)))
    return [(s.old, s.new, s.paragraphs) for s in found]


def test_a_term_exchanged_everywhere_is_one_sweep() -> None:
    new = [t.replace("human rights defenders", "persons at risk") for t in TEXTS]
    assert told(*new) == [("human rights defenders", "persons at risk", ("op1", "op2", "op3"))]


def test_a_term_dropped_everywhere_is_one_sweep() -> None:
    new = [t.replace("human rights defenders", "defenders") for t in TEXTS]
    assert told(*new) == [("human rights", "", ("op1", "op2", "op3"))]


def test_a_term_in_two_pieces_is_swept_with_both() -> None:
    old = [f"{t[:-1]} a {t.split()[0].lower()} panel on the use of hired guns;" for t in TEXTS]
    new = [t.replace(" a ", " ").replace("the use of hired guns", "arms") for t in old]
    found = sweeps(compare(version(2005, *old), version(2006, *new)))
    assert ("a", "") in {(s.old, s.new) for s in found}
    alone = sweeps(compare(version(2005, *old), version(2006, *(t.replace(" a ", " ") for t in old))))
    assert alone == ()


def test_twice_is_no_sweep() -> None:
    new = [t.replace("human rights defenders", "persons at risk") for t in TEXTS[:2]]
    assert told(*new, *TEXTS[2:]) == []


def test_numbers_are_never_swept() -> None:
    assert told(*(t.replace("2 years", "5 years").replace("every region", "5 regions") for t in TEXTS)) == []
