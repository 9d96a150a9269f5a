"""The dossier: complete, the same each time, and proved by its own manifest."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import re
import zipfile
from importlib.resources import files
from pathlib import Path

import jsonschema
import ooxml
import pytest
import report_cases as cases
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from aligner.lineage import trace
from aligner.reports import ReportSettings
from aligner.reports.charts import change_map, language_grid, yearly_bars
from aligner.reports.dossier import Dossier, contents, file_stem, gather, write_dossier
from corpora import bundled
from corpora.errors import OptionError
from corpora.model import Resolution, Symbol

LANGUAGES = ("fr", "en", "ar")


def versions(symbol: str, languages: tuple[str, ...] = LANGUAGES) -> dict[str, Resolution]:
    return {code: bundled.load(symbol, code) for code in languages}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return gather(versions("A/RES/60/156"), versions("A/RES/61/168"))


@pytest.fixture(scope="module")
def everything(dossier: Dossier) -> dict[str, bytes]:
    return contents(dossier)


def _schema(name: str) -> dict[str, object]:
    data: dict[str, object] = json.loads(
        files("aligner.reports").joinpath(f"schemas/{name}-1.json").read_bytes()
    )
    return data


def test_it_has_every_language_in_every_form(everything: dict[str, bytes]) -> None:
    for code in LANGUAGES:
        assert {f"tracked/A_RES_61_168.{code}.docx", f"changes/{code}.html", f"data/{code}.json"} <= set(
            everything
        )
    assert {"aligned/fr-en.tmx", "aligned/fr-ar.xlf", "concordance.html", "checks.xlsx", "index.html"} <= set(
        everything
    )
    assert ooxml.paragraphs(everything["tracked/A_RES_61_168.ar.docx"], accept=True)


def test_the_data_holds_its_schemas(everything: dict[str, bytes]) -> None:
    for name, path in (
        ("manifest", "manifest.json"), ("concordance", "data/concordance.json"), ("findings", "data/checks.json"),
        ("comparison", "data/fr.json"),
    ):  # fmt: skip
        jsonschema.validate(json.loads(everything[path]), _schema(name))


def test_the_manifest_proves_files_and_texts(everything: dict[str, bytes]) -> None:
    manifest = json.loads(everything["manifest.json"])
    listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    assert listed == {p: hashlib.sha256(d).hexdigest() for p, d in everything.items() if p != "manifest.json"}
    for comparison in manifest["comparisons"]:
        for side in ("old", "new"):
            assert comparison[side]["text_sha256"] == comparison[side]["rebuilt_sha256"]
            assert comparison[side]["paragraphs"] == comparison[side]["linked"]


def test_the_index_answers_the_four_questions(everything: dict[str, bytes]) -> None:
    tree = HTMLParser(everything["index.html"])
    assert [h.text() for h in tree.css("main h2")] == [
        "What is new", "Who is asked to do what", "Which languages disagree", "What needs a reviser", "Files",
    ]  # fmt: skip
    new = [a.text() for a in tree.css("ul.brief a[href^=changes]")]
    assert new == ["PP5", "OP10"]
    first = tree.css_first("table.grid tbody tr")
    assert first.css_first("td").text() == "new"
    assert first.css_first("td b").text() == "Prie"
    assert "unofficial edition, not the UN's text" in tree.body.text()


def test_no_link_leads_nowhere(everything: dict[str, bytes]) -> None:
    pages = {name: HTMLParser(data) for name, data in everything.items() if name.endswith(".html")}
    ids = {name: {n.attributes["id"] for n in tree.css("[id]")} for name, tree in pages.items()}
    for name, tree in pages.items():
        folder = name.rpartition("/")[0]
        for link in tree.css("a[href]"):
            path, _, anchor = link.attributes["href"].partition("#")
            target = (f"{folder}/{path}" if folder else path) if path else name
            assert target in everything or target == "dossier.zip", (name, link.html)
            assert not anchor or anchor in ids[target], (name, link.html)


def test_it_is_the_same_each_time(dossier: Dossier, everything: dict[str, bytes]) -> None:
    assert contents(dossier) == everything


def test_it_is_written_as_files_and_as_one_archive(tmp_path: Path) -> None:
    languages = ("en", "fr")
    index = write_dossier(
        versions("A/RES/60/156", languages), versions("A/RES/61/168", languages), tmp_path / "out"
    )
    assert index == tmp_path / "out" / "index.html"
    with zipfile.ZipFile(tmp_path / "out" / "dossier.zip") as package:
        for name in package.namelist():
            assert package.read(name) == (tmp_path / "out" / name).read_bytes()
        assert "manifest.json" in package.namelist()


def test_one_language_has_no_concordance() -> None:
    out = contents(gather(versions("A/RES/60/156", ("fr",)), versions("A/RES/61/168", ("fr",))))
    assert "concordance.html" not in out
    assert "index.html" in out


def test_no_common_language_is_refused() -> None:
    with pytest.raises(OptionError, match="no language"):
        gather(versions("A/RES/60/156", ("fr",)), versions("A/RES/61/168", ("en",)))


def test_names_of_documents_are_no_paths() -> None:
    assert file_stem("../../etc/passwd\x00") == "etc_passwd"
    assert file_stem("S/RES/2815 (2026)") == "S_RES_2815_2026"
    assert file_stem("决议") == "document"


def test_a_hostile_dossier_is_harmless() -> None:
    hostile = cases.hostile()
    old = dataclasses.replace(hostile.old, symbol=Symbol("../x<script>"))
    new = dataclasses.replace(hostile.new, symbol=Symbol("../../y\x1b<script>"))
    out = contents(gather({"en": old, "fr": dataclasses.replace(old, language="fr")},
                          {"en": new, "fr": dataclasses.replace(new, language="fr")}))  # fmt: skip
    for name, data in out.items():
        assert re.fullmatch(r"[\w./-]+", name)
        assert ".." not in name
        if name.endswith((".html", ".json")):
            assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\ud800-\udfff]", data.decode())
        if name.endswith(".html"):
            assert not HTMLParser(data).css("script, img")


def test_accepted_findings_and_pins_are_named(dossier: Dossier) -> None:
    settings = ReportSettings(
        pins=("op2 answers op3",), accepted=("numbers: op4",), options=(("floor", "0.5"),)
    )
    out = contents(dossier, settings)
    assert b"numbers: op4" in out["index.html"]
    assert b"op2 answers op3" in out["changes/fr.html"]
    manifest = json.loads(out["manifest.json"])
    assert (manifest["pins"], manifest["accepted"]) == (["op2 answers op3"], ["numbers: op4"])


def test_charts_say_in_words_what_they_show() -> None:
    chart = change_map(cases.yearly())
    assert 'aria-label="PP3: added, substantive"' in chart
    grid = language_grid([("OP1", "x.html#op1", {"en": ("+", "added")})], ["en", "fr"])
    assert "OP1, fr: absent" in grid
    bars = yearly_bars([("61", {"added": 2}), ("62", {})], ("added", "removed"))
    assert "<title>61: 2 added, 0 removed</title>" in bars
    assert "<script" not in language_grid([("<script>", "#", {})], ["<script>"])


def test_the_archive_keeps_the_folder_layout(everything: dict[str, bytes]) -> None:
    from aligner.reports.docx.package import archive

    with zipfile.ZipFile(io.BytesIO(archive(everything))) as package:
        assert package.namelist() == list(everything)


def test_a_series_adds_its_lineage(dossier: Dossier) -> None:
    series = trace([bundled.load("A/RES/60/156", "fr"), bundled.load("A/RES/61/168", "fr")])
    out = contents(dataclasses.replace(dossier, lineage=series))
    tree = HTMLParser(out["lineage.html"])
    figures = [cell.text() for cell in tree.css_first("table.grid tbody").css("td")]
    # Roll-over (the title's number among them), editorial, substantive, born, dropped.
    assert figures == ["9", "0", "0", "2", "0"]
    assert any("+ OP10" in cell.text() for cell in tree.css("td"))
    jsonschema.validate(json.loads(out["data/lineage.json"]), _schema("lineage"))
    assert 'href="lineage.html"' in out["index.html"].decode()
