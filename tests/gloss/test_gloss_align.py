"""`align --gloss-align`: a machine translation as one more witness, asked for aloud and never in the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from aligner.gloss.fake import FakeTranslator
from aligner.gloss.store import LOG_NAME
from aligner.languages import Translations, align, linked_by_words
from corpora.errors import FetchError
from corpora.model import Paragraph, Provenance, Resolution
from tests.conftest import Run
from tui.glossing import Provider, translate

# No spelling of the one is in the other: only the translation can tell which answers which.
HERE = ["Bralo cinta dreka.", "Fasto gulmi hopra.", "Jarke kelvo lumda.", "Mirop nokta pleri."]
THERE = ["Le chat dort ici.", "La pluie tombe fort.", "Un chien mange bien."]
TOLD = dict(zip(HERE, [THERE[0], "Rien de tout cela.", THERE[1], THERE[2]], strict=True))
RIGHT = ["[0]:[0]", "[1]:[]", "[2]:[1]", "[3]:[2]"]

Resdiff = Callable[..., Run]


@pytest.fixture
def online(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, resdiff: Resdiff) -> Resdiff:
    """The command line with two files at hand, the network allowed, and no pause between requests."""
    (tmp_path / "a").write_text("\n".join(HERE), "utf-8")
    (tmp_path / "b").write_text("\n".join(THERE), "utf-8")
    monkeypatch.setenv("RESDIFF_OFFLINE", "")
    monkeypatch.setenv("RESDIFF_CACHE", str(tmp_path / "cache"))
    for name in ("PAUSE", "PATIENCE"):
        monkeypatch.setattr(f"aligner.gloss.service.{name}", 0.0)

    def run(*more: str) -> Run:
        files = (tmp_path / "a", tmp_path / "b")
        return resdiff("align", *files, "--segments", "lines", "--langs", "es,fr", "--format", "pairs", *more)

    return run


def use(translator: FakeTranslator, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.glosses.provider", lambda: Provider(translator, folder))


class Broken(FakeTranslator):
    """Answers twice, then refuses for good."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        if len(self.asked) == 2:
            raise FetchError("the daily limit is reached", "fake", "try tomorrow")
        return super().translate(texts, source, target)


def test_a_translation_tells_what_answers_what(
    online: Resdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = FakeTranslator(TOLD)
    use(fake, tmp_path, monkeypatch)
    assert online().out.splitlines() != RIGHT
    assert fake.asked == []  # nobody asked for it
    run = online("--gloss-align")
    assert run.out.splitlines() == RIGHT
    assert run.err == "resdiff: asking fake for 4 texts from es into fr\n"
    assert fake.asked == [(text, "es", "fr") for text in HERE]
    assert len((tmp_path / LOG_NAME).read_text("utf-8").splitlines()) == 4
    online("--gloss-align")
    assert len(fake.asked) == 4  # kept from the first time


def test_a_provider_that_gives_out_leaves_the_alignment_without_it_and_says_so(
    online: Resdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(Broken(TOLD), tmp_path, monkeypatch)
    run = online("--gloss-align")
    assert run.out == online().out
    assert run.status in (0, 1)
    assert run.err.splitlines()[1:] == [
        "resdiff: aligned without a machine translation: no glosses from fake: the daily limit is reached"
    ]


def test_the_forbidden_network_is_not_used(
    online: Resdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = FakeTranslator(TOLD)
    use(fake, tmp_path, monkeypatch)
    monkeypatch.setenv("RESDIFF_OFFLINE", "1")
    run = online("--gloss-align")
    assert "aligned without a machine translation: the network is forbidden" in run.err
    assert fake.asked == []
    monkeypatch.setenv("RESDIFF_OFFLINE", "")
    online("--gloss-align")
    monkeypatch.setenv("RESDIFF_OFFLINE", "1")
    assert online("--gloss-align").out.splitlines() == RIGHT  # all of it is here by now
    assert len(fake.asked) == 4


def test_a_real_provider_s_protocol(
    online: Resdiff, provider: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESDIFF_GLOSS_PROVIDER", "libretranslate")
    monkeypatch.setenv("RESDIFF_GLOSS_HOST", provider.address)
    for text in HERE:
        provider.says({"translatedText": TOLD[text]})
    assert online("--gloss-align").out.splitlines() == RIGHT
    assert len(provider.asked) == 4


@pytest.mark.parametrize("status", [403, 429, 500])
def test_a_real_provider_s_refusal(
    online: Resdiff, provider: Any, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESDIFF_GLOSS_PROVIDER", "libretranslate")
    monkeypatch.setenv("RESDIFF_GLOSS_HOST", provider.address)
    provider.says("no", status)
    run = online("--gloss-align")
    assert run.out == online().out
    (_, told) = run.err.splitlines()
    assert told.startswith("resdiff: aligned without a machine translation: no glosses from libretranslate: ")


def test_it_is_for_two_languages_that_are_known(resdiff: Resdiff, tmp_path: Path) -> None:
    run = resdiff("align", "61/168", "--langs", "en,fr,es", "--gloss-align")
    assert (run.status, run.out) == (2, "")
    assert "--gloss-align" in run.err
    (tmp_path / "a").write_text("One.\n", "utf-8")
    same = resdiff(
        "align", tmp_path / "a", tmp_path / "a", "--segments", "lines", "--langs", "en,en", "--gloss-align"
    )
    assert same.status == 2


def document(language: str, texts: Sequence[str]) -> Resolution:
    paragraphs = [Paragraph("title", "title", "Title"), Paragraph("fn1", "note", "A note.")]
    paragraphs[1:1] = [Paragraph(f"p{k}", "plain", text) for k, text in enumerate(texts, 1)]
    return Resolution(None, language, tuple(paragraphs), Provenance("local", language, language))


def test_documents_say_in_their_evidence_what_the_translation_said() -> None:
    a, b = document("es", [HERE[0], *HERE[2:]]), document("fr", THERE)
    assert [p.id for p in linked_by_words(a)] == ["p1", "p2", "p3", "fn1"]
    by_id = {p.id: TOLD[p.text] for p in a.paragraphs if p.text in TOLD}
    compared = align(a, b, translations=Translations(by_id, "fake"))
    links = {link.old: link for link in compared.links}
    assert links["p2",].new == ("p2",)
    assert "100 % like its machine translation" in links["p2",].evidence
    assert compared.witnesses == ("machine translation (fake)",)


def test_the_json_names_who_translated(
    online: Resdiff, resdiff: Resdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(FakeTranslator(), tmp_path, monkeypatch)
    run = resdiff("align", "61/168", "--langs", "en,fr", "--gloss-align", "--format", "json")
    assert json.loads(run.out)["witnesses"] == ["machine translation (fake)"]


def test_texts_without_letters_are_no_holes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESDIFF_OFFLINE", "")
    told, trouble = translate(Provider(FakeTranslator(), tmp_path), ["", "  ", "Bralo."], "fi", "fr")
    assert (told, trouble) == (["", "", "[fr] Bralo."], "")
