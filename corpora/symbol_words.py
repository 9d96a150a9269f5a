"""The words around a symbol: "Security Council resolution", "de l'Assemblée générale", "第 … 号决议"."""

from __future__ import annotations

from typing import Literal

Organ = Literal["GA", "SC", "HRC", "ECOSOC"]

# How people name the organs: whole, in six languages, and by their initials.
_NAMES: dict[Organ, str] = {
    "GA": "general assembly|assemblée générale|asamblea general|генеральная ассамблея|генеральной ассамблеи"
    "|генеральной ассамблеей|大会|الجمعية العامة",
    "SC": "security council|conseil de sécurité|consejo de seguridad|совет безопасности|совета безопасности"
    "|советом безопасности|安全理事会|安理会|مجلس الأمن",
    "HRC": "human rights council|conseil des droits de l'homme|consejo de derechos humanos|совет по правам человека"
    "|совета по правам человека|советом по правам человека|人权理事会|مجلس حقوق الإنسان",
    "ECOSOC": "economic and social council|conseil économique et social|consejo económico y social"
    "|экономический и социальный совет|экономического и социального совета|经济及社会理事会|经社理事会"
    "|المجلس الاقتصادي والاجتماعي",
}
_INITIALS: dict[Organ, str] = {
    "GA": "ga|unga|ag|га",
    "SC": "sc|scr|unsc|unscr|cs|сб",
    "HRC": "hrc|unhrc|cdh|спч",
    "ECOSOC": "ecosoc|экосос",
}
_ORGANS = {name: organ for organ, names in _NAMES.items() for name in names.split("|")}
_ORGANS_BY_INITIALS = {name: organ for organ, names in _INITIALS.items() for name in names.split("|")}
_WORDS = (
    "resolution", "resolutions", "res", "decision", "draft", "doc", "un", "of the", "of", "the", "united nations",
    "résolution", "décision", "projet de", "de l'", "du", "la", "le", "onu",
    "resolución", "decisión", "proyecto de", "de la", "del", "el",
    "резолюция", "резолюции", "резолюцию", "резолюцией", "рез", "решение", "решения", "оон", "№",
    "联合国", "第", "号", "决议草案", "决议", "决定", "قرار", "القرار", "مقرر", "المقرر", "رقم",
)  # fmt: skip
_STRIPPED = tuple(
    sorted((*_WORDS, *_ORGANS, *_ORGANS_BY_INITIALS), key=len, reverse=True)
)  # the longest first


def without_words(text: str) -> tuple[str, Organ | None]:
    """What is left of a name without the words around the symbol, and the organ that they name."""
    organ: Organ | None = None
    while word := _word_around(cased := text.casefold()):
        head = cased.startswith(word)
        text = (text[len(word) :] if head else text[: -len(word)]).strip(" .,:")
        organ = organ or _ORGANS.get(word) or _ORGANS_BY_INITIALS.get(word)
    return text, organ


def organ_in(text: str) -> Organ | None:
    """The organ that a text names anywhere in it."""
    cased = text.casefold()
    return next((organ for name, organ in _ORGANS.items() if name in cased), None)


def _word_around(cased: str) -> str | None:
    """A word that a text begins or ends with, whole; initials stand at the head and by themselves."""
    for word in _STRIPPED:
        after = cased[len(word) : len(word) + 1]
        if word in _ORGANS_BY_INITIALS:
            if cased.startswith(word) and after in (" ", "."):
                return word
            continue
        before = cased[: -len(word)][-1:]
        if (cased.startswith(word) and not _run_on(word[-1], after)) or (
            cased.endswith(word) and not _run_on(before, word[0])
        ):
            return word
    return None


def _run_on(last: str, first: str) -> bool:
    """Whether two characters belong to one word; Chinese does not part words."""
    return last.isalpha() and first.isalpha() and max(last, first) < "\u2e80"
