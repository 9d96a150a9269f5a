"""What a gloss is, and what can make one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Gloss:
    """A machine translation of one paragraph, with who made it and when (ISO date)."""

    text: str
    language: str
    provider: str
    day: str

    @property
    def label(self) -> str:
        """What has to stand beside the gloss wherever it is shown."""
        return f"machine gloss, {self.provider}, {self.day}"


@dataclass(frozen=True, slots=True)
class Limit:
    """How much a provider takes in one request: characters, and bytes once the text stands in an address."""

    characters: int
    encoded: int


class Translator(Protocol):
    """A provider of machine translations.

    `translate` raises `corpora.errors.FetchError` where the provider refuses or cannot be reached; an error with
    `retry` set may pass if asked again.
    """

    @property
    def name(self) -> str:
        """The provider's name as shown beside each gloss."""

    @property
    def limit(self) -> Limit:
        """What it takes in one request."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Each text in the target language."""
