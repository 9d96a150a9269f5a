"""The providers that deep-translator speaks with: Google, MyMemory, LibreTranslate, DeepL, Microsoft."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aligner.gloss.model import Limit
from aligner.gloss.service import RetryError
from corpora.errors import FetchError, OptionError

SECONDS = 20.0
"""How long one request may take; deep-translator itself waits for ever. Range 5-60."""

# What a request may hold. Google's text stands in the address: servers refuse beyond 16 KiB, about 1,900 characters of
# Chinese. MyMemory takes 500 bytes.
LIMITS = {
    "google": Limit(4900, 14_000),
    "mymemory": Limit(480, 1_400),
    "libretranslate": Limit(2_000, 14_000),
    "deepl": Limit(4_900, 14_000),
    "microsoft": Limit(9_000, 60_000),
}
NEED_KEY = frozenset(("deepl", "microsoft"))
_CODES: Mapping[str, Mapping[str, str]] = {
    "google": {"zh": "zh-CN"},
    "mymemory": {"zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA"},
    "microsoft": {"zh": "zh-hans"},
}
_PREFIX = "RESDIFF_GLOSS_"


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """Which provider, with which key, at which host (for LibreTranslate, or in tests)."""

    provider: str = "google"
    key: str = ""
    host: str = ""

    @classmethod
    def of(cls, table: Mapping[str, str], environment: Mapping[str, str] = os.environ) -> ProviderSettings:
        """From the configuration, else from RESDIFF_GLOSS_PROVIDER, RESDIFF_GLOSS_KEY and RESDIFF_GLOSS_HOST."""

        def value(name: str, default: str = "") -> str:
            return str(table.get(name) or environment.get(_PREFIX + name.upper()) or default)

        return cls(value("provider", "google"), value("key"), value("host"))


class DeepTranslator:
    """A provider behind deep-translator.

    Raises `OptionError` where there is no such provider, or its key is missing.
    """

    def __init__(self, settings: ProviderSettings = ProviderSettings(), *, seconds: float = SECONDS) -> None:
        if settings.provider not in LIMITS:
            raise OptionError(
                f"no provider {settings.provider!r}", remedy=f"choose one of {', '.join(LIMITS)}"
            )
        if settings.provider in NEED_KEY and not settings.key:
            raise OptionError(f"{settings.provider} needs a key", remedy=f"set {_PREFIX}KEY")
        self._settings, self._seconds = settings, seconds

    @property
    def name(self) -> str:
        """The provider's name."""
        return self._settings.provider

    @property
    def limit(self) -> Limit:
        """What it takes in one request."""
        return LIMITS[self._settings.provider]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Each text in the target language; raises `RetryError` or `FetchError`."""
        return [str(self._ask(text, source, target) or "") for text in texts]

    def _ask(self, text: str, source: str, target: str) -> object:
        from deep_translator import exceptions as of

        try:
            return _within(self._seconds, lambda: self._client(source, target).translate(text))
        except (of.LanguageNotSupportedException, of.InvalidSourceOrTargetLanguage) as error:
            raise FetchError(
                f"it does not translate {source} into {target}", self.name, "choose another"
            ) from error
        except (of.AuthorizationException, of.ApiKeyException) as error:
            raise FetchError("the key was refused", self.name, f"check {_PREFIX}KEY") from error
        except of.TooManyRequests as error:
            raise RetryError("too many requests", self.name, "try again later") from error
        except (of.NotValidLength, of.NotValidPayload) as error:
            raise FetchError("the text does not suit it", self.name, "choose another") from error
        except RetryError:
            raise
        except Exception as error:  # whatever a library out of our hands raises is a refusal
            raise RetryError(
                f"it cannot be reached or gave no answer ({type(error).__name__})", self.name
            ) from error

    def _client(self, source: str, target: str) -> Any:
        import deep_translator as library

        codes = _CODES.get(self.name, {})
        languages = {"source": codes.get(source, source), "target": codes.get(target, target)}
        key, host = self._settings.key, self._settings.host
        client: Any
        if self.name == "google":
            client = library.GoogleTranslator(**languages)
        elif self.name == "mymemory":
            client = library.MyMemoryTranslator(**languages, email=key or None)
            client._base_url = (
                "https://api.mymemory.translated.net/get"  # the library would send it in the clear
            )
        elif self.name == "libretranslate":
            # The library refuses to go without a key, although free servers ask for none; they ignore it.
            client = library.LibreTranslator(
                **languages, api_key=key or "none", custom_url=_with_slash(host) or None
            )
        elif self.name == "deepl":
            client = library.DeeplTranslator(**languages, api_key=key, use_free_api=key.endswith(":fx"))
        else:
            client = _microsoft(library, languages, key)
        if host and self.name != "libretranslate":
            client._base_url = _with_slash(host) if self.name == "deepl" else host
        return client


def _microsoft(library: Any, languages: Mapping[str, str], key: str) -> Any:
    class Microsoft(library.MicrosoftTranslator):  # type: ignore[misc]
        """Without the request for the list of languages that the original makes when it is created."""

        def _get_supported_languages(self) -> dict[str, str]:
            return {code: code for code in ("en", "fr", "es", "ru", "ar", "zh-hans")}

    return Microsoft(**languages, api_key=key)


def _with_slash(host: str) -> str:
    return host if not host or host.endswith("/") else host + "/"


def _within(seconds: float, call: Callable[[], object]) -> object:
    """What a call gives within a time; raises `RetryError` where it takes longer. The call itself is left behind."""
    box: list[object] = []
    trouble: list[BaseException] = []

    def run() -> None:
        try:
            box.append(call())
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that asked
            trouble.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds)
    if trouble:
        raise trouble[0]
    if not box:
        raise RetryError(f"no answer within {seconds:.0f} seconds", "", "try again later")
    return box[0]
