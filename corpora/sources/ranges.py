"""What ``74/153..80/204`` stands for.

Two symbols of one session, or of one year of the Security Council, mean the numbers from the one to the
other. Two of different sessions mean a series: the versions between them, found by walking back from the
newer one along what each resolution cites, as long as title and text say that it is the same subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpora.errors import OptionError, ResdiffError
from corpora.library.kinship import Work, between
from corpora.model import Resolution, Symbol

# A slip of the finger must not ask a public service for thousands of documents; range 50 to 1,000.
MOST_NUMBERS = 400
# A resolution cites its predecessor among others of the session before: so many are looked at. Range 3 to 20.
LOOKED_AT = 8

Obtain = Callable[[Symbol], Resolution]


@dataclass(frozen=True, slots=True)
class Range:
    """What is asked for: single symbols, or the series between `first` and `last`."""

    first: Symbol
    last: Symbol
    numbers: tuple[Symbol, ...] = ()

    @property
    def is_series(self) -> bool:
        """Whether the symbols between the ends must be found by walking."""
        return not self.numbers


def parse_range(text: str) -> Range:
    """``61/168`` or ``74/153..80/204``.

    Raises:
        SymbolError: one end is no symbol.
        OptionError: the ends are of different bodies, in the wrong order or too far apart.
    """
    from corpora.symbols import parse

    head, dots, tail = text.partition("..")
    first = parse(head.strip())
    if not dots:
        return Range(first, first, (first,))
    last = parse(tail.strip())
    a, b = _work(first), _work(last)
    if a.body != b.body:
        raise OptionError("the two ends are of different bodies", text, "name two symbols of one")
    if b.age < a.age:
        raise OptionError("the newer one stands first", text, f"write {tail.strip()}..{head.strip()}")
    if first == last:
        return Range(first, first, (first,))
    if _period(first) != _period(last):
        return Range(first, last)
    return Range(first, last, _between(first, last, text))


def walk(wanted: Range, obtain: Obtain, say: Callable[[str], None]) -> Iterator[Symbol]:
    """The symbols of a series from the newest to the oldest.

    Args:
        wanted: a range whose `is_series` holds.
        obtain: gives the document of a symbol, always in the same language.
        say: is told each step with its reason, and where the walk ends before its goal.

    Raises:
        ResdiffError: the newest one cannot be had.
    """
    symbol, document = wanted.last, obtain(wanted.last)
    yield symbol
    goal = _work(wanted.first)
    while symbol != wanted.first:
        step = _predecessor(symbol, document, goal, obtain)
        if step is None:
            say(f"{symbol} names no older version of itself; {wanted.first} is fetched by its number alone")
            yield wanted.first
            return
        symbol, document, reason = step
        say(f"{symbol} is the version before: {reason}")
        yield symbol


def _predecessor(
    symbol: Symbol, document: Resolution, goal: Work, obtain: Obtain
) -> tuple[Symbol, Resolution, str] | None:
    second_best = None
    for candidate in _cited(symbol, document, goal)[:LOOKED_AT]:
        try:
            older = obtain(candidate)
        except ResdiffError:
            continue  # what cannot be had is no step; the walk says so if nothing else is one
        kin = between(older, document)
        if kin.holds and kin.same_title:
            return candidate, older, kin.reason
        if kin.holds and second_best is None:
            second_best = candidate, older, kin.reason
    return second_best


def _cited(symbol: Symbol, document: Resolution, goal: Work) -> list[Symbol]:
    """The older symbols of the same body that the document cites, the newest session first."""
    from corpora.symbols import find

    own = _work(symbol)
    found: dict[Symbol, int] = {}
    for paragraph in document.paragraphs:
        if paragraph.kind not in ("masthead", "note", "closing"):
            for one in find(paragraph.text):
                # Within a council, "51/7" may be a resolution of its own or one of the General Assembly.
                for cited in (one.symbol, Symbol(one.symbol.text.replace("A/RES/", own.body, 1))):
                    found.setdefault(cited, len(found))
    older = [w for w in map(_work, found) if w.body == own.body and w.turn != own.turn]
    older = [w for w in older if goal.age <= w.age < own.age]
    # Of one session in the order of the text: the subject's own history is recalled before its neighbours'.
    older.sort(key=lambda w: (-w.age[0][0], found[w.symbol]))
    return [w.symbol for w in older]


def _between(first: Symbol, last: Symbol, text: str) -> tuple[Symbol, ...]:
    a, b = _number(first), _number(last)
    if b - a >= MOST_NUMBERS:
        raise OptionError(
            f"these are {b - a + 1} resolutions", text, f"ask for at most {MOST_NUMBERS} at once"
        )
    before, _, after = _parts(last)
    return tuple(Symbol(f"{before}{number}{after}") for number in range(a, b + 1))


def _period(symbol: Symbol) -> str:
    """What stays the same while only numbers count: the symbol without its number and parts."""
    before, _, after = _parts(symbol)
    return before + after.strip()


def _number(symbol: Symbol) -> int:
    return int(_parts(symbol)[1])


def _parts(symbol: Symbol) -> tuple[str, str, str]:
    """Before the number, the number, and behind: ("S/RES/", "2815", " (2026)"), ("A/RES/61/", "168", "")."""
    bracket = symbol.text.find("(")
    numbers = list(re.finditer(r"\d+", symbol.text[:bracket] if bracket > 0 else symbol.text))
    if not numbers:
        raise OptionError("has no number to count from", str(symbol), "fetch it by itself")
    last = numbers[-1]
    return symbol.text[: last.start()], last[0], symbol.text[last.end() :]


def _work(symbol: Symbol) -> Work:
    return Work(symbol, {}, {})
