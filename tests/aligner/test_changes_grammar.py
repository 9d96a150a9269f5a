"""Which edits are of grammar alone."""

from __future__ import annotations

import pytest

from aligner.changes.grammar import only_grammar


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("", "the ", "en"), ("which", "that", "en"), ("present", "presented", "en"),
        ("her report", "his reports", "en"), ("des droits", "du droit", "fr"), ("", "的", "zh"),
    ],
)  # fmt: skip
def test_articles_pronouns_and_forms_are(old: str, new: str, language: str) -> None:
    assert only_grammar(old, new, language)


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("61/194", "61/124", "en"), ("2019", "2020", "en"), ("and", "or", "en"), ("may", "shall", "en"),
        ("", "not ", "en"), ("note by", "report of", "en"), ("", "all ", "en"), ("加强", "增进", "zh"),
    ],
)  # fmt: skip
def test_numbers_and_words_that_bind_are_not(old: str, new: str, language: str) -> None:
    assert not only_grammar(old, new, language)
