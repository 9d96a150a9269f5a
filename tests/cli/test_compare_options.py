"""What `resdiff compare`, `concord`, `trace` and `report` make of their options."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run


def test_a_wide_terminal_has_two_columns_and_a_narrow_one_has_one(resdiff: Callable[..., Run]) -> None:
    wide = resdiff("compare", "60/156", "61/168", "--lang", "fr", "--width", "120").out
    narrow = resdiff("compare", "60/156", "61/168", "--lang", "fr", "--width", "60").out
    assert "│" in wide
    assert "│" not in narrow
    assert max(map(len, narrow.splitlines()[3:-2])) <= 60
    for out in (wide, narrow):
        assert "⟦59/187⟧" in out
        assert "⟪60/156⟫" in out


@pytest.mark.parametrize("ignored", ["masthead,notes", "masthead"])
def test_what_is_ignored_is_not_compared_and_said(resdiff: Callable[..., Run], ignored: str) -> None:
    run = resdiff("compare", "60/156", "61/168", "--ignore", ignored)
    assert run.status == 1
    for part in ignored.split(","):
        assert f"Not compared: {part}" in run.out


NOISY = (
    "The General Assembly,\n\n1. Recalls the State’s “report” (see below) of 2005;\n\n2. Thanks all States – each;\n",
    'The General Assembly,\n\n1. Recalls the State\'s "report", see below, of 2006;\n\n2. Thanks All States - each;\n',
)


def test_what_is_ignored_stands_unmarked_in_either_version_s_own_words(
    resdiff: Callable[..., Run], tmp_path: Path
) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, text in zip((old, new), NOISY, strict=True):
        path.write_text(text, encoding="utf-8")
    ignore = ("--ignore", "case,punctuation,typography")
    shown = resdiff("compare", old, new, *ignore, "--width", "160", "--side-by-side", "--full").out
    assert "State’s “report” (see below) of ⟦2005⟧;" in shown
    assert 'State\'s "report", see below, of ⟪2006⟫;' in shown
    assert "1 change" in shown
    one = resdiff("compare", old, new, *ignore, "--width", "160", "--unified").out
    assert 'State\'s "report", see below, of ⟦2005⟧⟪2006⟫;' in one
    for ending in ("html", "md", "txt"):
        report = tmp_path / f"changes.{ending}"
        resdiff("compare", old, new, *ignore, "-o", report)
        text = report.read_text(encoding="utf-8")
        assert "DIFFERENT" not in text
        assert not any(f"{mark}State" in text for mark in ("<del>", "<ins>", "[-", "{+"))


def test_a_pinned_link_is_kept_and_marked(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    pins = tmp_path / "pins.json"
    pin = {"decision": "forbid", "old": ["op10"], "new": ["op11"]}
    pins.write_text(json.dumps({"schema": "resdiff/pins/1", "pins": [pin]}), encoding="utf-8")
    run = resdiff("compare", "60/156", "61/168", "--pins", pins, "--format", "json")
    links = json.loads(run.out)["links"]
    assert not any(link["old"] == ["op10"] and link["new"] == ["op11"] for link in links)


def test_reversed_documents_are_noticed(resdiff: Callable[..., Run]) -> None:
    assert "name the older one first" in resdiff("compare", "61/168", "60/156").err


def test_glosses_send_nothing_when_the_network_is_forbidden(resdiff: Callable[..., Run]) -> None:
    run = resdiff("compare", "60/156", "61/168", "--lang", "fr", "--gloss", "en")
    assert run.status == 1
    assert "RESDIFF_OFFLINE" in run.err


@pytest.mark.parametrize("ending", ["html", "md", "docx", "json", "csv", "xlsx", "txt"])
def test_the_ending_picks_the_format(resdiff: Callable[..., Run], tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"changes.{ending}"
    run = resdiff("compare", "60/156", "61/168", "--lang", "ar", "-o", path)
    assert run.status == 1
    assert path.stat().st_size > 1000


def test_an_unknown_ending_is_refused(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    run = resdiff("compare", "60/156", "61/168", "-o", tmp_path / "changes.odt")
    assert run.status == 2
    assert ".docx" in run.err


def test_the_languages_agree_in_the_concordance(resdiff: Callable[..., Run]) -> None:
    run = resdiff("concord", "60/156", "61/168")
    assert run.status == 0
    assert "all languages agree" in run.out


def test_a_paragraph_s_story_is_told(resdiff: Callable[..., Run]) -> None:
    run = resdiff("trace", "60/156", "61/168", "--lang", "en", "--paragraph", "op11")
    assert run.status == 0
    assert "⟦sixty-first⟧⟪sixty-second⟫" in "".join(run.out.split())


def test_the_dossier_holds_every_language(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    run = resdiff("report", "60/156", "61/168", "-o", tmp_path / "dossier")
    assert run.status == 0
    assert Path(run.out.strip()).name == "index.html"
    assert len(list((tmp_path / "dossier" / "tracked").glob("*.docx"))) == 6


def test_a_report_names_the_pins_and_settings_that_it_was_made_under(
    resdiff: Callable[..., Run], tmp_path: Path
) -> None:
    pins = tmp_path / "pins.json"
    pin = {"decision": "link", "old": ["op10"], "new": ["op11"]}
    pins.write_text(json.dumps({"schema": "resdiff/pins/1", "pins": [pin]}), encoding="utf-8")
    report = tmp_path / "changes.txt"
    resdiff("compare", "60/156", "61/168", "--pins", pins, "--ignore", "case", "-o", report)
    text = report.read_text(encoding="utf-8")
    assert "op10 = op11" in text
    assert "case" in text


def test_the_library_s_series_is_traced_and_told_in_the_dossier(
    resdiff: Callable[..., Run], tmp_path: Path
) -> None:
    from corpora.bundled import FOLDER

    for symbol in ("60_156", "61_168"):
        assert resdiff("library", "add", Path(FOLDER) / f"A_RES_{symbol}.en.txt").status == 0
    traced = resdiff("trace", "61/168", "--lang", "en")
    assert traced.status == 0
    assert "A/RES/60/156" in traced.out
    resdiff("report", "60/156", "61/168", "--langs", "en", "-o", tmp_path / "dossier")
    assert list((tmp_path / "dossier").rglob("lineage*"))


def test_a_document_without_a_series_says_what_to_do(resdiff: Callable[..., Run]) -> None:
    run = resdiff("trace", "61/168", "--lang", "en")
    assert run.status == 2
    assert "add them to the library" in run.err


def test_a_language_left_behind_is_told_with_its_paragraph_and_words(
    resdiff: Callable[..., Run], tmp_path: Path
) -> None:
    from corpora.bundled import FOLDER

    text = (Path(FOLDER) / "A_RES_61_168.ru.txt").read_text(encoding="utf-8")
    stale = tmp_path / "A_RES_61_168.ru.txt"
    stale.write_text(text.replace("шестьдесят второй сессии", "шестьдесят первой сессии"), encoding="utf-8")
    assert resdiff("library", "add", stale).status == 0
    run = resdiff("concord", "60/156", "61/168")
    assert run.status == 1
    assert "op11  rolled over in en fr es zh ar, unchanged in ru: a translation" in " ".join(
        run.out.split(" ")
    )
    assert "“sixty-first” → “sixty-second”" in run.out
    assert all(len(line) <= 80 for line in run.out.splitlines())


def test_what_rolls_over_is_printed_with_its_proof(resdiff: Callable[..., Run]) -> None:
    run = resdiff("compare", "60/156", "61/168", "--lang", "en")
    assert "OP11       session 61 → 62: the session after each document's own" in run.out
    assert "only rolls over" not in resdiff("compare", "60/156", "61/168", "--only", "substantive").out


def test_an_unknown_paragraph_prints_nothing_but_the_trouble(resdiff: Callable[..., Run]) -> None:
    run = resdiff("trace", "60/156", "61/168", "--lang", "en", "--paragraph", "op99")
    assert (run.status, run.out) == (2, "")


def test_only_what_is_of_substance_is_traced(resdiff: Callable[..., Run]) -> None:
    run = resdiff("trace", "60/156", "61/168", "--lang", "en", "--only", "substantive")
    assert [line.split()[0] for line in run.out.splitlines() if line[:2] in ("pp", "op")] == ["pp5", "op10"]
    story = resdiff(
        "trace", "60/156", "61/168", "--lang", "en", "--paragraph", "op11", "--only", "substantive"
    )
    assert "nothing of substance" in story.out
