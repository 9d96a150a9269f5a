"""Agreed language: where a text was adopted before, in the same words or nearly, the earliest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from corpora.errors import OptionError
from corpora.library.search import Hit, hit_at
from corpora.library.store import Library
from corpora.library.words import places, words

LIMIT = 20
LEAST = 75.0
"""Score from which a paragraph counts as the same language, 0 to 100. Range 65 to 90: unrelated paragraphs of one
language stay below 65, a sentence in which one word of six is another stays above 75."""
HELD = 0.5
"""Share of the text's different words that a paragraph must have to be compared letter by letter; range 0.3 to 0.7."""
COMMON = 3000
"""Paragraphs from which on a word tells too little to be counted further; range 500 to 20,000."""
BUDGET = 4000
"""Paragraphs that the rarer words may bring together before the next word is left out; range 1,000 to 20,000."""
CANDIDATES = 1000
"""Paragraphs that are compared letter by letter; range 200 to 5,000."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A paragraph in which the text stands, when it was adopted, and how near its words are (0 to 100)."""

    hit: Hit
    adopted: dt.date | None
    score: float


@dataclass(frozen=True, slots=True)
class Precedents:
    """The earliest paragraphs, and of how many that are near enough."""

    found: tuple[Agreed, ...]
    matches: int


def agreed(library: Library, text: str, *, language: str | None = None, limit: int = LIMIT) -> Precedents:
    """The paragraphs that say `text`, whole or within a longer one, in the order of their adoption.

    The rarer words of the text find the candidates; letters, without case, accents, spaces and punctuation,
    decide. Documents without a day come last.

    Args:
        library: an open library.
        text: a phrase or a paragraph, in any language.
        language: ISO 639 code of the only language that is wanted.
        limit: how many paragraphs are handed back.

    Raises:
        OptionError: there is no word in the text.
    """
    sought = words(text)
    if not sought:
        raise OptionError("there is no word to look for", repr(text), "write a phrase or a paragraph")
    bare, bag = "".join(sought), set(sought)
    scored = []
    for place, adopted, folded in _candidates(library, sought, language):
        held = folded.split()
        if len(bag.intersection(held)) >= HELD * len(bag) and (score := _score(bare, "".join(held))):
            scored.append((adopted or "9999", -score, place))
    scored.sort()
    found = tuple(
        Agreed(
            hit_at(library, place, lambda written: _shared(written, sought, bare)),
            None if day == "9999" else dt.date.fromisoformat(day),
            round(-minus, 1),
        )
        for day, minus, place in scored[:limit]
    )
    return Precedents(found, len(scored))


def _score(bare: str, here: str) -> float:
    """How near a text is to a paragraph, 0 where it is not near enough: letters in one row, without spaces.

    A paragraph that is shorter than the text must answer all of it; a longer one must hold it. Placing the text
    within a longer paragraph costs fifty times a plain comparison, which is therefore tried first.
    """
    from rapidfuzz import fuzz

    if bare in here:
        return 100.0
    whole = fuzz.ratio(bare, here, score_cutoff=LEAST)
    return whole if whole or len(here) <= len(bare) else fuzz.partial_ratio(bare, here, score_cutoff=LEAST)


def _candidates(
    library: Library, sought: Sequence[str], language: str | None
) -> list[tuple[int, str | None, str]]:
    """Number, day of adoption and folded words of the paragraphs worth comparing, stationery left out."""
    exact = '"' + " ".join(sought) + '"'
    places = {place for (place,) in library.rows("SELECT rowid FROM words WHERE words MATCH ?", exact)}
    places |= {
        place
        for (place,) in library.rows(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?",
            " OR ".join(_rarer(library, sought)) or exact,
            CANDIDATES,
        )
    }
    return library.rows(
        f"""SELECT words.rowid, adopted, words.text FROM words
        JOIN passage ON passage.id = words.rowid JOIN document ON document.id = passage.document
        WHERE words.rowid IN ({",".join(map(str, places))}) AND paragraph NOT LIKE 'm.%'
        AND document.language = coalesce(?, document.language)""",
        language,
    )


def _rarer(library: Library, sought: Sequence[str]) -> list[str]:
    """The terms of the text that fewest paragraphs have, as many as together stay within the budget."""
    counted = []
    for term in dict.fromkeys(_terms(sought)):
        ((count,),) = library.rows(
            "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)", term, COMMON
        )
        if count:
            counted.append((count, term))
    counted.sort()
    sums = accumulate(count for count, _ in counted)
    return [
        term
        for n, (total, (_, term)) in enumerate(zip(sums, counted, strict=True))
        if not n or total <= BUDGET
    ]


def _terms(sought: Sequence[str]) -> list[str]:
    """The words; where a script has no spaces, two characters together, as one alone tells nothing."""
    if sum(len(word) == 1 for word in sought) * 2 < len(sought) or len(sought) == 1:
        return [f'"{word}"' for word in sought]
    return [f'"{one} {two}"' for one, two in pairwise(sought)]


def _shared(written: str, sought: Sequence[str], bare: str) -> tuple[tuple[int, int], ...]:
    """Where the words of the text stand in the paragraph, neighbours as one stretch."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Indel

    here = places(written)
    starts = list(accumulate((len(word) for _, _, word in here), initial=0))
    first, last = 0, starts[-1]
    if last > len(bare) and (window := fuzz.partial_ratio_alignment(bare, "".join(w for *_, w in here))):
        first, last = window.dest_start, window.dest_end
    inside = [place for place, start in zip(here, starts, strict=False) if first <= start < last]
    blocks = Indel.opcodes(sought, [word for _, _, word in inside])
    return tuple(
        (inside[b.dest_start][0], inside[b.dest_end - 1][1])
        for b in blocks
        if b.tag == "equal" and b.dest_end > b.dest_start
    )
