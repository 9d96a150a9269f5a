"""Ledgers of a change: what it cites, whom it asks to do what by when, and its dates and amounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from aligner.changes.rollover import short_symbol
from aligner.changes.spans import spans
from aligner.changes.style import same_wording
from aligner.changes.verbs import Verb, verbs
from aligner.model import Comparison, Link
from aligner.values import values
from corpora.model import Paragraph, Resolution

CitationFate = Literal["added", "dropped", "redated"]
MandateFate = Literal["new", "lapsed", "extended", "changed", "kept"]
ANY_SESSION = range(1, 200)
# Two requests to the same addressee are the same one from this share of equal characters on; range 0.4 to 0.9.
SAME_ACTION = 0.5
# Characters between a symbol and its day; one that is farther may be another document's. Range 8 to 40.
NEARBY = 24
_VALUES = ("percent", "money", "number", "date", "year")  # what the ledger of dates and amounts holds

# What stands between whoever is addressed and what is asked; the first that is found parts them.
# Nouns and the like after which "to" asks nothing: "the right to food", "parties to armed conflicts".
_TO_NOUN = frozenset(
    "right rights party parties access approach approaches threat threats commitment commitments relation relating "
    "respect related subject close adherence according due pursuant contrary next prior up response attention return "
    "transition solution solutions belonging accession contribution contributions reference regard".split()
)
# What is asked so often that even these nouns do not stand in its way: "States parties to continue".
_OFTEN_ASKED = frozenset(
    "continue take consider report submit ensure provide promote implement ratify cooperate strengthen develop "
    "support adopt include make give".split()
)
_INFINITIVE_FR = r"(?=(?:(?:ne pas|mieux|y|en|se|s['’])\s*)?\w+(?:er|ir|re|oir)\b)"
_TO_DO: dict[str, tuple[str, ...]] = {
    "en": (r"(?:,[^,]*,)?\s+to\s+(?!(?:the|a|all|each|its|their|this|these|those|any)\b)(?=[a-z])",),
    "fr": (rf"\s+(?:de\s+|d['’]|à\s+){_INFINITIVE_FR}", r"(?<!\bainsi)\s+(?:que\s+|qu['’])"),
    "es": (r"\s+a\s+que\b,?\s*", r"\s+que\b,?\s*", r"\s+a\s+(?=\w+(?:ar|er|ir)\b)"),
    "ru": (r"\s+(?=[а-яё-]+(?:ть|ти|чь)(?:ся|сь)?\b)",),
    "ar": (r"\s+أن\s+", r"\s+(?:على|إلى)\s+"),
}
_AR_BY_VERB = {"urge": (r"\s+على\s+", *_TO_DO["ar"]), "encourage": (r"\s+على\s+", *_TO_DO["ar"])}
_LEADING = re.compile(r"^(?:à|aux?|al?|إلى)\s+")
# Chinese puts no word between; whoever is addressed is one of those a resolution can ask, or several.
_ASKED = (
    "秘书长|高级专员|特别报告员|独立专家|主席|会员国|缔约国|各国政府|各国|国家|机构|组织|理事会|委员会|基金|方案|办事处|"
    "秘书处|工作组|民间社会|私营部门|利益攸关方|捐助者|国际社会|当事方|各方|专员|开发署|规划署|机制|负责人|行动者|代表|部门"
)
_CHINESE = re.compile(rf"[^，；]*?(?:{_ASKED})(?:(?:、|和|及|以及|与)[^，；]*?(?:{_ASKED}))*")


class Citation(NamedTuple):
    """A document that a paragraph cites, with the day that stands beside it, if any (ISO 8601)."""

    symbol: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class CitationChange:
    """A citation that came, went, or has another day; `old` and `new` are paragraph ids, empty where it is not."""

    fate: CitationFate
    symbol: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    days: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Mandate:
    """Who is asked to do what by when.

    `verb` is the name of its rung, `deadlines` are sessions ("session 62") and days or years in the action.
    """

    paragraph: str
    verb: str
    addressee: str
    action: str
    deadlines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MandateChange:
    """What became of a mandate: new, lapsed, extended (only its deadline moved), changed or kept."""

    fate: MandateFate
    old: Mandate | None
    new: Mandate | None


@dataclass(frozen=True, slots=True)
class AmountChange:
    """Dates and amounts of one link that came and went, as canonical values with their kind."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...]
    added: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ledgers:
    """The three ledgers of a comparison of two years."""

    citations: tuple[CitationChange, ...]
    mandates: tuple[MandateChange, ...]
    amounts: tuple[AmountChange, ...]


def ledgers(comparison: Comparison) -> Ledgers:
    """What the newer version cites, asks and counts that the older did not, and the other way round."""
    return Ledgers(
        tuple(_citation_changes(comparison)), tuple(_mandate_changes(comparison)), tuple(_amounts(comparison))
    )


def citations(p: Paragraph, language: str) -> tuple[Citation, ...]:
    """The documents that a paragraph cites, each with the day next to it, before or after."""
    found = spans(p.text, language, range(0))
    symbols = [s for s in found if s.kind == "symbol"]
    days = [s for s in found if s.kind == "date"]
    out = []
    for n, symbol in enumerate(symbols):
        following = symbols[n + 1].start if n + 1 < len(symbols) else len(p.text)
        preceding = symbols[n - 1].end if n else 0
        if language == "zh":  # "2005年12月16日第60/156号决议"
            beside = [d for d in days if preceding <= d.start < symbol.start]
        else:
            beside = [d for d in days if symbol.end <= d.start < following]
        near = beside and min(abs(beside[0].start - symbol.end), abs(symbol.start - beside[-1].end)) <= NEARBY
        day = (beside[-1] if language == "zh" else beside[0]).value if near else ""
        out.append(Citation(short_symbol(symbol.value), day))
    return tuple(out)


def mandates(resolution: Resolution) -> tuple[Mandate, ...]:
    """Everything the operative part asks of somebody, in its order."""
    language = resolution.language
    return tuple(m for p in resolution.of_kind("operative", "subparagraph") for m in _mandates(p, language))


def _mandates(p: Paragraph, language: str) -> Iterator[Mandate]:
    found = verbs(p.text, language)
    for n, verb in enumerate(found):
        if verb.ladder != "ask" or verb.name in ("hope", "decide") or verb.text.lower().endswith(" for"):
            continue  # "calls for" a thing asks nobody in particular
        end = found[n + 1].start if n + 1 < len(found) else len(p.text)
        if mandate := _mandate(p, verb, p.text[verb.end : end], language):
            yield mandate


def _mandate(p: Paragraph, verb: Verb, clause: str, language: str) -> Mandate | None:
    clause = clause.strip(" ,;.،؛；。，\u00a0")
    parts = _parted(clause, verb.name, language)
    if len(parts) < 2:
        return None
    addressee, action = (part.strip(" ,،，") for part in parts)
    return Mandate(p.id, verb.name, _LEADING.sub("", addressee), action, _deadlines(action, language))


def _parted(clause: str, verb: str, language: str) -> list[str]:
    """Whoever is addressed, and what is asked; one part only where the clause does not say both."""
    if language == "zh":
        head = _CHINESE.match(clause)
        return [head[0], clause[head.end() :]] if head else [clause]
    ways = _TO_DO.get(language, ())
    if language == "ar":
        ways = _AR_BY_VERB.get(verb, ways)
    for way in ways:
        for found in re.finditer(way, clause):
            before, after = clause[: found.start()], clause[found.end() :]
            noun, verb_asked = before.rpartition(" ")[2].lower(), after.partition(" ")[0]
            if before and after and (noun not in _TO_NOUN or verb_asked in _OFTEN_ASKED):
                return [before, after]
    return [clause]


def _deadlines(action: str, language: str) -> tuple[str, ...]:
    found = spans(action, language, ANY_SESSION)
    return tuple(
        f"session {s.value}" if s.kind == "session" else s.value
        for s in found
        if s.kind in ("session", "date")
    )


def _citation_changes(comparison: Comparison) -> Iterator[CitationChange]:
    """Citations by symbol: over all paragraphs, since a citation that only moved is still there."""
    old, new = (_cited(side) for side in (comparison.old, comparison.new))
    for symbol in dict.fromkeys((*old, *new)):
        before, after = old.get(symbol), new.get(symbol)
        if before is None and after is not None:
            yield CitationChange("added", symbol, (), tuple(after), ("", _day(after)))
        elif after is None and before is not None:
            yield CitationChange("dropped", symbol, tuple(before), (), (_day(before), ""))
        elif before is not None and after is not None:
            days = _day(before), _day(after)
            if all(days) and days[0] != days[1]:
                yield CitationChange("redated", symbol, tuple(before), tuple(after), days)


def _cited(resolution: Resolution) -> dict[str, dict[str, str]]:
    """For each cited symbol the paragraphs that cite it, with the day given there."""
    out: dict[str, dict[str, str]] = {}
    for p in resolution.paragraphs:
        if p.kind not in ("masthead", "closing", "title"):
            for symbol, day in citations(p, resolution.language):
                out.setdefault(symbol, {})[p.id] = day
    return out


def _day(where: dict[str, str]) -> str:
    return next((day for day in where.values() if day), "")


def _mandate_changes(comparison: Comparison) -> Iterator[MandateChange]:
    language = comparison.new.language
    for link in comparison.links:
        old, new = _of_link(link, comparison)
        for before, after in _paired(old, new, language):
            yield MandateChange(_fate(before, after, language), before, after)


def _of_link(link: Link, comparison: Comparison) -> tuple[list[Mandate], list[Mandate]]:
    kinds = ("operative", "subparagraph")
    old, new = (
        [m for p in side if p.kind in kinds for m in _mandates(p, language)]
        for side, language in (
            (comparison.old_paragraphs(link), comparison.old.language),
            (comparison.new_paragraphs(link), comparison.new.language),
        )
    )
    return old, new


def _paired(
    old: Sequence[Mandate], new: Sequence[Mandate], language: str
) -> Iterator[tuple[Mandate | None, Mandate | None]]:
    """Mandates of one link that answer each other: the likest first, the rest alone."""
    ranked = sorted(
        ((_likeness(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new)),
        key=lambda x: (-x[0], x[1:]),
    )
    partner: dict[int, int] = {}
    for likeness, i, j in ranked:
        if likeness >= SAME_ACTION and i not in partner and j not in partner.values():
            partner[i] = j
    yield from ((a, new[partner[i]] if i in partner else None) for i, a in enumerate(old))
    yield from ((None, b) for j, b in enumerate(new) if j not in partner.values())


def _likeness(a: Mandate, b: Mandate) -> float:
    return SequenceMatcher(
        None, f"{a.addressee} {a.action}", f"{b.addressee} {b.action}", autojunk=False
    ).ratio()


def _fate(old: Mandate | None, new: Mandate | None, language: str) -> MandateFate:
    if old is None or new is None:
        return "new" if old is None else "lapsed"
    same_ask = old.verb == new.verb and same_wording(old.addressee, new.addressee, language)
    if not same_ask or not same_wording(
        _undated(old.action, language), _undated(new.action, language), language
    ):
        return "changed"
    return "kept" if old.deadlines == new.deadlines else "extended"


def _undated(action: str, language: str) -> str:
    for span in reversed(spans(action, language, ANY_SESSION)):
        if span.kind in ("session", "date"):
            action = f"{action[: span.start]}#{action[span.end :]}"
    return action


def _amounts(comparison: Comparison) -> Iterator[AmountChange]:
    for link in comparison.links:
        sides = (*comparison.old_paragraphs(link), *comparison.new_paragraphs(link))
        if link.relation == "same" or any(p.kind in ("masthead", "title", "closing") for p in sides):
            continue
        old, new = (
            Counter(
                (v.kind, v.value)
                for p in side
                for v in values(p.text, language)
                if v.kind in _VALUES and not v.weak
            )
            for side, language in (
                (comparison.old_paragraphs(link), comparison.old.language),
                (comparison.new_paragraphs(link), comparison.new.language),
            )
        )
        if old != new:
            yield AmountChange(
                link.old, link.new, tuple((old - new).elements()), tuple((new - old).elements())
            )
