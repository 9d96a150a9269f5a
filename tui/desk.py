"""What the screens ask for: documents, comparisons, findings, reports. It knows of no screen."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import OptionError
from corpora.model import Resolution, Status
from tui.layout.find import folded
from tui.lexicons import LibraryLexicons
from tui.state import State

if TYPE_CHECKING:
    from aligner.concord import Concordance
    from aligner.findings import Finding
    from aligner.lineage import Lineage
    from aligner.model import Comparison, Link, Op
    from aligner.pins import Pins
    from aligner.reports import ReportSettings
    from aligner.reports.tables import Table
    from tui.glossing import Provider

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
LANGUAGE_NAMES = {
    "en": "English", "fr": "français", "es": "español", "ru": "русский", "zh": "中文", "ar": "العربية",
}  # fmt: skip
Text = tuple[str, str, dt.date | None, Status]  # language, title, day and status of one text at hand
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
    """A document at hand; `titles` and `statuses` say of each of its languages what it is called and how official
    the best text is, in the United Nations' order."""

    symbol: str
    titles: dict[str, str]
    adopted: dt.date | None
    statuses: dict[str, Status]

    @property
    def title(self) -> str:
        """What it is called in the first of its languages."""
        return next(iter(self.titles.values()))

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

        table: dict[str, list[Text]] = {}
        for symbol, kept in self._kept():
            table.setdefault(symbol, []).append(kept)
        for document in bundled.documents():
            row = (document.language, document.title, document.adopted, document.status)
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
        reasons: list[str] = []
        with Library.open(self.library, create=True) as library:
            for done in add(library, [path]):
                counts[done.outcome] += 1
                told(f"{sum(counts.values())}: {Path(done.source).name} {done.outcome}")
                if done.reason:
                    reasons.append(f"{Path(done.source).name}: {done.reason}")
        summary = ", ".join(f"{n} {outcome}" for outcome, n in counts.items()) or "nothing to add there"
        more = f"; and {len(reasons) - 1} more" if len(reasons) > 1 else ""
        return f"{summary}; {reasons[0]}{more}" if reasons else summary

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

    def by_character(self, language: str) -> Callable[[Link], Sequence[Op]]:
        """What gives the change of a link, in that language, with the ends that replaced words share shown as equal."""
        from aligner.worddiff_letters import by_character

        return lambda link: by_character(link.ops, language)

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

    def concord(self, older: Resolution, newer: Resolution, codes: Sequence[str]) -> Concordance:
        """The change of this pair in several languages, its own first.

        Raises:
            ResdiffError: a document is not at hand, or there are too few languages.
        """
        from aligner.concord import concord

        old, new = str(older.symbol), str(newer.symbol)
        mine = newer.language
        ordered = [mine, *(code for code in codes if code != mine)]
        before, after = ({c: self.open(symbol, c) for c in ordered} for symbol in (old, new))
        return concord(before, after, lexicons=self.lexicons)

    def trace(self, document: Resolution) -> Lineage:
        """The series of this document through all its years at hand in its language.

        Raises:
            ResdiffError: there are fewer than two.
        """
        years = [o.symbol for o in self.years_of(document) if document.language in o.languages]
        return self._traced(years, document.language)

    def _traced(self, symbols: Sequence[str], language: str) -> Lineage:
        from aligner.lineage import trace

        return trace(self.open(symbol, language) for symbol in symbols)

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

    def report(self, comparison: Comparison, path: Path, settings: ReportSettings) -> Path:
        """Write a comparison to a file whose extension says how; gives the file's full path.

        Raises:
            OptionError: the file cannot be written.
        """
        from aligner import reports

        pins = self.pins(comparison.old, comparison.new)
        decided = tuple(map(str, pins.pins)) if pins else ()
        path = _free(path)
        reports.write(comparison, path, settings=replace(settings, pins=decided))
        return path.resolve()

    def data(self, found: Concordance | Lineage, path: Path) -> Path:
        """Write a concordance or a lineage as JSON; gives the file's full path.

        Raises:
            OptionError: the file cannot be written.
        """
        from aligner.reports.json import dumps

        return _written(path, dumps(found.to_dict()).encode())

    def sheet(self, table: Table, path: Path) -> Path:
        """Write a table as CSV; gives the file's full path.

        Raises:
            OptionError: the file cannot be written.
        """
        from aligner.reports.csv import rendered

        return _written(path, rendered(table))

    def dossier(self, old: Resolution, new: Resolution, folder: Path) -> Path:
        """Write the dossier of a change in every language at hand, its own first; gives its index page.

        Raises:
            ResdiffError: a document cannot be read, or the folder cannot be written.
        """
        from aligner.reports.dossier import write_dossier

        codes = dict.fromkeys((new.language, *self.languages_of(old, new)))
        before = {c: self.open(str(old.symbol), c) for c in codes}
        after = {c: self.open(str(new.symbol), c) for c in codes}
        years = [y for y in self.years_of(new) if new.language in y.languages]
        upto = [y.symbol for y in years[: [y.symbol for y in years].index(str(new.symbol)) + 1]]
        index = write_dossier(before, after, folder, lineage=self._traced(upto, new.language))
        return index.resolve()

    def formats(self) -> tuple[tuple[str, str, str], ...]:
        """The report formats there are: key, name and extension."""
        from aligner.reports import FORMATS

        return tuple(r for r in REPORTS if r[2] in FORMATS)

    def _kept(self) -> list[tuple[str, Text]]:
        """The documents of the user's library, by symbol."""
        from corpora.library.location import library_path

        if not library_path(self.library).exists():
            return []
        from corpora.library.listing import documents
        from corpora.library.store import Library

        with Library.open(self.library) as library:
            return [
                (str(e.symbol), (e.language, e.title, e.adopted, e.provenance.status))
                for e in documents(library)
                if e.symbol
            ]

    @staticmethod
    def _offer(symbol: str, texts: Sequence[Text]) -> Offer:
        ordered = sorted(texts, key=lambda t: (_rank(t[0]), STATUSES.index(t[3])))
        best = {code: (title, status) for code, title, _, status in reversed(ordered)}
        titles = {code: best[code][0] for code in reversed(best)}
        statuses = {code: best[code][1] for code in reversed(best)}
        return Offer(symbol, titles, ordered[0][2], statuses)


def _rank(code: str) -> tuple[int, str]:
    return (LANGUAGES.index(code) if code in LANGUAGES else len(LANGUAGES)), code


def file_name(documents: Sequence[Resolution], extension: str) -> str:
    """A plain name for a report on these: ``A-RES-60-156_A-RES-61-168.fr.docx``."""
    plain = ["-".join("".join(c if c.isalnum() else " " for c in d.name).split()) for d in documents]
    codes = dict.fromkeys(d.language for d in documents)
    return f"{'_'.join(dict.fromkeys(plain))}.{'-'.join(codes)}.{extension}"


def _written(path: Path, data: bytes) -> Path:
    """The full path of a file with these contents, beside what is there already."""
    path = _free(path)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OptionError(f"cannot write: {error.strerror}", str(path), "go to another folder") from error
    return path.resolve()


def _free(path: Path) -> Path:
    """The path, or where something is there already, one like it with a number: nothing is written over."""
    tries = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in count(2))
    return next(p for p in chain((path,), tries) if not p.exists())
