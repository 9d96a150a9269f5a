"""Plain text: the changes wrapped for reading, ``[-deleted-]`` and ``{+inserted+}`` as wdiff writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from aligner.model import JOINT, Comparison, Op
from aligner.reports.layout import Row, link_ops, rows, side_ops
from aligner.reports.safe import visible
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices, statement
from aligner.reports.words import heading, name, names, sign, tally, what, where
from corpora.model import Resolution

_WIDTH = 88  # columns, as most mail programs show
_INDENT = "    "
_BREAKS = re.compile(r"[⺀-鿿豈-﫿＀-￯]|[^\s⺀-鿿豈-﫿＀-￯]+|\s+")


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The report, in UTF-8."""
    title = visible(heading(comparison))
    out = [title, "=" * _columns(title), ""]
    out += [*(f"NOTE: {visible(line)}" for line in notices(comparison)), "", f"{tally(comparison)}.", ""]
    for f in settings.findings or ():
        out += wrap(f"{f.severity} {f.check} {names(f.a)} | {names(f.b)}: {f.message}", "")
    shown = [
        row
        for row in rows(comparison)
        if comparison.axis == "languages" or row.link.changed or row.link.renumbered
    ]
    for row in shown:
        out += ["", *_row(comparison, row)]
    if not shown:
        out += ["Nothing differs."]
    for section in statement(comparison, settings):
        out += ["", section.heading, "-" * _columns(section.heading)]
        for key, value in section.lines:
            out += wrap(f"{key}: {value}", "  ")
    return ("\n".join(out) + "\n").encode()


def wrap(text: str, indent: str) -> list[str]:
    """Lines of at most 88 columns; a wide character takes two, and a line may break between any two."""
    out, line, width = [], "", len(indent)
    for piece in _BREAKS.findall(visible(text)):
        room = _columns(piece)
        if width + room > _WIDTH and line.strip():
            out.append((indent + line).rstrip())
            line, width = "", len(indent)
            piece = piece.lstrip()
            room = _columns(piece)
        line += piece
        width += room
    return [*out, (indent + line).rstrip()] if line.strip() or not out else out


def _row(comparison: Comparison, row: Row) -> list[str]:
    link = row.link
    to = f" {'to' if row.old else 'from'} {name(row.elsewhere[0])}" if row.elsewhere else ""
    out = [visible(f"{sign(row)} {where(link)}: {what(link)}{to}")]
    ops = link_ops(comparison, link)
    if comparison.axis == "languages":
        return out + _plain(comparison.old, row.old) + _plain(comparison.new, row.new)
    if row.paired:
        return out + wrap(_labels(comparison, row) + _marked(ops), _INDENT)
    for ids, document, whole, drop in (
        (row.old, comparison.old, link.old, "insert"), (row.new, comparison.new, link.new, "delete"),
    ):  # fmt: skip
        if ids:
            for i, part in zip(whole, side_ops(document, whole, ops, drop), strict=True):
                if i in ids:
                    out += wrap(_label(document[i].label) + _marked(part), _INDENT)
    return out


def _plain(document: Resolution, ids: tuple[str, ...]) -> list[str]:
    return [
        line
        for i in ids
        for line in wrap(f"[{document.language}] {_label(document[i].label)}{document[i].text}", _INDENT)
    ]


def _labels(comparison: Comparison, row: Row) -> str:
    old, new = comparison.old[row.old[0]].label, comparison.new[row.new[0]].label
    if old == new:
        return _label(new)
    return (f"[-{old}-] " if old else "") + (f"{{+{new}+}} " if new else "")


def _label(label: str | None) -> str:
    return f"{label} " if label else ""


def _marked(ops: Iterable[Op]) -> str:
    marks = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}
    return "".join(f"{marks[n][0]}{t}{marks[n][1]}" for n, t in ops).replace(JOINT, " ¶ ")


def _columns(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text
    )
