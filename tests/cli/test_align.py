"""`resdiff align`, as table, pairs and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Run


def test_two_editions_answer_each_other_paragraph_by_paragraph(resdiff: Callable[..., Run]) -> None:
    run = resdiff("align", "61/168", "--langs", "en,ar", "--format", "json")
    assert run.status == 0
    comparison = json.loads(run.out)
    assert comparison["axis"] == "languages"
    assert all(link["old"] == link["new"] for link in comparison["links"])
    assert {link["relation"] for link in comparison["links"]} == {"translated"}


def test_the_table_shows_scores_and_both_texts(resdiff: Callable[..., Run]) -> None:
    run = resdiff("align", "61/168", "--langs", "en,fr", "--width", "100")
    row = next(line for line in run.out.splitlines() if "op11 : op11" in line)
    assert "Decides" in row
    assert "Décide" in row
    assert max(map(len, run.out.splitlines())) <= 100


def test_lines_of_plain_files_come_as_pairs(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "a").write_text(
        "The treaty was signed in 1998.\nIt has 120 parties.\nIt is open.\n", encoding="utf-8"
    )
    (tmp_path / "b").write_text(
        "Der Vertrag wurde 1998 unterzeichnet. Er hat 120 Parteien.\nEr ist offen.\n", "utf-8"
    )
    run = resdiff(
        "align",
        tmp_path / "a",
        tmp_path / "b",
        "--segments",
        "lines",
        "--langs",
        "en,de",
        "--format",
        "pairs",
    )
    assert run.out.splitlines() == ["[0,1]:[0]", "[2]:[1]"]


def test_one_document_needs_languages(resdiff: Callable[..., Run]) -> None:
    run = resdiff("align", "61/168")
    assert run.status == 2
    assert "--langs" in run.err
