"""How reports call things: paragraphs, relations, languages."""

from __future__ import annotations

import re

from aligner.model import Change, Comparison, Link
from aligner.reports.layout import Row
from corpora.model import Resolution

# A sign that stands for each relation where colour cannot be relied on.
SIGNS = {
    "same": "=", "translated": "=", "edited": "~", "split": "<", "merged": ">", "added": "+", "removed": "-",
    "moved": "^",
}  # fmt: skip
CHANGES: dict[Change, str] = {"substantive": "substantive", "editorial": "editorial", "rollover": "roll-over"}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian",
    "zh": "Chinese", "und": "language unknown",
}  # fmt: skip

_NAMES = {
    "title": "Title", "opening": "Opening", "closing": "Closing", "m.session": "Session",
    "m.agenda": "Agenda item", "m.adopted": "Adoption", "m.report": "Report", "m.organ": "Organ",
    "m.publisher": "Publisher", "m.symbol": "Symbol", "m.line": "Masthead", "m.distribution": "Distribution",
    "m.published": "Date",
}  # fmt: skip
_HEADS = {
    "pp": "PP",
    "op": "OP",
    "fn": "Note ",
    "h": "Heading ",
    "p": "Para. ",
    "annex": "Annex ",
    "t": "Table ",
}
_HEAD = re.compile(r"([a-z]+)(\d+)")
_LATIN = re.compile("[A-Za-z]")
_RIGHT_TO_LEFT_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")


def name(paragraph_id: str) -> str:
    """A paragraph's id as people say it: ``op3.a.i`` is "OP3 (a)(i)"."""
    if paragraph_id in _NAMES:
        return _NAMES[paragraph_id]
    first, *rest = paragraph_id.split(".")
    match = _HEAD.fullmatch(first)
    if not match or match[1] not in _HEADS:
        return paragraph_id
    head = _HEADS[match[1]] + match[2]
    inner = "".join(f"({part})" if match[1] in ("op", "pp") else f", {part}" for part in rest)
    return f"{head} {inner}" if inner.startswith("(") else head + inner


def names(ids: tuple[str, ...]) -> str:
    """Several paragraphs' names."""
    return " + ".join(name(i) for i in ids)


def where(link: Link) -> str:
    """Both sides of a link: "OP10 → OP11", or one name where both are called the same."""
    if link.old == link.new or not link.old or not link.new:
        return names(link.new or link.old)
    return f"{names(link.old)} → {names(link.new)}"


def place(row: Row) -> str:
    """What stands at a row: both sides of its link, or the one that is here."""
    return where(row.link) if row.paired else names(row.old or row.new)


def what(row: Row) -> str:
    """What happened, in words: "edited, renumbered, roll-over"; empty where nothing did."""
    link = row.link
    quiet = link.relation in ("same", "translated")
    parts: list[str] = [] if quiet else [link.relation]
    if row.elsewhere:
        parts.insert(0, f"moved {'to' if row.old else 'from'} {names(row.elsewhere)}")
    elif link.moved:
        parts.insert(0, "moved")
    parts += ["renumbered"] * link.renumbered + ["pinned"] * link.pinned
    if link.change:
        parts.append(CHANGES[link.change])
    if link.change == "substantive" and any(hunk.change == "rollover" for hunk in link.hunks):
        parts.append("in part roll-over")
    return ", ".join(parts)


def edits(link: Link) -> str:
    """Every edit of a link with its kind, in one line."""
    return "; ".join(f"{CHANGES[h.change]}: “{h.old}” → “{h.new}”" for h in link.hunks)


def number(document: Resolution, note: str) -> str:
    """How a note is numbered in print: its label, else the number in its id."""
    label = document[note].label if note in document else None
    return label or note.removeprefix("fn")


def sign(row: Row) -> str:
    """The sign of a row; a moved paragraph has that of a move where it stands alone."""
    if row.elsewhere:
        return SIGNS["moved"]
    return SIGNS[row.link.relation]


def language_name(code: str) -> str:
    """A language's English name, or its code."""
    return LANGUAGES.get(code, code)


def direction(code: str, text: str = "") -> str:
    """``rtl`` or ``ltr``; a text of Latin letters alone keeps its own direction in every language."""
    foreign = _LATIN.search(text) and not _RIGHT_TO_LEFT_LETTER.search(text)
    return "rtl" if code in RIGHT_TO_LEFT and not foreign else "ltr"


def heading(comparison: Comparison) -> str:
    """What is compared with what, in one line."""
    old, new = comparison.old, comparison.new
    if comparison.axis == "years":
        return f"{old.name} → {new.name} ({language_name(new.language)})"
    return f"{new.name}: {language_name(old.language)} and {language_name(new.language)}"


def tally(comparison: Comparison) -> str:
    """The summary as a phrase; relations that do not occur are left out."""
    parts = [f"{count} {relation}" for relation, count in comparison.summary.items() if count]
    return ", ".join(parts) or "no paragraphs"
