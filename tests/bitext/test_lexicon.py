"""The lexicons that ship: learnt, everyday, and of the field."""

from __future__ import annotations

import time
from importlib.resources import files
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.bitext.units import stem
from aligner.lexicon import core, learnt
from aligner.lexicon.field import LANGUAGES, ideas, openings_of
from aligner.lexicon.store import PairTable, pack, unpack
from corpora.errors import DamagedDocument

PAIRS = list(combinations(sorted(LANGUAGES), 2))


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_every_pair_has_a_learnt_table_with_scores(one: str, two: str) -> None:
    table = learnt(one, two)
    assert table is not None
    assert len(table.first) > 2000
    assert table.starts[-1] == len(table.partners) == len(table.scores)
    assert max(table.partners) < len(table.second)
    assert min(table.scores) > 0


def test_the_learnt_tables_know_a_word() -> None:
    table = learnt("en", "fr")
    assert table is not None
    k = table.first.index(stem("water"))
    known = [table.second[table.partners[n]] for n in range(table.starts[k], table.starts[k + 1])]
    assert stem("eaux") in known or "eau" in known


def test_an_unknown_pair_has_no_table() -> None:
    assert learnt("de", "fr") is None
    assert core("fi", "fr") == ()


def test_the_data_stays_small_and_loads_fast() -> None:
    folder = files("aligner.lexicon") / "learnt"
    assert sum(len(path.read_bytes()) for path in folder.iterdir()) < 8_000_000
    raw = (folder / "en-fr.bin").read_bytes()
    best = min(_seconds(raw) for _ in range(5))
    assert best < 0.05


def _seconds(raw: bytes) -> float:
    began = time.perf_counter()
    unpack(raw, "en-fr.bin")
    return time.perf_counter() - began


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(0, 4), st.floats(0.01, 1)),
        max_size=12,
        unique_by=lambda x: x[:2],
    )
)
def test_a_table_survives_its_file(entries: list[tuple[int, int, float]]) -> None:
    a, b = [f"a{i}" for i in range(5)], [f"b{i}" for i in range(5)]
    table = PairTable.of(
        a, b, [u for u, _, _ in entries], [v for _, v, _ in entries], [s for *_, s in entries]
    )
    if not entries:
        return
    back = unpack(pack(table), "test")
    assert (back.first, back.second, list(back.partners), back.scores) == (
        table.first, table.second, list(table.partners), table.scores,
    )  # fmt: skip
    assert list(back.starts) == list(table.starts)


@pytest.mark.parametrize("raw", [b"", b"short", b"RDLX0001" + bytes(16) + b"no zlib"])
def test_a_damaged_file_says_so(raw: bytes) -> None:
    with pytest.raises(DamagedDocument, match="lexicon"):
        unpack(raw, "en-fr.bin")


def test_every_everyday_idea_has_a_word_in_most_languages() -> None:
    for left, right in core("en", "de"):
        assert left
        assert right


def test_every_set_phrase_is_worded_in_all_six_languages() -> None:
    for idea in ideas():
        assert all(all(idea.wordings[code]) for code in LANGUAGES), idea.name


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Recalling its resolution 60/156,", "en", "recalling"),
        ("Rappelant sa résolution 60/156,", "fr", "recalling"),
        ("Recordando su resolución 60/156,", "es", "recalling"),
        ("ссылаясь на свою резолюцию 60/156,", "ru", "recalling"),
        ("回顾其第60/156号决议，", "zh", "recalling"),
        ("وإذ تشير إلى قرارها 60/156،", "ar", "recalling"),
        ("Also requests the Secretary-General", "en", "requests"),
    ],
)
def test_an_opening_is_known_in_every_language(text: str, language: str, name: str) -> None:
    assert name in {idea.name for idea in openings_of(text, language)}


def test_an_opening_is_a_whole_word() -> None:
    assert openings_of("Notespad is a program", "en") == ()
