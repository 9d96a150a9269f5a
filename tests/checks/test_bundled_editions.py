"""The documents that ship say the same in six languages, and a slip in a copy is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligner.checks import check_all
from aligner.findings import Finding
from corpora.bundled import load
from corpora.model import Resolution

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


def versions(symbol: str = "A/RES/61/168") -> list[Resolution]:
    return [load(symbol, language) for language in LANGUAGES]


def grave(documents: list[Resolution]) -> list[Finding]:
    return [f for f in check_all(documents) if f.severity != "info"]


def with_text(document: Resolution, id_: str, old: str, new: str) -> Resolution:
    assert old in document[id_].text
    changed = tuple(
        replace(p, text=p.text.replace(old, new)) if p.id == id_ else p for p in document.paragraphs
    )
    return replace(document, paragraphs=changed)


@pytest.mark.parametrize("symbol", ["A/RES/61/168", "A/RES/60/156"])
def test_nothing_is_found_in_the_bundled_documents(symbol: str) -> None:
    assert grave(versions(symbol)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_symbol_is_named(language: str) -> None:
    documents = [with_text(d, "pp2", "60/156", "60/165") if d.language == language else d for d in versions()]
    (finding,) = grave(documents)
    assert (finding.check, finding.b) == ("symbol", ("pp2",))
    assert finding.message.startswith(f"{language} alone has")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_dropped_paragraph_is_named(language: str) -> None:
    documents = [
        replace(d, paragraphs=tuple(p for p in d.paragraphs if p.id != "pp5"))
        if d.language == language
        else d
        for d in versions()
    ]
    (finding,) = grave(documents)
    assert (finding.check, finding.a) == ("missing", ("pp5",))


@pytest.mark.parametrize(
    ("language", "old", "new"), [("fr", "2001", "2002"), ("zh", "2001", "2002"), ("ru", "2001", "2002")]
)
def test_a_changed_number_is_named(language: str, old: str, new: str) -> None:
    place = next(
        p.id for p in load("A/RES/61/168", "fr").paragraphs if p.kind == "preambular" and "2001" in p.text
    )
    documents = [with_text(d, place, old, new) if d.language == language else d for d in versions()]
    assert any(f.b == (place,) and language in f.message for f in grave(documents))
