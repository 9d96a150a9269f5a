"""Published resolutions: known slips are found, and hardly anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpora
from aligner.checks import check, check_all
from aligner.findings import Finding
from corpora.model import Resolution

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


def read(folder: Path, name: str, language: str) -> Resolution:
    path = next(folder.rglob(f"{name}.{language}.xml"), None)
    if path is None:
        pytest.skip(f"the document is not here: {name} in {language}")
    return corpora.read(path)


def grave(findings: tuple[Finding, ...]) -> list[Finding]:
    return [f for f in findings if f.severity != "info"]


@pytest.mark.parametrize(
    ("name", "language", "kind", "place", "says"),
    [
        ("A_RES_80_204", "fr", "hyperlink", "pp3", "leads to A/RES/78/199"),
        ("A_RES_74_91", "ar", "symbol", "pp5", "ar has 2822 (2016) where en has 2282 (2016)"),
        ("A_RES_78_157", "ar", "symbol", "pp1", "ar has 74/255 where en has 74/225"),
        ("A_RES_76_64", "fr", "number", "op17", "fr has 76 where en has 77"),
        ("A_RES_77_183", "ar", "number", "pp9", "ar has 98000000 where en has 89000000"),
        ("A_RES_76_236", "ru", "date", "pp4", "ru has 2021-11-17 where en has 2021-11-16"),
    ],
)  # fmt: skip
def test_a_slip_of_the_publisher_is_found(
    shared_data: Path, name: str, language: str, kind: str, place: str, says: str
) -> None:
    found = check(read(shared_data, name, "en"), read(shared_data, name, language))
    assert any(f.check == kind and f.b == (place,) and says in f.message for f in found)


def test_a_slip_of_the_first_version_is_named_once_among_six(shared_data: Path) -> None:
    documents = [read(shared_data, "A_RES_78_79", language) for language in LANGUAGES]
    found = [f.message for f in check_all(documents) if f.check == "symbol"]
    assert found == ["en alone has A/78423 where 5 others have A/78/423"]


@pytest.mark.parametrize("name", ["A_RES_75_49", "A_RES_74_31", "A_RES_77_91"])
def test_sound_documents_give_next_to_nothing(shared_data: Path, name: str) -> None:
    documents = [read(shared_data, name, language) for language in LANGUAGES]
    paragraphs = sum(len(d.paragraphs) for d in documents)
    assert len(grave(check_all(documents))) <= 0.015 * paragraphs


def test_a_document_against_itself_gives_nothing(shared_data: Path) -> None:
    document = read(shared_data, "A_RES_75_49", "fr")
    assert grave(check(document, document)) == []
