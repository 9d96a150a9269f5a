"""A machine translation beside the text it was made for: how alike they read."""

from __future__ import annotations

from rapidfuzz import fuzz

from aligner.bitext.units import words


def likeness(translation: str, text: str) -> float:
    """How alike a machine translation and a text of the same language are, 0..100, whatever the order of words."""
    return fuzz.ratio(sorted(words(translation)), sorted(words(text)))
