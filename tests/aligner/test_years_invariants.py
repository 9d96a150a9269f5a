"""What holds for every comparison of two versions, over generated documents and every pair of real ones."""

from __future__ import annotations

import itertools
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aligner
import corpora
from aligner.model import JOINT, Comparison, side_texts
from aligner.options import Options
from aligner.tokens import words
from aligner.worddiff_ops import mirrored
from aligner.years.thresholds import REACH
from corpora.model import Paragraph, Provenance, Resolution

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.versions import invented, make

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
MIRROR = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
# A clause of so many characters says something of its own; shorter ones return by chance.
CLAUSE, CLAUSE_HAN = 40, 12
NOISE = Options(ignore=frozenset({"case", "punctuation", "typography"}), detail="character")
MARK = re.compile(r"[,;:.()—–،؛，；：。\n]+")
ENDS = " ,;:.،؛，；：。"


def plain(texts: Iterable[str], language: str = "en") -> Resolution:
    """Paragraphs without structure."""
    listed = tuple(Paragraph(f"p{n}", "plain", text) for n, text in enumerate(texts, 1))
    return Resolution(None, language, listed, Provenance("local", "test", "0" * 64))


def assert_invariants(old: Resolution, new: Resolution) -> Comparison:
    """What holds for every comparison; returns it."""
    c, back = aligner.compare(old, new), aligner.compare(new, old)
    for side, document in (("old", old), ("new", new)):
        linked = Counter(i for k in c.links for i in getattr(k, side))
        assert linked == Counter(p.id for p in document.paragraphs)
    for k in c.links:
        texts = tuple(JOINT.join(p.text for p in ps) for ps in (c.old_paragraphs(k), c.new_paragraphs(k)))
        assert side_texts(k.ops) == texts
        assert all(text for _, text in k.ops)
    assert {(k.relation, k.old, k.new, k.moved) for k in c.links} == {
        (MIRROR.get(k.relation, k.relation), k.new, k.old, k.moved) for k in back.links
    }
    ops = {(k.old, k.new): k.ops for k in c.links}
    for k in back.links:
        assert tuple(mirrored(k.ops)) == ops[k.new, k.old]
    assert_nothing_twice(c)
    return c


def assert_ignoring(old: Resolution, new: Resolution, options: Options) -> None:
    """Whatever is looked past, both texts come back, and what is the same has nothing that counts."""
    c = aligner.compare(old, new, options=options)
    for k in c.links:
        texts = tuple(JOINT.join(p.text for p in ps) for ps in (c.old_paragraphs(k), c.new_paragraphs(k)))
        assert side_texts(k.ops) == texts
        edits = {n for n, (name, _) in enumerate(k.ops) if name != "equal"}
        assert set(k.ignored) <= edits
        if k.relation in ("same", "edited"):
            assert (k.relation == "same") == (edits == set(k.ignored)), (k.old, k.new)


def assert_unchanged(document: Resolution) -> None:
    """A document compared with itself has no change."""
    assert not any(k.changed or k.renumbered for k in aligner.compare(document, document).links)


def assert_nothing_twice(c: Comparison) -> None:
    """Text that nobody touched is not shown as taken out in one place and put in at another.

    Within a link a clause is, if at least as many words that stayed equal stand between the two places: it was
    carried past them, and a diff in the order of the text shows one of the two twice. A paragraph that stands
    whole in one that its neighbour answers is a part of a split or merge, never added or removed.
    """
    least = CLAUSE_HAN if c.old.language == "zh" else CLAUSE
    for k in c.links:
        for clause, between in _twice(k.ops, c.old.language, least):
            assert between >= len(words(clause, c.old.language)), (k.old, k.new, clause)
    texts = [JOINT.join([p.text for p in d.paragraphs]).casefold() for d in (c.old, c.new)]
    sides = (
        ("added", c.new, c.new_paragraphs, c.old_paragraphs),
        ("removed", c.old, c.old_paragraphs, c.new_paragraphs),
    )
    for relation, document, own, others in sides:
        at = {p.id: place for place, p in enumerate(document.paragraphs)}
        for k in c.links:
            text = own(k)[0].text.casefold().rstrip(ENDS) if k.relation == relation else ""
            if len(text) >= least and [t.count(text) for t in texts] == [1, 1]:
                whole = next(w for w in c.links if any(text in p.text.casefold() for p in others(w)))
                apart = [abs(at[p.id] - at[own(k)[0].id]) for p in own(whole)]
                assert min(apart, default=REACH + 1) > REACH, (relation, text)


def _twice(ops: Sequence[tuple[str, str]], language: str, least: int) -> Iterator[tuple[str, int]]:
    """Clauses both deleted and inserted in one diff, with how many equal words stand between the places."""
    gone: dict[str, list[int]] = {}
    come: dict[str, list[int]] = {}
    equal = 0
    for name, text in ops:
        if name == "equal":
            equal += len(words(text, language))
            continue
        for clause in map(str.strip, MARK.split(text)):
            if len(clause) >= least:
                (gone if name == "delete" else come).setdefault(clause, []).append(equal)
    for clause in gone.keys() & come.keys():
        yield clause, min(abs(a - b) for a in gone[clause] for b in come[clause])


WORDS = ("states", "rights", "peace", "calls", "upon", "the", "of", "and", "dialogue", "report", "law")
sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
texts = st.lists(sentence, max_size=8)


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A list of paragraphs and what editing made of it."""
    old = draw(texts)
    new = list(old)
    for _ in range(draw(st.integers(0, 5))):
        edit = draw(st.sampled_from(["add", "drop", "move", "split", "merge", "edit"]))
        k = draw(st.integers(0, max(0, len(new) - 1)))
        if edit == "add" or not new:
            new.insert(k, draw(sentence))
        elif edit == "drop":
            del new[k]
        elif edit == "move":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(k))
        elif edit == "split" and " " in new[k]:
            words = new[k].split(" ")
            cut = draw(st.integers(1, len(words) - 1))
            new[k : k + 1] = [" ".join(words[:cut]), " ".join(words[cut:])]
        elif edit == "merge" and k + 1 < len(new):
            new[k : k + 2] = [f"{new[k]} {new[k + 1]}"]
        else:
            new[k] = f"{new[k]} {draw(st.sampled_from(WORDS))}"
    return old, new


@settings(max_examples=80, deadline=None)
@given(versions())
def test_poor_documents(pair: tuple[list[str], list[str]]) -> None:
    """Few words, so that everything resembles everything."""
    old, new = plain(pair[0]), plain(pair[1])
    assert_invariants(old, new)
    assert_unchanged(new)


@settings(max_examples=80, deadline=None)
@given(versions())
def test_segments_are_in_one_link_each(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    links = aligner.compare_segments(old, new, language="en")
    assert sorted(i for k in links for i in k.old) == list(range(len(old)))
    assert sorted(j for k in links for j in k.new) == list(range(len(new)))
    assert all(k.evidence for k in links)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([8, 20, 40]))
def test_made_versions(seed: int, count: int) -> None:
    """Every kind of edit at once."""
    pair = make(invented(count + 10, seed), count, seed)
    assert_invariants(plain(pair.old), plain(pair.new))
    assert_unchanged(plain(pair.new))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 12))
def test_splits_merges_and_moves_without_an_edit_mark_no_word(seed: int, count: int) -> None:
    """Where no word was touched, none is shown as put in or taken out."""
    rng = random.Random(seed)
    new: list[list[str]] = []
    old = [text.removesuffix(";").split(", ") for text in invented(count, seed)]
    waiting = list(old)
    while waiting:
        clauses = waiting.pop(0)
        fate = rng.choice(("keep", "split", "merge"))
        if fate == "split":
            cut = len(clauses) // 2
            new += [[*clauses[:cut]], clauses[cut:]]
        elif fate == "merge" and waiting:
            new.append(clauses + waiting.pop(0))
        else:
            new.append(clauses)
    whole = [n for n, clauses in enumerate(new) if clauses in old]
    if whole:
        carried = new.pop(rng.choice(whole))
        new.insert(rng.randint(0, len(new)), carried)
    pair = [plain(", ".join(clauses) for clauses in side) for side in (old, new)]
    for link in assert_invariants(*pair).links:
        marked = [text for name, text in link.ops if name != "equal" and any(map(str.isalnum, text))]
        assert not marked, (link.relation, link.old, link.new)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", ["akn", "akn-security-council"])
def test_every_pair_of_real_documents(shared_data: Path, folder: str, language: str) -> None:
    files = sorted((shared_data / folder).rglob(f"*.{language}.xml"))
    assert files
    for _, series in itertools.groupby(files, key=lambda file: file.parent):
        documents = [corpora.read(file) for file in series]
        for old, new in itertools.pairwise(documents):
            assert_invariants(old, new)
            assert_ignoring(old, new, NOISE)
        for document in documents:
            assert_unchanged(document)


def test_every_pair_of_real_laws(shared_data: Path) -> None:
    files = sorted((shared_data / "years").glob("*.old.txt"))
    assert files
    for file in files:
        language = next(part for part in file.name.split("_") if part in (*LANGUAGES, "de"))
        after = file.with_name(file.name.replace(".old.", ".new."))
        old, new = (plain(f.read_text(encoding="utf-8").splitlines(), language) for f in (file, after))
        assert_invariants(old, new)
        assert_unchanged(new)
