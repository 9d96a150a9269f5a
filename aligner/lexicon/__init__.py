"""Words and their translations: learnt from aligned paragraphs, and written by hand for the field."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from aligner.lexicon.store import PairTable, unpack

__all__ = ["FOLDER", "PairTable", "core", "learnt"]

FOLDER = Path(__file__).parent  # importlib.resources takes as long to import as the tables to read


@lru_cache(maxsize=4)
def learnt(one: str, two: str) -> PairTable | None:
    """The shipped table of two languages in alphabetical order; None where none was learnt."""
    path = FOLDER / "learnt" / f"{one}-{two}.bin"
    return unpack(path.read_bytes(), path.name) if path.is_file() else None


@lru_cache(maxsize=8)
def core(one: str, two: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The everyday words that any text may hold: for each idea its words in either language.

    Empty where the hand-written table lacks one of the languages.
    """
    lines = (FOLDER / "core.csv").read_text(encoding="utf-8").splitlines()
    languages = lines[0].split(",")
    if one not in languages or two not in languages:
        return ()
    left, right = languages.index(one), languages.index(two)
    ideas = (line.split(",") for line in lines[1:])
    return tuple((_single_words(idea[left]), _single_words(idea[right])) for idea in ideas)


def _single_words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("|") if word and " " not in word)
