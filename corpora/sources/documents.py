"""The United Nations' document service, which answers by symbol and language with DOCX, DOC or PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from corpora.errors import FetchError
from corpora.model import Symbol
from corpora.sources.settings import Settings
from corpora.sources.transport import Answer

NOTE = "file of the United Nations' document service"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
# The order of preference: the text of a DOCX is whole, that of a PDF is rebuilt from its pages.
KINDS = ("doc", "pdf")


def addresses(settings: Settings, symbol: Symbol, language: str) -> Iterator[tuple[str, str]]:
    """Where to ask, the likeliest first, each with a note for the provenance.

    Whether the service wants the slashes of a symbol encoded, and a blank before the year, is reported both
    ways: each is tried where the first is not known.

    Raises:
        FetchError: the service does not know the language; it would silently answer in English.
    """
    if language not in LANGUAGES:
        raise FetchError(
            f"there are no documents in {language!r}", str(symbol), f"choose {', '.join(LANGUAGES)}"
        )
    spellings = [quote(symbol.text, safe="/()"), quote(symbol.text, safe="()")]
    if " " in symbol.text:
        spellings.append(quote(re.sub(r"\s+", "", symbol.text), safe="/()"))
    for kind in KINDS:
        for spelling in spellings:
            yield f"{settings.documents}/api/symbol/access?s={spelling}&l={language}&t={kind}", NOTE


def refuse(answer: Answer, symbol: Symbol) -> None:
    """Explain what a source says when it has no document.

    Raises:
        FetchError: it led to its error page, or refused.
    """
    if urlsplit(answer.address).path.lower().rstrip("/").endswith("/error"):
        raise FetchError("the document service does not know this symbol", str(symbol), "check the symbol")
    if answer.status == 404:
        raise FetchError("there is no file at its address (404)", str(symbol), "try again later")
    if answer.status != 200:
        raise FetchError(f"the server refused ({answer.status})", str(symbol), "try again later")
