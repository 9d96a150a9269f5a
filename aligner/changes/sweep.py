"""Terms exchanged, dropped or put in throughout a text: a decision about the term, to be told once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from aligner.changes.hunks import ChangedHunk
from aligner.changes.style import folded
from aligner.model import Comparison

# A wording that gives way to the same other one in this many paragraphs is a decision about the term, not
# about the paragraphs. Two can be chance (a title and its first citation); range 2 to 5.
SWEEP_PARAGRAPHS = 3

SHORTEST = 2  # characters of a term that is dropped or added alone; "的" comes and goes with any rewording


@dataclass(frozen=True, slots=True)
class Sweep:
    """A term exchanged for another throughout one language's text, or for nothing, or nothing for it.

    `paragraphs` are ids of the new version.
    """

    language: str
    old: str
    new: str
    paragraphs: tuple[str, ...]

    @property
    def message(self) -> str:
        """One line for people."""
        what = (
            f"“{self.old}” → “{self.new}”"
            if self.old and self.new
            else (f"“{self.old}” dropped" if self.old else f"“{self.new}” added")
        )
        return f"{self.language}: {what} in {len(self.paragraphs)} paragraphs"


def sweeps(comparison: Comparison) -> tuple[Sweep, ...]:
    """The terms that a newer version exchanges in `SWEEP_PARAGRAPHS` paragraphs or more."""
    language = comparison.new.language
    places: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for link in comparison.links:
        for hunk in link.hunks if link.relation == "edited" else ():
            if pair := exchanged(hunk, language):
                places[pair].update(dict.fromkeys(link.new))
    often = {pair: where for pair, where in places.items() if len(where) >= SWEEP_PARAGRAPHS}
    whole = [where for pair, where in often.items() if not _is_scrap(pair)]
    return tuple(
        Sweep(language, old, new, tuple(where))
        for (old, new), where in often.items()
        if not _is_scrap((old, new))
        or any(len(where.keys() & term.keys()) >= SWEEP_PARAGRAPHS for term in whole)
    )


def _is_scrap(pair: tuple[str, str]) -> bool:
    """Whether so little was dropped or added that it is a term only beside the rest of one ("以 … 为手段")."""
    return min(map(len, pair)) == 0 and max(map(len, pair)) < SHORTEST


def exchanged(hunk: ChangedHunk, language: str) -> tuple[str, str] | None:
    """The words that an edit takes out and puts in, without regard to their dress; None if they are numbers."""
    if hunk.change == "rollover":
        return None
    old, new = folded(hunk.old, language)[1], folded(hunk.new, language)[1]
    if any(c.isdigit() for c in old + new):
        return None  # a number may be exchanged everywhere and still be missed in one place
    return (old, new) if old != new else None
