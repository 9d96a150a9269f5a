"""The order in which a right-to-left text's letters stand on a line, for terminals that leave it to us.

This is the Unicode Bidirectional Algorithm (UAX #9) without explicit embeddings, overrides and isolates: a
document may not steer the screen, so `tui.layout.cells` makes those visible instead. For display only; copies
stay in logical order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_MIRRORED = "()[]{}<>«»‹›⟦⟧⟪⟫⟨⟩≤≥≺≻"
MIRROR = dict(zip(_MIRRORED[::2] + _MIRRORED[1::2], _MIRRORED[1::2] + _MIRRORED[::2], strict=True))
_OPENING = dict(zip("([{⟦⟪⟨", ")]}⟧⟫⟩", strict=True))
_CLOSING = frozenset(_OPENING.values())
_STRONG = {
    "L": "L",
    "R": "R",
    "AL": "R",
    "EN": "R",
    "AN": "R",
}  # numbers count as right-to-left among neutrals
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})


def levels(text: str, *, base: int = 1) -> list[int]:
    """The embedding level of every character: odd runs right to left.

    Args:
        text: one paragraph in logical order.
        base: the paragraph's own level, 1 for a right-to-left text.
    """
    types = [_type(c) for c in text]
    edge = "R" if base % 2 else "L"
    _weak(types, edge)
    _brackets(text, types, edge)
    _neutral(types, edge)
    return [_implicit(base, kind) for kind in types]


def base_level(text: str) -> int:
    """The level of a paragraph in a right-to-left document: 1 unless all its letters are of a left-to-right script.

    Not its first letter's (rules P2 and P3): a note that begins with a symbol is read from the right like the rest.
    """
    kinds = set(map(unicodedata.bidirectional, text))
    return 0 if "L" in kinds and kinds.isdisjoint(("R", "AL")) else 1


def visual_order(text: str, line_levels: Sequence[int], *, base: int = 1) -> list[int]:
    """Places of a line's characters from left to right (rule L2), marks after their letter."""
    found = list(line_levels)
    for i in range(len(text) - 1, -1, -1):  # L1: space at the end of a line goes with the paragraph
        if not text[i].isspace():
            break
        found[i] = base
    clusters = _clusters(text)
    ranks = [found[c[0]] for c in clusters]
    for level in range(max(ranks, default=0), 0, -1):
        start = 0
        while start < len(ranks):
            end = start
            while end < len(ranks) and ranks[end] >= level:
                end += 1
            clusters[start:end] = reversed(clusters[start:end])
            ranks[start:end] = reversed(ranks[start:end])
            start = max(end, start + 1)
    return [place for cluster in clusters for place in cluster]


def _type(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    return kind if kind in _KNOWN else "ON"


_KNOWN = _NEUTRAL | {"L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN"}


def _weak(types: list[str], edge: str) -> None:
    """Rules W1 to W7, in place: what numbers, their separators and their signs belong to."""
    before, strong = edge, edge
    for i, kind in enumerate(types):
        if kind in ("NSM", "BN"):
            types[i] = before
        elif kind == "EN" and strong == "AL":
            types[i] = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        before = types[i]
    types[:] = ["R" if kind == "AL" else kind for kind in types]
    for i in range(1, len(types) - 1):
        around = types[i - 1]
        joins = {"ES": ("EN",), "CS": ("EN", "AN")}.get(types[i], ())
        if around == types[i + 1] and around in joins:
            types[i] = around
    _spread_terminators(types)
    strong = edge
    for i, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[i] = "L"


def _spread_terminators(types: list[str]) -> None:
    """Rule W5: a run of signs such as % beside a number is part of it."""
    i = 0
    while i < len(types):
        if types[i] != "ET":
            i += 1
            continue
        end = i
        while end < len(types) and types[end] == "ET":
            end += 1
        if (i > 0 and types[i - 1] == "EN") or (end < len(types) and types[end] == "EN"):
            types[i:end] = ["EN"] * (end - i)
        i = end


def _brackets(text: str, types: list[str], edge: str) -> None:
    """Rule N0: a pair of brackets takes one direction."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for i, character in enumerate(text):
        if types[i] != "ON":
            continue
        if character in _OPENING:
            stack.append((_OPENING[character], i))
        elif character in _CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == character:
                    pairs.append((stack[depth][1], i))
                    del stack[depth:]
                    break
    for start, end in sorted(pairs):
        inside = {_STRONG[kind] for kind in types[start + 1 : end] if kind in _STRONG}
        if not inside:
            continue
        direction = edge if edge in inside else _before(types, start, edge, inside)
        types[start] = types[end] = direction


def _before(types: list[str], start: int, edge: str, inside: set[str]) -> str:
    context = next((_STRONG[kind] for kind in reversed(types[:start]) if kind in _STRONG), edge)
    return context if context in inside else edge


def _neutral(types: list[str], edge: str) -> None:
    """Rules N1 and N2: a run of neutrals goes with its neighbours if they agree, else with the paragraph."""
    i = 0
    while i < len(types):
        if types[i] not in _NEUTRAL:
            i += 1
            continue
        end = i
        while end < len(types) and types[end] in _NEUTRAL:
            end += 1
        before = _STRONG[types[i - 1]] if i else edge
        after = _STRONG[types[end]] if end < len(types) else edge
        types[i:end] = [before if before == after else edge] * (end - i)
        i = end


def _implicit(base: int, kind: str) -> int:
    """Rules I1 and I2."""
    if base % 2:
        return base if kind == "R" else base + 1
    return base + {"L": 0, "R": 1}.get(kind, 2)


def _clusters(text: str) -> list[list[int]]:
    """Letters with the marks that stand on them."""
    found: list[list[int]] = []
    for i, character in enumerate(text):
        if found and unicodedata.bidirectional(character) == "NSM":
            found[-1].append(i)
        else:
            found.append([i])
    return found
