"""Hyphens at line ends: words that were parted there are joined, compounds stay compounds."""

from __future__ import annotations

import pytest

from corpora.readers.hyphens import OFTEN, SELDOM, Words

FILLER = [
    "Nothing is said here of any of it"
] * 24  # with it a line or two with hyphens are few, but not too few


def joined(*lines: str) -> str:
    """One paragraph of these lines, which are the whole text."""
    return Words("\n".join(lines)).join(lines)


def test_a_short_text_that_parts_one_word_is_read_by_the_letters_of_its_other_words() -> None:
    text = joined(*FILLER, "By the establishment of a force, which is about to be estab-", "lished here")
    assert "about to be established here" in text
    text = joined(*FILLER, "By the distribution of what they contri-", "buted to it")
    assert "what they contributed to it" in text


@pytest.mark.parametrize(
    ("line", "following", "compound"),
    [
        ("a force for peace-", "keeping was sent", "peace-keeping"),
        ("its socio-", "economic effects", "socio-economic"),
        ("à sa cent vingt-", "septième séance", "vingt-septième"),
        ("de carácter político-", "operacional en", "político-operacional"),
        ("проблем социально-", "экономического развития", "социально-экономического"),
        ("в Северо-", "Западной Африке", "Северо-Западной"),
        ("the Secretary-", "General of the", "Secretary-General"),
        ("the non-nuclear-", "weapon States", "non-nuclear-weapon"),
    ],
)
def test_a_text_that_parts_no_word_keeps_every_hyphen(line: str, following: str, compound: str) -> None:
    assert compound in joined(*FILLER, line, following)


PARTING = (
    "The contribution of the members to inter-",
    "national development is a contri-",
    "bution to the international order, and develop-",
    "ment is what members want for peace",
)


def test_a_text_that_parts_words_joins_those_that_stand_nowhere_else() -> None:
    text = joined(*PARTING, "which they compre-", "hend")
    assert "a contribution to" in text
    assert "they comprehend" in text


@pytest.mark.parametrize(
    ("line", "following", "compound"),
    [
        ("and want better peace-", "keeping", "peace-keeping"),  # peace is a word of the text
        ("for the well-members and the well-", "wishers", "well-wishers"),  # another word begins so
        ("as members want it in thirty-", "eight of them", "thirty-eight"),
        ("as members want self-", "rule", "self-rule"),
    ],
)
def test_a_text_that_parts_words_keeps_compounds(line: str, following: str, compound: str) -> None:
    assert compound in joined(*PARTING, line, following)


def test_the_letters_tell_nothing_where_hardly_a_line_ends_in_a_hyphen() -> None:
    lines = ["una estructura político-", "operacional", "con la cooperación de los Estados"]
    assert "políticooperacional" in joined(*lines, *FILLER)
    assert "político-operacional" in joined(*lines, *FILLER * int(1 / SELDOM))


def test_words_that_stand_whole_elsewhere_tell_it_however_few_the_hyphens() -> None:
    lines = ["an indis-", "pensable and compre-", "hensive plan", "an indispensable one", *FILLER * 10]
    assert "an indispensable and comprehensive plan" in joined(*lines)


def test_of_hyphens_that_nothing_tells_of_one_stays_and_two_go() -> None:
    assert "fnob-lax" in joined("a fnob-", "lax", *FILLER)
    assert "a fnoblax" in joined("a fnob-", "lax of grish-", "mot", *FILLER)


def test_where_many_lines_end_in_hyphens_words_are_parted() -> None:
    lines = ["a non-nuclear-", "weapon State and a fnob-", "lax"]
    assert "fnob-lax" in joined(*lines, *FILLER)
    many = FILLER[: int(2 / OFTEN) - len(lines)]
    assert "non-nuclear-weapon State and a fnoblax" in joined(*lines, *many)


@pytest.mark.parametrize(
    ("line", "following", "text"),
    [
        ("the years 1990–", "1995", "the years 1990–1995"),
        ("the path –", "a long one", "the path – a long one"),
        ("and/", "or", "and/or"),
        ("大会第六十", "届会议", "大会第六十届会议"),
        ("a line", "another", "a line another"),
    ],
)
def test_lines_are_joined_as_their_ends_ask(line: str, following: str, text: str) -> None:
    assert joined(line, following) == text
