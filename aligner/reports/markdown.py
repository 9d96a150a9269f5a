"""Markdown: the changes as a document that reads well both rendered and raw."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from aligner.model import JOINT, Comparison, Link, Op
from aligner.reports.layout import Row, link_ops, rows, side_ops
from aligner.reports.safe import visible
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices, statement
from aligner.reports.words import direction, heading, language_name, name, sign, tally, what, where
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
    shown = [
        row
        for row in rows(comparison)
        if comparison.axis == "languages" or row.link.changed or row.link.renumbered
    ]
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
    link = row.link
    to = f", {'to' if row.old else 'from'} {name(row.elsewhere[0])}" if row.elsewhere else ""
    out = [f"### `{sign(row)}` {escape(where(link))} — {escape(what(link) + to)}", ""]
    ops = link_ops(comparison, link)
    if comparison.axis == "languages":
        out += _plain(comparison.old, row.old) + _plain(comparison.new, row.new)
    elif row.paired:
        out += _paragraph(comparison.new, _labels(comparison, row) + _marked(ops))
    else:
        for ids, document, whole, drop in (
            (row.old, comparison.old, link.old, "insert"), (row.new, comparison.new, link.new, "delete"),
        ):  # fmt: skip
            parts: Sequence[Sequence[Op]] = side_ops(document, whole, ops, drop) if ids else ()
            for i, part in zip(whole, parts, strict=True) if ids else ():
                if i in ids:
                    out += _paragraph(document, _label(document[i].label) + _marked(part))
    return out


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


def _labels(comparison: Comparison, row: Row) -> str:
    old, new = comparison.old[row.old[0]].label, comparison.new[row.new[0]].label
    if old == new:
        return _label(new)
    return "".join(f"<{tag}>{escape(v)}</{tag}> " for tag, v in (("del", old), ("ins", new)) if v)


def _label(label: str | None) -> str:
    return f"{escape(label)} " if label else ""


def _marked(ops: Iterable[Op]) -> str:
    out = []
    for name_, value in ops:
        shown = escape(value).replace(JOINT, " ¶ ")
        if name_ == "equal":
            out.append(shown)
        else:
            tag = "del" if name_ == "delete" else "ins"
            out.append(f"<{tag}>{shown}</{tag}>")
    return "".join(out)


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
