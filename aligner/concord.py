"""The same change followed through all languages: rows are paragraphs, columns languages.

Each language's comparison of the two years is laid over the links between the languages. A row whose languages
disagree is what this is for: a translation left behind, corrected late, or changed alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from aligner.changes.grammar import only_grammar
from aligner.changes.hunks import ChangedHunk
from aligner.changes.sweep import Sweep, exchanged, sweeps
from aligner.findings import Severity
from aligner.languages import align
from aligner.model import Change, Comparison, Link
from aligner.values import values
from aligner.years import compare
from corpora.errors import OptionError
from corpora.model import Resolution

if TYPE_CHECKING:
    from aligner.lexicon.taught import Lexicons

CONCORDANCE_SCHEMA = "resdiff/concordance/1"
# What a language's row comes to: nothing, only the year, other words, a new paragraph, none any more.
State = Literal["same", "rollover", "edited", "added", "removed", "absent"]
Reason = Literal["left behind", "changed alone", "grammar", "not everywhere"]
LIKELY: dict[Reason, str] = {
    "left behind": "a translation that was not brought up to date",
    "changed alone": "a translation corrected or reworded while the text stayed",
    "grammar": "words of grammar or the forms of words, which not every language shows alike",
    "not everywhere": "a paragraph that one version has and another has not",
}
_MARKS = {"same": "=", "edited": "~", "added": "+", "removed": "−", "split": "~", "merged": "~"}
# Whether new words are an old paragraph reworded or a new one, the languages may be read differently.
_NEW_WORDS = {"edited", "added"}
_QUIET_KINDS = ("masthead",)  # each language's own imprint


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of one row in one language: `links` are places in that language's comparison.

    `marks` are = same, ~ edited, + added, − removed and → moved; empty where the language lacks the paragraph.
    """

    links: tuple[int, ...]
    marks: str
    state: State


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in all languages, by language code."""

    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A row in which the languages did not change alike.

    `apart` are the languages that differ from most others, `message` says how, and `words` gives for each of
    the languages that changed what it changed. It is an error where a language was left behind or lacks a
    paragraph, a warning where the first language or a number changed alone or in notes, otherwise for information.
    """

    row: int
    severity: Severity
    reason: Reason
    apart: tuple[str, ...]
    message: str
    words: dict[str, tuple[tuple[str, str], ...]]

    @property
    def likely(self) -> str:
        """What is most often behind it, in words."""
        return LIKELY[self.reason]


@dataclass(frozen=True)
class Concordance:
    """Rows, findings and sweeps of one change in several languages; `comparisons` is by language code."""

    comparisons: Mapping[str, Comparison]
    rows: tuple[Row, ...]
    findings: tuple[Disagreement, ...]
    sweeps: tuple[Sweep, ...]

    def paragraphs(self, row: Row, language: str) -> tuple[str, ...]:
        """Ids of a row's paragraphs in a language: of the new version, or of the old where it was removed."""
        links = (self.comparisons[language].links[i] for i in row.cells[language].links)
        return tuple(i for link in links for i in (link.new or link.old))

    def to_dict(self) -> dict[str, Any]:
        """The concordance as in the published schema."""
        first = next(iter(self.comparisons.values()))
        return {
            "schema": CONCORDANCE_SCHEMA, "old": first.old.name, "new": first.new.name,
            "languages": list(self.comparisons),
            "rows": [
                {code: {"marks": cell.marks, "state": cell.state, "paragraphs": list(self.paragraphs(row, code))}
                 for code, cell in row.cells.items()}
                for row in self.rows
            ],
            "findings": [
                {"row": f.row, "severity": f.severity, "reason": f.reason, "apart": list(f.apart),
                 "message": f.message, "words": {k: [list(w) for w in v] for k, v in f.words.items()}}
                for f in self.findings
            ],
            "sweeps": [
                {"language": s.language, "old": s.old, "new": s.new, "paragraphs": list(s.paragraphs)}
                for s in self.sweeps
            ],
        }  # fmt: skip


def concord(
    old: Mapping[str, Resolution], new: Mapping[str, Resolution], *, lexicons: Lexicons | None = None
) -> Concordance:
    """Follow the change from one version to the next through several languages.

    `old` and `new` are the two versions by language code, the same codes in both; the first language is the
    one that the others are aligned with, `lexicons` giving what was taught about two of them. Raises
    `OptionError` unless there are two languages at least.
    """
    codes = [code for code in new if code in old]
    if len(codes) < 2:
        raise OptionError(
            f"a concordance needs two languages, not {len(codes)}",
            remedy="name languages that both versions have",
        )
    sides = {code: _Side(compare(old[code], new[code])) for code in codes}
    pivot, *others = codes
    ties = [
        tie
        for code in others
        for tie in _ties(sides[pivot].comparison, sides[code].comparison, (pivot, code), lexicons)
    ]
    rows = _rows(sides, ties)
    findings = tuple(f for n, row in enumerate(rows) if (f := _disagreement(n, row, sides)))
    sweeps = tuple(sweep for side in sides.values() for sweep in side.sweeps)
    return Concordance({code: side.comparison for code, side in sides.items()}, rows, findings, sweeps)


_Node = tuple[str, int]  # language, place of the link in that language's comparison


@dataclass(slots=True)
class _Side:
    """One language's comparison, with the terms exchanged throughout."""

    comparison: Comparison
    sweeps: tuple[Sweep, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.sweeps = sweeps(self.comparison)

    @property
    def language(self) -> str:
        """The language's code, as far as it is known."""
        return self.comparison.new.language

    def hunks(self, places: Sequence[int]) -> Iterator[ChangedHunk]:
        """The edits of the links at some places."""
        yield from (hunk for n in places for hunk in self.comparison.links[n].hunks)

    def values(self, places: Sequence[int]) -> tuple[Counter[str], Counter[str]]:
        """The numbers, dates and symbols that came and those that went, in any script alike."""
        old, new = (
            Counter(
                v.value
                for n in places
                for p in paragraphs(self.comparison.links[n])
                for v in values(p.text, self.language)
                if not v.weak
            )
            for paragraphs in (self.comparison.old_paragraphs, self.comparison.new_paragraphs)
        )
        return new - old, old - new

    def is_slight(self, places: Sequence[int]) -> bool:
        """Whether nothing is reworded but words of grammar, which another language need not follow."""
        reworded = [h for h in self.hunks(places) if h.change == "substantive"]
        return all(only_grammar(h.old, h.new, self.language) for h in reworded)

    def state(self, places: Sequence[int], *, sweeping: bool) -> State:
        """What a row comes to in this language, terms exchanged throughout counting only if `sweeping`."""
        if not places:
            return "absent"
        links = [self.comparison.links[n] for n in places]
        relations = {link.relation for link in links}
        if relations == {"added"}:
            return "added"
        if relations == {"removed"}:
            return "removed"
        if relations - {"same", "edited"}:
            return "edited"
        swept = set() if sweeping else {(s.old, s.new) for s in self.sweeps}
        kinds = {hunk.change for hunk in self.hunks(places) if exchanged(hunk, self.language) not in swept}
        if "substantive" in kinds:
            return "edited"
        return "rollover" if "rollover" in kinds else "same"


def _ties(
    a: Comparison, b: Comparison, codes: tuple[str, str], lexicons: Lexicons | None
) -> Iterator[tuple[_Node, _Node]]:
    """Which links of two languages' comparisons speak of the same paragraph.

    Paragraphs of the new version are tied by the new versions' alignment; those that are gone, by the old's.
    """
    first, second = codes
    removed = any(link.relation == "removed" for c in (a, b) for link in c.links)
    for side in ("new", "old") if removed else ("new",):
        here, there = _places(a, side), _places(b, side)
        for i, j in _answers(getattr(a, side), getattr(b, side), lexicons):
            x, y = here.get(i), there.get(j)
            if x is None or y is None:
                continue
            if side == "new" or "removed" in (a.links[x].relation, b.links[y].relation):
                yield (first, x), (second, y)


def _answers(a: Resolution, b: Resolution, lexicons: Lexicons | None) -> Iterator[tuple[str, str]]:
    """Ids of the paragraphs that answer each other in two languages.

    Language versions that have the same paragraphs in the same order are taken at their word: aligning their
    contents would cost a hundred times as much and only confirm it.
    """
    if [p.id for p in a.paragraphs if p.kind != "masthead"] == [
        p.id for p in b.paragraphs if p.kind != "masthead"
    ]:
        yield from ((p.id, p.id) for p in a.paragraphs if p.id in b)
        return
    for link in align(a, b, lexicon=lexicons(a, b) if lexicons else None).links:
        yield from ((i, j) for i in link.old for j in link.new)


def _places(comparison: Comparison, side: str) -> dict[str, int]:
    return {name: n for n, link in enumerate(comparison.links) for name in getattr(link, side)}


def _rows(sides: Mapping[str, _Side], ties: Iterable[tuple[_Node, _Node]]) -> tuple[Row, ...]:
    """What is tied together, a row each, in the order of the first language and the others between."""
    parent: dict[_Node, _Node] = {
        (code, n): (code, n) for code, side in sides.items() for n in range(len(side.comparison.links))
    }

    def root(node: _Node) -> _Node:
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    for x, y in ties:
        parent[root(y)] = root(x)
    groups: defaultdict[_Node, list[_Node]] = defaultdict(list)
    for node in parent:
        groups[root(node)].append(node)
    order = {code: n for n, code in enumerate(sides)}
    ranked = sorted(groups.values(), key=lambda nodes: min((order[code], n) for code, n in nodes))
    return tuple(_row(nodes, sides) for nodes in ranked)


def _row(nodes: list[_Node], sides: Mapping[str, _Side]) -> Row:
    """One row; a term exchanged throughout counts where most languages change, for then one may lag behind."""
    places = {code: tuple(sorted(n for c, n in nodes if c == code)) for code in sides}
    states = {code: side.state(places[code], sweeping=True) for code, side in sides.items()}
    if 2 * sum(state == "edited" for state in states.values()) <= len(states):
        states = {code: side.state(places[code], sweeping=False) for code, side in sides.items()}
    cells = {}
    for code, side in sides.items():
        links = [side.comparison.links[n] for n in places[code]]
        cells[code] = Cell(places[code], "".join(dict.fromkeys(_mark(x) for x in links)), states[code])
    return Row(cells)


def _mark(link: Link) -> str:
    return _MARKS[link.relation] + "→" * link.moved


def _disagreement(n: int, row: Row, sides: Mapping[str, _Side]) -> Disagreement | None:
    """What to tell of a row whose languages did not change alike."""
    kinds = {
        p.kind
        for code, cell in row.cells.items()
        for place in cell.links
        for p in (
            *sides[code].comparison.new_paragraphs(sides[code].comparison.links[place]),
            *sides[code].comparison.old_paragraphs(sides[code].comparison.links[place]),
        )
    }
    states = {code: cell.state for code, cell in row.cells.items()}
    if kinds <= set(_QUIET_KINDS) or len(set(states.values())) == 1 or set(states.values()) <= _NEW_WORDS:
        return None
    words = {
        code: tuple(
            (h.old, h.new) for h in sides[code].hunks(cell.links) if h.change == _TOLD.get(cell.state)
        )
        for code, cell in row.cells.items()
    }
    first = next(iter(sides))
    slight = states[first] == "edited" and sides[first].is_slight(row.cells[first].links)
    reason, apart = _reason(states, slight)
    severity: Severity = "error"
    if reason == "changed alone":
        severity = "warning" if _weighs(apart, row, sides) else "info"
    elif reason == "grammar":
        severity = "info"
    elif "note" in kinds:
        severity = "warning"
    return Disagreement(n, severity, reason, apart, _said(states), {k: v for k, v in words.items() if v})


def _reason(states: Mapping[str, State], slight: bool) -> tuple[Reason, tuple[str, ...]]:
    """Why the languages differ, and which are apart.

    The first language counts as the one that others follow, unless all others changed and it did not. If it
    changed but most stayed, or if its change is `slight`, nobody was left behind.
    """
    degree: dict[State, int] = {"same": 0, "rollover": 1, "edited": 2}
    if any(state not in degree for state in states.values()):
        common, _ = Counter(states.values()).most_common(1)[0]
        return "not everywhere", tuple(code for code, state in states.items() if state != common)
    first, *others = states
    louder = tuple(code for code in others if degree[states[code]] > degree[states[first]])
    quieter = tuple(code for code in others if degree[states[code]] < degree[states[first]])
    if len(louder) == len(others):
        return "left behind", (first,)
    if not quieter:
        return "changed alone", louder
    changed = tuple(code for code in states if code not in quieter)
    few = quieter if 2 * len(quieter) <= len(states) else changed
    if slight:
        return "grammar", few
    return ("left behind" if few == quieter else "changed alone"), few


def _weighs(apart: Sequence[str], row: Row, sides: Mapping[str, _Side]) -> bool:
    """Whether what changed alone is more than wording: the first language's text, or a number."""
    first = next(iter(sides))
    if first in apart:
        return True
    usual = sides[first].values(row.cells[first].links)
    return any(sides[code].values(row.cells[code].links) != usual for code in apart)


# The edits that make a row what it is: those are told.
_TOLD: dict[State, Change] = {"edited": "substantive", "rollover": "rollover"}
_SAID: dict[State, str] = {
    "same": "unchanged", "rollover": "rolled over", "edited": "changed", "added": "added", "removed": "removed",
    "absent": "absent",
}  # fmt: skip


def _said(states: Mapping[str, State]) -> str:
    """ "changed in en and fr, unchanged in ru" """
    by_state: defaultdict[State, list[str]] = defaultdict(list)
    for code, state in states.items():
        by_state[state].append(code)
    return ", ".join(f"{_SAID[state]} in {' '.join(codes)}" for state, codes in by_state.items())
