"""From a symbol and a language to a document that has proved to be the right one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from corpora.errors import FetchError, ResdiffError
from corpora.model import Resolution, Symbol
from corpora.sources import documents
from corpora.sources.cache import Cache
from corpora.sources.repository import Repository
from corpora.sources.settings import Settings
from corpora.sources.transport import Passing, Transport
from corpora.sources.validation import validated


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document and the bytes that it was read from; the address is the source in its provenance."""

    document: Resolution
    content: bytes


class Fetcher:
    """Fetches documents; use it as a context manager, from one command."""

    def __init__(self, settings: Settings | None = None, transport: Transport | None = None) -> None:
        self.settings = settings or Settings()
        self.transport = transport or Transport(self.settings)
        self.cache = Cache(self.settings.cache)
        self.repository = Repository(self.settings, self.transport, self.cache)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.transport.close()

    def fetch(self, symbol: Symbol, language: str) -> Fetched:
        """The document, from the first source that has it.

        Raises:
            FetchError: no source gave it; the message says what each of them did.
        """
        failures: list[FetchError] = []
        for source in (self._from_repository, self._from_service):
            for attempt in source(symbol, language):
                if isinstance(attempt, Fetched):
                    return attempt
                failures.append(attempt)
        raise _summary(symbol, language, failures)

    def fetch_all(
        self, wanted: Iterable[tuple[Symbol, str]]
    ) -> Iterator[tuple[Symbol, str, Fetched | ResdiffError]]:
        """Many documents, several at once, in the order asked for; a failure stands in its place."""
        pairs = list(wanted)
        with ThreadPoolExecutor(self.settings.at_once) as pool:
            for (symbol, language), outcome in zip(pairs, pool.map(self._attempt, pairs), strict=True):
                yield symbol, language, outcome

    def _attempt(self, pair: tuple[Symbol, str]) -> Fetched | ResdiffError:
        try:
            return self.fetch(*pair)
        except ResdiffError as failure:
            return failure

    def _from_repository(self, symbol: Symbol, language: str) -> Iterator[Fetched | FetchError]:
        try:
            for address, note in self.repository.addresses(symbol, language):
                yield self._taken(address, note, symbol, language)
        except FetchError as failure:
            yield failure

    def _from_service(self, symbol: Symbol, language: str) -> Iterator[Fetched | FetchError]:
        """Ask in another spelling only where the symbol is not known in the first: a look-up takes long."""
        for spelling in documents.spellings(symbol):
            for kind in documents.KINDS:
                try:
                    address = documents.address(self.settings, spelling, language, kind)
                except FetchError as failure:
                    yield failure
                    return
                attempt = self._taken(address, documents.NOTE, symbol, language)
                yield attempt
                if isinstance(attempt, documents.UnknownSymbol):
                    break
                if isinstance(attempt, FetchError) and isinstance(attempt.__cause__, Passing):
                    return  # down, not unwilling
            else:
                return

    def _taken(self, address: str, note: str, symbol: Symbol, language: str) -> Fetched | FetchError:
        try:
            return self._take(address, note, symbol, language)
        except FetchError as failure:
            return failure

    def _take(self, address: str, note: str, symbol: Symbol, language: str) -> Fetched:
        content = self.cache.get(address, self.settings.document_age)
        if content is not None:
            try:
                return Fetched(validated(content, symbol, language, address, note), content)
            except FetchError:
                # What was kept is worth no more than an answer: if it is spoilt, the source is asked again.
                content = None
        answer = self.transport.get(address)
        documents.refuse(answer, symbol)
        document = validated(answer.content, symbol, language, answer.address, note)
        self.cache.put(address, answer.content)
        return Fetched(document, answer.content)


def fetch_into(
    library: Path | None, symbol: Symbol, language: str, *, say: Callable[[str], None] | None = None
) -> Resolution:
    """Fetch one document into the library, and hand it back.

    Args:
        library: the library's file, where it is not the usual one.
        symbol, language: what is wanted.
        say: is told in a sentence what was fetched and from where.
    """
    from corpora.library.store import Library

    with Fetcher() as fetcher:
        got = fetcher.fetch(symbol, language)
    if say is not None:
        say(f"fetched {symbol}@{language} from {got.document.provenance.source}")
    with Library.open(library, create=True) as opened:
        opened.add(got.document, got.content)
    return got.document


def _summary(symbol: Symbol, language: str, failures: list[FetchError]) -> FetchError:
    """One line out of many failures: each different one once, the remedy of the last."""
    told = list(dict.fromkeys(failure.what for failure in failures))
    remedy = next((failure.remedy for failure in reversed(failures) if failure.remedy), "try again later")
    return FetchError("; ".join(told), f"{symbol}@{language}", remedy)
