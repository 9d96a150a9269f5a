"""From a name on the command line to a document: a path, or a symbol looked up in order.

The order: the user's library, the documents that ship with the program, then the network if that is allowed.
Every comparison passes through here, so the database and the network are imported only when they are needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpora.errors import DocumentError, OptionError, SymbolError
from corpora.model import Resolution, Status, Symbol

if TYPE_CHECKING:
    from pathlib import Path

    from corpora.library.store import Library

LANGUAGE_ORDER = ("en", "fr", "es", "ru", "zh", "ar")
STATUS_ORDER: tuple[Status, ...] = ("official", "local", "unofficial")
NEAR_SHOWN = 4
STDIN = "-"
BEFORE = "@before"  # behind a file's name: its text as it was before its tracked changes


class Holding(NamedTuple):
    """A document at hand: its symbol and language, how official it is, and whether it is the user's."""

    symbol: Symbol
    language: str
    status: Status
    in_library: bool


def split_name(name: str) -> tuple[str, str | None]:
    """``"61/168@fr"`` and the address of its French page as ``("61/168", "fr")``; other names with None behind."""
    if _is_address(name):
        from corpora.addresses import split

        return split(name.strip()) or (name, None)
    head, at, code = name.rpartition("@")
    if at and head and 2 <= len(code) <= 3 and code.isascii() and code.isalpha():
        return head, code.lower()
    return name, None


def resolve(
    name: str,
    *,
    language: str | None = None,
    library: Path | None = None,
    fetch: bool = False,
    say: Callable[[str], None] | None = None,
) -> Resolution:
    """The document that `name` names.

    Args:
        name: a path, ``-`` for standard input, or a symbol in any written form, each with ``@fr`` behind; a path
            with ``@before`` behind is read as it was before its tracked changes.
        language: ISO 639 code wanted where the name carries none; for a file, what it is said to be in.
        library: the library's file, where it is not the usual one.
        fetch: whether the network may be asked for what is not at hand.
        say: is told in a sentence what was fetched and from where.

    Raises:
        DocumentError: there is no such file, or it cannot be read.
        SymbolError: the name is no symbol, or nothing here has it.
        FetchError: the network did not give the document.
    """
    return _load(_locate(name, library), language, library, fetch, say)


def resolve_together(
    names: Sequence[str],
    *,
    language: str | None = None,
    library: Path | None = None,
    fetch: bool = False,
    say: Callable[[str], None] | None = None,
) -> tuple[Resolution, ...]:
    """The documents that `names` name, in one language where none is asked for.

    A language that one name carries (``60/156 61/168@fr``), or that a named file turns out to be in, holds
    for the symbols without one; otherwise it is one that all are at hand in, the most official first.
    """
    wanted = [_locate(name, library) for name in names]
    settled = {
        place: _load(one, language, library, fetch, say)
        for place, one in enumerate(wanted)
        if one.language or not isinstance(one.source, Symbol)
    }
    if language is None:
        language = next((document.language for document in settled.values()), None)
    waiting = [one.source for place, one in enumerate(wanted) if place not in settled]
    if language is None and waiting:
        language = _common_language([s for s in waiting if isinstance(s, Symbol)], holdings(library))
    return tuple(
        settled[place] if place in settled else _load(one, language, library, fetch, say)
        for place, one in enumerate(wanted)
    )


def holdings(library: Path | None = None) -> tuple[Holding, ...]:
    """Everything that has a symbol and is at hand without a network, the user's documents first."""
    found: list[Holding] = []
    if (opened := _open(library)) is not None:
        with opened:
            found += [Holding(symbol, code, status, True) for symbol, code, status in opened.symbols()]
    from corpora import bundled

    found += [Holding(d.symbol, d.language, d.status, False) for d in bundled.documents()]
    return tuple(found)


def _is_address(name: str) -> bool:
    return name.lstrip().lower().startswith(("http:", "https:"))


class _Located(NamedTuple):
    """What a name turned out to mean, and the language it carries itself."""

    source: str | bytes | Symbol  # a string is a path
    language: str | None
    before: bool = False  # the file as it was before its tracked changes


def _locate(name: str, library: Path | None) -> _Located:
    if name.endswith(BEFORE) and not os.path.exists(os.path.expanduser(name)):
        found = _locate(name.removesuffix(BEFORE), library)
        if not isinstance(found.source, str):
            raise OptionError("tracked changes are read from files", name, "name the Word file")
        return found._replace(before=True)
    bare, suffix = split_name(name)
    if not bare.strip():
        raise DocumentError("no document is named", "", "name a symbol, as 61/168@fr, or a path")
    if bare == STDIN:
        return _Located(_stdin(), suffix)
    for text, code in ((name, None), (bare, suffix)):
        path = os.path.expanduser(text)
        if os.path.exists(path):
            if os.path.isdir(path):
                raise DocumentError("is a folder", text, "name a document in it")
            return _Located(path, code)
    if _is_address(bare):
        raise DocumentError("is an address that names no symbol", bare, "save the file and name that")
    if _looks_like_a_path(bare):
        raise DocumentError("there is no such file", bare, _near_files(bare))
    from corpora.symbols import cited

    return _Located(_dated(cited(bare), library), suffix)


def _load(
    located: _Located,
    language: str | None,
    library: Path | None,
    fetch: bool,
    say: Callable[[str], None] | None,
) -> Resolution:
    source, language = located.source, located.language or language
    if isinstance(source, Symbol):
        return _by_symbol(source, language, library, fetch, say)
    if isinstance(source, bytes):
        return _piped(source, language)
    from corpora.readers import read

    return read(source, language=language, revisions="before" if located.before else "after")


def _piped(data: bytes, language: str | None) -> Resolution:
    from hashlib import sha256

    from corpora.model import Provenance
    from corpora.readers import read_bytes

    return read_bytes(data, Provenance("local", "standard input", sha256(data).hexdigest()), language)


def _stdin() -> bytes:
    from corpora.readers import MAX_BYTES

    if sys.stdin.isatty():
        raise DocumentError("nothing is piped in", "standard input", "pipe a document in, or name a file")
    return sys.stdin.buffer.read(MAX_BYTES + 1)  # one byte more tells the reader that it is too large


def _looks_like_a_path(name: str) -> bool:
    if name.startswith((".", "~", os.sep)) or "\\" in name:
        return True
    suffix = os.path.splitext(name.rstrip(os.sep))[1][1:]
    return 2 <= len(suffix) <= 5 and suffix.isascii() and suffix.isalnum() and not suffix.isdigit()


def _near_files(name: str) -> str:
    from difflib import get_close_matches
    from pathlib import Path

    path = Path(name).expanduser()
    try:
        names = [entry.name for entry in path.parent.iterdir()][:2000]
    except OSError:
        return "its folder does not exist either"
    near = get_close_matches(path.name, names, NEAR_SHOWN)
    return f"near it: {', '.join(near)}" if near else "check the name"


def _by_symbol(
    symbol: Symbol,
    language: str | None,
    library: Path | None,
    fetch: bool,
    say: Callable[[str], None] | None,
) -> Resolution:
    if (opened := _open(library)) is not None:
        with opened:
            if (document := opened.find(symbol, language)) is not None:
                return document
    from corpora import bundled

    ours = [d for d in bundled.documents() if d.symbol == symbol and language in (None, d.language)]
    if ours:
        best = min(ours, key=lambda d: _rank(d.language, d.status))
        return bundled.load(best.symbol, best.language)
    if fetch:
        from corpora.sources import fetch_into

        return fetch_into(library, symbol, language or LANGUAGE_ORDER[0], say=say)
    raise _unknown(symbol, language, holdings(library))


def _dated(symbol: Symbol, library: Path | None) -> Symbol:
    """The Security Council counts through: "S/RES/1325" is the S/RES/1325 (2000) that is at hand."""
    if not symbol.text.startswith("S/RES/") or symbol.text.endswith(")"):
        return symbol
    same = (h.symbol for h in holdings(library) if h.symbol.text.startswith(f"{symbol} ("))
    return next(same, symbol)


def _rank(language: str, status: Status) -> tuple[int, int, str]:
    place = LANGUAGE_ORDER.index(language) if language in LANGUAGE_ORDER else len(LANGUAGE_ORDER)
    return STATUS_ORDER.index(status), place, language


def _common_language(symbols: Sequence[Symbol], known: Sequence[Holding]) -> str | None:
    """The best language that all of `symbols` are at hand in; nothing where there is none."""
    offers = [[h for h in known if h.symbol == symbol] for symbol in symbols]
    shared = set.intersection(*({h.language for h in offer} for offer in offers))
    if not shared:
        return None
    every = [h for offer in offers for h in offer if h.language in shared]
    return min(every, key=lambda h: _rank(h.language, h.status)).language


def _unknown(symbol: Symbol, language: str | None, known: Sequence[Holding]) -> SymbolError:
    languages = sorted({h.language for h in known if h.symbol == symbol})
    asked = f"{symbol}@{language}" if language else str(symbol)
    fetching = f"or fetch it: resdiff library fetch '{symbol}'"
    if languages:
        return SymbolError(
            f"is here only in {', '.join(languages)}", asked, f"choose one of these, {fetching}"
        )
    near = _near_symbols(symbol, sorted({str(h.symbol) for h in known}))
    nearby = f"near it: {', '.join(near)}; " if near else ""
    return SymbolError("is neither in your library nor bundled", asked, f"{nearby}add its file, {fetching}")


def _near_symbols(symbol: Symbol, known: Sequence[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(str(symbol), known, NEAR_SHOWN, cutoff=0.75)


def _open(library: Path | None) -> Library | None:
    """The library for reading, or nothing where there is none; no file means no database import."""
    from corpora.library.location import ENVIRONMENT, library_file

    path = library_file(library)
    if not os.path.exists(path):
        # A library that is named for this once must be there; one in the environment may be yet to come.
        if library is not None and str(library) != os.environ.get(ENVIRONMENT):
            raise OptionError("there is no library", path, "resdiff library add makes one")
        return None
    from pathlib import Path

    from corpora.library.store import Library

    return Library.open(Path(path))
