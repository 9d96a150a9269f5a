"""The documents that ship with resdiff: what there is, and each one read with its provenance."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import cast, get_args

from corpora.errors import DamagedDocument, SymbolError
from corpora.model import Resolution, Status, Symbol

# Not importlib.resources: importing it costs more than reading the index and a document together.
FOLDER = Path(__file__).parent / "data"
INDEX = FOLDER / "index.toml"


@dataclass(frozen=True, slots=True)
class BundledDocument:
    """One entry of the index: a document in one language, known without reading its text.

    `status` and `source` are those of its `Provenance`; `note` says how an unofficial edition was made.
    """

    symbol: Symbol
    language: str
    title: str
    adopted: dt.date
    status: Status
    source: str
    note: str
    path: Path


@cache
def documents() -> tuple[BundledDocument, ...]:
    """All bundled documents, in the order of the index.

    Raises `DamagedDocument` if the installed index does not say what it must.
    """
    entries = tomllib.loads(INDEX.read_text(encoding="utf-8"))["document"]
    return tuple(_document(entry) for entry in entries)


def load(symbol: str | Symbol, language: str) -> Resolution:
    """Read one bundled document.

    `symbol` as canonically written ("A/RES/61/168"), `language` an ISO 639-1 code. Raises `SymbolError` if it
    is not among the bundled ones, naming the languages in which it is.
    """
    found = find(symbol, language)
    if found is None:
        raise _unknown(str(symbol), language)
    from corpora.readers import read  # the index alone needs no reader

    resolution = read(found.path, language=language)
    origin = replace(resolution.provenance, status=found.status, source=found.source, note=found.note)
    return replace(resolution, provenance=origin)


def find(symbol: str | Symbol, language: str) -> BundledDocument | None:
    """The entry of a document in a language, if it is bundled."""
    wanted = str(symbol)
    return next((d for d in documents() if d.symbol.text == wanted and d.language == language), None)


def _document(entry: dict[str, object]) -> BundledDocument:
    text = {
        key: str(entry.get(key, "")) for key in ("symbol", "language", "file", "title", "status", "source")
    }
    adopted, status = entry.get("adopted"), text["status"]
    if not all(text.values()) or status not in get_args(Status) or not isinstance(adopted, dt.date):
        raise DamagedDocument(
            f"an entry of the index of bundled documents is incomplete: {entry}",
            str(INDEX),
            "reinstall resdiff",
        )
    return BundledDocument(
        symbol=Symbol(text["symbol"]),
        language=text["language"],
        title=text["title"],
        adopted=adopted,
        status=cast(Status, status),
        source=text["source"],
        note=str(entry.get("note", "")),
        path=FOLDER / text["file"],
    )


def _unknown(symbol: str, language: str) -> SymbolError:
    languages = [d.language for d in documents() if d.symbol.text == symbol]
    if languages:
        return SymbolError(
            f"no bundled edition in {language!r}", symbol, f"there is one in {', '.join(languages)}"
        )
    known = ", ".join(dict.fromkeys(str(d.symbol) for d in documents()))
    return SymbolError("not among the bundled documents", symbol, f"bundled are {known}")
