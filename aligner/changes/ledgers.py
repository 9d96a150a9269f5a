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
from aligner.changes.verbs import Verb, manner, verbs
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
    "transition solution solutions belonging accession contribution contributions reference regard "
    "vue afin lieu".split()  # "en vue de", "afin de", "au lieu de"
)
# What is asked so often that even these nouns do not stand in its way: "States parties to continue".
_OFTEN_ASKED = frozenset(
    "continue take consider report submit ensure provide promote implement ratify cooperate strengthen develop "
    "support adopt include make give".split()
)
_INFINITIVE_FR = r"(?=(?:(?:ne pas|mieux|y|en|lui|se|s['’])\s*)?\w+(?:er|ir|re|oir)\b)"
_TO_DO: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:,[^,]*,)?\s+(?:(?=(?:not|neither)\s+to\s)"
        r"|to\s+(?!(?:the|a|all|each|its|their|this|these|those|any)\b)(?=[a-z]))",
    ),
    "fr": (rf"\s+(?:de\s+|d['’]|à\s+){_INFINITIVE_FR}", r"(?<!\bainsi)\s+(?:que\s+|qu['’])"),
    "es": (r"\s+a\s+que\b,?\s*", r"\s+(?:de\s+)?que\b,?\s*", r"\s+a\s+(?=\w+(?:ar|er|ir)\b)"),
    "ru": (r"\s+(?=[а-яё-]+(?:ть|ти|чь)(?:ся|сь)?\b)",),
    "ar": (r"\s+أن\s+", r"\s+(?:على|إلى)\s+"),
}
# What Arabic asks for most often by a noun ("to continue", "to provide", "to submit", …), where no word parts the two.
_VERBAL_NOUN = (
    "(?:مواصلة|تقديم|تزويد|توفير|اتخاذ|إدراج|إعداد|موافاة|استشارة|التعريف|النظر|تكثيف|تعزيز|إبقاء|القيام|إجراء|كفالة|تنظيم|"
    "دعم|تيسير|الاستمرار|العمل|وضع|عقد|إيلاء)"
)
# What a verb takes before the others of its language: "solicita que", "exhorta a que", "تحث على".
_BY_VERB: dict[str, dict[str, tuple[str, ...]]] = {
    "es": {"request": (r"\s+(?:a\s+|de\s+)?que\b,?\s*", *_TO_DO["es"])},
    "ar": {
        "urge": (r"\s+على\s+", *_TO_DO["ar"]),
        "encourage": (r"\s+على\s+", *_TO_DO["ar"]),
        "request": (rf"\s+(?:أن\s+|(?={_VERBAL_NOUN}\s))",),
    },
}
# In what capacity or how somebody is to do it, told before what: ", in discharging his functions, …".
_ASIDE = {
    "en": r",\s+(?:in|within|when|while|through|by|with|acting|bearing|taking|as)\b.*",
    "fr": r"(?<!\bet),\s+(?:dans|agissant|en|lors|par|selon|compte)\b.*",
    "es": r",\s+(?:en|al|cuando|mediante|según|con)\b.*",
}  # fmt: skip
# Verbs in these forms say how the body acts, not that it does: "and bearing in mind the impact".
_PARTICIPLE = {"en": r"\w+ing\b", "fr": r"\w+ant\b", "es": r"\w+ndo\b", "ru": r"\w+(?:я|в|ясь|вшись)\b"}
# What is left of the joint to the next verb: ", and also".
_TRAILING = {
    "en": r"\band\b", "fr": r"\bet\b", "es": r"\b[ye]\b", "ru": r"\b(?:и|а)\b", "zh": "并|同时|又|还", "ar": r"\bو",
}  # fmt: skip
_MARKS = " ,;.،؛；。，\u00a0"
_LEADING = re.compile(r"^(?:à|aux?|al?|to|إلى)\s+")
# Chinese puts no word between; whoever is addressed is one of those a resolution can ask, or several.
_ASKED = (
    "秘书长|高级专员|特别报告员|独立专家|主席|会员国|缔约国|各国政府|各国|国家|机构|组织|理事会|委员会|基金|方案|办事处|"
    "秘书处|工作组|民间社会|私营部门|利益攸关方|捐助者|国际社会|当事方|各方|专员|开发署|规划署|机制|负责人|行动者|代表|部门|成员"
)
_CHINESE = re.compile(
    rf"[^，；]*?(?:{_ASKED})(?:成员国?|秘书处|负责人)?(?:(?:、|和|及|以及|与)[^，；]*?(?:{_ASKED}))*"
)


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
    found = [v for v in verbs(p.text, language) if v.opening or not _is_participle(v, language)]
    for n, verb in enumerate(found):
        if verb.ladder != "ask" or verb.name in ("hope", "decide") or verb.text.lower().endswith(" for"):
            continue  # "calls for" a thing asks nobody in particular
        end = found[n + 1].start if n + 1 < len(found) else len(p.text)
        if mandate := _mandate(p, verb, p.text[verb.end : end], language):
            yield mandate


def _mandate(p: Paragraph, verb: Verb, clause: str, language: str) -> Mandate | None:
    clause = _bare(clause, language)
    parts = _parted(clause, verb.name, language)
    if len(parts) < 2:
        return None
    addressee, action = (part.strip(" ,،，") for part in parts)
    if language in _ASIDE:
        addressee = re.sub(_ASIDE[language], "", addressee)
    if verb.text.endswith("تهيب"):
        addressee = addressee.removeprefix("ب")  # "calls upon" is one word with whoever is called
    return Mandate(p.id, verb.name, _LEADING.sub("", addressee), action, _deadlines(action, language))


def _is_participle(verb: Verb, language: str) -> bool:
    return language in _PARTICIPLE and bool(re.match(_PARTICIPLE[language], verb.text))


def _bare(clause: str, language: str) -> str:
    """The clause without what only says how it is asked, and without the joint to the next verb."""
    clause = clause.strip(_MARKS)
    if language not in _TRAILING:
        return clause
    how = manner(language)
    while found := how.match(clause):
        clause = clause[found.end() :].lstrip(_MARKS)
    *_, joint = (None, *re.finditer(rf"[\s,،，]*(?:{_TRAILING[language]})", clause))
    if joint and not how.sub("", clause[joint.end() :]).strip(_MARKS):
        clause = clause[: joint.start()]
    return clause


def _parted(clause: str, verb: str, language: str) -> list[str]:
    """Whoever is addressed, and what is asked; one part only where the clause does not say both."""
    if language == "zh":
        head = _CHINESE.match(clause)
        return [head[0], clause[head.end() :]] if head else [clause]
    ways = _BY_VERB.get(language, {}).get(verb) or _TO_DO.get(language, ())
    for way in ways:
        for found in re.finditer(way, clause):
            before, after = clause[: found.start()], clause[found.end() :]
            noun, verb_asked = before.rpartition(" ")[2].lower(), after.partition(" ")[0]
            bound = noun in _TO_NOUN and not found[0].startswith(
                ","
            )  # "the right to", not "Rights, first, to"
            if before and after and (not bound or verb_asked in _OFTEN_ASKED):
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
