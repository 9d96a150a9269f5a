"""Segments cut at their sentences and clauses, and the links of such pieces put together to links of segments.

Where two texts join their sentences differently, a segment answers parts of two others: pieces of "A B | C" and of
"A | B C" answer each other one by one, and what hangs together through them is one link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from aligner.bitext.thresholds import PIECE_LEAST, PIECE_LEAST_HAN

_STOP = re.compile(r"(?<=[.!?…؟۔;؛:])[\"'”’»)\]]*\s+(?=[^\w\s]*[^\W\d_])|(?<=[。！？；：])[”’」』》）]*(?=.)")
_HAN_STOPS = "。！？；："


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text's segments in pieces.

    `opens[k]` says whether a segment begins with piece k, `owners[k]` which segment the piece belongs to, and
    `starts[s]` with which piece segment s begins; the end of the text counts as one more segment.
    """

    texts: tuple[str, ...]
    opens: tuple[bool, ...]
    owners: tuple[int, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, parts: Sequence[Sequence[str]]) -> Pieces:
        """From the pieces of each segment."""
        opens = [k == 0 for pieces in parts for k in range(len(pieces))] + [True]
        owners = tuple(n - 1 for n in accumulate(opens))
        starts = tuple(accumulate(map(len, parts), initial=0))
        return cls(tuple(text for pieces in parts for text in pieces), tuple(opens), owners, starts)

    def span(self, k: int) -> int:
        """How many pieces the segment has that begins with piece k; 0 where none begins."""
        if not self.opens[k] or k == len(self.texts):
            return 0
        owner = self.owners[k]
        return self.starts[owner + 1] - self.starts[owner]

    def __len__(self) -> int:
        return len(self.texts)


def cut(text: str) -> list[str]:
    """The sentences and clauses of a segment, the whole of it being their sum; short ones stay with the next."""
    pieces, start = [], 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        least = PIECE_LEAST_HAN if text[stop.start() - 1] in _HAN_STOPS else PIECE_LEAST
        if end - start >= least and len(text) - end >= least:
            pieces.append(text[start:end])
            start = end
    return [*pieces, text[start:]]
