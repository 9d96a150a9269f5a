"""`resdiff library`: what each command says, and with which status it ends."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from library_cases import plain_resolution
from serving import Server
from test_sources import ENGLISH, FRENCH, REPOSITORY, a_series

Resdiff = Callable[..., Any]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number, subject in ((1, "weights and measures"), (2, "the price of wheat")):
        (folder / f"{number}.txt").write_text(plain_resolution(number, subject))
    return folder


@pytest.fixture
def filled(resdiff: Resdiff, papers: Path) -> Resdiff:
    assert resdiff("library", "add", papers).status == 0
    return resdiff


SCHEMA = json.loads(files("tui.cli").joinpath("schemas/library-1.json").read_text("utf-8"))


def data(run: Any) -> Any:
    """What a command printed as JSON, which always holds the published schema."""
    printed = json.loads(run.out)
    jsonschema.validate(printed, SCHEMA)
    return printed


def test_adding_reports_and_goes_on(resdiff: Resdiff, papers: Path) -> None:
    (papers / "empty.txt").write_bytes(b"")
    run = resdiff("library", "add", papers)
    assert run.status == 2
    assert run.out == ""
    assert re.search(r"empty\.txt: there is no text", run.err)
    assert "2 added, 1 unreadable" in run.err
    again = resdiff("library", "add", papers, "--format", "json")
    assert [row["outcome"] for row in data(again)["files"]] == ["already here", "already here", "unreadable"]


def test_a_paste_is_added(resdiff: Resdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(plain_resolution(4).encode())))
    assert resdiff("library", "add", "-").status == 0
    assert "local file, standard input" in resdiff("library", "show", "90/4").out


def test_what_is_missing_is_said_before_anything_is_added(resdiff: Resdiff, papers: Path) -> None:
    run = resdiff("library", "add", papers, papers / "absent")
    assert run.status == 2
    assert "absent: there is no such file or folder" in run.err
    assert "there is no library here" in resdiff("library", "list").err


def test_listing(filled: Resdiff) -> None:
    lines = filled("library", "list").out.splitlines()
    assert [line.split()[1] for line in lines] == ["document", "A/RES/90/1", "A/RES/90/2"]
    (row,) = data(filled("library", "list", "wheat", "--format", "json"))["documents"]
    assert (row["symbol"], row["language"], row["adopted"]) == ("A/RES/90/2", "en", "2045-12-01")
    assert filled("library", "list", "--lang", "fr").out == ""


def test_searching(filled: Resdiff) -> None:
    run = filled("library", "search", "price of wheat")
    assert run.status == 0
    assert "A/RES/90/2@en" in run.out
    assert "A/RES/90/1" not in run.out
    found = data(filled("library", "search", '"report on weights"', "--format", "json"))
    assert {hit["symbol"] for hit in found["hits"]} == {"A/RES/90/1"}
    hit = found["hits"][0]
    assert [hit["text"][a:b] for a, b in hit["places"]] == ["report on weights"]
    nothing = filled("library", "search", "kangaroo")
    assert (nothing.status, nothing.out) == (0, "")
    assert filled("library", "search", "…").status == 2


def test_showing(filled: Resdiff, papers: Path, tmp_path: Path) -> None:
    text = filled("library", "show", "90/1").out
    assert text.startswith("A/RES/90/1  en  local file, ")
    assert re.search(r"^op2 +2\. Requests the Secretary-General", text, re.MULTILINE)
    shown = data(filled("library", "show", "90/1@en", "--format", "json"))
    assert shown["paragraphs"][-1]["id"] == "op2"
    for name in ("90/1", "1"):
        filled("library", "show", name, "--original", "-o", tmp_path / "copy")
        assert (tmp_path / "copy").read_bytes() == (papers / "1.txt").read_bytes()
    assert "official" in filled("library", "show", "61/168@fr").out.splitlines()[0]
    assert filled("library", "show", "99").status == 2


def test_removing(filled: Resdiff, papers: Path) -> None:
    (papers / "1.txt").write_text(plain_resolution(1, "weights and other measures"))
    filled("library", "add", papers)
    both = filled("library", "remove", "90/1")
    assert both.status == 2
    assert "stands for 2 documents; name one number (1, 3)" in both.err
    assert filled("library", "remove", "3", "90/2@en").status == 0
    assert [d["number"] for d in data(filled("library", "list", "--format", "json"))["documents"]] == [1]
    gone = filled("library", "remove", "90/1", "--all", "--format", "json")
    assert [d["number"] for d in data(gone)["documents"]] == [1]
    assert "removed A/RES/90/1@en (number 1)" in gone.err
    assert filled("library", "remove", "90/1").status == 2


def test_verifying(filled: Resdiff, tmp_path: Path) -> None:
    from corpora.library import Library

    assert filled("library", "verify").status == 0
    with Library.open() as library, library.changing() as db:
        db.execute("UPDATE original SET bytes = x'00' WHERE document = 2")
    run = filled("library", "verify")
    assert run.status == 1
    assert "document 2: its original is not the one that was added" in run.out
    faults = data(filled("library", "verify", "--format", "json"))["faults"]
    assert {fault["number"] for fault in faults} == {2}


def test_reading_anew(filled: Resdiff) -> None:
    run = filled("library", "reread", "--format", "json")
    assert run.status == 0
    assert [row["outcome"] for row in data(run)["files"]] == ["already here", "already here"]


def test_correcting_series(filled: Resdiff, papers: Path) -> None:
    later = (
        plain_resolution(9)
        .replace("90/9", "91/9")
        .replace("89/9", "90/1")
        .replace("Ninetieth", "Ninety-first")
    )
    (papers / "later.txt").write_text(later)
    filled("library", "add", papers / "later.txt")
    found = filled("library", "series", "91/9").out
    assert re.search(r"^  A/RES/91/9  same title; cites A/RES/90/1; shares", found, re.MULTILINE)
    assert filled("library", "series", "--part", "90/1", "91/9").out == ""
    joined = data(filled("library", "series", "--join", "90/2", "91/9", "--format", "json"))
    assert [one["members"] for one in joined["series"]] == [["A/RES/90/2", "A/RES/91/9"]]
    assert joined["series"][0]["steps"][0]["decided"]
    assert "is in no series" in filled("library", "series", "90/1").err
    forgotten = filled("library", "series", "--forget", "90/2", "91/9").out
    assert "91/9" not in forgotten


@pytest.fixture
def server(resdiff: Resdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    running = Server()
    for name in ("LISTING", "FILES", "DOCUMENTS"):
        monkeypatch.setenv(f"RESDIFF_{name}_URL", running.address)
    monkeypatch.setenv("RESDIFF_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("RESDIFF_OFFLINE")
    yield running
    running.close()


def test_fetching(resdiff: Resdiff, server: Server) -> None:
    files = {
        "90session/English/A_RES_90_1-4512345E.xml": ENGLISH,
        "90session/French/A_RES_90_1-4512345F.xml": FRENCH,
    }
    server.repository(REPOSITORY, files)
    run = resdiff("library", "fetch", "90/1", "--langs", "en,fr", "--format", "json")
    assert run.status == 0
    assert [(row["language"], row["outcome"]) for row in data(run)["documents"]] == [
        ("en", "fetched"),
        ("fr", "fetched"),
    ]
    assert f"fetched A/RES/90/1@fr from {server.address}" in run.err
    asked = server.asked.total()
    again = resdiff("library", "fetch", "90/1@fr", "90/1@en", "--format", "json")
    assert [row["outcome"] for row in data(again)["documents"]] == ["already here"] * 2
    assert server.asked.total() == asked
    assert {
        d["provenance"]["status"] for d in data(resdiff("library", "list", "--format", "json"))["documents"]
    } == {"official"}


def test_a_failed_fetch_is_trouble_but_costs_nothing_else(resdiff: Resdiff, server: Server) -> None:
    server.repository(REPOSITORY, {"90session/English/A_RES_90_1-4512345E.xml": ENGLISH})
    server.service((200, {}, b""))
    run = resdiff("library", "fetch", "90/1", "90/7")
    assert run.status == 2
    assert "A/RES/90/7@en: UNxml/GAresolutions has no such document; the server gave an empty file" in run.err
    assert "1 of 2 documents in the library" in run.err


def test_fetching_a_series(resdiff: Resdiff, server: Server) -> None:
    a_series(server)
    run = resdiff("library", "fetch", "87/4..90/4", "--format", "json")
    assert [row["symbol"] for row in data(run)["documents"]] == [f"A/RES/{n}/4" for n in (87, 88, 89, 90)]
    assert "A/RES/89/4 is the version before: same title; cites A/RES/89/4" in run.err
    (one,) = data(resdiff("library", "series", "--format", "json"))["series"]
    assert one["members"] == [f"A/RES/{n}/4" for n in (87, 88, 89, 90)]


def test_offline_means_no_network(resdiff: Resdiff, server: Server) -> None:
    run = resdiff("library", "fetch", "90/1", "--offline")
    assert run.status == 2
    assert "the network is forbidden" in run.err
    assert server.asked.total() == 0


def test_nothing_in_a_document_speaks_to_the_terminal(resdiff: Resdiff, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(plain_resolution(3, "\x1b]0;owned\x07 and \x9b31m wheat"))
    resdiff("library", "add", tmp_path / "evil.txt")
    for command in (["list"], ["search", "wheat"], ["show", "90/3"], ["series"]):
        run = resdiff("library", *command)
        assert not set("\x1b\x07\x9b") & set(run.out + run.err), command


def test_agreed_language_is_found_with_its_day(filled: Resdiff) -> None:
    like = "Convinced that weights concern all who buy and sell, number 1"
    run = filled("library", "search", "--like", like)
    assert run.status == 0
    assert re.search(r"2045-12-01 .*A/RES/90/1@en pp2 .*who buys and sells", run.out)
    found = data(filled("library", "search", "--like", like, "--format", "json"))
    assert found["hits"][0]["adopted"] == "2045-12-01"
    assert 75 <= found["hits"][0]["score"] < 100
    assert found["text"] == like


@pytest.mark.parametrize("arguments", [(), ("wheat", "--like", "wheat")])
def test_search_needs_words_or_a_text(filled: Resdiff, arguments: tuple[str, ...]) -> None:
    run = filled("library", "search", *arguments)
    assert run.status == 2
    assert "--like" in run.err


def test_what_was_found_is_broken_into_lines_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpora.library.search import Hit
    from tui.cli.library_text import hit_text

    text = "Reaffirms that dialogue among cultures and civilizations facilitates peace; " * 3
    hit = Hit(1, "A/RES/76/159", "en", "Enhancement", "op3", "3.", text, ((15, 23),))
    hit_text(hit, "2021-12-16")
    assert capsys.readouterr().out.count("\n") == 1
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    hit_text(hit, "2021-12-16")
    name, *lines = capsys.readouterr().out.splitlines()
    assert name == "2021-12-16  A/RES/76/159@en op3"
    assert all(line.startswith("    ") and len(line) <= 60 for line in lines)
    assert "".join(lines).replace("    ", " ").strip().startswith("Reaffirms that dialogue among cultures")
