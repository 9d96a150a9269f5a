"""Texts cut to what a provider takes in one request, and put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import quote

from aligner.gloss.model import Limit

_BREAKS = (
    re.compile(r"(?<=[.;!?…؛؟])\s+|(?<=[。；！？])"),
    re.compile(r"(?<=[,:،])\s+|(?<=[，、：])"),
    re.compile(r"\s+"),
)


def cut(text: str, limit: Limit) -> list[str]:
    """The text in pieces that fit, cut at sentences, else at commas, else between words, else anywhere."""
    return _cut(text, limit, 0)


def join(pieces: Sequence[str], language: str) -> str:
    """Translated pieces as one text."""
    return ("" if language == "zh" else " ").join(p.strip() for p in pieces)


def fits(text: str, limit: Limit) -> bool:
    """Whether a text may go in one request."""
    return len(text) <= limit.characters and len(quote(text)) <= limit.encoded


def _cut(text: str, limit: Limit, level: int) -> list[str]:
    if fits(text, limit):
        return [text]
    if level == len(_BREAKS):
        half = len(text) // 2
        return [*_cut(text[:half], limit, level), *_cut(text[half:], limit, level)] if half else [text]
    out: list[str] = []
    for start, end in _spans(text, level):
        part = text[start:end]
        joined = out[-1] + part if out else part
        if out and fits(joined.strip(), limit):
            out[-1] = joined
        else:
            out += _cut(part, limit, level + 1)
    return [piece for piece in map(str.strip, out) if piece]


def _spans(text: str, level: int) -> list[tuple[int, int]]:
    ends = [m.end() for m in _BREAKS[level].finditer(text)]
    edges = [0, *(e for e in ends if 0 < e < len(text)), len(text)]
    return [(a, b) for a, b in pairwise(edges) if a < b]
