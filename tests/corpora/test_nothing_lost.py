"""Every character of a source is in a paragraph, a label, a mark, or among what was left out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import resolution_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st

import corpora
from corpora.model import Resolution

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Signs that a mark stands for: italics, brackets of a reference, a raised ending, a hyphen at a line's end.
MARKUP = set("*_()[]^-") | {"（", "）"}


def characters(text: str) -> Counter[str]:
    return Counter(c for c in unicodedata.normalize("NFC", text).translate(SUPERSCRIPTS) if not c.isspace())


def kept(r: Resolution) -> Counter[str]:
    labels = {p.id: p.label or "" for p in r.paragraphs}
    cited = [labels[target] for p in r.paragraphs for target in p.note_targets]
    parts = [part for p in r.paragraphs for part in (p.text, p.label or "")]
    return characters("".join([*parts, *cited, *(u.text for u in r.unplaced)]))


def differences(source: str, r: Resolution) -> Counter[str]:
    want, got = characters(source), kept(r)
    lost, invented = want - got, got - want
    return Counter({c: n for c, n in (lost + invented).items() if c not in MARKUP})


WORDS = st.sampled_from(
    "The General Assembly, Recalling Noting Requests Decides 1. 2. 3. (a) (b) (i) a) I II Annex path. paths; words, "
    "L'Assemblée générale, Rappelant Prie Décide 大会， 回顾 决定 إن الجمعية العامة، وإذ 1 - تقرر "
    "Генеральная ссылаясь постановляет "
    "¹ ² ³ 7 12 4 May 2001 meeting 61/168. A/RES/61/168 _______ 06-50451 0F :".split(" ")
)  # fmt: skip
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=25)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n", "\n\n\n", "\f"]))
def test_no_character_is_lost_or_invented(lines: list[str], between: str) -> None:
    source = between.join(lines)
    assert not differences(source, corpora.read(source.encode()))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=300))
def test_no_character_of_any_text_is_lost(text: str) -> None:
    source = "Words. " + text.replace("\ufeff", "").replace("\ufffe", "")
    assert not differences(source, corpora.read(source.encode()))


@pytest.mark.parametrize("language", samples.ALL)
def test_nothing_of_a_sample_is_lost(language: str) -> None:
    assert not differences(samples.ALL[language], corpora.read(samples.ALL[language].encode()))


def test_nothing_of_a_real_document_is_lost(shared_data: Path) -> None:
    paths = [*(shared_data / "text").glob("*.txt"), *(shared_data / "security-council-text").glob("*.txt")]
    for path in [*paths, *(shared_data / "six-languages").glob("*.txt")]:
        source = path.read_text(encoding="utf-8")
        assert not differences(source, corpora.read(path)), path.name


def test_ids_are_unique_and_marks_lie_inside_the_text(shared_data: Path) -> None:
    for path in sorted((shared_data / "akn").rglob("*.xml"))[::9]:
        r = corpora.read(path)
        assert len({p.id for p in r.paragraphs}) == len(r.paragraphs)
        for p in r.paragraphs:
            assert p.text == unicodedata.normalize("NFC", p.text).strip()
            for mark in p.marks:
                assert 0 <= mark.start <= mark.end <= len(p.text)
                assert mark.kind != "note" or mark.target in r


STARTS = ["", "# ", "## ", "> ", "- ", "* ", "1. ", "2) ", "3\\. ", "- (a) ", "    ", "| ", "[^1]: ", "[2]: "]
MARKED = (
    "*Recalling* **bold** [^1] [^9] `A/70/1` <date> <b>word</b> <http://un.org> a|b | 1<sup>2</sup> ~~struck~~ "
    "![seal](seal.png) \\*"
).split(" ")
MARKDOWN = st.lists(
    st.builds(
        lambda start, first, more: start + " ".join([first, *more]),
        st.sampled_from(STARTS), WORDS, st.lists(st.one_of(WORDS, st.sampled_from(MARKED)), max_size=7),
    ),
    min_size=1, max_size=15,
)  # fmt: skip
# Beside emphasis: what draws headings, quotations, lists, tables, code, tags and pictures.
SIGNS = MARKUP | set("#>|`~\\<-•:/!")


@settings(max_examples=300, deadline=None)
@given(MARKDOWN, st.sampled_from(["\n", "\n\n"]))
def test_no_word_of_markdown_is_lost_or_invented(lines: list[str], between: str) -> None:
    source = between.join(["# 70/999. Paths", "", *lines])
    tags = ("<sup>", "</sup>", "<b>", "</b>", "(seal.png)")
    plain = source
    for tag in tags:
        plain = plain.replace(tag, "")
    want, got = characters(plain), kept(corpora.read(source.encode()))
    assert not {c: n for c, n in ((want - got) + (got - want)).items() if c not in SIGNS}
