"""Every paragraph's life through all versions, and every word's age."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpora
from aligner.lineage import Lineage, trace
from corpora import bundled
from corpora.errors import OptionError
from corpora.model import Paragraph, Provenance, Resolution, Symbol

LANGUAGES = ("fr", "en", "es", "ru", "zh", "ar")
A = "Recalls the duty of all States to settle their disputes by peaceful means and in good faith;"
B = "Invites the specialized agencies to take part in the work of the preparatory committee;"
C = "Requests the Secretary-General to report on the measures taken at the next session;"
D = "Encourages regional organizations to share what they have learnt with the commission;"


def version(year: int, *texts: str) -> Resolution:
    return Resolution(
        Symbol(f"A/RES/{year - 1945}/1"),
        "en",
        tuple(Paragraph(f"op{n}", "operative", text, f"{n}.") for n, text in enumerate(texts, 1)),
        Provenance("local", str(year), ""),
        dt.date(year, 12, 18),
    )


def events(lineage: Lineage, paragraph: str, at: int = -1) -> list[str]:
    return [step.event for step in lineage.thread(paragraph, at).steps]


def assert_whole(lineage: Lineage) -> None:
    """The threads give every version back, and hold every paragraph once."""
    for n, document in enumerate(lineage.documents):
        assert lineage.rebuilt(n) == {p.id: p.text for p in document.paragraphs}
        held = [s.paragraph for t in lineage.threads for s in t.steps if s.version == n and s.paragraph]
        assert sorted(held) == sorted(p.id for p in document.paragraphs)
    for thread in lineage.threads:
        years = [step.version for step in thread.steps]
        assert years == list(range(years[0], years[0] + len(years)))


def test_a_paragraph_is_born_kept_edited_and_dropped() -> None:
    edited = C.replace("the measures taken", "the measures taken and planned")
    lineage = trace(
        [version(2001, A, C), version(2002, A, B, C), version(2003, A, B, edited), version(2004, A, B)]
    )
    assert events(lineage, "op1") == ["born", "kept", "kept", "kept"]
    assert events(lineage, "op2") == ["born", "kept", "kept"]
    assert events(lineage, "op2", 0) == ["born", "kept", "edited", "dropped"]
    assert_whole(lineage)


def test_words_carry_the_version_that_brought_them() -> None:
    one, two = "Urges all States to act;", "Urges all States and organizations to act;"
    three = "Urges all States and organizations to act without delay;"
    lineage = trace([version(2001, A, one), version(2002, A, two), version(2003, A, three)])
    (last,) = [s for s in lineage.thread("op2").steps if s.version == 2]
    assert [(run.text.strip(), run.version) for run in last.runs] == [
        ("Urges all States", 0), ("and organizations", 1), ("to act", 0), ("without delay", 2), (";", 0),
    ]  # fmt: skip


def test_a_dropped_paragraph_sleeps_until_it_comes_back() -> None:
    lineage = trace([version(2001, A, B), version(2002, A), version(2003, A, C), version(2004, A, B, C)])
    assert events(lineage, "op2") == ["born", "dormant", "dormant", "revived"]
    assert {run.version for run in lineage.thread("op2").steps[-1].runs} == {0}
    assert_whole(lineage)


def test_one_that_stays_away_was_dropped_once() -> None:
    lineage = trace([version(2001, A, B), version(2002, A), version(2003, A, C)])
    assert events(lineage, "op2", 0) == ["born", "dropped"]


def test_a_split_goes_on_in_one_thread_and_begins_another() -> None:
    first, second = A.removesuffix(";"), B.removeprefix("Invites")
    lineage = trace([version(2001, C, f"{first}, and invites{second}", D), version(2002, C, A, B, D)])
    ends = [lineage.thread(name).steps[-1] for name in ("op2", "op3")]
    assert [step.event for step in ends] == ["split", "split"]
    heir, part = (0, 1) if ends[0].other is None else (1, 0)
    assert ends[part].other == lineage.thread(f"op{heir + 2}").number
    assert_whole(lineage)


def test_a_merger_ends_one_thread_in_another() -> None:
    first, second = A.removesuffix(";"), B.removeprefix("Invites")
    lineage = trace([version(2001, C, A, B, D), version(2002, C, f"{first}, and invites{second}", D)])
    gone = [t for t in lineage.threads if t.steps[-1].event == "merged" and not t.steps[-1].paragraph]
    assert [t.steps[-1].other for t in gone] == [lineage.thread("op2").number]
    assert_whole(lineage)


def test_the_order_is_that_of_adoption() -> None:
    there, back = ([version(y, A, *more) for y, more in pairs] for pairs in (
        [(2001, ()), (2002, (B,))], [(2002, (B,)), (2001, ())],
    ))  # fmt: skip
    assert trace(there).threads == trace(back).threads


def test_the_matrix_reads_like_the_newest_version() -> None:
    lineage = trace([version(2001, A, B, C), version(2002, A, C), version(2003, A, C, D)])
    assert lineage.matrix() == [("op1", "+=="), ("op2", "+− "), ("op2", "+=="), ("op3", "  +")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bundled_pair_tells_the_same_story_in_every_language(language: str) -> None:
    lineage = trace([bundled.load(s, language) for s in ("A/RES/60/156", "A/RES/61/168")])
    assert_whole(lineage)
    assert events(lineage, "pp5") == ["born"]
    assert events(lineage, "pp6") == ["born", "kept"]
    assert events(lineage, "op10") == ["born"]
    assert events(lineage, "op11") == ["born", "edited"]
    assert lineage.thread("op11").steps[-1].change == "rollover"


def test_unknown_paragraphs_and_mixed_languages_are_refused() -> None:
    lineage = trace([version(2001, A), version(2002, A)])
    with pytest.raises(OptionError, match="no paragraph 'op7'"):
        lineage.thread("op7")
    with pytest.raises(OptionError, match="two versions"):
        trace([version(2001, A)])
    with pytest.raises(OptionError, match="one language"):
        trace([bundled.load("A/RES/61/168", code) for code in ("fr", "en")])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([A, B, C, D, A + B, B + C]), min_size=1, max_size=6), min_size=2, max_size=5
    )
)
def test_the_threads_give_every_version_back(years: list[Sequence[str]]) -> None:
    assert_whole(trace([version(2001 + n, *texts) for n, texts in enumerate(years)]))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_seven_years_of_a_real_series(shared_data: Path, language: str) -> None:
    folder = shared_data / "akn" / "enhancement-of-international-cooperation-in-the-field"
    documents = [corpora.read(path) for path in folder.glob(f"*.{language}.xml")]
    assert len(documents) == 7
    lineage = trace(documents)
    assert_whole(lineage)
    assert [d.adopted for d in lineage.documents] == sorted(d.adopted for d in documents if d.adopted)
