"""Links of pieces put together to links of whole segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.bitext.beads import Bead
from aligner.bitext.pieces import Pieces


def whole(beads: Sequence[Bead], a: Pieces, b: Pieces) -> list[Bead]:
    """What a path over pieces says of their segments; a link's score is the sum of its pieces'."""
    out: list[Bead] = []
    first = 0
    for n, bead in enumerate(beads):
        if a.opens[bead.end_a] and b.opens[bead.end_b]:
            out += _joined(beads[first : n + 1], a, b)
            first = n + 1
    return out


def _joined(beads: Sequence[Bead], a: Pieces, b: Pieces) -> Iterator[Bead]:
    """The links of a stretch between two places where segments of both texts begin."""
    start_a, end_a = a.owners[beads[0].start_a], a.owners[beads[-1].end_a]
    start_b, end_b = b.owners[beads[0].start_b], b.owners[beads[-1].end_b]
    score = sum(bead.score for bead in beads)
    if any(bead.is_link for bead in beads):
        yield Bead(start_a, end_a, start_b, end_b, score)
        return
    share = score / (end_a - start_a + end_b - start_b)
    for i in range(start_a, end_a):
        yield Bead(i, i + 1, start_b, start_b, share)
    for j in range(start_b, end_b):
        yield Bead(end_a, end_a, j, j + 1, share)
