"""The main job: 60/156 → 61/168, from the bundled documents, in six languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Run

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
DOCUMENTS = [f"{symbol}@{language}" for symbol in ("60/156", "61/168") for language in LANGUAGES]


def expected_links() -> dict[tuple[str, ...], tuple[tuple[str, ...], str]]:
    """New side → (old side, relation), for the preamble and the operative part."""
    links: dict[tuple[str, ...], tuple[tuple[str, ...], str]] = {
        (f"pp{n}",): ((f"pp{n}",), "same") for n in (1, 3, 4)
    }
    links[("pp2",)] = (("pp2",), "edited")
    links[("pp5",)] = ((), "added")
    links |= {(f"pp{n + 1}",): ((f"pp{n}",), "same") for n in range(5, 9)}
    links |= {(f"op{n}",): ((f"op{n}",), "same") for n in range(1, 10)}
    links[("op10",)] = ((), "added")
    links[("op11",)] = (("op10",), "edited")
    return links


def body_links(comparison: dict[str, Any]) -> dict[tuple[str, ...], tuple[tuple[str, ...], str]]:
    """The same, as found."""
    return {
        tuple(link["new"]): (tuple(link["old"]), link["relation"])
        for link in comparison["links"]
        if any(i.startswith(("pp", "op")) and i[2].isdigit() for i in (*link["old"], *link["new"]))
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_links_are_right_in_every_language(resdiff: Callable[..., Run], language: str) -> None:
    run = resdiff("compare", "60/156", "61/168", "--lang", language, "--format", "json")
    assert run.status == 1
    comparison = json.loads(run.out)
    assert body_links(comparison) == expected_links()
    links = comparison["links"]
    assert not any(link["moved"] for link in links)
    assert [link["new"] for link in links if link["renumbered"] and link["new"][0].startswith("op")] == [
        ["op11"]
    ]
    notes = [link for link in links if any(i.startswith("fn") for i in (*link["old"], *link["new"]))]
    assert [link["relation"] for link in notes] == ["same"] * 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_exactly_two_changes_are_substantive(resdiff: Callable[..., Run], language: str) -> None:
    run = resdiff(
        "compare", "60/156", "61/168", "--lang", language, "--format", "json", "--only", "substantive"
    )
    assert run.status == 1
    found = json.loads(run.out)["links"]
    assert [link["new"] for link in found] == [["pp5"], ["op10"]]
    assert [link["change"] for link in found] == ["substantive", "substantive"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_does_not_differ_from_itself(resdiff: Callable[..., Run], document: str) -> None:
    run = resdiff("compare", document, document)
    assert run.status == 0
    assert "nothing differs" in run.out.lower()


def test_the_language_versions_say_the_same(resdiff: Callable[..., Run]) -> None:
    for symbol in ("60/156", "61/168"):
        run = resdiff("check", symbol, "--langs", "en,fr,es,ru,zh,ar")
        assert (run.status, run.out.count("warning")) == (0, 0), run.out


def test_provenance_is_shown_with_the_text(resdiff: Callable[..., Run]) -> None:
    run = resdiff("compare", "60/156", "61/168", "--lang", "fr")
    assert "unofficial edition" in run.out
    assert "official text" in run.out
