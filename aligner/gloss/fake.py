"""A provider that needs no network: for tests and for trying out the screen."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.gloss.model import Limit


class FakeTranslator:
    """Answers each text with its words in reverse order, or with what it was told to answer."""

    def __init__(self, answers: dict[str, str] | None = None, limit: Limit = Limit(5000, 15000)) -> None:  # noqa: B008
        self._answers = answers or {}
        self._limit = limit
        self.asked: list[tuple[str, str, str]] = []

    @property
    def name(self) -> str:
        """The provider's name."""
        return "fake"

    @property
    def limit(self) -> Limit:
        """What it takes in one request."""
        return self._limit

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Each text as told, else reversed word by word."""
        self.asked += [(text, source, target) for text in texts]
        return [self._answers.get(text, f"[{target}] " + " ".join(reversed(text.split()))) for text in texts]
