"""One table for many language versions: a row is one paragraph in all of them.

The versions are aligned pair by pair; where two pairs contradict each other the others vote: two paragraphs
share a row if, on average over the direct link and the detours through every third language, more speaks for
it than against. What was overruled is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

from aligner.languages import align
from aligner.model import Comparison
from corpora.model import Resolution

if TYPE_CHECKING:
    from aligner.lexicon.taught import Lexicons

MAJORITY = 0.5  # 0..1: mean confidence from which two paragraphs share a row

Node = tuple[int, str]  # the version's place, the paragraph's id
Votes = dict[Node, dict[Node, float]]


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in all versions: for each version the ids that say it, none where it is missing."""

    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows in reading order, and in words what the pairwise links disagreed on."""

    languages: tuple[str, ...]
    rows: tuple[Row, ...]
    disagreements: tuple[str, ...]


def grid(documents: Sequence[Resolution], *, lexicons: Lexicons | None = None) -> Grid:
    """Align any number of language versions of one document, consistently; `lexicons` as `align` takes them."""
    votes: Votes = defaultdict(dict)
    for (k, a), (m, b) in combinations(enumerate(documents), 2):
        _count(votes, k, m, align(a, b, lexicon=lexicons(a, b) if lexicons else None))
    accepted = [(x, y) for x, y in _candidates(votes) if _support(votes, x, y) >= MAJORITY]
    rows = _in_order(documents, _groups(documents, accepted))
    return Grid(
        tuple(d.language for d in documents),
        tuple(_row(documents, row) for row in rows),
        tuple(_disagreements(documents, votes, rows)),
    )


def _count(votes: Votes, k: int, m: int, comparison: Comparison) -> None:
    for link in comparison.links:
        for x, y in product(link.old, link.new):
            votes[k, x][m, y] = votes[m, y][k, x] = link.similarity


def _candidates(votes: Votes) -> list[tuple[Node, Node]]:
    """Every pair that is linked directly or over one other paragraph, once."""
    found: dict[tuple[Node, Node], None] = {}
    for x, direct in votes.items():
        for y in (*direct, *(further for near in direct for further in votes[near])):
            if x[0] < y[0]:
                found[x, y] = None
    return list(found)


def _support(votes: Votes, x: Node, y: Node) -> float:
    """Mean confidence of the direct link and of the best detour through each third version.

    A version in which neither has a partner abstains.
    """
    voters = {z[0] for z in (*votes[x], *votes[y])} - {x[0], y[0]}
    detours = dict.fromkeys(voters, 0.0)
    for z, confidence in votes[x].items():
        if z[0] in detours:
            detours[z[0]] = max(detours[z[0]], min(confidence, votes[z].get(y, 0.0)))
    if not voters:
        return 1.0  # nobody else to ask
    return (votes[x].get(y, 0.0) + sum(detours.values())) / (1 + len(voters))


def _groups(documents: Sequence[Resolution], pairs: Iterable[tuple[Node, Node]]) -> dict[Node, Node]:
    """Every paragraph's group, named by one of its members."""
    parent: dict[Node, Node] = {(k, p.id): (k, p.id) for k, d in enumerate(documents) for p in d.paragraphs}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for x, y in pairs:
        parent[root(x)] = root(y)
    return {node: root(node) for node in parent}


def _in_order(documents: Sequence[Resolution], groups: dict[Node, Node]) -> list[frozenset[Node]]:
    """The groups in reading order: that of the longest version, the rest after what precedes them."""
    members: defaultdict[Node, set[Node]] = defaultdict(set)
    for node, name in groups.items():
        members[name].add(node)
    order: list[Node] = []
    for k in sorted(range(len(documents)), key=lambda k: -len(documents[k].paragraphs)):
        at = 0
        for p in documents[k].paragraphs:
            name = groups[k, p.id]
            if name in order:
                at = order.index(name) + 1
            else:
                order.insert(at, name)
                at += 1
    return [frozenset(members[name]) for name in order]


def _row(documents: Sequence[Resolution], nodes: frozenset[Node]) -> Row:
    return Row(
        tuple(
            tuple(p.id for p in document.paragraphs if (k, p.id) in nodes)
            for k, document in enumerate(documents)
        )
    )


def _disagreements(
    documents: Sequence[Resolution], votes: Votes, rows: Sequence[frozenset[Node]]
) -> Iterable[str]:
    """In words: links that the others overruled, and paragraphs that only the others bring together."""
    row_of = {node: n for n, row in enumerate(rows) for node in row}
    for row in rows:
        for x in sorted(row):
            for y in sorted(votes[x]):
                if x[0] < y[0] and row_of[y] != row_of[x]:
                    yield f"{_named(documents, x)} : {_named(documents, y)} overruled by the other languages"
            for y in sorted(row):
                if x[0] < y[0] and y not in votes[x]:
                    yield f"{_named(documents, x)} : {_named(documents, y)} linked only by way of others"


def _named(documents: Sequence[Resolution], node: Node) -> str:
    return f"{documents[node[0]].language} {node[1]}"
