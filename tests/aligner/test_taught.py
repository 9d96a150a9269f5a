"""What the library's documents teach: counted from links, kept with the documents, used as one more lexicon."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner import align, align_segments, lessons
from aligner.grid import grid
from aligner.lexicon.counts import LARGEST, Counts, count, pack, unpack
from aligner.lexicon.taught import Taught
from corpora.errors import DamagedDocument, LibraryError
from corpora.library import Library
from corpora.model import Paragraph, Provenance, Resolution, Symbol
from tests.conftest import Run
from tui.lexicons import LibraryLexicons

# Two made languages that share no spelling: each word of the one has its own in the other.
WORDS = {
    "bralo": "ŝumke", "cinta": "wofru", "dreka": "ykpol", "fasto": "zjent", "gulmi": "qerba",
    "hopra": "ulvix", "jarke": "ompat", "kelvo": "iggru", "lumda": "ettno", "mirop": "axxiw",
    "nokta": "sysse", "pleri": "vuvno", "rasto": "bebbo", "sivan": "cuccu", "tombe": "dyddy",
}  # fmt: skip
LANGUAGES = ("ka", "tl")


def sentences(start: int, many: int) -> tuple[list[str], list[str]]:
    """Sentences of four words of the first language, and their translations."""
    rng = random.Random(start)
    picked = [rng.sample(list(WORDS), 4) for _ in range(many)]
    here = [" ".join(words).capitalize() + "," for words in picked]
    return here, [" ".join(WORDS[w] for w in reversed(words)).capitalize() + "," for words in picked]


def version(number: int, language: str, texts: list[str]) -> tuple[Resolution, bytes]:
    raw = f"{number} {language} {texts}".encode()
    paragraphs = tuple(Paragraph(f"pp{k}", "preambular", text) for k, text in enumerate(texts, 1))
    origin = Provenance("local", f"{number}.{language}.txt", f"{number:060}{language:>4}")
    return Resolution(Symbol(f"A/RES/90/{number}"), language, paragraphs, origin), raw


def fill(library: Library, numbers: range) -> None:
    for number in numbers:
        for language, texts in zip(LANGUAGES, sentences(number, 12), strict=True):
            library.add(*version(number, language, texts))


def learn_all(library: Library) -> None:
    for pair in list(lessons.outstanding(library)):
        lessons.learn(library, pair)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.sqlite", create=True)


counts = st.builds(
    lambda pairs: Counts({u: 9 for u, _ in pairs}, {v: 7 for _, v in pairs}, pairs),
    st.dictionaries(st.tuples(st.text(min_size=1), st.text(min_size=1)), st.floats(0.02, 5), max_size=8),
)


@given(counts)
def test_counts_come_back_from_their_bytes(made: Counts) -> None:
    assert unpack(pack(made)) == made


@given(st.lists(counts, max_size=4))
def test_the_order_of_teachers_does_not_matter(parts: list[Counts]) -> None:
    here, there = Counts.total(parts), Counts.total(parts[::-1])
    assert (here.one, here.two) == (there.one, there.two)
    assert here.pairs == pytest.approx(there.pairs)


def test_bytes_that_are_no_counts_are_refused() -> None:
    import json
    import zlib

    bomb = zlib.compress(b"[" * (LARGEST + 1))
    wrong = [json.dumps(x).encode() for x in ([], {}, [["a"], [0], ["b"], [1], [[0, 0, 1]]], [[1], [1]])]
    beyond = json.dumps([["a"], [1], ["b"], [1], [[0, 5, 1]]]).encode()
    for raw in (b"", b"x", bomb, *map(zlib.compress, [*wrong, beyond, b"[" * 9000])):
        with pytest.raises(DamagedDocument):
            unpack(raw)


def test_words_that_keep_company_are_learnt_as_translations() -> None:
    here, there = sentences(0, 60)
    scores = Taught.of(LANGUAGES, [count(zip(here, there, strict=True))]).scores
    best = {u: max((s, v) for (x, v), s in scores.items() if x == u)[1] for u, _ in scores}
    from aligner.bitext.units import units

    right = {units(a)[0]: units(b)[0] for a, b in WORDS.items()}
    assert len(best) >= 12
    assert {u: right[u] for u in best} == best


def test_what_one_document_leaves_open_others_decide() -> None:
    one = count([("bralo cinta", "ŝumke wofru")])
    other = count([("bralo dreka", "ŝumke ykpol")])
    scores = Counts.total([one, other]).scores(0.0)
    assert scores["bral", "sumk"] > scores["bral", "wofr"] == scores["bral", "ykpo"]


def test_texts_without_words_and_endless_ones_teach_nothing() -> None:
    assert count([("12 34", "56; 78"), ("", "")]) == Counts({}, {}, {})
    endless = " ".join(chr(0x61 + k % 26) * (k // 26 + 2) for k in range(600))
    assert count([(endless, endless)]) == Counts({}, {}, {})


ANSWERED = [k for k in range(16) if k not in (1, 2, 7, 10, 11)]


def shuffled_task() -> tuple[list[str], list[str]]:
    here, there = sentences(5, 16)
    return here, [there[k] for k in ANSWERED]  # nothing but the words can tell which have no answer


def test_what_was_taught_links_what_nothing_else_could(library: Library) -> None:
    fill(library, range(1, 9))
    learn_all(library)
    taught = lessons.taught(library, LANGUAGES)
    assert (taught.documents, taught.waiting) == (8, 0)
    here, there = shuffled_task()
    right = {((k,), (place,)) for place, k in enumerate(ANSWERED)}
    alone = set(align_segments(here, there, languages=LANGUAGES))
    helped = set(align_segments(here, there, languages=LANGUAGES, lexicon=taught))
    assert len(helped & right) > len(alone & right)
    assert helped >= right
    turned = align_segments(there, here, languages=("tl", "ka"), lexicon=taught)
    assert {(b, a) for a, b in turned} >= right


def test_a_lexicon_of_other_languages_changes_nothing(library: Library) -> None:
    fill(library, range(1, 4))
    learn_all(library)
    taught = lessons.taught(library, LANGUAGES)
    here, there = shuffled_task()
    alone = align_segments(here, there, languages=("fi", "hu"))
    assert align_segments(here, there, languages=("fi", "hu"), lexicon=taught) == alone


def test_a_comparison_says_what_it_rests_on(library: Library) -> None:
    fill(library, range(1, 6))
    learn_all(library)
    texts = sentences(20, 12)
    a, b = (version(20, code, side)[0] for code, side in zip(LANGUAGES, texts, strict=True))
    taught = lessons.taught(library, LANGUAGES, but=lessons.names_of(a, b))
    compared = align(a, b, lexicon=taught)
    assert compared.witnesses == ("lexicon of the library (5 documents)",)
    assert compared.to_dict()["witnesses"] == list(compared.witnesses)
    assert any("as in other documents of the library" in " ".join(link.evidence) for link in compared.links)
    assert align(a, b).witnesses == ()
    asked: list[tuple[str, str]] = []

    def lexicons(x: Resolution, y: Resolution) -> Taught:
        asked.append((x.language, y.language))
        return taught

    grid([a, b], lexicons=lexicons)
    assert asked == [LANGUAGES]


def test_a_document_is_not_its_own_witness(library: Library) -> None:
    fill(library, range(1, 4))
    learn_all(library)
    texts = sentences(2, 12)
    a, b = (version(2, code, side)[0] for code, side in zip(LANGUAGES, texts, strict=True))
    assert lessons.taught(library, LANGUAGES, but=lessons.names_of(a, b)).documents == 2
    nameless = replace(a, symbol=None)
    assert lessons.taught(library, LANGUAGES, but=lessons.names_of(nameless)).documents == 3
    assert lessons.taught(library, LANGUAGES, but=["A/RES/90/1"]).documents == 2


def test_what_is_learnt_depends_on_the_documents_not_on_their_order(tmp_path: Path) -> None:
    found = []
    for name, order in (("x", (1, 2, 3)), ("y", (3, 1, 2))):
        with Library.open(tmp_path / name, create=True) as made:
            for number in order:
                fill(made, range(number, number + 1))
                learn_all(made)
            found.append(lessons.taught(made, LANGUAGES).scores)
    assert found[0] == pytest.approx(found[1])


def test_removing_a_document_takes_back_what_it_taught(library: Library) -> None:
    fill(library, range(1, 3))
    learn_all(library)
    before = lessons.taught(library, LANGUAGES)
    fill(library, range(3, 4))
    learn_all(library)
    ((key,),) = library.rows("SELECT id FROM document WHERE symbol = 'A/RES/90/3' AND language = 'ka'")
    library.remove([key])
    assert lessons.taught(library, LANGUAGES) == before
    assert library.rows("SELECT count(*) FROM taught") == [(2,)]


def test_a_document_read_anew_is_learnt_from_anew(library: Library) -> None:
    fill(library, range(1, 2))
    learn_all(library)
    (pair,) = lessons._teachers(library, LANGUAGES)
    library.replace(pair.one, library.get(pair.one))
    assert lessons.taught(library, LANGUAGES).waiting == 1


def test_what_was_learnt_from_a_text_that_changed_meanwhile_is_not_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library, range(1, 3))
    first, second = lessons.outstanding(library)
    changed = replace(library.get(first.one), paragraphs=(Paragraph("pp1", "preambular", "Bralo,"),))

    def during(*_: object) -> Counts:
        library.replace(first.one, changed)
        library.remove([second.two])
        return Counts({}, {}, {})

    monkeypatch.setattr(lessons, "count", during)
    lessons.learn(library, first)
    assert library.rows("SELECT * FROM taught") == []
    lessons.learn(library, second)  # taken out by then
    assert library.rows("SELECT * FROM taught") == []


def test_damaged_and_older_statistics_are_learnt_anew(library: Library) -> None:
    fill(library, range(1, 3))
    learn_all(library)
    before = lessons.taught(library, LANGUAGES)
    with library.changing() as db:
        db.execute("UPDATE taught SET counts = x'00' WHERE rowid = 1")
        db.execute("UPDATE taught SET rules = 0 WHERE rowid = 2")
    assert lessons.taught(library, LANGUAGES).waiting == 2
    learn_all(library)
    assert lessons.taught(library, LANGUAGES) == before


def test_a_portion_is_all_that_one_command_learns(library: Library) -> None:
    fill(library, range(1, 6))
    left = lessons.learn_portion(library, LANGUAGES, room=60)
    assert left == 60 - 2 * 24
    known = lessons.taught(library, LANGUAGES)
    assert (known.documents, known.waiting) == (2, 3)
    assert str(known) == "lexicon of the library (2 documents, 3 not learnt from yet)"
    said: list[str] = []
    lexicons = LibraryLexicons(library.path, said.append)
    for _ in range(2):
        found = lexicons.between(LANGUAGES, ())
        assert found is not None
        assert found.documents == 5
    assert said == ["ka and tl: the lexicon that ships and the lexicon of the library (5 documents)"]


def test_a_library_that_cannot_be_written_teaches_what_it_knows(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library, range(1, 2))
    learn_all(library)
    fill(library, range(2, 3))

    def full(*_: object) -> None:
        raise LibraryError("there is no space left on its disk", "library.sqlite", "make space")

    monkeypatch.setattr(lessons, "keep", full)
    said: list[str] = []
    found = LibraryLexicons(library.path, said.append).between(LANGUAGES, ())
    assert found is not None
    assert (found.documents, found.waiting) == (1, 1)
    assert "nothing new was learnt: library.sqlite: there is no space left" in said[0]


def test_nobody_is_asked_where_there_is_nothing(tmp_path: Path, library: Library) -> None:
    said: list[str] = []
    assert LibraryLexicons(tmp_path / "none", said.append).between(LANGUAGES, ()) is None
    assert LibraryLexicons(library.path, said.append).between(LANGUAGES, ()) is None
    assert LibraryLexicons(library.path, said.append).between(("ka", "ka"), ()) is None
    assert LibraryLexicons(library.path, said.append).between(("ka", "und"), ()) is None
    assert said == []


def _learn(path: Path) -> None:
    with Library.open(path) as library:
        learn_all(library)


def test_two_processes_may_learn_at_once(library: Library) -> None:
    fill(library, range(1, 7))
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=_learn, args=(library.path,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert library.rows("SELECT count(*) FROM taught") == [(6,)]
    assert lessons.taught(library, LANGUAGES).documents == 6


def test_an_interrupted_learner_leaves_whole_lessons(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library, range(1, 4))
    done: list[int] = []

    def stop(*args: object) -> bytes:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(1)
        return pack(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(lessons, "pack", stop)
    with pytest.raises(KeyboardInterrupt):
        learn_all(library)
    assert lessons.taught(library, LANGUAGES).documents == 2


def test_the_command_line_tells_and_can_leave_it_out(
    resdiff: Callable[..., Run], tmp_path: Path, library: Library
) -> None:
    fill(library, range(1, 5))
    here, there = shuffled_task()
    (tmp_path / "a").write_text("\n".join(here), "utf-8")
    (tmp_path / "b").write_text("\n".join(there), "utf-8")
    asked = ("align", tmp_path / "a", tmp_path / "b", "--segments", "lines", "--langs", "ka,tl")
    helped = resdiff(*asked, "--format", "pairs")
    assert "lexicon of the library (4 documents)" in helped.err
    alone = resdiff(*asked, "--format", "pairs", "--lexicon", "shipped")
    assert alone.err == ""
    assert alone.out != helped.out
    documents = resdiff("align", "90/1@ka", "90/1@tl", "--format", "json")
    assert "lexicon of the library (3 documents)" in documents.out


def test_everything_at_once_is_learnt_by_a_command(resdiff: Callable[..., Run], library: Library) -> None:
    fill(library, range(1, 4))
    assert "learnt from 3 pairs" in resdiff("library", "learn").err
    assert '"learnt": 0' in resdiff("library", "learn", "--format", "json").out
    with sqlite3.connect(library.path) as base:
        assert base.execute("SELECT count(*) FROM taught").fetchone() == (3,)
    base.close()
