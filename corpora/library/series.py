"""Which resolutions are successive versions of one another, why, and what a person says to it.

The evidence for a step from an older to a newer resolution of the same body: the title, the citation of the
older in the newer, and how much text they share. The search index answers: citations are phrases in it, and
the texts stand in it as folded words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpora.errors import OptionError
from corpora.library.kinship import Work, kin, works
from corpora.library.store import Library
from corpora.model import Symbol

# Raised when the rules change, so that what was found by the old ones is found anew.
RULES = 1


@dataclass(frozen=True, slots=True)
class Step:
    """From one version to the next, with the reason in words; `decided` by a person or found."""

    older: Symbol
    newer: Symbol
    reason: str
    decided: bool


@dataclass(frozen=True, slots=True)
class Series:
    """Successive versions, the oldest first; `title` is that of the newest."""

    title: str
    members: tuple[Symbol, ...]
    steps: tuple[Step, ...]


def series(library: Library) -> tuple[Series, ...]:
    """All series of two or more resolutions, in the order of their titles."""
    known = {work.symbol: work for work in works(library)}
    return tuple(sorted(_grown(known, steps(library)), key=lambda one: (one.title, one.members)))


def series_of(library: Library, symbol: Symbol) -> Series | None:
    """The series that a resolution belongs to, where there is one."""
    return next((one for one in series(library) if symbol in one.members), None)


def membership(library: Library) -> dict[str, str]:
    """Of each symbol in a series, the title of that series."""
    if not steps(library):
        return {}
    return {symbol.text: one.title for one in series(library) for symbol in one.members}


def steps(library: Library) -> tuple[Step, ...]:
    """The steps between successive versions, found anew when the documents or the decisions have changed."""
    stamp = _stamp(library)
    if library.rows("SELECT stamp FROM series_state") == [(stamp,)]:
        kept = library.rows("SELECT older, newer, reason FROM series_step")
    else:
        kept = _find(library)
        if library.writable:
            with library.changing() as db:
                db.execute("DELETE FROM series_step")
                db.executemany("INSERT INTO series_step (older, newer, reason) VALUES (?, ?, ?)", kept)
                db.execute("INSERT OR REPLACE INTO series_state VALUES (1, ?)", (stamp,))
    decided = {(older, newer) for older, newer, together in _choices(library) if together}
    return tuple(
        Step(Symbol(older), Symbol(newer), reason, (older, newer) in decided) for older, newer, reason in kept
    )


def decide(library: Library, older: Symbol, newer: Symbol, *, together: bool) -> None:
    """Keep what a person says: that two resolutions are versions of one another, or that they are not.

    Named in the wrong order they are turned round.

    Raises:
        OptionError: the two are the same.
    """
    if older == newer:
        raise OptionError("is the same resolution twice", str(older), "name two")
    if Work(newer, {}, {}).age < Work(older, {}, {}).age:
        older, newer = newer, older
    with library.changing() as db:
        db.execute(
            "DELETE FROM series_choice WHERE (older, newer) IN (VALUES (?1, ?2), (?2, ?1))",
            (older.text, newer.text),
        )
        now = dt.datetime.now(dt.UTC).isoformat()
        db.execute("INSERT INTO series_choice VALUES (?, ?, ?, ?)", (older.text, newer.text, together, now))


def forget(library: Library, older: Symbol, newer: Symbol) -> bool:
    """Take back what a person said of two resolutions; whether there was anything."""
    with library.changing() as db:
        return bool(
            db.execute(
                "DELETE FROM series_choice WHERE (older, newer) IN (VALUES (?1, ?2), (?2, ?1))",
                (older.text, newer.text),
            ).rowcount
        )


def _stamp(library: Library) -> str:
    ((documents,),) = library.rows("SELECT count(*) || ':' || total(id) || ':' || max(id) FROM document")
    ((choices,),) = library.rows("SELECT count(*) || ':' || coalesce(max(decided), '') FROM series_choice")
    return f"{RULES}|{documents}|{choices}"


def _choices(library: Library) -> list[tuple[str, str, bool]]:
    return [(o, n, bool(t)) for o, n, t in library.rows("SELECT older, newer, together FROM series_choice")]


def _find(library: Library) -> list[tuple[str, str, str]]:
    """The steps that hold: those a person decided, then the best found that contradict no decision."""
    turns = {work.symbol: work.turn for work in works(library)}
    choices = _choices(library)
    groups = _Groups([(Symbol(o), Symbol(n)) for o, n, together in choices if not together])
    kept: dict[Symbol, tuple[str, str, str]] = {}
    for older, newer, together in choices:
        if together and {Symbol(older), Symbol(newer)} <= turns.keys() and Symbol(newer) not in kept:
            groups.unite(Symbol(older), Symbol(newer))
            kept[Symbol(newer)] = (older, newer, "decided by you")
    for one in kin(library):
        a, b = one.older.symbol, one.newer.symbol
        if b not in kept and groups.compatible(a, b, turns) and groups.unite(a, b):
            kept[b] = (a.text, b.text, one.reason)
    return sorted(kept.values())


class _Groups:
    """Resolutions united to series, two that a person parted never in the same one."""

    def __init__(self, parted: Iterable[tuple[Symbol, Symbol]]) -> None:
        self.parted = list(parted)
        self.group: dict[Symbol, set[Symbol]] = {}

    def compatible(self, a: Symbol, b: Symbol, turns: Mapping[Symbol, str]) -> bool:
        """Whether the series of the two have no session in common: a subject comes up once in each."""
        x, y = self.group.get(a, {a}), self.group.get(b, {b})
        return x is y or not {turns[member] for member in x} & {turns[member] for member in y}

    def unite(self, a: Symbol, b: Symbol) -> bool:
        both = self.group.get(a, {a}) | self.group.get(b, {b})
        if any(x in both and y in both for x, y in self.parted):
            return False
        for member in both:
            self.group[member] = both
        return True


def _grown(known: dict[Symbol, Work], found: Iterable[Step]) -> list[Series]:
    groups = _Groups(())
    by_newer: dict[Symbol, Step] = {}
    for step in found:
        groups.unite(step.older, step.newer)
        by_newer[step.newer] = step
    grown = []
    for members in {id(group): group for group in groups.group.values()}.values():
        ordered = sorted(members, key=lambda symbol: known[symbol].age)
        own = tuple(by_newer[symbol] for symbol in ordered if symbol in by_newer)
        title = next((known[s].title for s in reversed(ordered) if known[s].title), str(ordered[-1]))
        grown.append(Series(title, tuple(ordered), own))
    return grown
