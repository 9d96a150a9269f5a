"""Machine glosses for the reader: by whom, in which language, kept where. It knows of no screen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import OptionError

if TYPE_CHECKING:
    from aligner.gloss import Gloss, Glosser, Translator

TARGET = "RESDIFF_GLOSS_LANGUAGE"
FORBIDDEN = "no gloss: the network is forbidden (RESDIFF_OFFLINE)"


@dataclass(frozen=True, slots=True)
class Provider:
    """Who is to make glosses, in which language, and where they are kept and sendings logged."""

    translator: Translator
    folder: Path
    target: str = "en"
    host: str = ""

    @property
    def name(self) -> str:
        """Provider and host, as the reader is told and as consent is remembered."""
        return f"{self.translator.name} at {self.host}" if self.host else self.translator.name

    def glosser(self, *, allowed: bool) -> Glosser:
        """What makes the glosses; unless `allowed`, it only gives those that are kept."""
        from aligner.gloss import Glosser
        from aligner.gloss.store import GlossStore

        return Glosser(self.translator, GlossStore(self.folder), allowed=allowed)


def provider() -> Provider:
    """The provider that the environment names.

    Raises:
        OptionError: there is no such provider, or its key is missing.
    """
    from aligner.gloss.providers import DeepTranslator, ProviderSettings
    from corpora.sources.settings import Settings

    settings = ProviderSettings.of({})
    return Provider(DeepTranslator(settings), Settings().cache, os.environ.get(TARGET) or "en", settings.host)


def gloss(by: Provider, text: str, source: str) -> tuple[Gloss | None, str]:
    """The gloss of a paragraph, or one line that says why there is none; only for a reader who agreed.

    Without the network a gloss that was made before is still given.
    """
    from corpora.sources.settings import forbidden

    allowed = not forbidden()
    glosser = by.glosser(allowed=allowed)
    try:
        (made,) = glosser.gloss([text], source, by.target)
    except OptionError:
        if allowed:
            raise
        return None, FORBIDDEN
    return made, glosser.notice or ("" if made else "there is no text here")


def translate(by: Provider, texts: Sequence[str], source: str, target: str) -> tuple[list[str] | None, str]:
    """Machine translations of all texts, or None and one line that says why there are none; for a user who agreed.

    What was translated before is not sent again, and is all that is given without the network. A translation with
    holes would bear witness for some links and against others: it is all of it or nothing.
    """
    from corpora.sources.settings import forbidden

    glosser = by.glosser(allowed=not forbidden())
    try:
        made = glosser.gloss(texts, source, target)
    except OptionError:
        if not forbidden():
            raise
        return None, "the network is forbidden (RESDIFF_OFFLINE)"
    if glosser.notice:
        return None, glosser.notice
    return [gloss.text if gloss else "" for gloss in made], ""
