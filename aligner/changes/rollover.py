"""Roll-over: what changes only because a year has passed, each time with the fact that it follows from.

Nothing is taken for a roll-over because it looks like one: a pair of values has to follow from the two
documents' own symbols, sessions and days of adoption (or, in the masthead, from what that line is for).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from aligner.changes.spans import ValueSpan, spans
from aligner.changes.style import same_wording
from corpora.model import Paragraph, Resolution

SESSIONS_BACK, SESSIONS_AHEAD = (
    3,
    5,
)  # sessions around a document's own that it may speak of as its own body's
_PARALLEL = r"(?<=/)[0-9]+(?=/)"  # the session or year within a document's symbol

# Why a masthead line or the closing rolls over; `{old}` and `{new}` are the documents.
OWN_LINES = {
    "m.session": "the session of {old} and that of {new}",
    "m.agenda": "agenda items are numbered anew at each session",
    "m.adopted": "the days on which {old} and {new} were adopted",
    "m.report": "each session's own report to the plenary",
    "m.published": "the days on which {old} and {new} were distributed",
    "m.symbol": "each document's own symbol",
    "closing": "the meetings at which {old} and {new} were adopted",
}


class Edition(NamedTuple):
    """What rolls over in one document: its short symbol ("61/168"), session and day of adoption, as known."""

    name: str
    symbol: str = ""
    session: int = 0
    year: int = 0
    adopted: str = ""


class Calendar(NamedTuple):
    """The two editions in order of time, and the day of each known resolution of the series."""

    earlier: Edition
    later: Edition
    swapped: bool
    series: Mapping[str, str]

    @property
    def sessions(self) -> range:
        """The sessions that either document may speak of."""
        known = [e.session for e in (self.earlier, self.later) if e.session]
        return (
            range(max(1, min(known) - SESSIONS_BACK), max(known) + SESSIONS_AHEAD + 1) if known else range(0)
        )

    def proof(self, old: ValueSpan, new: ValueSpan, cited: frozenset[str]) -> str:
        """Why `new` stands where `old` stood, in words; empty where nothing shows it.

        `cited` are the symbols of both whole paragraphs, by which a date is known to be a resolution's.
        """
        if self.swapped:
            old, new = new, old
        if old.kind != new.kind:
            return ""
        if old.kind == "session":
            return self._session(int(old.value), int(new.value))
        if old.kind == "symbol":
            return self._symbol(old.value, new.value)
        return self._date(old.value, new.value, cited) if old.kind == "date" else ""

    def predecessor(self, kind: str, value: str, cited: frozenset[str]) -> str:
        """Why a value that is new in the later text names its predecessor; empty if it does not."""
        if kind == "symbol" and self._precedes(value):
            return f"{value} is the predecessor of {self.later.name}"
        if kind == "date":
            for symbol in cited:
                if self._precedes(symbol) and self.series.get(symbol) == value:
                    return f"{value} is the day on which {symbol}, the predecessor, was adopted"
        return ""

    def _precedes(self, symbol: str) -> bool:
        day = self.series.get(symbol)
        return day is not None and day < self.later.adopted and symbol != self.later.symbol

    def _session(self, old: int, new: int) -> str:
        ahead = old - self.earlier.session
        if not (self.earlier.session and self.later.session) or new - self.later.session != ahead:
            return ""
        place = {0: "the session of each document", 1: "the session after each document's own"}.get(
            ahead, f"{abs(ahead)} sessions {'after' if ahead > 0 else 'before'} each document's own"
        )
        return f"session {old} → {new}: {place}"

    def _symbol(self, old: str, new: str) -> str:
        old, new = short_symbol(old), short_symbol(new)
        if old == self.earlier.symbol and new == self.later.symbol and old:
            return f"{old} → {new}: each document's own symbol"
        if self._precedes(new) and self._older(old):
            return f"{old} → {new}: {new} is the predecessor of {self.later.name}"
        return self._parallel(old, new)

    def _older(self, symbol: str) -> bool:
        """Whether a resolution may precede the earlier document: it is of an earlier session or year."""
        if symbol in self.series:
            return self.series[symbol] < self.earlier.adopted
        head = re.match(r"(\d+)/\d+$", symbol)
        if head and self.earlier.session:
            return self.earlier.session - SESSIONS_BACK <= int(head[1]) < self.earlier.session
        year = re.search(r"\((\d{4})\)$", symbol)
        return bool(year) and self.earlier.year - SESSIONS_BACK <= int(year[1]) <= self.earlier.year  # type: ignore[index]

    def _parallel(self, old: str, new: str) -> str:
        """Documents of the two sessions, or the same document of the two years: A/61/443 and A/62/436."""
        parts_old, parts_new = re.findall(_PARALLEL, old), re.findall(_PARALLEL, new)
        if len(parts_old) != 1 or len(parts_new) != 1 or "RES/" in old + new:
            return ""
        a, b = int(parts_old[0]), int(parts_new[0])
        same_body = old.split("/")[0] == new.split("/")[0]
        if same_body and old[:2] == "A/" and self._session(a, b) and a != b:
            return f"{old} → {new}: documents of the session of each"
        years = self.later.year - self.earlier.year
        if (
            years
            and a > 1900
            and b - a == years
            and re.sub(_PARALLEL, "#", old) == re.sub(_PARALLEL, "#", new)
        ):
            return f"{old} → {new}: the same document {years} year{'s' * (years != 1)} later"
        return ""

    def _date(self, old: str, new: str, cited: frozenset[str]) -> str:
        if self.earlier.adopted and (old, new) == (self.earlier.adopted, self.later.adopted):
            return f"{old} → {new}: the days on which {self.earlier.name} and {self.later.name} were adopted"
        for symbol in cited:
            if self._precedes(symbol) and self.series[symbol] == new and old < new:
                return f"{old} → {new}: the day on which {symbol}, the predecessor, was adopted"
        years = self.later.year - self.earlier.year
        if years and int(new[:4]) - int(old[:4]) == years and new[4:] == old[4:]:
            return f"{old} → {new}: the same day {years} year{'s' * (years != 1)} later"
        return ""


def calendar(old: Resolution, new: Resolution, series: Iterable[Resolution] = ()) -> Calendar:
    """What is known of two documents' years; `series` are further documents of the same series."""
    a, b = edition(old), edition(new)
    swapped = bool(a.adopted and b.adopted and b.adopted < a.adopted)
    earlier, later = (b, a) if swapped else (a, b)
    known = (edition(r) for r in (*series, old, new))
    return Calendar(earlier, later, swapped, {e.symbol: e.adopted for e in known if e.symbol and e.adopted})


def edition(resolution: Resolution) -> Edition:
    """What a document says of its own session and day."""
    symbol = short_symbol(str(resolution.symbol or ""))
    session = symbol.partition("/")[0]
    day = resolution.adopted
    return Edition(
        name=resolution.name,
        symbol=symbol,
        session=int(session) if session.isdigit() and len(session) < 4 and "/" in symbol else 0,
        year=day.year if day else 0,
        adopted=day.isoformat() if day else "",
    )


def short_symbol(symbol: str) -> str:
    """A resolution's symbol as other resolutions cite it: "A/RES/61/168" is "61/168"."""
    return symbol.rpartition("RES/")[2] if "RES/" in symbol else symbol


def line_proof(old: Paragraph, new: Paragraph, language: str, times: Calendar) -> str:
    """Why a masthead line or the closing rolls over; empty unless it is the same formula, filled anew."""
    reason = OWN_LINES.get("closing" if new.kind == "closing" else new.id)
    if reason is None or old.kind != new.kind or (new.id == "m.session" and not times.earlier.session):
        return ""  # without the documents' sessions nothing shows which these are
    if not same_wording(_formula(old.text, language, times), _formula(new.text, language, times), language):
        return ""
    said = reason.format(old=times.earlier.name, new=times.later.name)
    return f"“{old.text}” → “{new.text}”: {said}"


def _formula(text: str, language: str, times: Calendar) -> str:
    """What a line prints every year: without symbols, numbers, ordinals, dates and item letters."""
    for span in reversed(spans(text, language, times.sessions)):
        text = text[: span.start] + "#" + text[span.end :]
    start, end = text.find("(#"), text.rfind(")")
    if 0 <= start < end:  # a report with its addenda and corrigenda
        text = f"{text[:start]}#{text[end + 1 :]}"
    if language == "zh":
        filled = "".join("#" if c.isascii() and c.isalnum() else c for c in text).replace("第#", "#")
        return "#".join(filter(None, filled.split("#")))
    words = text.casefold().split()
    return " ".join("#" if len(w.strip(_AROUND)) < 2 or any(c.isdigit() for c in w) else w for w in words)


_AROUND = "()[],.'’،"
