"""The adapter to deep-translator, against a server that speaks the providers' protocols."""

from __future__ import annotations

from typing import Any

import pytest

from aligner.gloss.providers import DeepTranslator, ProviderSettings
from aligner.gloss.service import RetryError
from corpora.errors import FetchError, OptionError

TEXT, ANSWER = "Prie le Secrétaire général de faire rapport", "Requests the Secretary-General to report"
GOOD: dict[str, Any] = {
    "google": f'<html><body><div class="result-container">{ANSWER}</div></body></html>',
    "mymemory": {"responseData": {"translatedText": ANSWER}, "matches": []},
    "libretranslate": {"translatedText": ANSWER},
    "deepl": {"translations": [{"detected_source_language": "FR", "text": ANSWER}]},
    "microsoft": [{"translations": [{"text": ANSWER, "to": "en"}]}],
}


def translator(name: str, provider: Any, *, seconds: float = 5) -> DeepTranslator:
    return DeepTranslator(ProviderSettings(name, "secret", provider.address), seconds=seconds)


@pytest.mark.parametrize("name", GOOD)
def test_each_provider_translates(name: str, provider: Any) -> None:
    provider.says(GOOD[name])
    assert translator(name, provider).translate([TEXT], "fr", "en") == [ANSWER]
    (asked,) = provider.asked
    assert TEXT in (*asked.values(),) or "Secr" in asked["body"]


@pytest.mark.parametrize("name", ["google", "mymemory", "libretranslate", "microsoft"])
@pytest.mark.parametrize("target", ["es", "ru", "zh", "ar"])
def test_every_language_of_the_six_is_known_by_its_provider_s_name(
    name: str, target: str, provider: Any
) -> None:
    provider.says(GOOD[name])
    assert translator(name, provider).translate([TEXT], "fr", target) == [ANSWER]


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_refusal_may_be_tried_again(name: str, status: int, provider: Any) -> None:
    provider.says("busy", status)
    with pytest.raises(RetryError):
        translator(name, provider).translate([TEXT], "fr", "en")


def test_a_refused_key_is_no_matter_of_trying_again(provider: Any) -> None:
    provider.says("no", 403)
    with pytest.raises(FetchError, match="key was refused") as caught:
        translator("libretranslate", provider).translate([TEXT], "fr", "en")
    assert not isinstance(caught.value, RetryError)


@pytest.mark.parametrize("body", ["<html>Sorry</html>", "{", "[]"])
def test_nonsense_is_a_refusal(body: str, provider: Any) -> None:
    provider.says(body)
    for name in ("google", "libretranslate", "deepl"):
        with pytest.raises(FetchError):
            translator(name, provider).translate([TEXT], "fr", "en")


def test_a_server_that_does_not_answer_is_left(provider: Any) -> None:
    provider.says(GOOD["libretranslate"])
    provider.slow = True
    with pytest.raises(RetryError, match="no answer within"):
        translator("libretranslate", provider, seconds=0.2).translate([TEXT], "fr", "en")


def test_no_server_at_all_is_a_refusal() -> None:
    for name in GOOD:
        with pytest.raises(FetchError):
            DeepTranslator(ProviderSettings(name, "secret", "http://127.0.0.1:9"), seconds=5).translate(
                [TEXT], "fr", "en"
            )


def test_a_language_that_the_provider_lacks(provider: Any) -> None:
    with pytest.raises(FetchError, match="does not translate"):
        translator("deepl", provider).translate([TEXT], "fr", "ar")
    assert provider.asked == []


def test_settings_come_from_the_configuration_then_from_the_environment() -> None:
    environment = {"RESDIFF_GLOSS_PROVIDER": "deepl", "RESDIFF_GLOSS_KEY": "k"}
    assert ProviderSettings.of({}, environment) == ProviderSettings("deepl", "k", "")
    assert ProviderSettings.of({"provider": "google"}, environment).provider == "google"
    with pytest.raises(OptionError):
        DeepTranslator(ProviderSettings("babel"))
    with pytest.raises(OptionError, match="needs a key"):
        DeepTranslator(ProviderSettings("deepl"))
