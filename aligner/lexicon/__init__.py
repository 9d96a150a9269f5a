"""Words and their translations: learnt from aligned paragraphs, and written by hand for the field."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from aligner.lexicon.store import PairTable, unpack

__all__ = ["PairTable", "learnt"]


@lru_cache(maxsize=4)
def learnt(one: str, two: str) -> PairTable | None:
    """The shipped table of two languages in alphabetical order; None where none was learnt."""
    path = files("aligner.lexicon") / "learnt" / f"{one}-{two}.bin"
    return unpack(path.read_bytes(), path.name) if path.is_file() else None
