"""Comparing two versions of a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aligner.changes.classify import classify
from aligner.model import JOINT, Comparison, Link, Op
from aligner.options import PLAIN, Options
from aligner.worddiff import diff_words
from aligner.years.board import Group
from aligner.years.decisions import NONE, Decisions
from aligner.years.linking import arrange, match
from aligner.years.notes import link_by_citation
from corpora.model import UNKNOWN_LANGUAGE, Paragraph, Resolution

if TYPE_CHECKING:
    from aligner.pins import Pins

Places = tuple[list[int], list[int]]  # of the old and of the new document
_BY_ID = ("masthead", "title", "opening")


def compare(
    old: Resolution, new: Resolution, *, pins: Pins | None = None, options: Options | None = None
) -> Comparison:
    """Link two versions of a document in one language and mark what changed.

    Masthead, title and opening answer by their ids; notes and closing are streams of their own; headings,
    preambular and operative paragraphs, annexes and tables are one stream, so that a paragraph may cross
    from the preamble to the operative part. `pins` are links that people fixed or ruled out; `options` says
    what to look past. What was not compared, and pins whose text is gone, stand in `not_compared`.
    Raises OptionError for pins that contradict each other.
    """
    return _Comparing(old, new, pins, options or PLAIN).run()


class _Comparing:
    """One comparison under way: the documents, their texts as far as they count, what people decided."""

    def __init__(self, old: Resolution, new: Resolution, pins: Pins | None, options: Options) -> None:
        self.old, self.new, self.options = old, new, options
        self.language = new.language if old.language == UNKNOWN_LANGUAGE else old.language
        self.old_texts = [options.fold(p.text) for p in old.paragraphs]
        self.new_texts = [options.fold(p.text) for p in new.paragraphs]
        self.decisions, self.stale = _decisions(pins, old, new)

    def run(self) -> Comparison:
        """Link stream by stream, then put all links in reading order."""
        streams = self._streams()
        compared = [sorted(p for s in streams.values() for p in s[side]) for side in (0, 1)]
        groups = self._across(streams)
        groups += self._fields(streams["field"])
        for name in ("body", "closing"):
            groups += self._matched(streams[name])
        notes = self._matched(streams["note"])
        forbidden = self.decisions.forbidden
        groups += link_by_citation(self.old, self.new, groups, notes, streams["note"], forbidden)
        links = tuple(self._link(g) for g in arrange(groups, compared[0], compared[1]))
        not_compared = (*sorted(self.options.ignore), *self.stale)
        return classify(Comparison("years", self.old, self.new, links, not_compared))

    def _streams(self) -> dict[str, Places]:
        """Which paragraphs may answer which: the places of both sides, by the name of the stream."""
        streams: dict[str, Places] = {name: ([], []) for name in ("field", "body", "closing", "note")}
        structured = all(d.of_kind("preambular", "operative") for d in (self.old, self.new))
        left_out = {"note": "notes", "masthead": "masthead"}
        for side, document in enumerate((self.old, self.new)):
            for place, p in enumerate(document.paragraphs):
                if left_out.get(p.kind) not in self.options.ignore:
                    streams[_stream(p, structured)][side].append(place)
        return streams

    def _across(self, streams: dict[str, Places]) -> list[Group]:
        """Pinned links that no stream matched by content can hold; their paragraphs leave the streams."""
        groups = []
        for group in self.decisions.groups():
            homes = [
                name for name, s in streams.items() if _holds(s[0], group.old) and _holds(s[1], group.new)
            ]
            if not homes or homes == ["field"]:
                groups.append(group)
                for rows, columns in streams.values():
                    rows[:] = [i for i in rows if i not in group.old]
                    columns[:] = [j for j in columns if j not in group.new]
        return groups

    def _fields(self, places: Places) -> list[Group]:
        by_id = {self.old.paragraphs[i].id: i for i in places[0]}
        groups = []
        for j in places[1]:
            p = self.new.paragraphs[j]
            if p.id in by_id and (by_id[p.id], j) not in self.decisions.forbidden:
                reason = (
                    "the same field of the masthead" if p.kind == "masthead" else f"the {p.kind} of either"
                )
                groups.append(Group((by_id[p.id],), (j,), 1.0, reason))
        return groups

    def _matched(self, places: Places) -> list[Group]:
        """Match the texts at the given places."""
        rows, columns = places
        found = match(
            [self.old_texts[i] for i in rows],
            [self.new_texts[j] for j in columns],
            self.language,
            (lambda n: self.old.paragraphs[rows[n]].label, lambda n: self.new.paragraphs[columns[n]].label),
            self.decisions.within(rows, columns),
        )
        return [g.at(rows, columns) for g in found]

    def _link(self, g: Group) -> Link:
        before, after = [self.old.paragraphs[i] for i in g.old], [self.new.paragraphs[j] for j in g.new]
        relation = g.relation(self.old_texts, self.new_texts)
        texts = JOINT.join([p.text for p in before]), JOINT.join([p.text for p in after])
        ops = diff_words(*texts, self.language, options=self.options)
        ignored = self.options.ignored(ops, alike=relation == "same")
        crossed = {p.kind for p in before} ^ {p.kind for p in after} == {"preambular", "operative"}
        return Link(
            relation,
            tuple(p.id for p in before),
            tuple(p.id for p in after),
            similarity=_similarity(ops, ignored) if before and after else 0.0,
            moved=bool(before and after) and (g.moved or crossed),
            renumbered=bool(before and after) and before[0].label != after[0].label,
            evidence=(g.reason, *self._ruled_out(g)),
            ops=tuple(ops),
            pinned=g.pinned,
            ignored=ignored,
        )

    def _ruled_out(self, g: Group) -> list[str]:
        """What people forbade about a group's paragraphs."""
        pairs = sorted(k for k in self.decisions.forbidden if k[0] in g.old or k[1] in g.new)
        old, new = self.old.paragraphs, self.new.paragraphs
        return [f"a person decided that {old[i].id} does not answer {new[j].id}" for i, j in pairs]


def _holds(stream: list[int], places: tuple[int, ...]) -> bool:
    return set(stream) >= set(places)


def _stream(p: Paragraph, structured: bool) -> str:
    if p.kind == "note" or (p.kind == "closing" and structured):
        return p.kind
    return "field" if p.kind in _BY_ID and structured else "body"


def _decisions(pins: Pins | None, old: Resolution, new: Resolution) -> tuple[Decisions, list[str]]:
    """Pins as places, and a sentence for each that no longer applies."""
    if pins is None:
        return NONE, []
    placed, stale = pins.place(old, new)
    links = tuple((p.old, p.new) for p in placed if p.pin.decision == "link")
    forbidden = frozenset((p.old[0], p.new[0]) for p in placed if p.pin.decision == "forbid")
    return Decisions(links, forbidden), [f"pin {pin}: its text is no longer there" for pin in stale]


def _similarity(ops: Sequence[Op], ignored: Sequence[int]) -> float:
    """The share of both texts that is equal, as far as it counts."""
    lengths = [len(text) * (1 + (name == "equal")) for name, text in ops]
    total = sum(lengths)
    other = total - sum(n for n, (name, _) in zip(lengths, ops, strict=True) if name == "equal")
    return (total - other + sum(lengths[place] for place in ignored)) / total if total else 1.0
