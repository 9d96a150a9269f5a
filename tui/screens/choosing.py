"""Asking the reader for another language or for other years, whichever screen wants to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from corpora.model import Resolution
from tui.desk import LANGUAGE_KEYS, LANGUAGE_NAMES
from tui.widgets.menu import Entry

if TYPE_CHECKING:
    from tui.app import ResdiffApp


def language(
    program: ResdiffApp, title: str, codes: Sequence[str], at: str, then: Callable[[str], None]
) -> None:
    """Let the reader choose one of several languages; where there is none but the present one, say so."""
    if not set(codes) - {at}:
        program.say("this is at hand in no other language")
        return
    entries = [Entry(c, LANGUAGE_NAMES.get(c, c), c, key=LANGUAGE_KEYS.get(c, "")) for c in codes]
    program.choose(title, entries, at, lambda code: then(str(code)))


def versions(program: ResdiffApp, old: Resolution, new: Resolution, then: Callable[[str, str], None]) -> None:
    """Let the reader choose two years of the series that a pair belongs to, the latest first."""
    years = program.desk.years_of(new)
    pairs = [(a, b) for n, b in enumerate(years) for a in years[:n]][::-1]
    if not pairs:
        program.say("no other year of this series is at hand")
        return
    entries = [
        Entry((a.symbol, b.symbol), f"{a.symbol} ▸ {b.symbol}", f"{a.year} ▸ {b.year}") for a, b in pairs
    ]
    here = (str(old.symbol), str(new.symbol))
    program.choose("Versions", entries, here, lambda chosen: then(*cast(tuple[str, str], chosen)))
