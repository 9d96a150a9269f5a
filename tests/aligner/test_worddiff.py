"""The word diff: what an editor would draw, and what always holds."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import diff_words
from aligner.model import side_texts
from aligner.options import Options
from aligner.tokens import tokens
from aligner.worddiff_ops import mirrored
from corpora.errors import OptionError

GOLDEN = sorted((Path(__file__).resolve().parent.parent / "golden").glob("*.txt"))
MARKED = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def marked(old: str, new: str, language: str, options: Options | None = None) -> str:
    """The diff in one line, as in the golden files."""
    ops = diff_words(old, new, language, options=options or Options())
    return "".join(MARKED[name].format(text) for name, text in ops)


def example(path: Path) -> dict[str, str]:
    """The parts of a golden file by their headings."""
    parts = re.split(r"\n\n(language|old|new|diff)\n", path.read_text(encoding="utf-8").rstrip("\n"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_golden(path: Path) -> None:
    e = example(path)
    assert marked(e["old"], e["new"], e["language"]) == e["diff"]


def test_there_are_twenty_golden_examples_in_five_languages() -> None:
    assert len(GOLDEN) >= 20
    assert len({example(path)["language"] for path in GOLDEN}) >= 5


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("L'État n° 60/156, l’eau", "fr", ["L'", "État", " n", "°", " 60/156", ",", " l’", "eau"]),
        ("the State's co-operation", "en", ["the", " State's", " co-operation"]),
        ("(A/C.3/61/L.15).", "en", ["(", "A/C.3/61/L.15", ")", "."]),
        ("1993¹ 81e", "fr", ["1993", "¹", " 81e"]),
        ("وأّلا يترتب،", "ar", ["وأّلا", " يترتب", "،"]),
        ("第六十一届A/61/3号", "zh", ["第", "六十一", "届", "A/61/3", "号"]),
    ],
)
def test_tokens(text: str, language: str, expected: list[str]) -> None:
    assert tokens(text, language) == expected


PIECES = ["the", "of", "dialogue", "rights", ",", ".", " ", "  ", "\n", "\u00a0", "l'", "60/156", "16", "合作", "的",
          "会议", "；", "حقوق", "و", "A/61/3", "-", "(a)", "é", "e\u0301", "😀", "\u200d"]  # fmt: skip
text = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
language = st.sampled_from(["en", "fr", "zh", "ar", "und"])


@settings(max_examples=400, deadline=None)
@given(text, text, language, st.sampled_from(["word", "character"]))
def test_a_diff_gives_both_texts_back(old: str, new: str, language: str, detail: str) -> None:
    options = Options(detail=detail)  # type: ignore[arg-type]
    ops = diff_words(old, new, language, options=options)
    assert side_texts(ops) == (old, new)
    assert all(part for _, part in ops)
    assert all(a[0] != b[0] for a, b in pairwise(ops))
    assert not any((a[0], b[0]) == ("insert", "delete") for a, b in pairwise(ops))


@settings(max_examples=300, deadline=None)
@given(text, text, language)
def test_a_diff_mirrors(old: str, new: str, language: str) -> None:
    assert diff_words(new, old, language) == mirrored(diff_words(old, new, language))
    assert mirrored(mirrored(diff_words(old, new, language))) == diff_words(old, new, language)


@settings(max_examples=200, deadline=None)
@given(text, language)
def test_tokens_joined_are_the_text(text: str, language: str) -> None:
    assert "".join(tokens(text, language)) == text


@settings(max_examples=200, deadline=None)
@given(text, text)
def test_no_word_is_cut(old: str, new: str) -> None:
    for name, part in diff_words(old, new, "en"):
        if name != "equal":
            assert "".join(tokens(part, "en")) == part
    at = [0, 0]
    cuts: list[set[int]] = [set(), set()]
    for side, whole in enumerate((old, new)):
        places = [0]
        for token in tokens(whole, "en"):
            word = len(token) - len(token.lstrip())
            places += [places[-1] + n for n in range(1, word + 1)]
            places.append(places[-1] + len(token) - word)
        cuts[side] = set(places)
    for name, part in diff_words(old, new, "en"):
        for side, other in ((0, "insert"), (1, "delete")):
            if name != other:
                at[side] += len(part)
                assert at[side] in cuts[side]


def test_ignoring_shows_what_differs_in_nothing_else_as_equal() -> None:
    old, new = "The “Council” meets - twice, each year.", 'the "council" meets – twice each month.'
    ignore = Options(ignore=frozenset({"case", "typography", "punctuation"}))
    assert marked(old, new, "en", ignore) == 'the "council" meets – twice each [-year-]{+month+}.'
    assert "[-" in marked("Council", "council", "en")


def test_character_detail_marks_within_words() -> None:
    assert marked("session", "sessions", "en", Options(detail="character")) == "session{+s+}"
    assert marked("peace", "war", "en", Options(detail="character")) == "[-peace-]{+war+}"


def test_options_name_what_exists() -> None:
    with pytest.raises(OptionError, match="spelling"):
        Options(ignore=frozenset({"spelling"}))  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="letter"):
        Options(detail="letter")  # type: ignore[arg-type]
