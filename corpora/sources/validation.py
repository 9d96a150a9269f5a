"""Is it the document? Told from the bytes and the text, never from a status or a header."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from corpora.errors import DocumentError, FetchError
from corpora.library.words import cited_words, words
from corpora.model import UNKNOWN_LANGUAGE, Provenance, Resolution, Symbol
from corpora.sources.naming import is_numbered, key

# The smallest real document, a page of DOCX or PDF or XML, is ten times as large. Bytes; range 100 to 2,000.
SMALLEST = 300
_HTML = (b"<!doctype html", b"<html")


def validated(content: bytes, symbol: Symbol, language: str, address: str, note: str) -> Resolution:
    """The document in `content`, if it is the one that was asked for.

    Args:
        content: what a server gave.
        symbol, language: what it was asked for.
        address: where from; becomes the source in the provenance.
        note: what the provenance says of that place.

    Raises:
        FetchError: it is empty, a page of an application, in a format or language that was not asked for,
            damaged, or another document.
    """
    _refuse_by_bytes(content, address)
    from corpora.readers import read

    try:
        document = read(content)
    except DocumentError as error:
        raise FetchError(
            f"what the server gave cannot be read ({error.what})", address, error.remedy
        ) from error
    if document.language not in (language, UNKNOWN_LANGUAGE):
        what = f"the server gave {document.language!r} instead of {language!r}"
        raise FetchError(what, address, "there may be no version in this language")
    if not _is_about(document, symbol):
        given = f"it is {document.symbol}" if document.symbol else "its text names no such symbol"
        raise FetchError(f"the server gave another document: {given}", address, "check the symbol")
    provenance = Provenance("official", address, hashlib.sha256(content).hexdigest(), note)
    return replace(document, symbol=document.symbol or symbol, provenance=provenance)


def _refuse_by_bytes(content: bytes, address: str) -> None:
    if not content.strip():
        raise FetchError("the server gave an empty file", address, "it may not be published yet")
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_HTML):
        raise FetchError(
            "the server gave a page of its application, not the document", address, "try again later"
        )
    if head.startswith(b"\xffwpc"):
        raise FetchError("the server gave a WordPerfect file", address, "ask for the PDF")
    if len(content) < SMALLEST:
        raise FetchError(f"the server gave only {len(content)} bytes", address, "try again later")


def _is_about(document: Resolution, symbol: Symbol) -> bool:
    if document.symbol is not None:
        body = symbol.text.split("/")[:2] == document.symbol.text.split("/")[:2]
        return body and is_numbered(symbol, key(document.symbol.text))
    # A reader that found no symbol may have missed it: then it must stand somewhere in the text.
    sought = " ".join(cited_words(symbol.text))
    return any(f" {sought} " in f" {' '.join(words(p.text))} " for p in document.paragraphs)
