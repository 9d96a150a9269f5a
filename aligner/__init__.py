"""Which paragraph answers which, across years and across languages, and what changed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aligner.bitext import align_segments
    from aligner.checks import check
    from aligner.languages import align
    from aligner.worddiff import diff_words
    from aligner.years.documents import compare
    from aligner.years.segments import compare_segments

__all__ = ["align", "align_segments", "check", "compare", "compare_segments", "diff_words"]

# Loaded at first use: a comparison of two years needs neither the lexicon nor the checks.
_HOMES = {
    "align": "aligner.languages",
    "align_segments": "aligner.bitext",
    "check": "aligner.checks",
    "compare": "aligner.years.documents",
    "compare_segments": "aligner.years.segments",
    "diff_words": "aligner.worddiff",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        value = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return value
    raise AttributeError(f"module 'aligner' has no attribute {name!r}")
