"""Links between segments of two languages."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import align_segments
from aligner.bitext import link_segments
from aligner.bitext.beads import Bead

ENGLISH = [
    "The General Assembly adopted resolution 60/156 on 16 December 2005.",
    "Reaffirming the importance of international cooperation,",
    "It requested the Secretary-General to report on human rights.",
    "All States should respect the Charter of the United Nations.",
    "The children drank water and ate bread in the village.",
    "War destroyed the bridge over the river in 1944.",
    "The committee held 12 meetings in Geneva.",
    "Decides to continue its consideration of the question.",
]
FRENCH = [
    "L’Assemblée générale a adopté la résolution 60/156 le 16 décembre 2005.",
    "Réaffirmant l’importance de la coopération internationale,",
    "Elle a prié le Secrétaire général de faire rapport sur les droits de l’homme.",
    "Tous les États doivent respecter la Charte des Nations Unies.",
    "Les enfants burent de l’eau et mangèrent du pain dans le village.",
    "La guerre a détruit le pont sur le fleuve en 1944.",
    "Le comité a tenu 12 réunions à Genève.",
    "Décide de poursuivre l’examen de la question.",
]
LANGUAGES = ("en", "fr")


def diagonal(n: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [((i,), (i,)) for i in range(n)]


def test_translations_in_order_are_linked_one_to_one() -> None:
    assert align_segments(ENGLISH, FRENCH, languages=LANGUAGES) == diagonal(8)


def test_a_dropped_segment_is_alone() -> None:
    got = align_segments(ENGLISH, FRENCH[:4] + FRENCH[5:], languages=LANGUAGES)
    assert ((4,), ()) in got
    assert ((5,), (4,)) in got


def test_joined_segments_answer_one() -> None:
    joined = [*FRENCH[:4], " ".join(FRENCH[4:6]), *FRENCH[6:]]
    got = align_segments(ENGLISH, joined, languages=LANGUAGES)
    assert ((4, 5), (4,)) in got
    assert align_segments(joined, ENGLISH, languages=("fr", "en")) == [(b, a) for a, b in got]


def test_other_segments_are_linked_to_nothing() -> None:
    strange = [
        "Zebras graze quietly on the 77 yellow slopes, whisking away flies with lazy tails, as zebras do.",
        "Purple umbrellas melt slowly in a painting of 1931, which hangs upside down in the smallest museum.",
    ]
    got = align_segments([*ENGLISH[:4], *strange, *ENGLISH[4:]], FRENCH, languages=LANGUAGES)
    assert ((4,), ()) in got
    assert ((5,), ()) in got


def test_languages_without_a_lexicon_are_linked_by_what_they_share() -> None:
    finnish = ["Kokous 12 pidettiin Helsinki 1956.", "Nobel sai 500.", "Everest 8848 on korkein."]
    hungarian = ["A 12 ülés Helsinki 1956.", "Nobel 500 kapott.", "Everest 8848 a legmagasabb."]
    assert align_segments(finnish, hungarian, languages=("fi", "hu")) == diagonal(3)


@pytest.mark.parametrize(("a", "b"), [([], []), (["x"], []), ([], ["x"]), ([""], [""]), (["", " "], ["a"])])
def test_empty_texts_and_segments_are_accounted_for(a: list[str], b: list[str]) -> None:
    got = align_segments(a, b, languages=LANGUAGES)
    assert [i for x, _ in got for i in x] == list(range(len(a)))
    assert [j for _, y in got for j in y] == list(range(len(b)))


SEGMENTS = st.lists(st.sampled_from([*ENGLISH, *FRENCH, "", "12", "?"]), max_size=14)


@settings(max_examples=60, deadline=None)
@given(SEGMENTS, SEGMENTS)
def test_every_segment_is_in_exactly_one_link_in_order(a: list[str], b: list[str]) -> None:
    got = align_segments(a, b, languages=LANGUAGES)
    assert [i for x, _ in got for i in x] == list(range(len(a)))
    assert [j for _, y in got for j in y] == list(range(len(b)))


@settings(max_examples=20, deadline=None)
@given(SEGMENTS, SEGMENTS)
def test_the_result_depends_on_the_texts_alone(a: list[str], b: list[str]) -> None:
    assert align_segments(a, b, languages=LANGUAGES) == align_segments(a, b, languages=LANGUAGES)


def test_a_long_text_with_gaps_is_followed() -> None:
    rng = random.Random(7)
    english = [f"{rng.choice(ENGLISH)} {rng.randrange(10**6)} {k}" for k in range(900)]
    kept = [k for k in range(900) if rng.random() > 0.1]
    numbers = [" ".join(english[k].split()[-2:]) for k in kept]
    french = [
        f"{FRENCH[next(n for n, e in enumerate(ENGLISH) if english[k].startswith(e))]} {tail}"
        for k, tail in zip(kept, numbers, strict=True)
    ]
    got = {(x[0], y[0]) for x, y in align_segments(english, french, languages=LANGUAGES) if x and y}
    assert len(got & {(k, n) for n, k in enumerate(kept)}) > 0.97 * len(kept)


def test_confidence_is_a_probability_and_higher_for_plain_links() -> None:
    beads = link_segments(ENGLISH, FRENCH, LANGUAGES, confidence=True)
    assert all(0 < bead.confidence <= 1 for bead in beads)
    assert min(bead.confidence for bead in beads) > 0.8
    doubtful = link_segments(
        [ENGLISH[0], "Maybe."], [FRENCH[0], "Peut-être bien, qui sait."], LANGUAGES, confidence=True
    )
    assert doubtful[0].confidence > doubtful[-1].confidence


def test_swapped_segments_are_untied_where_crossings_are_wanted() -> None:
    swapped = [*FRENCH[:4], FRENCH[5], FRENCH[4], *FRENCH[6:]]
    beads = link_segments(ENGLISH, swapped, LANGUAGES, crossings=True)
    assert {(x.start_a, x.start_b) for x in beads if x.is_single} >= {(4, 5), (5, 4)}
    assert any(x.crossed for x in beads)


def test_a_machine_translation_bears_witness() -> None:
    a = ["Aaa bbb ccc.", "Ddd eee fff.", "Ggg hhh iii."]
    b = ["Le chat dort.", "Un chien mange.", "La pluie tombe."]
    without = link_segments(a, b, ("xx", "fr"))
    heard = link_segments(a, b, ("xx", "fr"), witness=(b, None))
    assert [(x.start_a, x.start_b) for x in heard] == [(0, 0), (1, 1), (2, 2)]
    assert sum(x.score for x in heard) > sum(x.score for x in without)


def test_a_translation_in_other_sentences_bears_witness_for_the_whole_segment() -> None:
    a = ["Aaa bbb ccc ddd. Eee fff ggg hhh.", "Iii jjj kkk."]
    told = ["Le chat noir dort, un chien blanc mange.", "La pluie tombe."]
    b = ["Le chat noir dort. Un chien blanc mange.", "La pluie tombe."]
    assert align_segments(a, b, languages=("xx", "fr"), witness=(told, None)) == diagonal(2)


def test_a_bead_knows_its_shape() -> None:
    assert Bead(0, 1, 0, 1, 0.0).is_single
    assert not Bead(0, 1, 0, 0, 0.0).is_link
    assert Bead(0, 2, 0, 1, 0.0).is_link
    assert not Bead(0, 2, 0, 1, 0.0).is_single


def test_real_gold_alignments_stay_above_the_public_aligners(shared_data) -> None:  # type: ignore[no-untyped-def]
    import re

    folder = shared_data / "bitext" / "ntrex_six"
    a, b = ((folder / f"news00.{x}").read_text("utf-8").splitlines() for x in ("en", "zh"))
    gold = re.findall(r"\[([\d, ]*)\]:\[([\d, ]*)\]", (folder / "news00.en-zh.gold").read_text("utf-8"))
    wanted = {tuple(tuple(map(int, re.findall(r"\d+", side))) for side in pair) for pair in gold}
    got = set(align_segments(a, b, languages=("en", "zh")))
    assert len(got & wanted) / len(wanted) > 0.85
