"""What a change means: roll-over, editorial or substantive; verbs, mandates, citations."""

from aligner.changes.classify import changed_hunks, classify
from aligner.changes.hunks import ChangedHunk

__all__ = ["ChangedHunk", "changed_hunks", "classify"]
