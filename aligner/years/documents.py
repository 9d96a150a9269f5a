"""Comparing two versions of a document."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.changes.classify import classify
from aligner.model import JOINT, Comparison, Link, Op, Relation
from aligner.options import PLAIN, Options
from aligner.worddiff import diff_words
from aligner.years.board import Group
from aligner.years.linking import Labels, arrange, match
from aligner.years.notes import link_by_citation
from corpora.model import UNKNOWN_LANGUAGE, Paragraph, Resolution

Texts = tuple[Sequence[str], Sequence[str]]
Places = tuple[list[int], list[int]]  # of the old and of the new document
_BY_ID = ("masthead", "title", "opening")


def compare(old: Resolution, new: Resolution, *, options: Options | None = None) -> Comparison:
    """Link two versions of a document in one language and mark what changed.

    Masthead, title and opening answer by their ids; notes and closing are streams of their own; headings,
    preambular and operative paragraphs, annexes and tables are one stream, so that a paragraph may cross
    from the preamble to the operative part. `options` says what to look past.
    """
    options = options or PLAIN
    language = new.language if old.language == UNKNOWN_LANGUAGE else old.language
    texts = [options.fold(p.text) for p in old.paragraphs], [options.fold(p.text) for p in new.paragraphs]
    labels = [p.label for p in old.paragraphs], [p.label for p in new.paragraphs]
    streams = _streams(old, new, options)
    groups = _fields(old, new, streams["field"])
    for name in ("body", "closing"):
        groups += _matched(texts, labels, streams[name], language)
    notes = _matched(texts, labels, streams["note"], language)
    groups += link_by_citation(old, new, groups, notes, streams["note"])
    compared = [sorted(p for s in streams.values() for p in s[side]) for side in (0, 1)]
    links = tuple(
        _link(g, old, new, texts, language, options) for g in arrange(groups, compared[0], compared[1])
    )
    return classify(Comparison("years", old, new, links, tuple(sorted(options.ignore))))


def _streams(old: Resolution, new: Resolution, options: Options) -> dict[str, Places]:
    """Which paragraphs may answer which: the places of both sides, by the name of the stream."""
    streams: dict[str, Places] = {name: ([], []) for name in ("field", "body", "closing", "note")}
    structured = all(d.of_kind("preambular", "operative") for d in (old, new))
    for side, document in enumerate((old, new)):
        for place, p in enumerate(document.paragraphs):
            if (p.kind == "note" and "notes" in options.ignore) or (
                p.kind == "masthead" and "masthead" in options.ignore
            ):
                continue
            streams[_stream(p, structured)][side].append(place)
    return streams


def _stream(p: Paragraph, structured: bool) -> str:
    if p.kind == "note" or (p.kind == "closing" and structured):
        return p.kind
    return "field" if p.kind in _BY_ID and structured else "body"


def _fields(old: Resolution, new: Resolution, places: Places) -> list[Group]:
    by_id = {old.paragraphs[i].id: i for i in places[0]}
    return [
        Group((by_id[p.id],), (j,), 1.0, f"the {'title' if p.kind == 'title' else p.kind} of either version"
              if p.kind != "masthead" else "the same field of the masthead")
        for j in places[1]
        if (p := new.paragraphs[j]).id in by_id
    ]  # fmt: skip


def _matched(texts: Texts, labels: tuple[Labels, Labels], places: Places, language: str) -> list[Group]:
    """Match the texts at the given places."""
    rows, columns = places
    marks = [labels[0][i] for i in rows], [labels[1][j] for j in columns]
    found = match([texts[0][i] for i in rows], [texts[1][j] for j in columns], language, marks)
    return [g.at(rows, columns) for g in found]


def _link(
    g: Group,
    old: Resolution,
    new: Resolution,
    texts: Texts,
    language: str,
    options: Options,
) -> Link:
    before, after = [old.paragraphs[i] for i in g.old], [new.paragraphs[j] for j in g.new]
    relation = g.relation(texts[0], texts[1])
    ops = _ops(relation, before, after, language, options)
    crossed = {p.kind for p in before} ^ {p.kind for p in after} == {"preambular", "operative"}
    return Link(
        relation,
        tuple(p.id for p in before),
        tuple(p.id for p in after),
        similarity=_similarity(ops) if before and after else 0.0,
        moved=g.moved or crossed,
        renumbered=bool(before and after) and before[0].label != after[0].label,
        evidence=(g.reason,),
        ops=ops,
        pinned=g.pinned,
    )


def _ops(
    relation: Relation, before: list[Paragraph], after: list[Paragraph], language: str, options: Options
) -> tuple[Op, ...]:
    old, new = JOINT.join([p.text for p in before]), JOINT.join([p.text for p in after])
    if relation == "same":
        return (("equal", new),)
    return tuple(diff_words(old, new, language))


def _similarity(ops: Sequence[Op]) -> float:
    """The share of both texts that is equal."""
    equal = 2 * sum(len(text) for name, text in ops if name == "equal")
    other = sum(len(text) for name, text in ops if name != "equal")
    return equal / (equal + other) if equal + other else 1.0
