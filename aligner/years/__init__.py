"""Links between two versions in one language, and what each of them changed."""

from __future__ import annotations

from aligner.years.documents import compare
from aligner.years.segments import SegmentLink, compare_segments

__all__ = ["SegmentLink", "compare", "compare_segments"]
