"""Footnotes: a stream of their own, tied to the paragraphs that cite them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from aligner.years.board import Group, Pair
from aligner.years.thresholds import NOTE_AT_SAME_PLACE
from corpora.model import Paragraph, Resolution


def link_by_citation(
    old: Resolution,
    new: Resolution,
    groups: Sequence[Group],
    notes: list[Group],
    places: tuple[list[int], list[int]],
    forbidden: frozenset[Pair] = frozenset(),
) -> list[Group]:
    """Add links between reworded notes that linked paragraphs cite in the same order.

    `groups` are the links of the paragraphs, `notes` those that the notes' content already made, `places`
    where the notes stand. A note follows its paragraph, so that none counts as moved.
    """
    taken_old, taken_new = {i for g in notes for i in g.old}, {j for g in notes for j in g.new}
    free_old = {old.paragraphs[i].id: i for i in places[0] if i not in taken_old}
    free_new = {new.paragraphs[j].id: j for j in places[1] if j not in taken_new}
    found = [replace(g, moved=False) for g in notes]
    for group in groups:
        cited_old = _cited([old.paragraphs[i] for i in group.old], free_old)
        cited_new = _cited([new.paragraphs[j] for j in group.new], free_new)
        for i, j in zip(cited_old, cited_new, strict=False):
            if (i, j) in forbidden:
                continue
            alike = Indel.normalized_similarity(old.paragraphs[i].text, new.paragraphs[j].text)
            if alike >= NOTE_AT_SAME_PLACE:
                found.append(Group((i,), (j,), alike, "notes that linked paragraphs cite at the same place"))
                del free_old[old.paragraphs[i].id], free_new[new.paragraphs[j].id]
    return found


def _cited(paragraphs: Sequence[Paragraph], free: dict[str, int]) -> list[int]:
    """Places of the free notes that paragraphs cite, in the order of the text, each once."""
    return list(dict.fromkeys(free[t] for p in paragraphs for t in p.note_targets if t in free))
