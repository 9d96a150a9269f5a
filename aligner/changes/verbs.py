"""The verbs by which a paragraph acts, how strong they are, and what became of them from one year to the next."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from aligner.changes.style import STACKING, typography
from aligner.model import Comparison, Link
from corpora.model import Paragraph

TABLE = Path(__file__).with_name("ladder.toml")
INTENSIFIED = 0.5  # of a rung
Direction = Literal["stronger", "weaker", "other", "added", "dropped"]
# What stands before a further verb of the same paragraph: "…, and encourages …".
_JOINTS = {
    "en": r"\band,?\s+", "fr": r"\bet,?\s+", "es": r"\b[ye],?\s+", "ru": r"\b(?:и|а),?\s+",
    "zh": r"[，、；]\s*(?:并且?|同时|还|又|也)?", "ar": r"(?:^|[\s،])و",
}  # fmt: skip
# What may stand between the joint and the verb, or between the verb and whoever is addressed.
_REGARD = {
    "en": r"in (?:this|that) (?:regard|respect|connection|context),?", "fr": r"(?:à cet égard|dans ce contexte),?",
    "es": r"(?:a (?:este|ese) respecto|en (?:este|ese) (?:sentido|contexto)),?",
    "ru": r"(?:в этой связи|в связи с этим|в этом контексте),?",
    "zh": r"(?:(?:在这方面|在此方面|为此)，?|，)", "ar": r"إذ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that stands in a paragraph's text at `start` to `end`.

    `name`, `ladder` and `strength` are those of its rung (empty and 0 for a verb that is not in the table);
    `opening` says that it opens the paragraph rather than being stacked on the opening verb.
    """

    text: str
    start: int
    end: int
    name: str = ""
    ladder: str = ""
    strength: float = 0.0
    opening: bool = True


@dataclass(frozen=True, slots=True)
class VerbChange:
    """What became of a verb: `direction` is stronger, weaker, other, added or dropped.

    `old` and `new` are paragraph ids; a verb that is not there is None.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    before: Verb | None
    after: Verb | None
    direction: Direction

    @property
    def message(self) -> str:
        """One line for people."""
        if self.before is None or self.after is None:
            verb = self.after or self.before
            return f"“{verb.text if verb else ''}” {self.direction}"
        return f"“{self.before.text}” → “{self.after.text}”: {self.direction}"


@dataclass(frozen=True, slots=True)
class _Table:
    """The ladder of one language: wording → (name, ladder, strength), and the patterns to find wordings by."""

    rungs: dict[str, tuple[str, str, float]]
    opening: re.Pattern[str]
    stacked: re.Pattern[str]
    adverb: re.Pattern[str]

    def key(self, found: str) -> str:
        """The wording of the table that a piece of text is."""
        plain = " ".join(found.split())
        return plain if plain in self.rungs else " ".join(self.adverb.sub("", plain).split())


def verbs(text: str, language: str) -> tuple[Verb, ...]:
    """The verbs of a preambular or operative paragraph, the opening one first, in the order of the text.

    Empty for a language without a table. An opening verb that the table does not know is left out.
    """
    table = _table(language)
    if table is None:
        return ()
    plain, places = _plain(text, language)
    head = table.opening.match(plain)
    found = [_verb(text, head, table, places, opening=True)] if head else []
    start = head.end() if head else 0
    found += [_verb(text, m, table, places, opening=False) for m in table.stacked.finditer(plain, start)]
    return tuple(found)


def verb_changes(comparison: Comparison) -> tuple[VerbChange, ...]:
    """Every verb that changed, appeared or went in the edited, split or merged paragraphs of two years."""
    return tuple(
        change
        for link in comparison.links
        if link.old and link.new and link.relation != "same"
        for change in _changes(comparison, link)
    )


def migrations(comparison: Comparison) -> tuple[Link, ...]:
    """The links of paragraphs that passed from the preamble to the operative part or back."""
    return tuple(
        link
        for link in comparison.links
        if {"preambular", "operative"}
        == {p.kind for p in (*comparison.old_paragraphs(link), *comparison.new_paragraphs(link))}
    )


def _changes(comparison: Comparison, link: Link) -> Iterator[VerbChange]:
    old = _all(comparison.old_paragraphs(link), comparison.old.language)
    new = _all(comparison.new_paragraphs(link), comparison.new.language)
    for before, after in _paired(old, new):
        if before and after and (before.name, before.strength) == (after.name, after.strength):
            continue
        yield VerbChange(link.old, link.new, before, after, direction(before, after))


def direction(before: Verb | None, after: Verb | None) -> Direction:
    """Whether a verb became stronger or weaker, or another one altogether."""
    if before is None:
        return "added"
    if after is None:
        return "dropped"
    if before.ladder != after.ladder or before.strength == after.strength:
        return "other"
    return "stronger" if after.strength > before.strength else "weaker"


def _all(paragraphs: tuple[Paragraph, ...], language: str) -> list[Verb]:
    acting = ("preambular", "operative")
    return [verb for p in paragraphs if p.kind in acting for verb in verbs(p.text, language)]


def _paired(old: list[Verb], new: list[Verb]) -> Iterator[tuple[Verb | None, Verb | None]]:
    """Verbs that answer each other: equals first, then what stands between equals, in order."""
    from difflib import SequenceMatcher

    keys = [(v.name, v.strength) for v in old], [(v.name, v.strength) for v in new]
    for tag, i, j, k, m in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for n in range(max(j - i, m - k)):
            yield (old[i + n] if i + n < j else None), (new[k + n] if k + n < m else None)


def _plain(text: str, language: str) -> tuple[str, list[int]]:
    """The text as the table writes words, and for each of its characters the place in the text."""
    kept = [i for i, c in enumerate(text) if not ("\u064b" <= c <= "\u0652" or c == "\u0640")]
    plain = "".join(text[i] for i in kept).translate(typography())
    lower = plain.lower()
    return lower if len(lower) == len(plain) else plain, [*kept, len(text)]


def _verb(text: str, match: re.Match[str], table: _Table, places: list[int], *, opening: bool) -> Verb:
    name, ladder, strength = table.rungs[table.key(match["verb"])]
    strong = match["strong"]
    start = places[match.start("strong" if strong else "verb")]
    end = places[match.end("verb")]
    return Verb(text[start:end], start, end, name, ladder, strength + INTENSIFIED * bool(strong), opening)


@cache
def manner(language: str) -> re.Pattern[str]:
    """What says only how or how often something is asked: "also", "once again", "strongly", "in this regard"."""
    words = [*STACKING[language], *_file()["repetition"][language], *_file()["intensifiers"][language]]
    phrases = _one_of([w for w in words if language == "zh" or len(w) > 1])
    return re.compile(f"(?:{phrases}|{_REGARD[language]}){'' if language == 'zh' else chr(92) + 'b'}", re.I)


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def _table(language: str) -> _Table | None:
    if language not in _JOINTS:
        return None
    rungs = {
        wording: (str(rung["name"]), str(rung["ladder"]), float(rung["strength"]))
        for rung in _file()["rung"]
        for wording in rung[language]
    }
    gap, edge = ("", "") if language == "zh" else (r"\s+", r"\b")
    words = [*STACKING[language], *_file()["repetition"][language]]
    adverb = f"(?:{_one_of([w for w in words if language == 'zh' or len(w) > 1])})"
    regard = rf"(?:{_REGARD[language]}{gap})?"
    between = gap if language == "zh" else rf"\s+(?:{adverb}\s+)?"  # "takes also note"
    verb = (
        rf"(?:{adverb}{gap})*(?:(?P<strong>{_one_of(_file()['intensifiers'][language])}){gap})?(?:{adverb}{gap})*"
        rf"(?P<verb>{_one_of(rungs, between)}){edge}"
    )
    return _Table(
        rungs,
        re.compile(rf"(?:و?إذ\s+|و)?{verb}" if language == "ar" else verb),
        re.compile(f"{_JOINTS[language]}{regard}{verb}"),
        re.compile(rf"\s+{adverb}(?=\s)" if language != "zh" else r"(?!)"),
    )


def _one_of(wordings: Iterable[str], gap: str = r"\s+") -> str:
    """A pattern of all wordings, the longest first."""
    return "|".join(re.escape(w).replace(r"\ ", gap) for w in sorted(wordings, key=len, reverse=True))
