"""Sentences of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.sentences import split


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            ["See art. 3 and No. 53 of 1948.", "Mr. Smith, of the U.N. staff, agrees.", "Is it so?", "Yes."],
        ),
        ("en", ["(a) The first item.", "A second sentence."]),
        ("en", ["The report “An end. A beginning” was noted.", "It was long."]),
        ("fr", ["Voir l’art. 3 et le n° 3 de la liste.", "Le point est clos !", "Fin."]),
        ("es", ["Véase el art. 3, párr. 2.", "¿Es así?", "Sí."]),
        ("ru", ["Это орган, т. е. Совет, см. п. 3.", "Второе предложение.", "Конец."]),
        ("zh", ["大会审议了气候、水等。", "第二句！", "第三句？"]),
        ("ar", ["قررت الجمعية العامة، في عام ١٩٤٨، ما يلي.", "هل هذا صحيح؟", "نعم."]),
        ("de", ["Am 16. Dezember ging er z. B. nach Art. 3 vor.", "Danach kam er."]),
        ("xx", ["One thing.", "Another thing."]),
    ],
)
def test_sentences_end_where_they_end(language: str, sentences: list[str]) -> None:
    joint = "" if language == "zh" else " "
    assert split(joint.join(sentences), language) == sentences


def test_a_numbered_paragraph_keeps_its_number() -> None:
    assert split("1. First thing. Second thing.", "en") == ["1. First thing.", "Second thing."]


@given(st.text(max_size=300), st.sampled_from(["en", "fr", "es", "ru", "zh", "ar", "und"]))
def test_no_character_is_lost(text: str, language: str) -> None:
    assert "".join("".join(split(text, language)).split()) == "".join(text.split())
