"""Comparing bare lists of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aligner.model import Relation
from aligner.years.linking import arrange, match


class SegmentLink(NamedTuple):
    """Which segments of one list answer which of the other, by zero-based place."""

    relation: Relation
    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    similarity: float = 1.0
    evidence: tuple[str, ...] = ()


def compare_segments(old: Sequence[str], new: Sequence[str], language: str = "und") -> list[SegmentLink]:
    """Link two lists of paragraphs in one language (an ISO 639 code).

    The links are in reading order of the new list, removed paragraphs at their old place; every place of
    either list is in exactly one.
    """
    groups = arrange(match(old, new, language), range(len(old)), range(len(new)))
    return [SegmentLink(g.relation(old, new), g.old, g.new, g.moved, g.score, (g.reason,)) for g in groups]
