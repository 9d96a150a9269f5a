"""How the learnt word-translation table of a pair of languages lies in a file.

Little-endian: a magic word, four counts, then one zlib stream of both vocabularies, and of the entries:
how many each unit of the first language has, the partners' places in the second, the scores in 1/255.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from corpora.errors import DamagedDocument

MAGIC = b"RDLX0001"
_HEAD = struct.Struct("<8s4I")


@dataclass(frozen=True, slots=True)
class PairTable:
    """Which units of two languages translate each other, and how firmly (0..1).

    Entry k joins ``first[i]`` with ``second[partners[k]]`` for k in ``starts[i]:starts[i + 1]``.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    starts: array[int]
    partners: array[int]
    scores: bytes

    @classmethod
    def of(
        cls, a: Sequence[str], b: Sequence[str], u: Sequence[int], v: Sequence[int], s: Sequence[float]
    ) -> PairTable:
        """A table of parallel lists: places in `a` and in `b`, scores; units without an entry are dropped."""
        kept_a, kept_b = sorted(set(u)), sorted(set(v))
        place_a = {old: new for new, old in enumerate(kept_a)}
        place_b = {old: new for new, old in enumerate(kept_b)}
        entries = sorted((place_a[i], -score, place_b[j]) for i, j, score in zip(u, v, s, strict=True))
        starts = array("I", [0])
        for place, _, _ in entries:
            starts.extend([starts[-1]] * (place + 2 - len(starts)))
            starts[-1] += 1
        scores = bytes(max(1, min(255, round(-score * 255))) for _, score, _ in entries)
        partners = array("H", [j for _, _, j in entries])
        return cls(tuple(a[i] for i in kept_a), tuple(b[j] for j in kept_b), starts, partners, scores)


def pack(table: PairTable) -> bytes:
    """The file's bytes."""
    counts = array("B", [hi - lo for lo, hi in zip(table.starts, table.starts[1:], strict=False)])
    words = ("\n".join(table.first).encode(), "\n".join(table.second).encode())
    partners = array("H", table.partners)
    if sys.byteorder == "big":
        partners.byteswap()
    body = zlib.compress(b"".join((*words, counts.tobytes(), partners.tobytes(), table.scores)), 9)
    return _HEAD.pack(MAGIC, len(words[0]), len(words[1]), len(counts), len(partners)) + body


def unpack(raw: bytes, where: str) -> PairTable:
    """The table in a file's bytes; raises `DamagedDocument` where they are not one."""
    try:
        magic, len_a, len_b, units, entries = _HEAD.unpack_from(raw)
        body = zlib.decompress(raw[_HEAD.size :])
    except (struct.error, zlib.error) as error:
        raise DamagedDocument("the lexicon cannot be read", where, "install the program anew") from error
    if magic != MAGIC or len(body) != len_a + len_b + units + 3 * entries:
        raise DamagedDocument("the lexicon is of another version", where, "install the program anew")
    at = len_a + len_b
    starts = array("I", [0])
    for count in body[at : at + units]:
        starts.append(starts[-1] + count)
    partners = array("H")
    partners.frombytes(body[at + units : at + units + 2 * entries])
    if sys.byteorder == "big":
        partners.byteswap()
    first, second = body[:len_a].decode().split("\n"), body[len_a:at].decode().split("\n")
    return PairTable(tuple(first), tuple(second), starts, partners, body[at + units + 2 * entries :])
