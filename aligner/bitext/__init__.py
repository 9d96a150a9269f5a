"""Which segment answers which in two languages, for any text, offline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aligner.bitext.beads import Bead, Hint, Matcher, best_path, commonness
from aligner.bitext.coarse import band_of, candidates, chain, sure_links
from aligner.bitext.confidence import with_confidence
from aligner.bitext.crossings import uncross
from aligner.bitext.known import core_pairs, known_pairs, taught_pairs
from aligner.bitext.lengths import LengthModel
from aligner.bitext.pieces import Pieces, cut
from aligner.bitext.priors import LIGHT, SINGLE, Prices, Priors
from aligner.bitext.selflearn import learnt_pairs, revised
from aligner.bitext.side import Side, side_of
from aligner.bitext.thresholds import BAND, FINE_BAND, ROUNDS, ROUNDS_LEAST, SETTLED, SMALL, SURE, SURE_COARSE
from aligner.bitext.whole import whole
from aligner.bitext.words import Pairs, cognates, join, shared, table_of

if TYPE_CHECKING:
    from aligner.lexicon.taught import Taught

__all__ = ["Bead", "SegmentLink", "align_segments", "link_segments"]

Witness = tuple[Sequence[str] | None, Sequence[str] | None]
SegmentLink = tuple[tuple[int, ...], tuple[int, ...]]


def align_segments(
    list_a: Sequence[str],
    list_b: Sequence[str],
    languages: tuple[str, str] = ("und", "und"),
    *,
    witness: Witness = (None, None),
    lexicon: Taught | None = None,
) -> list[SegmentLink]:
    """Which segments of two texts answer each other, in order.

    Args:
        list_a, list_b: the segments (sentences, lines, paragraphs) of either text.
        languages: the ISO 639 codes of both; ``und`` where unknown.
        witness: machine translations of `list_a` and of `list_b` into the other language, if there are any.
        lexicon: what other documents taught about the two languages, beside the lexicons that ship.

    Returns pairs of zero-based places; one side is empty where a segment has no answer.
    """
    return [
        (tuple(range(bead.start_a, bead.end_a)), tuple(range(bead.start_b, bead.end_b)))
        for bead in link_segments(list_a, list_b, languages, witness=witness, lexicon=lexicon)
    ]


def link_segments(
    list_a: Sequence[str],
    list_b: Sequence[str],
    languages: tuple[str, str],
    *,
    hint: Hint | None = None,
    witness: Witness = (None, None),
    lexicon: Taught | None = None,
    confidence: bool = False,
    crossings: bool = False,
) -> list[Bead]:
    """As `align_segments`, with the log odds of each link, and its confidence where asked for.

    `hint` adds log odds that lie beside the text: positions, printed numbers, kinds of paragraph. `witness`
    gives machine translations of either text's segments into the other's language, one a segment; they
    are weighed as evidence and decide nothing by themselves, as are the translations of `lexicon`. `crossings`
    also joins segments out of order. Segments are cut into sentences and clauses on the way, unless there is a
    hint or they may cross.
    """
    uncut = hint is not None or crossings
    pieces_a, told_a = _pieces(list_a, witness[0], uncut)
    pieces_b, told_b = _pieces(list_b, witness[1], uncut)
    a, b = side_of(pieces_a.texts, languages[0], told_a), side_of(pieces_b.texts, languages[1], told_b)
    if not a.bags or not b.bags:
        lone = [Bead(i, i + 1, 0, 0, 0.0, 1.0) for i in range(len(list_a))]
        return lone + [Bead(0, 0, j, j + 1, 0.0, 1.0) for j in range(len(list_b))]
    known = _known(a, b, languages, lexicon)
    table, lengths = table_of(known, a, b), LengthModel.of_totals(a.sizes, b.sizes)
    anchors = chain(candidates(a, b, table, lengths), len(b))
    small = hint is None and max(len(list_a), len(list_b)) <= SMALL
    sure = {} if small else sure_links(anchors, SURE_COARSE)
    corners = [(i, j) for i, j, _ in anchors]
    common = commonness(a), commonness(b)
    matcher = Matcher(a, b, common, table, lengths, hint)
    prices = Prices(pieces_a, pieces_b, Priors(), LIGHT)
    beads = best_path(matcher, band_of(corners, len(a), len(b), sure, BAND), len(b), sure, prices)
    for done in range(1, ROUNDS + 1):
        before = set(_places(beads))
        lengths = LengthModel.of_links(_linked_sizes(a, b, beads), lengths)
        sizes = [(x.end_a - x.start_a, x.end_b - x.start_b) for x in whole(beads, pieces_a, pieces_b)]
        prices = Prices(pieces_a, pieces_b, Priors.of_sizes(sizes))
        translations = join([revised(a, b, beads, known), learnt_pairs(a, b, beads, known)])
        matcher = Matcher(a, b, common, table_of(translations, a, b), lengths, hint)
        singles = [(x.start_a, x.start_b, x.score) for x in beads if x.is_single]
        sure = {} if small else sure_links(singles, SURE)
        band = band_of(_places(beads), len(a), len(b), sure, FINE_BAND)
        beads = best_path(matcher, band, len(b), sure, prices)
        changed = sum(place not in before for place in _places(beads))
        if changed <= (SETTLED * len(beads) if done >= ROUNDS_LEAST else 0):
            break
    links = whole(beads, pieces_a, pieces_b)
    if confidence:
        links = with_confidence(matcher, links, _places(beads), pieces_a, pieces_b, prices)
    return uncross(matcher, links, Prices(pieces_a, pieces_b, Priors(), SINGLE)) if crossings else links


def _pieces(
    segments: Sequence[str], witness: Sequence[str] | None, uncut: bool
) -> tuple[Pieces, list[str] | None]:
    """A text's segments in pieces, and the machine translation of each piece if there is one.

    A segment whose translation falls into another number of pieces stays whole.
    """
    parts = [[text] if uncut else cut(text) for text in segments]
    if witness is None:
        return Pieces.of(parts), None
    told = [[text] if uncut else cut(text) for text in witness]
    alike = [len(here) == len(there) for here, there in zip(parts, told, strict=True)]
    parts = [part if same else [text] for part, same, text in zip(parts, alike, segments, strict=True)]
    told = [part if same else [text] for part, same, text in zip(told, alike, witness, strict=True)]
    return Pieces.of(parts), [text for part in told for text in part]


def _known(a: Side, b: Side, languages: tuple[str, str], lexicon: Taught | None) -> Pairs:
    """Every translation that is known before any link is: lexicons, shared spellings, cognates."""
    taught = taught_pairs(a, b, languages, lexicon)
    pairs = join([known_pairs(a, b, languages), core_pairs(a, b, languages), taught, shared(a, b)])
    return join([pairs, cognates(a, b, {u for u, _ in pairs}, {v for _, v in pairs})])


def _linked_sizes(a: Side, b: Side, beads: Sequence[Bead]) -> list[tuple[int, int]]:
    linked = [x for x in beads if x.start_a < x.end_a and x.start_b < x.end_b]
    return [(sum(a.sizes[x.start_a : x.end_a]), sum(b.sizes[x.start_b : x.end_b])) for x in linked]


def _places(beads: Sequence[Bead]) -> list[tuple[int, int]]:
    return [(x.end_a, x.end_b) for x in beads]
