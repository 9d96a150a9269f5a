"""The documents that ship with resdiff: what there is, and each one read with its provenance."""

from __future__ import annotations

import datetime as dt
import os.path
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from corpora.errors import DamagedDocument, SymbolError
from corpora.model import Provenance, Resolution, Status, Symbol

if TYPE_CHECKING:
    from pathlib import Path

# Not importlib.resources or pathlib: importing them costs more than reading the index and a document together.
FOLDER = os.path.join(os.path.dirname(__file__), "data")
INDEX = os.path.join(
    FOLDER, "index.tsv"
)  # a table: a TOML parser would cost the start of every comparison 10 ms


class BundledDocument(NamedTuple):
    """One entry of the index: a document in one language, known without reading its text.

    `status`, `source` and `sha256` are those of its `Provenance`; `note` says how an unofficial edition was made.
    """

    symbol: Symbol
    language: str
    title: str
    adopted: dt.date
    status: Status
    source: str
    note: str
    sha256: str
    file: str

    @property
    def path(self) -> Path:
        """Where the text is."""
        from pathlib import Path

        return Path(self.file)


@cache
def documents() -> tuple[BundledDocument, ...]:
    """All bundled documents, in the order of the index.

    Raises `DamagedDocument` if the installed index does not say what it must.
    """
    with open(INDEX, encoding="utf-8") as index:
        lines = index.read().splitlines()
    rows = [row.split("\t") for row in lines if row[:1] not in ("#", "")]
    if not rows:
        raise _damaged("it is empty")
    names = rows[0]
    return tuple(_document(dict(zip(names, row, strict=False))) for row in rows[1:])


def load(symbol: str | Symbol, language: str) -> Resolution:
    """Read one bundled document.

    `symbol` as canonically written ("A/RES/61/168"), `language` an ISO 639-1 code. Raises `SymbolError` if it
    is not among the bundled ones, naming the languages in which it is.
    """
    found = find(symbol, language)
    if found is None:
        raise _unknown(str(symbol), language)
    from corpora.readers import read_bytes  # the index alone needs no reader

    origin = Provenance(found.status, found.source, found.sha256, found.note)
    try:
        with open(found.file, "rb") as document:
            data = document.read()
    except OSError as error:
        raise DamagedDocument("a bundled document is missing", found.file, "reinstall resdiff") from error
    return read_bytes(data, origin, language)


def find(symbol: str | Symbol, language: str) -> BundledDocument | None:
    """The entry of a document in a language, if it is bundled."""
    wanted = str(symbol)
    return next((d for d in documents() if d.symbol.text == wanted and d.language == language), None)


def _document(entry: dict[str, str]) -> BundledDocument:
    try:
        return BundledDocument(
            symbol=Symbol(entry["symbol"]),
            language=entry["language"],
            title=entry["title"],
            adopted=dt.date.fromisoformat(entry["adopted"]),
            status=_status(entry["status"]),
            source=entry["source"],
            note=entry["note"],
            sha256=entry["sha256"],
            file=os.path.join(FOLDER, entry["file"]),
        )
    except (KeyError, ValueError) as wrong:
        raise _damaged(f"a wrong entry, {'; '.join(entry.values())[:60]!r}: {wrong!r}") from wrong


def _status(text: str) -> Status:
    if text not in get_args(Status):
        raise ValueError(f"no status {text!r}")
    return cast(Status, text)


def _damaged(what: str) -> DamagedDocument:
    return DamagedDocument(f"the index of bundled documents is damaged: {what}", INDEX, "reinstall resdiff")


def _unknown(symbol: str, language: str) -> SymbolError:
    languages = [d.language for d in documents() if d.symbol.text == symbol]
    if languages:
        return SymbolError(
            f"no bundled edition in {language!r}", symbol, f"there is one in {', '.join(languages)}"
        )
    known = ", ".join(dict.fromkeys(str(d.symbol) for d in documents()))
    return SymbolError("not among the bundled documents", symbol, f"bundled are {known}")
