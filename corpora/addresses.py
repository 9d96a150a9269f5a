"""The official address of a document, written and read: people paste it where a symbol is asked for."""

from __future__ import annotations

from corpora.languages import CODES
from corpora.model import Symbol

PAGE = "https://docs.un.org/{language}/{symbol}"
_SITES = ("docs.un.org", "undocs.org", "documents.un.org")
_IN_QUERY = ("s", "symbol", "finalsymbol")  # where an address names the symbol behind its question mark
_OF_LANGUAGE = ("l", "lang")


def page(symbol: Symbol, language: str) -> str:
    """Where the official document is shown, in one of the six languages."""
    from urllib.parse import quote

    return PAGE.format(language=language, symbol=quote(symbol.text, safe="/().-"))


def split(address: str) -> tuple[str, str | None] | None:
    """The symbol as written in an official address and the language asked for; nothing for other addresses."""
    from urllib.parse import parse_qs, unquote, urlsplit

    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or (parts.hostname or "").removeprefix("www.") not in _SITES:
        return None
    query = {key.lower(): values[0] for key, values in parse_qs(parts.query).items()}
    path = unquote(parts.path).strip("/")
    first, _, rest = path.partition("/")
    language = next((query[key] for key in _OF_LANGUAGE if key in query), "")
    if first.lower() in CODES:
        path, language = rest, first
    written = next((query[key] for key in _IN_QUERY if key in query), path)
    if not written:
        return None
    return written, language.lower() if language.lower() in CODES else None
