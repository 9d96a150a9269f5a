"""`resdiff check` on copies of a bundled edition with one error each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpora.bundled import FOLDER
from tests.conftest import Run

ERRORS = {
    "a paragraph dropped": ("es", "Subrayando", "", "pp7"),
    "a number changed": ("en", "25 June 1993", "26 June 1993", "pp1"),
    "a symbol changed": ("ru", "60/156 от", "60/165 от", "pp2"),
    "a year changed": ("zh", "2001年", "2002年", "pp3"),
    "a session changed": ("ar", "الثانية والستين", "الثالثة والستين", "op11"),
}


def planted(language: str, old: str, new: str, folder: Path) -> Path:
    """A copy of an edition in which `old` became `new`, or without the line that opens with it."""
    text = (FOLDER / f"A_RES_61_168.{language}.txt").read_text(encoding="utf-8")
    assert old in text
    if new:
        text = text.replace(old, new, 1)
    else:
        text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(old))
    path = folder / f"copy.{language}.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("language", "old", "new", "place"), ERRORS.values(), ids=list(ERRORS))
def test_a_planted_error_is_named_at_its_paragraph(
    resdiff: Callable[..., Run], tmp_path: Path, language: str, old: str, new: str, place: str
) -> None:
    copy = planted(language, old, new, tmp_path)
    run = resdiff("check", "61/168@fr", copy, "--format", "json")
    assert run.status == 1
    findings = json.loads(run.out)["findings"]
    assert findings
    assert all(place in (*f["a"], *f["b"]) for f in findings), findings


def test_with_six_versions_the_odd_one_is_named_once(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    copy = planted("ru", "60/156 от", "60/165 от", tmp_path)
    others = [f"61/168@{code}" for code in ("en", "fr", "es", "zh", "ar")]
    run = resdiff("check", *others, copy)
    assert run.status == 1
    lines = [line for line in run.out.splitlines() if line.startswith(("✗", "!"))]
    assert len(lines) == 1
    assert "ru alone" in lines[0]
    assert "60/165" in lines[0]
