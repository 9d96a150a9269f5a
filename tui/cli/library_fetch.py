"""The work of `resdiff library fetch`: what is asked for, what is here, and the rest from the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpora.errors import ResdiffError
from corpora.library import Library
from corpora.library.series import steps
from corpora.model import Resolution, Symbol
from corpora.resolve import split_name
from corpora.sources import Fetched, Fetcher, Settings
from corpora.sources.ranges import parse_range, walk
from tui.cli import options


def run(
    names: Sequence[str], languages: Sequence[str], offline: bool, library: Path | None
) -> list[dict[str, Any]]:
    """Fetch into the library; a row for each document, in the order asked for."""
    settings = Settings()
    settings = replace(settings, offline=settings.offline or offline)
    with Library.open(library, create=True) as opened, Fetcher(settings) as fetcher:
        wanted = list(dict.fromkeys(_wanted(names, languages, opened, fetcher)))
        here = {
            pair for pair in wanted if (kept := opened.find(*pair)) and kept.provenance.status == "official"
        }
        rows = [_row(*pair, "already here") for pair in wanted if pair in here]
        for symbol, language, outcome in fetcher.fetch_all(pair for pair in wanted if pair not in here):
            rows.append(_kept(opened, symbol, language, outcome))
        steps(opened)
    return rows


def _wanted(
    names: Sequence[str], languages: Sequence[str], library: Library, fetcher: Fetcher
) -> list[tuple[Symbol, str]]:
    pairs: list[tuple[Symbol, str]] = []
    for name in names:
        bare, suffix = split_name(name)
        chosen = tuple(languages) or (suffix or options.DEFAULT_LANGUAGE,)
        asked = parse_range(bare)
        symbols: list[Symbol] = list(asked.numbers)
        if asked.is_series:
            symbols = list(walk(asked, _obtainer(library, fetcher, chosen[0]), options.talk))[::-1]
        pairs += [(symbol, language) for symbol in symbols for language in chosen]
    return pairs


def _obtainer(library: Library, fetcher: Fetcher, language: str) -> Any:
    def obtain(symbol: Symbol) -> Resolution:
        return library.find(symbol, language) or fetcher.fetch(symbol, language).document

    return obtain


def _kept(library: Library, symbol: Symbol, language: str, outcome: Fetched | ResdiffError) -> dict[str, Any]:
    if isinstance(outcome, ResdiffError):
        options.talk(str(outcome))
        return _row(symbol, language, "failed", reason=str(outcome))
    library.add(outcome.document, outcome.content)
    source = outcome.document.provenance.source
    options.talk(f"fetched {symbol}@{language} from {source}")
    return _row(symbol, language, "fetched", source=source)


def _row(symbol: Symbol, language: str, outcome: str, **more: str) -> dict[str, Any]:
    return {"symbol": symbol.text, "language": language, "outcome": outcome, **more}
