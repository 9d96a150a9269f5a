"""What a pair of aligned texts teaches about the words of two languages: counts that can be added up.

Units that may translate each other compete for each other's occurrences in a few rounds of IBM Model 1, trained
in both directions by agreement (Brown et al. 1993; Liang, Taskar and Klein 2006), as in the lexicon that ships.
What one pair of texts leaves undecided, others decide: the counts of many are added, and only then weighed.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt

from aligner.bitext.units import characters, units
from corpora.errors import DamagedDocument

RULES = 1  # raised when the rules below change, so that what was learnt by the old ones is learnt anew

# Chosen on Arabic and English, forty documents, then held to German and English (`benchmarks/taught.py`).
ROUNDS = 4  # of competition; two lose nearly all of what forty documents can teach
NULL = 0.02  # what "no partner here" weighs in the competition; 0.05 taught less
SHARE = 0.6  # 0..1: units in a larger share of the links are in everything's company
WEIGHED = 0.01  # occurrences below which a pair leaves the competition
KEPT = 0.02  # occurrences below which a pair is not worth keeping
LONGEST = 400  # distinct units of a side of a link; the competition in longer ones costs most and says least
MOST_PAIRS = 300_000  # pairs of units looked at in one pair of documents, so that a huge one costs no more
LARGEST = 1 << 23  # bytes of unpacked counts: far more than documents come to; a bound against a damaged file

Pair = tuple[str, str]
_Link = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often units of either language occurred in links, and how often they answered each other."""

    one: Mapping[str, int]
    two: Mapping[str, int]
    pairs: Mapping[Pair, float]

    @classmethod
    def total(cls, parts: Iterable[Counts]) -> Counts:
        """Several counts as one; their order does not matter but for the last digits of sums."""
        one, two = Counter[str](), Counter[str]()
        pairs: dict[Pair, float] = {}
        for part in parts:
            one.update(part.one)
            two.update(part.two)
            for pair, n in part.pairs.items():
                pairs[pair] = pairs.get(pair, 0.0) + n
        return cls(one, two, pairs)

    def scores(self, least: float) -> dict[Pair, float]:
        """How firmly units translate each other, 0..1; pairs below `least` are left out."""
        found = {}
        for (u, v), n in self.pairs.items():
            score = n / sqrt(self.one[u] * self.two[v])
            if score >= least:
                found[u, v] = min(1.0, score)
        return found


def count(links: Iterable[Pair]) -> Counts:
    """What linked texts teach: each link is a text and its translation."""
    bags = list(_bounded((_bag(x), _bag(y)) for x, y in links))
    one = Counter(chain.from_iterable(x for x, _ in bags))
    two = Counter(chain.from_iterable(y for _, y in bags))
    most = max(4.0, SHARE * len(bags))
    bags = [([u for u in x if one[u] <= most], [v for v in y if two[v] <= most]) for x, y in bags]
    pairs: Mapping[Pair, float] = Counter((u, v) for x, y in bags for u in x for v in y)
    for _ in range(ROUNDS):
        pairs = _competed(bags, pairs, one, two)
    kept = {pair: round(n, 3) for pair, n in pairs.items() if n >= KEPT}
    left, right = {u for u, _ in kept}, {v for _, v in kept}
    return Counts({u: one[u] for u in sorted(left)}, {v: two[v] for v in sorted(right)}, kept)


def _bounded(links: Iterable[_Link]) -> Iterator[_Link]:
    room = MOST_PAIRS
    for x, y in links:
        if len(x) <= LONGEST and len(y) <= LONGEST and len(x) * len(y) <= room:
            room -= len(x) * len(y)
            yield x, y


def _bag(text: str) -> list[str]:
    """The distinct words of a text, and single characters of Chinese; numbers and marks teach nothing."""
    found = {unit for unit in units(text) if unit[0].isalpha()}
    return sorted(found.union(*map(characters, found)))


def _competed(
    bags: Sequence[_Link], pairs: Mapping[Pair, float], one: Mapping[str, int], two: Mapping[str, int]
) -> dict[Pair, float]:
    """One round: each occurrence asks which unit of the other side it stems from; both must agree."""
    found: dict[Pair, float] = {}
    for x, y in bags:
        rows = [[pairs.get((u, v), 0.0) for v in y] for u in x]
        to_one = [1 / one[u] for u in x]
        to_two = [1 / two[v] for v in y]
        from_one = [NULL] * len(y)
        for row, share in zip(rows, to_one, strict=True):
            for j, n in enumerate(row):
                if n:
                    from_one[j] += n * share
        for u, row, share in zip(x, rows, to_one, strict=True):
            from_two = NULL + sum(n * to_two[j] for j, n in enumerate(row) if n)
            for j, n in enumerate(row):
                if n:
                    pair = u, y[j]
                    agreed = (n * share / from_one[j]) * (n * to_two[j] / from_two)
                    found[pair] = found.get(pair, 0.0) + agreed
    return {pair: n for pair, n in found.items() if n >= WEIGHED}


def pack(counts: Counts) -> bytes:
    """Counts as bytes that `unpack` reads."""
    one, two = list(counts.one), list(counts.two)
    place_one, place_two = ({unit: k for k, unit in enumerate(side)} for side in (one, two))
    entries = [[place_one[u], place_two[v], n] for (u, v), n in counts.pairs.items()]
    data = [one, list(counts.one.values()), two, list(counts.two.values()), entries]
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack(raw: bytes) -> Counts:
    """The counts in bytes; raises `DamagedDocument` where they are none."""
    try:
        stream = zlib.decompressobj()
        text = stream.decompress(raw, LARGEST)
        if not stream.eof:
            raise ValueError("more than counts can be")
        one, n_one, two, n_two, entries = json.loads(text)
        pairs = {(one[i], two[j]): float(n) for i, j, n in entries}
        counted = [dict(zip(map(str, u), map(int, n), strict=True)) for u, n in ((one, n_one), (two, n_two))]
        if min(chain(counted[0].values(), counted[1].values()), default=1) < 1:
            raise ValueError("a word that never occurred")
        return Counts(counted[0], counted[1], pairs)
    except (zlib.error, ValueError, TypeError, IndexError, RecursionError) as error:
        raise DamagedDocument("what a document taught cannot be read", "", "it is learnt anew") from error
