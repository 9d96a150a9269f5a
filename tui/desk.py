"""What the screens ask for: documents, comparisons, findings, reports. It knows of no screen."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.model import Resolution, Status
from tui.layout.find import folded
from tui.lexicons import LibraryLexicons
from tui.state import State

if TYPE_CHECKING:
    from aligner.concord import Concordance
    from aligner.findings import Finding
    from aligner.lineage import Lineage
    from aligner.model import Comparison
    from aligner.pins import Pins
    from tui.glossing import Provider

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
LANGUAGE_NAMES = {
    "en": "English", "fr": "français", "es": "español", "ru": "русский", "zh": "中文", "ar": "العربية",
}  # fmt: skip
STATUSES: tuple[Status, ...] = ("official", "local", "unofficial")  # the best first
LANGUAGE_KEYS = {"en": "e", "fr": "f", "es": "s", "ru": "r", "zh": "z", "ar": "a"}
# Report formats as the screen offers them: key, what people call it, extension.
REPORTS = (
    ("w", "Word, changes tracked", "docx"), ("h", "web page", "html"), ("m", "Markdown", "md"),
    ("t", "plain text", "txt"), ("j", "JSON", "json"), ("x", "Excel", "xlsx"), ("c", "CSV", "csv"),
    ("T", "translation memory", "tmx"), ("X", "XLIFF", "xlf"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """A document at hand; `statuses` says of each of its languages how official the best text is."""

    symbol: str
    title: str
    adopted: dt.date | None
    statuses: dict[str, Status]
    in_library: bool

    @property
    def series(self) -> str:
        """What the documents of one yearly series have in common: the title, whatever its dress."""
        return " ".join(folded(self.title)[0].split())

    @property
    def year(self) -> str:
        """The year of adoption, in four cells."""
        return f"{self.adopted:%Y}" if self.adopted else "    "

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is in, in the United Nations' order."""
        return tuple(self.statuses)


class Desk:
    """The documents at hand and what can be done with them.

    Everything here may take its time: screens call it from a thread unless the answer is known to be small.
    """

    def __init__(self, library: Path | None = None, state: State | None = None) -> None:
        self.library = library
        self.state = state or State()
        # What is used stands in each link's evidence: here nobody need be told beside it.
        self.lexicons = LibraryLexicons(library, lambda _: None)

    def offers(self) -> tuple[Offer, ...]:
        """All documents with a symbol, a row each, by title and then by date."""
        from corpora import bundled

        table: dict[str, list[tuple[str, str, dt.date | None, Status, bool]]] = {}
        for entry in self._kept():
            table.setdefault(entry[0], []).append(entry[1:])
        for document in bundled.documents():
            row = (document.language, document.title, document.adopted, document.status, False)
            table.setdefault(str(document.symbol), []).append(row)
        offers = [self._offer(symbol, rows) for symbol, rows in table.items()]
        return tuple(sorted(offers, key=lambda o: (o.series, o.adopted or dt.date.min, o.symbol)))

    def add(self, path: Path, told: Callable[[str], None]) -> str:
        """Add a file, a folder or an archive to the library; `told` hears of each file. Says how many were added.

        Raises:
            LibraryError: the library cannot be written.
        """
        from corpora.library.adding import add
        from corpora.library.store import Library

        counts: Counter[str] = Counter()
        with Library.open(self.library, create=True) as library:
            for done in add(library, [path]):
                counts[done.outcome] += 1
                told(f"{sum(counts.values())}: {done.source} {done.outcome}")
        return ", ".join(f"{n} {outcome}" for outcome, n in counts.items()) or "nothing to add there"

    def fetch(self, name: str, told: Callable[[str], None]) -> str:
        """Fetch a document by symbol, with ``@fr`` behind for its language, into the library.

        Raises:
            ResdiffError: it is no symbol, or the network did not give it.
        """
        from corpora.resolve import resolve

        document = resolve(name, library=self.library, fetch=True, say=told)
        return f"{document.name} in {document.language}: {document.provenance.notice}"

    def open(self, symbol: str, language: str | None) -> Resolution:
        """One document, by symbol and language.

        Raises:
            ResdiffError: it is not at hand, or cannot be read.
        """
        from corpora.resolve import resolve

        return resolve(symbol, language=language, library=self.library)

    def compare(self, old: Resolution, new: Resolution) -> Comparison:
        """The two versions, or the two languages, linked."""
        import aligner

        if old.language != new.language and "und" not in (old.language, new.language):
            linked: Comparison = aligner.align(old, new, lexicon=self.lexicons(old, new))
        else:
            linked = aligner.compare(old, new, pins=self.pins(old, new))
        return linked

    def pins(self, old: Resolution, new: Resolution) -> Pins | None:
        """What people decided about this pair; None where they decided nothing."""
        kept = self.state.pins(old, new)
        if not kept:
            return None
        from aligner.pins import Pins

        return Pins.from_dict(kept, str(self.state.path))

    def decide(self, comparison: Comparison, decision: Callable[[Pins], Pins]) -> Comparison:
        """Add a decision to those about this pair, keep it, and compare again.

        Raises:
            OptionError: the decisions contradict each other; nothing is kept then.
        """
        from aligner import compare
        from aligner.pins import Pins

        old, new = comparison.old, comparison.new
        pins = decision(self.pins(old, new) or Pins())
        found: Comparison = compare(old, new, pins=pins)
        self.state.keep_pins(old, new, pins.to_dict())
        return found

    def check(self, comparison: Comparison) -> tuple[Finding, ...]:
        """Where two language versions do not say the same, in reading order of the second."""
        import aligner

        order = {i: n for n, link in enumerate(comparison.links) for i in (*link.old, *link.new)}
        found: tuple[Finding, ...] = aligner.check(comparison.old, comparison.new, lexicons=self.lexicons)
        return tuple(sorted(found, key=lambda f: min((order.get(i, 0) for i in (*f.b, *f.a)), default=0)))

    def provider(self) -> Provider:
        """Who makes glosses.

        Raises:
            OptionError: the environment names a provider that there is not, or its key is missing.
        """
        from tui.glossing import provider

        return provider()

    def concord(self, comparison: Comparison, codes: Sequence[str]) -> Concordance:
        """The change of this pair in several languages, its own first.

        Raises:
            ResdiffError: a document is not at hand, or there are too few languages.
        """
        from aligner.concord import concord

        old, new = str(comparison.old.symbol), str(comparison.new.symbol)
        mine = comparison.new.language
        ordered = [mine, *(code for code in codes if code != mine)]
        before, after = ({c: self.open(symbol, c) for c in ordered} for symbol in (old, new))
        return concord(before, after, lexicons=self.lexicons)

    def trace(self, document: Resolution) -> Lineage:
        """The series of this document through all its years at hand in its language.

        Raises:
            ResdiffError: there are fewer than two.
        """
        from aligner.lineage import trace

        years = [o for o in self.years_of(document) if document.language in o.languages]
        return trace(self.open(o.symbol, document.language) for o in years)

    def languages_of(self, *documents: Resolution) -> tuple[str, ...]:
        """The languages in which all these documents are at hand, in the United Nations' order."""
        symbols = {str(d.symbol) for d in documents if d.symbol}
        found = [set(o.languages) for o in self.offers() if o.symbol in symbols]
        if len(found) < len(symbols) or not found:
            return ()
        shared = set.intersection(*found)
        return tuple(sorted(shared, key=_rank))

    def years_of(self, document: Resolution) -> tuple[Offer, ...]:
        """The documents of the same series, which have the same title, the oldest first."""
        offers = self.offers()
        mine = next((o for o in offers if document.symbol and o.symbol == str(document.symbol)), None)
        if mine is None:
            return ()
        same = [o for o in offers if o.series == mine.series]
        return tuple(sorted(same, key=lambda o: (o.adopted or dt.date.min, o.symbol)))

    def report(self, comparison: Comparison, path: Path) -> Path:
        """Write a comparison to a file whose extension says how; gives the file's full path.

        Raises:
            OptionError: the file cannot be written.
        """
        from aligner import reports

        reports.write(comparison, path)
        return path.resolve()

    def formats(self) -> tuple[tuple[str, str, str], ...]:
        """The report formats there are: key, name and extension."""
        from aligner.reports import FORMATS

        return tuple(r for r in REPORTS if r[2] in FORMATS)

    def _kept(self) -> list[tuple[str, str, str, dt.date | None, Status, bool]]:
        """The documents of the user's library."""
        from corpora.library.location import library_path

        if not library_path(self.library).exists():
            return []
        from corpora.library.listing import documents
        from corpora.library.store import Library

        with Library.open(self.library) as library:
            return [
                (str(e.symbol), e.language, e.title, e.adopted, e.provenance.status, True)
                for e in documents(library)
                if e.symbol
            ]

    @staticmethod
    def _offer(symbol: str, rows: Sequence[tuple[str, str, dt.date | None, Status, bool]]) -> Offer:
        best = min(rows, key=lambda r: _rank(r[0]))
        codes = sorted({r[0] for r in rows}, key=_rank)
        statuses = {c: min((r[3] for r in rows if r[0] == c), key=STATUSES.index) for c in codes}
        return Offer(symbol, best[1], best[2], statuses, any(r[4] for r in rows))


def _rank(code: str) -> tuple[int, str]:
    return (LANGUAGES.index(code) if code in LANGUAGES else len(LANGUAGES)), code


def file_name(comparison: Comparison, extension: str) -> str:
    """A plain name for a report: ``60-156_61-168.fr.docx``."""
    names = [d.name for d in (comparison.old, comparison.new)]
    plain = ["-".join("".join(c if c.isalnum() else " " for c in n).split()) for n in names]
    codes = dict.fromkeys((comparison.old.language, comparison.new.language))
    return f"{'_'.join(dict.fromkeys(plain))}.{'-'.join(codes)}.{extension}"
