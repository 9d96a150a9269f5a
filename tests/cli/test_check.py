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
    text = (Path(FOLDER) / f"A_RES_61_168.{language}.txt").read_text(encoding="utf-8")
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
    lines = [line for line in run.out.splitlines() if "[symbol]" in line]
    assert len(lines) == 1
    assert "ru alone" in lines[0]
    assert "60/165" in lines[0]


def test_a_finding_is_accepted_with_a_reason_and_a_baseline_knows_it(
    resdiff: Callable[..., Run], tmp_path: Path
) -> None:
    copy = planted("es", "Subrayando", "", tmp_path)
    pair = ("check", "61/168@fr", copy)
    baseline, accepted = tmp_path / "baseline.json", tmp_path / "accepted.jsonl"
    assert resdiff(*pair, "--write-baseline", baseline).status == 1
    assert resdiff(*pair, "--baseline", baseline).status == 0
    assert resdiff(*pair, "--accepted", accepted, "--accept", "1").status == 2  # no reason given
    assert resdiff(*pair, "--accepted", accepted, "--accept", "1", "--reason", "known gap").status == 0
    run = resdiff(*pair, "--accepted", accepted)
    assert run.status == 0
    assert "1 accepted" in run.out


def test_what_still_says_last_year_s_text_is_stale(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    copy = planted("es", "sexagésimo segundo período", "sexagésimo primer período", tmp_path)
    run = resdiff("check", "61/168@fr", copy, "--earlier", "60/156")
    assert run.status == 1
    assert "op11" in run.out


def test_a_check_is_explained_by_examples(resdiff: Callable[..., Run]) -> None:
    run = resdiff("check", "--explain", "number")
    assert run.status == 0
    assert "It finds" in run.out
    assert resdiff("check", "--explain", "no-such-check").status == 2
