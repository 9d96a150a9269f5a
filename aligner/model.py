"""What a comparison finds: links and word diffs. Frozen, typed, and the source of the JSON."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from corpora.model import Paragraph, Resolution
from corpora.record import Record

if TYPE_CHECKING:
    from aligner.changes.hunks import ChangedHunk

Axis = Literal["years", "languages"]
Relation = Literal["same", "edited", "translated", "split", "merged", "added", "removed"]
Change = Literal["rollover", "editorial", "substantive"]
OpName = Literal["equal", "delete", "insert"]
Op = tuple[str, str]  # (OpName, text)

COMPARISON_SCHEMA = "resdiff/comparison/1"
JOINT = "\n"  # stands between the paragraphs of one side of a split or merge wherever their texts are joined

RELATIONS: dict[Axis, tuple[Relation, ...]] = {
    "years": ("same", "edited", "split", "merged", "added", "removed"),
    "languages": ("translated", "split", "merged", "added", "removed"),
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Link(Record):
    """Which paragraphs of one side answer which of the other, by id.

    `similarity` is in 0..1; `evidence` says in words why the link was made; `ops` is the word diff and
    gives both texts back exactly (the paragraphs of a split or merge joined by `JOINT`); `ignored` are the
    places of those ops that differ in nothing that was to be looked at;
    `change` is empty where nothing changed and between languages, as are `hunks`, the edits with their kinds.
    """

    relation: Relation
    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float = 1.0
    moved: bool = False
    renumbered: bool = False
    change: Change | None = None
    evidence: tuple[str, ...] = ()
    ops: tuple[Op, ...] = ()
    pinned: bool = False
    hunks: tuple[ChangedHunk, ...] = ()
    ignored: tuple[int, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether a reader has to look here: new, gone, other words, or another place."""
        return self.relation not in ("same", "translated") or self.moved

    @property
    def proofs(self) -> tuple[str, ...]:
        """What the roll-overs in it follow from, each once; a title's printed number has its proof in the evidence."""
        found = tuple(dict.fromkeys(hunk.proof for hunk in self.hunks if hunk.proof))
        return found or (self.evidence[-1:] if self.change == "rollover" else ())

    def to_dict(self) -> dict[str, Any]:
        """This link as in the published schema."""
        return {
            "relation": self.relation, "old": list(self.old), "new": list(self.new),
            "moved": self.moved, "renumbered": self.renumbered, "similarity": round(self.similarity, 4),
            "change": self.change, "evidence": list(self.evidence), "pinned": self.pinned,
            "ops": [list(op) for op in self.ops], "ignored": list(self.ignored),
            "hunks": [hunk.to_dict() for hunk in self.hunks],
        }  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class Comparison(Record):
    """Two documents and their links, in reading order of the new; removed ones at their old place.

    `witnesses` says what the links between two languages rest on beside the two texts and what ships.
    """

    axis: Axis
    old: Resolution
    new: Resolution
    links: tuple[Link, ...]
    not_compared: tuple[str, ...] = field(default=())
    witnesses: tuple[str, ...] = ()

    @cached_property
    def summary(self) -> dict[str, int]:
        """How many links of each relation, how many moved and renumbered."""
        counts = Counter(link.relation for link in self.links)
        return {r: counts[r] for r in RELATIONS[self.axis]} | {
            "moved": sum(link.moved for link in self.links),
            "renumbered": sum(link.renumbered for link in self.links),
        }

    @property
    def changes(self) -> tuple[Link, ...]:
        """The links a reader has to look at."""
        return tuple(link for link in self.links if link.changed)

    def old_paragraphs(self, link: Link) -> tuple[Paragraph, ...]:
        """The old side's paragraphs of a link."""
        return tuple(self.old[i] for i in link.old)

    def new_paragraphs(self, link: Link) -> tuple[Paragraph, ...]:
        """The new side's paragraphs of a link."""
        return tuple(self.new[i] for i in link.new)

    def only(self, change: Change | None) -> Comparison:
        """The same comparison with no links but those of one kind of change; all of them for None."""
        if change is None:
            return self
        return replace(self, links=tuple(link for link in self.links if link.change == change))

    def to_dict(self) -> dict[str, Any]:
        """The comparison as in the published schema."""
        return {
            "schema": COMPARISON_SCHEMA, "axis": self.axis,
            "old": resolution_dict(self.old), "new": resolution_dict(self.new),
            "links": [link.to_dict() for link in self.links],
            "summary": self.summary, "not_compared": list(self.not_compared),
            "witnesses": list(self.witnesses),
        }  # fmt: skip


def resolution_dict(r: Resolution) -> dict[str, Any]:
    """A document as in the published schema."""
    origin = r.provenance
    return {
        "symbol": str(r.symbol) if r.symbol else None, "language": r.language, "title": r.title,
        "adopted": _iso(r.adopted),
        "provenance": {"status": origin.status, "source": origin.source, "sha256": origin.sha256},
        "paragraphs": [{"id": p.id, "kind": p.kind, "label": p.label, "text": p.text} for p in r.paragraphs],
        "unplaced": [{"text": u.text, "reason": u.reason} for u in r.unplaced],
    }  # fmt: skip


def side_texts(ops: Iterable[Op]) -> tuple[str, str]:
    """Both texts of a word diff: reject all, accept all."""
    kept = list(ops)
    return (
        "".join(text for name, text in kept if name != "insert"),
        "".join(text for name, text in kept if name != "delete"),
    )


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
