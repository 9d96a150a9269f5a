"""Which segment answers which in two languages, for any text, offline."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.bitext.beads import Bead, Matcher
from aligner.bitext.coarse import band_of, candidates, chain
from aligner.bitext.lengths import LengthModel
from aligner.bitext.known import known_pairs
from aligner.bitext.selflearn import learnt_pairs
from aligner.bitext.side import side_of
from aligner.bitext.thresholds import ROUNDS
from aligner.bitext.words import cognates, join, shared, table_of

SegmentLink = tuple[tuple[int, ...], tuple[int, ...]]


def align_segments(
    list_a: Sequence[str], list_b: Sequence[str], languages: tuple[str, str] = ("und", "und")
) -> list[SegmentLink]:
    """Which segments of two texts answer each other, in order.

    Args:
        list_a, list_b: the segments (sentences, lines, paragraphs) of either text.
        languages: the ISO 639 codes of both; ``und`` where unknown.

    Returns pairs of zero-based places; one side is empty where a segment has no answer.
    """
    return [
        (tuple(range(bead.start_a, bead.end_a)), tuple(range(bead.start_b, bead.end_b)))
        for bead in link_segments(list_a, list_b, languages)
    ]


def link_segments(list_a: Sequence[str], list_b: Sequence[str], languages: tuple[str, str]) -> list[Bead]:
    """As `align_segments`, with the log odds of each link."""
    a, b = side_of(list_a), side_of(list_b)
    if not a.bags or not b.bags:
        return [Bead(i, i + 1, 0, 0, 0.0) for i in range(len(a))] + [Bead(0, 0, j, j + 1, 0.0) for j in range(len(b))]
    lengths = LengthModel.of_totals(a.sizes, b.sizes)
    known = join([known_pairs(a, b, languages), shared(a, b)])
    known = join([known, cognates(a, b, {u for u, _ in known}, {v for _, v in known})])
    table = table_of(known, a, b)
    beads: list[Bead] = []
    for turn in range(ROUNDS + 1):
        anchors = [(i, j) for i, j, _ in chain(candidates(a, b, table, lengths), len(b))]
        matcher = Matcher(a, b, table, lengths)
        beads = matcher.best_path(band_of(anchors, len(a), len(b)))
        if turn < ROUNDS:
            pairs = [(sum(a.sizes[x.start_a : x.end_a]), sum(b.sizes[x.start_b : x.end_b])) for x in beads]
            lengths = LengthModel.of_links([(x, y) for x, y in pairs if x and y], lengths)
            table = table_of(join([known, learnt_pairs(a, b, beads, known)]), a, b)
    return beads
