"""Gold alignments for the benchmarks: reading them, halving them, scoring against them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Links = list[tuple[tuple[int, ...], tuple[int, ...]]]
_LINE = re.compile(r"^\s*\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]", re.M)


@dataclass(frozen=True, slots=True)
class Case:
    """One gold alignment: its set, document, languages, segments and links."""

    set: str
    document: str
    languages: tuple[str, str]
    a: list[str]
    b: list[str]
    links: Links


def cases(folder: Path, half: str = "all") -> Iterator[Case]:
    """The alignments under a folder; a half takes every second document (or pair, of one document)."""
    for directory in sorted({path.parent for path in folder.rglob("*.gold")}):
        golds = sorted(directory.glob("*.gold"))
        documents = sorted({gold.name.removesuffix(".gold").rpartition(".")[0] for gold in golds})
        for k, gold in enumerate(golds):
            document, _, pair = gold.name.removesuffix(".gold").rpartition(".")
            index = documents.index(document) if len(documents) > 1 else k
            if half != "all" and len(golds) > 1 and index % 2 != (half == "odd"):
                continue
            one, two = pair.split("-")
            a, b = ((directory / f"{document}.{x}").read_text("utf-8").splitlines() for x in (one, two))
            yield Case(directory.name, document, (one, two), a, b, _links(gold.read_text("utf-8")))


def _links(text: str) -> Links:
    found = [
        tuple(tuple(map(int, re.findall(r"\d+", side))) for side in m.groups()) for m in _LINE.finditer(text)
    ]
    return singles((a, b) for a, b in found)


def singles(links: Iterable[tuple[tuple[int, ...], tuple[int, ...]]]) -> Links:
    """Links with an empty side taken apart, a segment each."""
    out: Links = []
    for a, b in links:
        out += [(a, b)] if a and b else [((i,), ()) for i in a] + [((), (j,)) for j in b]
    return out


def count(wanted: Links, got: Links, counts: Counter[str]) -> None:
    """Add what strict F1 needs: precision over all links, recall over the gold links with two sides."""
    both = {link for link in wanted if link[0] and link[1]}
    found = set(singles(got))
    counts["gold"] += len(both)
    counts["found"] += len(found)
    counts["right"] += len(found & set(wanted))
    counts["recalled"] += len(found & both)


def strict_f1(counts: Counter[str]) -> float:
    """Strict F1 of what was counted."""
    precision = counts["right"] / max(1, counts["found"])
    recall = counts["recalled"] / max(1, counts["gold"])
    return 2 * precision * recall / max(1e-9, precision + recall)
