"""What a change means: roll-over, editorial or substantive; verbs, mandates, citations."""

from aligner.changes.classify import ChangedHunk, changed_hunks, classify

__all__ = ["ChangedHunk", "changed_hunks", "classify"]
