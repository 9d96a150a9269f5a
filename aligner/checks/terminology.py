"""One name or term of the first version that the second says in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from aligner.bitext.units import stem
from aligner.checks.rows import Pair, Row
from aligner.checks.settings import Settings
from aligner.findings import Finding

FEWEST = 3
"""Paragraphs that must hold the term; in fewer no use is the usual one; range 3-6."""
USUAL = 0.6
"""Share of those paragraphs that the usual translation must be in; range 0.5-0.8."""
ELSEWHERE = 0.15
"""Share of the other paragraphs that may hold it too; above, it is no translation of the term; range 0.05-0.3."""
TRANSLATES = 0.5
"""Affinity that the usual words must have with the term; range 0.3-0.7."""
LONGEST = 4  # words of a translation that are compared

_LINK = (
    "of|the|and|for|on|in|to|against|de|des|du|la|le|les|et|"
    "sur|pour|aux|au|en|del|y|los|las|el|para|sobre|по|и|о|в|на|с"
)
_NAME = re.compile(rf"\b[A-ZÀ-ÞА-Я][\w’'-]+(?:\s(?:(?:{_LINK})\s){{0,2}}[A-ZÀ-ÞА-Я][\w’'-]+){{1,6}}")
_WORD = re.compile(r"[^\W\d_]+")
Gram = tuple[str, ...]


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Names whose usual translation, here and in the earlier version, some paragraphs lack."""
    rows = [r for r in pair.rows if r.kind not in ("masthead", "note")]
    pool = [*rows, *_earlier_rows(pair)]
    grams = [_grams(r.text_b, r.languages[1]) for r in pool]
    spread = Counter(g for found in grams for g in found)
    for term, places in _terms(pool).items():
        usual = _usual(places, grams, spread, len(pool))
        if usual is None:
            continue
        shown = _written(pool, places, usual)
        if pair.affinity(term, shown) < TRANSLATES:
            continue
        for k in places:
            if k < len(rows) and usual not in grams[k]:
                a, b = rows[k].languages
                message = f"{a} “{term}” is “{shown}” in {b} elsewhere, not here"
                yield rows[k].finding("terminology", "info", message, suggestion=shown, about=f"{term}>")


def _earlier_rows(pair: Pair) -> Sequence[Row]:
    earlier = pair.earlier
    if earlier is None or earlier.a is None or earlier.b is None:
        return ()
    return [r for r in Pair(earlier.a, earlier.b).rows if r.kind not in ("masthead", "note")]


def _terms(rows: Sequence[Row]) -> dict[str, list[int]]:
    """Names in several paragraphs, with the places of those."""
    where: dict[str, list[int]] = {}
    for k, row in enumerate(rows):
        for name in dict.fromkeys(m[0] for m in _NAME.finditer(row.text_a, 1)):
            where.setdefault(name, []).append(k)
    return {name: places for name, places in where.items() if len(places) >= FEWEST}


def _usual(places: list[int], grams: list[set[Gram]], spread: Counter[Gram], total: int) -> Gram | None:
    """The words that most of these paragraphs share, and few others have; None if all have them, or none does."""
    inside = Counter(g for k in places for g in grams[k])
    others = max(1, total - len(places))
    good = [
        (n, len(g), g)
        for g, n in inside.items()
        if n >= USUAL * len(places) and n >= FEWEST - 1 and (spread[g] - n) / others <= ELSEWHERE
    ]
    if not good:
        return None
    n, _, best = max(good)
    return best if n < len(places) else None


def _grams(text: str, language: str) -> set[Gram]:
    words = _stems(text, language)
    return {tuple(words[i : i + n]) for n in range(2, LONGEST + 1) for i in range(len(words) - n + 1)}


def _stems(text: str, language: str) -> list[str]:
    if language == "zh":
        return [c for c in text if "一" <= c <= "鿿"]
    return [stem(m[0].casefold()) for m in _WORD.finditer(text)]


def _written(rows: Sequence[Row], places: Iterable[int], gram: Gram) -> str:
    """The words of the text that stand behind stems."""
    for k in places:
        text, language = rows[k].text_b, rows[k].languages[1]
        words = list(re.finditer("[一-鿿]" if language == "zh" else _WORD.pattern, text))
        stems = _stems(text, language)
        for i in range(len(stems) - len(gram) + 1):
            if tuple(stems[i : i + len(gram)]) == gram:
                return text[words[i].start() : words[i + len(gram) - 1].end()]
    return " ".join(gram)
