"""Every example of the documentation: found where it says so, left alone where it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.checks import check
from aligner.checks.explain import Example, Explanation, explain, explanations
from aligner.checks.registry import NAMES
from aligner.checks.rows import Earlier
from aligner.checks.settings import Settings
from aligner.findings import Finding

FOUND = [(e, x) for e in explanations().values() for x in e.finds]
LEFT = [(e, x) for e in explanations().values() for x in e.leaves]


def name(case: tuple[Explanation, Example]) -> str:
    return f"{case[0].name}-{case[1].b.language}"


def run(explanation: Explanation, example: Example, folder: Path) -> list[Finding]:
    settings = Settings()
    if explanation.glossary:
        glossary = folder / "glossary.csv"
        glossary.write_text(explanation.glossary, encoding="utf-8")
        settings = Settings(glossary=glossary)
    earlier = None
    if before := explanation.before:
        earlier = Earlier(before.a, before.b if before.b.language == example.b.language else None)
    found = check(example.a, example.b, settings=settings, earlier=earlier)
    return [f for f in found if f.check == explanation.name]


@pytest.mark.parametrize("case", FOUND, ids=map(name, FOUND))
def test_a_check_finds_what_its_explanation_says(case: tuple[Explanation, Example], tmp_path: Path) -> None:
    explanation, example = case
    messages = [f.message for f in run(explanation, example, tmp_path)]
    assert messages
    assert any(example.says in m for m in messages), messages


@pytest.mark.parametrize("case", LEFT, ids=map(name, LEFT))
def test_a_check_leaves_alone_what_its_explanation_says(
    case: tuple[Explanation, Example], tmp_path: Path
) -> None:
    assert run(*case, tmp_path) == []


def test_every_check_is_explained_in_three_languages() -> None:
    assert explanations().keys() == NAMES
    for e in explanations().values():
        assert e.finds
        assert e.leaves
        assert len({x.b.language for x in (*e.finds, *e.leaves)}) >= 3, e.name


@pytest.mark.parametrize("check_name", sorted(NAMES))
def test_an_explanation_for_people_names_its_examples(check_name: str) -> None:
    text = explain(check_name)
    assert text.startswith(f"{check_name}: ")
    assert "It finds:" in text
    assert "It leaves alone:" in text
