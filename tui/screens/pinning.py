"""Deciding by hand which paragraphs answer each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from aligner.model import Comparison, Link
from tui.screens.told import named
from tui.widgets.menu import Entry

if TYPE_CHECKING:
    from aligner.pins import Pins

Decide = Callable[["Pins"], "Pins"]
ELSEWHERE = "elsewhere"


def choices(comparison: Comparison, link: Link) -> list[Entry]:
    """What a person can decide about a link; an entry's value is the decision, or `ELSEWHERE` to be asked on."""
    old, new = link.old, link.new
    found: list[Entry] = []
    if link.pinned:
        found.append(Entry(without(old, new), "take back what was decided by hand", key="u"))
    if old and new and not link.pinned:
        found.append(
            Entry(linked(comparison, old, new), f"{named(old)} and {named(new)} do belong together", key="k")
        )
    if len(old) == len(new) == 1:
        found.append(Entry(forbidden(comparison, old, new), f"{named(old)} and {named(new)} do not", key="c"))
    if new and old:
        found.append(Entry(linked(comparison, (), new), f"{named(new)} is new", key="n"))
        found.append(Entry(linked(comparison, old, ()), f"{named(old)} was dropped", key="d"))
    found.append(Entry(ELSEWHERE, f"{named(new or old)} belongs to another paragraph …", key="o"))
    return found


def linked(comparison: Comparison, old: Sequence[str], new: Sequence[str]) -> Decide:
    """That these answer each other, or that one has no counterpart."""
    return _pin(comparison, "link", old, new)


def forbidden(comparison: Comparison, old: Sequence[str], new: Sequence[str]) -> Decide:
    """That these do not answer each other."""
    return _pin(comparison, "forbid", old, new)


def without(old: Sequence[str], new: Sequence[str]) -> Decide:
    """That nothing is decided about these."""
    return lambda pins: pins.without(old, new)


def _pin(comparison: Comparison, decision: str, old: Sequence[str], new: Sequence[str]) -> Decide:
    def decide(pins: Pins) -> Pins:
        from aligner.pins import Pin

        pin = Pin(decision, tuple(old), tuple(new))  # type: ignore[arg-type]
        return pins.with_pin(pin, comparison.old, comparison.new)

    return decide
