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
    """The diff in one line, as in the golden files; what is ignored as the new text has it."""
    options = options or Options()
    ops = diff_words(old, new, language, options=options)
    ignored = options.ignored(ops)
    shown = [("equal" if n in ignored else op[0], op[1]) for n, op in enumerate(ops)]
    shown = [op for n, op in enumerate(shown) if not (n in ignored and ops[n][0] == "delete")]
    return "".join(MARKED[name].format(text) for name, text in shown)


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
options_ = st.builds(
    Options,
    st.frozensets(st.sampled_from(["case", "punctuation", "typography"])),
    st.sampled_from(["word", "character"]),
)


@settings(max_examples=600, deadline=None)
@given(text, text, language, options_)
def test_a_diff_gives_both_texts_back(old: str, new: str, language: str, options: Options) -> None:
    ops = diff_words(old, new, language, options=options)
    assert side_texts(ops) == (old, new)
    assert all(part for _, part in ops)
    assert all(a[0] != b[0] for a, b in pairwise(ops))
    assert not any((a[0], b[0]) == ("insert", "delete") for a, b in pairwise(ops))


@settings(max_examples=400, deadline=None)
@given(text, text, language, options_)
def test_a_diff_mirrors(old: str, new: str, language: str, options: Options) -> None:
    ops = diff_words(old, new, language, options=options)
    assert diff_words(new, old, language, options=options) == mirrored(ops)
    assert mirrored(mirrored(ops)) == ops


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


@pytest.mark.parametrize(
    ("old", "new", "language", "expected"),
    [
        ("of the Food(12), as revised", "of the Food, as revised", "en", "of the Food[-(12)-], as revised"),
        ("(A/74/399)", "(A/75/478, para. 89)", "en", "([-A/74/399-]{+A/75/478, para. 89+})"),
        ("نظم الأغذية(12)، بالصيغة", "نظم الأغذية، بالصيغة", "ar", "نظم الأغذية[-(12)-]، بالصيغة"),
        ("《经济、社会及文化权利》", "《经济社会文化权利》", "zh", "《经济社会[-及-]文化权利》"),
        ("新问题；", "新问题，特别是在疫情之下；", "zh", "新问题{+，特别是在疫情之下+}；"),
    ],
)
def test_punctuation_that_is_ignored_moves_no_mark(old: str, new: str, language: str, expected: str) -> None:
    assert marked(old, new, language, Options(ignore=frozenset({"punctuation"}))) == expected


@pytest.mark.parametrize(
    ("old", "new", "language", "expected"),
    [
        ("session", "sessions", "en", "session{+s+}"),
        ("peace", "war", "en", "[-peace-]{+war+}"),
        ("seventy-fifth", "seventy-sixth", "en", "seventy-[-fif-]{+six+}th"),
        ("60/156 of 2005", "60/157 of 2006", "en", "[-60/156-]{+60/157+} of 200[-5-]{+6+}"),
        ("de la Rapporteuse spéciale", "du Rapporteur spécial", "fr",
         "[-de la-]{+du+} Rapporteu[-se-]{+r+} spécial[-e-]"),
        ("achieving the challenge", "compromising an achievement", "en",
         "[-achieving the challenge-]{+compromising an achievement+}"),
        ("المقررة الخاصة", "المقرر الخاص", "ar", "المقرر[-ة-] الخاص[-ة-]"),
        ("تسلم", "تسلّم", "ar", "تس[-ل-]{+لّ+}م"),
        ("种种进展", "各种进展", "zh", "[-种-]{+各+}种进展"),
    ],
)  # fmt: skip
def test_character_detail_marks_within_words(old: str, new: str, language: str, expected: str) -> None:
    assert marked(old, new, language, Options(detail="character")) == expected


def test_options_name_what_exists() -> None:
    with pytest.raises(OptionError, match="spelling"):
        Options(ignore=frozenset({"spelling"}))  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="letter"):
        Options(detail="letter")  # type: ignore[arg-type]
