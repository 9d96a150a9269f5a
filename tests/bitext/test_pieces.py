"""Segments in pieces, and links of pieces put together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner import align_segments
from aligner.bitext.beads import Bead
from aligner.bitext.pieces import Pieces, cut
from aligner.bitext.priors import Prices, Priors
from aligner.bitext.thresholds import ALONE, ALONE_MORE, INNER, JOIN, WHOLE
from aligner.bitext.whole import whole

A = Pieces.of([["a1", "a2"], ["a3"]])
B = Pieces.of([["b1"], ["b2", "b3"]])


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The war is over. People went home.", ["The war is over. ", "People went home."]),
        ("He came to us; she left the house", ["He came to us; ", "she left the house"]),
        ("«Où est-il allé?» Personne ne le sait.", ["«Où est-il allé?» ", "Personne ne le sait."]),
        ("战争结束了。人们回家了。", ["战争结束了。", "人们回家了。"]),
        ("انتهت الحرب الطويلة؛ وعاد الناس إلى بيوتهم", ["انتهت الحرب الطويلة؛ ", "وعاد الناس إلى بيوتهم"]),
        ("No. 5 was read under art. 3 of it", ["No. 5 was read under art. 3 of it"]),
        ("Ah! This is a short beginning.", ["Ah! This is a short beginning."]),
        ("", [""]),
    ],
)
def test_a_segment_is_cut_at_its_sentences_and_clauses(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


@given(st.text(alphabet='ab .;:!。；"»', max_size=80))
def test_the_pieces_are_the_whole_text(text: str) -> None:
    assert "".join(cut(text)) == text


def test_pieces_know_their_segments() -> None:
    assert A.texts == ("a1", "a2", "a3")
    assert A.opens == (True, False, True, True)
    assert A.owners == (0, 0, 1, 2)
    assert A.starts == (0, 2, 3)
    assert [A.span(k) for k in range(4)] == [2, 0, 1, 0]


def test_pieces_that_interlock_are_one_link() -> None:
    beads = [Bead(k, k + 1, k, k + 1, 2.0) for k in range(3)]
    assert whole(beads, A, B) == [Bead(0, 2, 0, 2, 6.0)]


def test_a_piece_alone_beside_a_linked_one_belongs_to_its_segment() -> None:
    beads = [Bead(0, 1, 0, 1, 5.0), Bead(1, 2, 1, 1, -3.0), Bead(2, 3, 1, 3, 4.0)]
    assert whole(beads, A, B) == [Bead(0, 1, 0, 1, 2.0), Bead(1, 2, 1, 2, 4.0)]


def test_segments_without_a_linked_piece_are_alone_one_by_one() -> None:
    beads = [Bead(0, 3, 0, 0, -6.0), Bead(3, 3, 0, 3, -6.0)]
    links = whole(beads, A, B)
    assert [(x.start_a, x.end_a, x.start_b, x.end_b) for x in links] == [
        (0, 1, 0, 0), (1, 2, 0, 0), (2, 2, 0, 1), (2, 2, 1, 2),
    ]  # fmt: skip


def test_running_over_a_beginning_costs_a_join() -> None:
    prices = Prices(A, B, Priors())
    assert (2, 1, INNER) in prices.shapes(0, 0)
    assert (1, 2, JOIN) in prices.shapes(0, 0)
    assert (1, 1, JOIN) in prices.shapes(1, 1)


def test_whole_segments_answer_each_other_at_one_price() -> None:
    one, two = Pieces.of([list("abcdef")]), Pieces.of([list("uvwxy")])
    assert (6, 5, WHOLE) in Prices(one, two, Priors()).shapes(0, 0)


def test_a_segment_alone_costs_less_than_its_pieces() -> None:
    assert Prices(A, B, Priors()).lone_a(0, 0) == [(1, ALONE), (2, ALONE * (1 + ALONE_MORE))]
    assert Prices(A, B, Priors()).lone_a(1, 0) == [(1, ALONE)]
    assert Prices(A, B, Priors()).lone_a(2, 2) == [(1, ALONE + JOIN)]


def test_sentences_that_two_texts_join_differently_are_two_to_two() -> None:
    english = [
        "The children drank water in the village.",
        "War destroyed the bridge in 1944.",
        "He read 12 books.",
    ]
    french = [
        "Les enfants burent de l’eau dans le village.",
        "La guerre a détruit le pont en 1944.",
        "Il a lu 12 livres.",
    ]
    a, b = [" ".join(english[:2]), english[2]], [french[0], " ".join(french[1:])]
    assert align_segments(a, b, languages=("en", "fr")) == [((0, 1), (0, 1))]


words = st.sampled_from(["The war is over.", "People went home.", "12", "Water; bread and the bridge:", ""])


@given(st.lists(words, max_size=9), st.lists(words, max_size=9))
def test_links_cover_both_texts_in_order(a: list[str], b: list[str]) -> None:
    left, right = Pieces.of([cut(x) for x in a]), Pieces.of([cut(x) for x in b])
    steps = [Bead(k, k + 1, 0, 0, 0.0) for k in range(len(left))]
    steps += [Bead(len(left), len(left), k, k + 1, 0.0) for k in range(len(right))]
    links = whole(steps, left, right)
    assert all((x.end_a, x.end_b) == (y.start_a, y.start_b) for x, y in pairwise(links))
    assert len(links) == len(a) + len(b)
