"""Markdown: the changes as a document that reads well both rendered and raw."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from aligner.model import Comparison, Link
from aligner.reports.flow import Token, flow, one_text, paragraphs
from aligner.reports.layout import Row, shown_rows
from aligner.reports.safe import visible
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices, statement
from aligner.reports.words import (
    direction,
    heading,
    language_name,
    name,
    number,
    place,
    sign,
    tally,
    what,
    where,
)
from corpora.model import Resolution

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$@])")
_LINE_START = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+=])", re.MULTILINE)


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The report, in UTF-8."""
    out = [f"# {escape(heading(comparison))}", ""]
    out += [f"> **{escape(line)}**" for line in notices(comparison)]
    out += ["", f"{escape(tally(comparison))}.", ""]
    out += _findings(settings)
    out += ["## Changes" if comparison.axis == "years" else "## Links", ""]
    shown = shown_rows(comparison, settings.only, quiet=comparison.axis == "languages")
    for row in shown:
        out += _row(comparison, row)
    if not shown:
        out += ["Nothing differs.", ""]
    out += ["## About this report", ""]
    for section in statement(comparison, settings):
        out += [f"### {escape(section.heading)}", ""]
        out += [f"- {escape(key)}: {escape(value)}" for key, value in section.lines]
        out.append("")
    return "\n".join(out).encode()


def escape(value: str) -> str:
    """Text from a document as Markdown that means just this text."""
    safe = _SPECIAL.sub(r"\\\1", visible(value))
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[4]}\\{m[5]}", safe)


def _row(comparison: Comparison, row: Row) -> list[str]:
    out = [f"### `{sign(row)}` {escape(f'{place(row)} — {what(row)}')}", ""]
    if comparison.axis == "languages":
        return out + _plain(comparison.old, row.old) + _plain(comparison.new, row.new)
    document = comparison.new if row.new else comparison.old
    tokens = flow(comparison, row)
    if row.paired:
        return out + _paragraph(document, _marked(document, tokens))
    return out + [
        line for part in paragraphs(tokens) for line in _paragraph(document, _marked(document, part))
    ]


def _plain(document: Resolution, ids: tuple[str, ...]) -> list[str]:
    out: list[str] = []
    for i in ids:
        head = f"*{language_name(document.language)}, {name(i)}:* "
        out += _paragraph(document, head + _label(document[i].label) + escape(document[i].text))
    return out


def _paragraph(document: Resolution, body: str) -> list[str]:
    if direction(document.language) == "rtl":
        return ['<div dir="rtl" lang="' + escape(document.language) + '">', "", body, "", "</div>", ""]
    return [body, ""]


def _label(label: str | None) -> str:
    return f"{escape(label)} " if label else ""


def _marked(document: Resolution, tokens: Iterable[Token]) -> str:
    """Marked text; neighbours with one operation share one element."""
    out = []
    for op, group in groupby(one_text(tokens), key=lambda token: token.look):
        inner = "".join(_token(document, token) for token in group)
        tag = {"delete": "del", "insert": "ins"}.get(op)
        out.append(f"<{tag}>{inner}</{tag}>" if tag else inner)
    return "".join(out)


def _token(document: Resolution, token: Token) -> str:
    if token.kind == "break":
        return " ¶ "
    if token.kind == "label":
        return _label(token.text)
    if token.kind == "note":
        return f"<sup>{escape(number(document, token.new_note or token.old_note))}</sup>"
    italic = token.old_italic if token.op == "delete" else token.new_italic
    return f"<i>{escape(token.text)}</i>" if italic else escape(token.text)


def _findings(settings: ReportSettings) -> list[str]:
    if settings.findings is None:
        return []
    lines = [
        f"- **{f.severity}** {escape(f.check)} {escape(_places(f.a, f.b))}: {escape(f.message)}"
        for f in settings.findings
    ]
    return ["## Findings", "", *(lines or ["None."]), ""]


def _places(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    return where(Link("translated", a, b))
