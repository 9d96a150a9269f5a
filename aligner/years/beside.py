"""Splits and merges that pieces of text make plain: what stands beside its neighbour's text, in one paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from rapidfuzz.distance import Indel

from aligner.model import JOINT
from aligner.years.board import Board, Group
from aligner.years.thresholds import BROUGHT, MAY_BRING, MOST_PIECES, PIECE, PIECE_HAN, REACH


def join_beside(
    board: Board, old: Sequence[str], new: Sequence[str], *, han: bool
) -> tuple[set[int], set[int]]:
    """Let free paragraphs join their neighbours' links where the other side holds their text as well.

    What a whole holds of a paragraph besides its parts is told by short pieces of text, looked up as they
    are (q-grams, Ukkonen 1992). Returns the linked paragraphs of either side for which that leaves it open:
    their words have to tell.
    """
    size = PIECE_HAN if han else PIECE
    divided = _Beside(board, board.by_new, old, new, size, divided=True)
    divided.join(board.free_new())
    merged = _Beside(board, board.by_old, new, old, size, divided=False)
    merged.join(board.free_old())
    return divided.open_wholes | merged.open_parts, divided.open_parts | merged.open_wholes


class _Beside:
    """One direction: wholes of the one side; linked parts and free paragraphs of the other."""

    def __init__(
        self,
        board: Board,
        by_part: Mapping[int, Group],
        wholes: Sequence[str],
        parts: Sequence[str],
        size: int,
        *,
        divided: bool,
    ) -> None:
        self.board, self.by_part, self.size, self.divided = board, by_part, size, divided
        self.wholes, self.parts = wholes, parts
        self.open_wholes: set[int] = set()
        self.open_parts: set[int] = set()

    def join(self, free: Sequence[int]) -> None:
        for p in free:
            near = filter(None, map(self.by_part.get, range(p - REACH, p + REACH + 1)))
            hosts = [g for g in dict.fromkeys(near) if self._may_host(g, p)]
            if not hosts:
                continue
            pieces = self._pieces(self.parts[p])
            brought = [(self._brought(g, pieces), g) for g in hosts]
            most, group = max(brought, key=itemgetter(0), default=(0.0, None))
            if group and most >= BROUGHT and not {p - 1, p + 1}.isdisjoint(self._run(group)):
                self._enter(group, p)
                continue
            for g in [g for share, g in brought if share >= MAY_BRING]:
                self.open_wholes.add(self._whole(g))
                self.open_parts.update(self._run(g))

    def _run(self, group: Group) -> tuple[int, ...]:
        return group.new if self.divided else group.old

    def _whole(self, group: Group) -> int:
        return (group.old if self.divided else group.new)[0]

    def _may_host(self, group: Group, p: int) -> bool:
        """Whether a group has one whole that may hold more than its parts, and nobody ruled out `p`."""
        wholes = group.old if self.divided else group.new
        if group.score == 1.0 or group.pinned or len(wholes) > 1:
            return False
        whole, covered = len(self.wholes[wholes[0]]), sum([len(self.parts[q]) for q in self._run(group)])
        if whole - group.score * (whole + covered) / 2 < MAY_BRING * len(self.parts[p]):
            return False
        return ((wholes[0], p) if self.divided else (p, wholes[0])) not in self.board.forbidden

    def _pieces(self, text: str) -> list[str]:
        step = max(self.size, len(text) // MOST_PIECES)
        return [text[at : at + self.size] for at in range(0, max(1, len(text) - self.size + 1), step)]

    def _brought(self, group: Group, pieces: Sequence[str]) -> float:
        """The share of a paragraph's pieces that a group's whole holds and its parts do not."""
        held = list(filter(self.wholes[self._whole(group)].__contains__, pieces))
        if len(held) < MAY_BRING * len(pieces):
            return 0.0
        covered = self._joined(self._run(group))
        return sum(piece not in covered for piece in held) / len(pieces)

    def _joined(self, places: Sequence[int]) -> str:
        return JOINT.join([self.parts[place] for place in places])

    def _enter(self, group: Group, p: int) -> None:
        w, run = self._whole(group), tuple(sorted((*self._run(group), p)))
        score = Indel.normalized_similarity(self.wholes[w], self._joined(run))
        reason = f"the text of one paragraph is found in {len(run)} neighbouring ones ({score:.0%})"
        self.board.link(Group((w,), run, score, reason) if self.divided else Group(run, (w,), score, reason))
