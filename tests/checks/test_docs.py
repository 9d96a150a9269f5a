"""The page about the checks says what the checks say."""

from __future__ import annotations

from pathlib import Path

from aligner.checks.docs import markdown

PAGE = Path(__file__).resolve().parents[2] / "docs" / "checks.md"


def test_the_page_is_the_one_that_the_explanations_make() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(), (
        "run python -m aligner.checks.docs > docs/checks.md"
    )
