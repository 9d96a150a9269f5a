"""Successive versions find one another; a person has the last word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from library_cases import document

from corpora.errors import OptionError
from corpora.library import Library, documents
from corpora.library.kinship import Work, between
from corpora.library.series import decide, forget, series, series_of, steps
from corpora.model import Paragraph, Symbol

SUBJECTS = {
    "weights": "On weights and measures",
    "wheat": "On the price of wheat",
    "wells": "On wells and springs",
}


def body(subject: str, predecessor: str, session: int) -> tuple[str, ...]:
    recalled = f" its resolution {predecessor} of 2 December on {subject}" if predecessor else ""
    return (
        f"Recalling{recalled},",
        f"Convinced that {subject} concern all who buy, sell, measure or count in the market places,",
        f"Requests the Secretary-General to report on {subject} to the Assembly at session {session};",
    )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    opened = Library.open(tmp_path / "library.sqlite3", create=True)
    for session in (88, 89, 90):
        for number, (subject, title) in enumerate(SUBJECTS.items(), 1):
            before = f"{session - 1}/{number}" if subject != "wells" else ""
            for language in ("en", "fr"):
                texts = body(subject, before, session)
                opened.add(*document(f"A/RES/{session}/{number}", language, title, texts, adopted=None))
    return opened


def found(library: Library) -> list[list[str]]:
    return [[str(m).removeprefix("A/RES/") for m in one.members] for one in series(library)]


def test_versions_of_one_subject_are_a_series(library: Library) -> None:
    assert found(library) == [
        ["88/2", "89/2", "90/2"],  # the price of wheat
        ["88/1", "89/1", "90/1"],
        ["88/3", "89/3", "90/3"],
    ]
    one = series_of(library, Symbol("A/RES/89/1"))
    assert one is not None
    assert one.title == "On weights and measures"
    assert one.steps[-1].reason.startswith("same title; cites A/RES/89/1; shares ")
    assert not one.steps[-1].decided
    assert {e.series for e in documents(library)} == set(SUBJECTS.values())


def test_a_title_may_change_where_the_predecessor_is_cited(library: Library) -> None:
    library.add(
        *document("A/RES/91/9", "en", "Towards better scales", body("weights", "90/1", 91), adopted=None)
    )
    assert ["88/1", "89/1", "90/1", "91/9"] in found(library)


def test_a_namesake_of_other_words_is_no_version(library: Library) -> None:
    library.add(
        *document("A/RES/91/9", "en", SUBJECTS["wells"], ("Thanks the choir for its songs;",), adopted=None)
    )
    library.add(*document("A/HRC/RES/91/9", "en", SUBJECTS["wells"], body("wells", "", 90), adopted=None))
    assert ["88/3", "89/3", "90/3"] in found(library)


def test_a_session_may_be_left_out(library: Library) -> None:
    library.add(*document("A/RES/93/4", "en", SUBJECTS["wheat"], body("wheat", "90/2", 93), adopted=None))
    assert ["88/2", "89/2", "90/2", "93/4"] in found(library)


def test_the_security_council_by_citation(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.sqlite3", create=True) as library:
        for number, year, before in [
            (2500, 2030, ""),
            (2531, 2030, "2500 (2030)"),
            (2570, 2031, "2531 (2030)"),
        ]:
            symbol = f"S/RES/{number} ({year})"
            library.add(
                *document(symbol, "en", f"Resolution {number} ({year})", body("peace", before, number))
            )
        (one,) = series(library)
        assert [m.text for m in one.members] == [
            "S/RES/2500 (2030)",
            "S/RES/2531 (2030)",
            "S/RES/2570 (2031)",
        ]


def test_a_person_parts_what_was_found_and_joins_what_was_not(library: Library) -> None:
    old, new, other = Symbol("A/RES/89/1"), Symbol("A/RES/90/1"), Symbol("A/RES/90/2")
    decide(library, old, new, together=False)
    assert ["88/1", "89/1"] in found(library)
    assert all(Symbol("A/RES/90/1") not in one.members for one in series(library))
    decide(library, other, old, together=True)  # the wrong way round
    assert ["88/1", "89/1", "90/2"] in found(library)
    (step,) = [s for s in steps(library) if s.newer == other]
    assert (step.reason, step.decided) == ("decided by you", True)
    assert forget(library, old, new)
    assert not forget(library, old, new)
    assert forget(library, old, other)
    assert ["88/1", "89/1", "90/1"] in found(library)
    with pytest.raises(OptionError):
        decide(library, old, old, together=True)


def test_another_reading_is_weighed_anew(library: Library) -> None:
    assert ["88/1", "89/1", "90/1"] in found(library)
    for entry in documents(library):
        if entry.name == "A/RES/90/1":
            read = library.get(entry.key)
            library.replace(entry.key, replace(read, paragraphs=(Paragraph("title", "title", "On songs"),)))
    assert ["88/1", "89/1"] in found(library)


def test_decisions_outlive_the_documents(library: Library, tmp_path: Path) -> None:
    decide(library, Symbol("A/RES/89/1"), Symbol("A/RES/90/1"), together=False)
    gone = [e.key for e in documents(library) if e.name == "A/RES/90/1"]
    library.remove(gone)
    assert ["88/1", "89/1"] in found(library)
    library.add(*document("A/RES/90/1", "en", SUBJECTS["weights"], body("weights", "89/1", 90)))
    assert ["88/1", "89/1"] in found(library)


def test_steps_are_worked_out_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first = steps(library)
    monkeypatch.setattr("corpora.library.series.kin", lambda _: pytest.fail("worked out again"))
    assert steps(library) == first


def test_without_documents_there_is_no_series(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.sqlite3", create=True) as library:
        assert series(library) == ()
        assert documents(library) == ()


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("A/RES/60/156", "A/RES/61/2"),
        ("A/RES/9/5", "A/RES/10/1"),
        ("A/RES/2758 (XXVI)", "A/RES/2800 (XXVII)"),
        ("A/RES/3500 (XXX)", "A/RES/31/1"),
        ("S/RES/2561 (2021)", "S/RES/2587 (2021)"),
        ("E/RES/2021/18", "E/RES/2022/1"),
    ],
)
def test_age_and_turn_of_a_symbol(older: str, newer: str) -> None:
    a, b = (Work(Symbol(text), {}, {}) for text in (older, newer))
    assert a.age < b.age
    assert a.turn != b.turn


def test_two_documents_without_a_library() -> None:
    old, _ = document("A/RES/88/1", "en", "One", body("weights", "", 88))
    new, _ = document("A/RES/89/1", "en", "Two", body("weights", "88/1", 89))
    kin = between(old, new)
    assert (kin.cited, kin.holds, kin.title) == (True, True, 0.0)
    with pytest.raises(ValueError, match="without a symbol"):
        between(document(None)[0], new)


def test_the_real_series_are_found_whole(shared_data: Path, tmp_path: Path) -> None:
    from corpora.library.adding import add

    folders = sorted((shared_data / "akn").iterdir())[4:6]
    files = [file for folder in folders for file in sorted(folder.glob("*.en.xml"))]
    with Library.open(tmp_path / "l.sqlite3", create=True) as library:
        assert all(one.outcome == "added" for one in add(library, files))
        assert sorted(len(one.members) for one in series(library)) == sorted(
            len(list(folder.glob("*.en.xml"))) for folder in folders
        )
