"""Makes pairs of versions with known links: real or invented paragraphs, edited with a fixed seed.

Every pair holds untouched paragraphs, edits of three strengths, splits, merges, moves, additions and
removals, in shares like those of amended laws. The same seed and paragraphs give the same pair.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

REMOVED, SPLIT, MERGED, MOVED, ADDED = 0.05, 0.05, 0.03, 0.05, 0.07
STRENGTHS = {"same": 0.38, "light": 0.36, "medium": 0.18, "heavy": 0.08}
CLAUSE = re.compile(r"[^,;،؛，；]+[,;،؛，；]?\s*")
WORD = re.compile(r"\w[\w'’-]*")
HAN_LANGUAGES = frozenset({"zh"})


@dataclass(frozen=True, slots=True)
class Known:
    """One true link: places in the old and the new version, the kind of edit, whether it was moved."""

    old: int
    new: int
    kind: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions and the truth about them."""

    language: str
    old: list[str]
    new: list[str]
    links: list[Known]

    @property
    def removed(self) -> set[int]:
        """Places of the old paragraphs that have no successor."""
        return set(range(len(self.old))) - {k.old for k in self.links}

    @property
    def added(self) -> set[int]:
        """Places of the new paragraphs that have no predecessor."""
        return set(range(len(self.new))) - {k.new for k in self.links}


@dataclass(slots=True)
class _Piece:
    """A paragraph of the new version on its way: its text and what it came from."""

    text: str
    sources: list[tuple[int, str]] = field(default_factory=list)
    moved: bool = False


def make(paragraphs: Sequence[str], count: int, seed: int, language: str = "en") -> Pair:
    """Draw `count` paragraphs and edit them.

    Paragraphs that are not drawn are the stock of additions and of foreign clauses.
    """
    rng = random.Random(f"{seed} {count} {language}")
    drawn = rng.sample(range(len(paragraphs)), min(len(paragraphs), round(count * (1 + 2 * ADDED))))
    old, stock = [paragraphs[k] for k in drawn[:count]], [paragraphs[k] for k in drawn[count:]]
    editor = _Editor(rng, stock or old, language in HAN_LANGUAGES)
    pieces = _edit_all(old, editor, rng)
    for text in stock[: round(count * ADDED)]:
        pieces.insert(rng.randint(0, len(pieces)), _Piece(text))
    whole = [p for p in pieces if len(p.sources) == 1 and p.sources[0][1] != "split"]
    for piece in rng.sample(whole, min(len(whole), max(1, round(count * MOVED)))):
        piece.moved = True
        pieces.remove(piece)
        pieces.insert(rng.randint(0, len(pieces)), piece)
    links = [Known(i, j, kind, p.moved) for j, p in enumerate(pieces) for i, kind in p.sources]
    return Pair(language, old, [p.text for p in pieces], _without_idle_moves(links))


def _edit_all(old: Sequence[str], editor: _Editor, rng: random.Random) -> list[_Piece]:
    pieces: list[_Piece] = []
    i = 0
    while i < len(old):
        fate = rng.random()
        if fate < REMOVED:
            pass
        elif fate < REMOVED + SPLIT and (halves := editor.split(old[i])):
            pieces += [_Piece(editor.maybe(half), [(i, "split")]) for half in halves]
        elif fate < REMOVED + SPLIT + MERGED and i + 1 < len(old):
            joined = editor.maybe(editor.join(old[i], old[i + 1]))
            pieces.append(_Piece(joined, [(i, "merge"), (i + 1, "merge")]))
            i += 1
        else:
            kind = rng.choices(list(STRENGTHS), list(STRENGTHS.values()))[0]
            text = editor.edit(old[i], kind)
            pieces.append(_Piece(text, [(i, "same" if text == old[i] else kind)]))
        i += 1
    return pieces


def _without_idle_moves(links: list[Known]) -> list[Known]:
    """A paragraph put back where it came from was not moved."""
    rest = [(k.old, k.new) for k in links if not k.moved]
    out = []
    for k in links:
        crossed = any((i < k.old) != (j < k.new) for i, j in rest)
        out.append(Known(k.old, k.new, k.kind, k.moved and crossed))
    return out


class _Editor:
    """Edits texts as drafters do: words, clauses, numbers, splits and joins."""

    def __init__(self, rng: random.Random, stock: Sequence[str], han: bool) -> None:
        self.rng, self.stock, self.han = rng, stock, han
        self.edits: dict[str, Callable[[str], str]] = {
            "same": str, "light": self.light, "medium": self.medium, "heavy": self.heavy,
        }  # fmt: skip

    def edit(self, text: str, kind: str) -> str:
        """The text after an edit of the given strength."""
        return self.edits[kind](text)

    def maybe(self, text: str) -> str:
        """The text, lightly edited half of the time."""
        return self.light(text) if self.rng.random() < 0.5 else text

    def light(self, text: str) -> str:
        """A few words replaced, dropped or put in; a number counted up."""
        for _ in range(self.rng.randint(1, 3)):
            text = self._word_edit(text)
        return text

    def medium(self, text: str) -> str:
        """A clause put in, dropped or replaced, and some words."""
        clauses = CLAUSE.findall(text)
        k = self.rng.randrange(len(clauses)) if clauses else 0
        kind = self.rng.choice(("insert", "drop", "replace")) if len(clauses) > 1 else "insert"
        clauses[k : k + (kind != "insert")] = [] if kind == "drop" else [self._clause()]
        return self.light("".join(clauses).strip() or text)

    def heavy(self, text: str) -> str:
        """Most clauses replaced; at least one stays."""
        clauses = CLAUSE.findall(text)
        keep = self.rng.randrange(len(clauses)) if clauses else 0
        out = [c if k == keep or self.rng.random() < 0.3 else self._clause() for k, c in enumerate(clauses)]
        return self._word_edit("".join(out).strip() or text)

    def split(self, text: str) -> list[str]:
        """Two paragraphs, cut at a mark in the middle; none if there is no such place."""
        ends = list(accumulate(len(c) for c in CLAUSE.findall(text)))[:-1]
        inner = [e for e in ends if 0.25 < e / len(text) < 0.75]
        if not inner:
            return []
        cut = self.rng.choice(inner)
        return [text[:cut].strip(), text[cut:].strip()]

    def join(self, one: str, two: str) -> str:
        """One paragraph of two."""
        return one.rstrip(" .;,。；，،؛") + ("，" if self.han else ", ") + two

    def _word_edit(self, text: str) -> str:
        if self.han:
            k = self.rng.randrange(max(1, len(text) - 2))
            other = self._stock_text()
            at = self.rng.randrange(max(1, len(other) - 2))
            return text[:k] + other[at : at + 2] + text[k + self.rng.choice((0, 2)) :]
        words = list(WORD.finditer(text))
        if len(words) < 3:
            return text
        m = self.rng.choice(words)
        if m[0].isdecimal():
            return text[: m.start()] + str(int(m[0]) + 1) + text[m.end() :]
        kind = self.rng.choice(("replace", "replace", "insert", "drop"))
        word = "" if kind == "drop" else self.rng.choice(WORD.findall(self._stock_text()) or ["x"])
        if kind == "insert":
            word = f"{m[0]} {word}"
        return " ".join((text[: m.start()] + word + text[m.end() :]).split())

    def _stock_text(self) -> str:
        return self.rng.choice(self.stock)

    def _clause(self) -> str:
        clause = self.rng.choice(CLAUSE.findall(self._stock_text()) or [self._stock_text()])
        return clause if self.han or clause.endswith(" ") else clause + " "


def invented(count: int, seed: int) -> list[str]:
    """Paragraphs of made-up words whose frequencies fall as those of a language do (Zipf's law)."""
    rng = random.Random(seed)
    syllables = [c + v + e for c in "bdfglmnprstv" for v in "aeiou" for e in ("", "n", "r", "s")]
    vocabulary = ["".join(rng.choices(syllables, k=1 + (k > 80) + (k > 2500))) for k in range(24_000)]
    weights = list(accumulate(1 / (k + 2.7) for k in range(len(vocabulary))))
    return [
        ", ".join(
            " ".join(rng.choices(vocabulary, cum_weights=weights, k=rng.randint(4, 16)))
            for _ in range(rng.randint(2, 7))
        ).capitalize()
        + ";"
        for _ in range(count)
    ]
