"""The United Nations' document service, which answers by symbol and language with DOCX, DOC or PDF."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from corpora.errors import FetchError
from corpora.model import Symbol
from corpora.sources.settings import Settings
from corpora.sources.transport import Answer

NOTE = "file of the United Nations' document service"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
# The order of preference: the text of a DOCX is whole, that of a PDF is rebuilt from its pages.
KINDS = ("doc", "pdf")


class UnknownSymbol(FetchError):  # noqa: N818 - a FetchError after which another spelling may be tried
    """The service does not know the symbol as it was written."""


def spellings(symbol: Symbol) -> tuple[str, ...]:
    """The symbol as the service may want it, the likeliest first.

    Whether slashes are to be encoded, and a blank stands before the year, is reported both ways.
    """
    plain = quote(symbol.text, safe="/()")
    tight = quote(re.sub(r"\s+", "", symbol.text), safe="/()")
    return tuple(dict.fromkeys((plain, quote(symbol.text, safe="()"), tight)))


def address(settings: Settings, spelling: str, language: str, kind: str) -> str:
    """Where to ask for a document.

    Raises:
        FetchError: the service does not know the language; it would silently answer in English.
    """
    if language not in LANGUAGES:
        raise FetchError(
            f"there are no documents in {language!r}", spelling, f"choose {', '.join(LANGUAGES)}"
        )
    return f"{settings.documents}/api/symbol/access?s={spelling}&l={language}&t={kind}"


def refuse(answer: Answer, symbol: Symbol) -> None:
    """Explain what a source says when it has no document.

    Raises:
        UnknownSymbol: it led to its error page, or there is nothing at the address.
        FetchError: it refused.
    """
    if urlsplit(answer.address).path.lower().rstrip("/").endswith("/error"):
        raise UnknownSymbol("the document service does not know this symbol", str(symbol), "check the symbol")
    if answer.status in (404, 410):
        raise UnknownSymbol(
            f"there is no file at its address ({answer.status})", str(symbol), "try again later"
        )
    if answer.status != 200:
        raise FetchError(f"the server refused ({answer.status})", str(symbol), "try again later")
