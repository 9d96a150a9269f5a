"""Glosses: only when allowed, logged, kept, labelled, checked, and never in the way."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.gloss import Glosser
from aligner.gloss.chunks import cut, fits
from aligner.gloss.fake import FakeTranslator
from aligner.gloss.model import Limit
from aligner.gloss.providers import DeepTranslator, ProviderSettings
from aligner.gloss.service import RetryError
from aligner.gloss.store import LOG_NAME, GlossStore
from aligner.gloss.validation import fault
from corpora.errors import FetchError, LibraryError, OptionError

TEXT = "Prie le Secrétaire général de faire rapport"
NOON = dt.datetime(2026, 1, 2, 12, 0, 0)


class Clock:
    """Sleeps no time, and knows how long it would have."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


class Failing(FakeTranslator):
    """Raises the given errors one by one before it answers."""

    def __init__(self, *errors: Exception) -> None:
        super().__init__()
        self.errors = list(errors)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        answer = super().translate(texts, source, target)
        if self.errors:
            raise self.errors.pop(0)
        return answer


def glosser(
    translator: FakeTranslator | DeepTranslator,
    folder: Path,
    *,
    allowed: bool = True,
    clock: Clock | None = None,
) -> Glosser:
    ticking = clock or Clock()
    return Glosser(translator, GlossStore(folder), allowed=allowed, sleep=ticking.sleep, now=lambda: NOON)


def test_nothing_is_sent_unless_the_user_turned_glosses_on(tmp_path: Path) -> None:
    fake = FakeTranslator()
    with pytest.raises(OptionError, match="no text leaves"):
        glosser(fake, tmp_path, allowed=False).gloss([TEXT], "fr", "en")
    assert fake.asked == []
    assert list(tmp_path.iterdir()) == []


def test_a_gloss_is_labelled_kept_and_not_asked_for_twice(tmp_path: Path) -> None:
    fake = FakeTranslator()
    (gloss,) = glosser(fake, tmp_path).gloss([TEXT], "fr", "en")
    assert gloss is not None
    assert gloss.label == "machine gloss, fake, 2026-01-02"
    again = glosser(fake, tmp_path, allowed=False).gloss([TEXT], "fr", "en")
    assert again == [gloss]
    assert len(fake.asked) == 1


def test_what_is_sent_is_logged_before_it_is_sent(tmp_path: Path) -> None:
    glosser(Failing(FetchError("refused")), tmp_path).gloss([TEXT], "fr", "en")
    (line,) = (tmp_path / LOG_NAME).read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {
        "when": "2026-01-02T12:00:00",
        "provider": "fake",
        "from": "fr",
        "to": "en",
        "text": TEXT,
    }


def test_a_long_paragraph_goes_in_pieces_with_pauses(tmp_path: Path) -> None:
    fake, clock = FakeTranslator(limit=Limit(40, 400)), Clock()
    text = "Demande un rapport ; prie les États de coopérer ; décide de poursuivre l'examen."
    (gloss,) = glosser(fake, tmp_path, clock=clock).gloss([text], "fr", "en")
    assert gloss is not None
    assert len(fake.asked) > 1
    assert len(clock.slept) == len(fake.asked) - 1
    assert sorted(" ".join(t for t, _, _ in fake.asked).split()) == sorted(text.split())


def test_a_busy_provider_is_asked_again_ever_later(tmp_path: Path) -> None:
    busy, clock = Failing(RetryError("busy"), RetryError("busy")), Clock()
    (gloss,) = glosser(busy, tmp_path, clock=clock).gloss([TEXT], "fr", "en")
    assert gloss is not None
    assert clock.slept == [2.0, 4.0]


def test_after_a_refusal_nothing_more_is_asked_and_one_line_says_so(tmp_path: Path) -> None:
    refusing = Failing(FetchError("the key was refused"))
    service = glosser(refusing, tmp_path)
    assert service.gloss([TEXT, "autre texte"], "fr", "en") == [None, None]
    assert service.notice == "no glosses from fake: the key was refused"
    assert len(refusing.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "  ",
        TEXT,
        "<!DOCTYPE html><html>Sorry</html>",
        "MYMEMORY WARNING: YOU USED ALL",
        "x" * 2000,
        "Error 500",
    ],
)
def test_an_answer_that_is_no_translation_is_not_kept(answer: str, tmp_path: Path) -> None:
    service = glosser(FakeTranslator({TEXT: answer}), tmp_path)
    assert service.gloss([TEXT], "fr", "en") == [None]
    assert "no glosses from fake: it gave" in service.notice
    assert GlossStore(tmp_path).find(TEXT, "fr", "en", "fake") is None


def test_short_names_may_stay_and_languages_of_few_characters_are_no_fault() -> None:
    assert fault("A/61/443", "A/61/443") == ""
    assert (
        fault("Requests the Secretary-General to report to the General Assembly", "请秘书长向大会提出报告")
        == ""
    )
    assert (
        fault("请秘书长向大会提出报告", "Requests the Secretary-General to report to the General Assembly")
        == ""
    )


def test_offline_costs_one_quiet_line(tmp_path: Path) -> None:
    offline = DeepTranslator(ProviderSettings("libretranslate", "", "http://127.0.0.1:9"), seconds=5)
    service = glosser(offline, tmp_path)
    assert service.gloss([TEXT, TEXT + " encore"], "fr", "en") == [None, None]
    assert service.notice.startswith("no glosses from libretranslate: ")
    assert "\n" not in service.notice


def test_a_provider_from_end_to_end(provider: Any, tmp_path: Path) -> None:
    provider.says("busy", 429)
    provider.says({"translatedText": "Requests the Secretary-General to report"})
    online = DeepTranslator(ProviderSettings("libretranslate", "", provider.address))
    (gloss,) = glosser(online, tmp_path).gloss([TEXT], "fr", "en")
    assert gloss is not None
    assert gloss.text == "Requests the Secretary-General to report"
    assert [a["target"] for a in provider.asked] == ["en", "en"]


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "glosses.sqlite3").write_text("no database")
    with pytest.raises(LibraryError):
        glosser(FakeTranslator(), tmp_path).gloss([TEXT], "fr", "en")


@given(st.text(max_size=300), st.integers(4, 60))
def test_pieces_hold_all_that_is_no_blank_in_order_and_fit(text: str, characters: int) -> None:
    limit = Limit(characters, 12 * characters)
    pieces = cut(text, limit)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(fits(p, limit) for p in pieces)


def test_the_library_behind_the_providers_is_loaded_only_when_it_is_asked() -> None:
    code = "import sys, aligner.gloss.providers; sys.exit(bool({'deep_translator', 'requests'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
