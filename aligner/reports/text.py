"""Plain text: the changes wrapped for reading, ``[-deleted-]`` and ``{+inserted+}`` as wdiff writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

from aligner.model import Comparison
from aligner.reports.flow import Token, flow, one_text, paragraphs
from aligner.reports.layout import Row, shown_rows
from aligner.reports.safe import visible
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices, statement
from aligner.reports.words import heading, names, number, place, sign, tally, what
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
    shown = shown_rows(comparison, settings.only, quiet=comparison.axis == "languages")
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
    out = [visible(f"{sign(row)} {place(row)}: {what(row)}".rstrip(": "))]
    if comparison.axis == "languages":
        return out + _plain(comparison.old, row.old) + _plain(comparison.new, row.new)
    document = comparison.new if row.new else comparison.old
    tokens = flow(comparison, row)
    parts = [tokens] if row.paired else paragraphs(tokens)
    return out + [line for part in parts for line in wrap(_marked(document, part), _INDENT)]


def _plain(document: Resolution, ids: tuple[str, ...]) -> list[str]:
    return [
        line
        for i in ids
        for line in wrap(f"[{document.language}] {_label(document[i].label)}{document[i].text}", _INDENT)
    ]


def _label(label: str | None) -> str:
    return f"{label} " if label else ""


def _marked(document: Resolution, tokens: Iterable[Token]) -> str:
    marks = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}
    out = ""
    # A label is marked apart from the words, so that "[-10.-] {+11.+} Decides" reads well.
    for (op, label), group in groupby(
        one_text(tokens), key=lambda token: (token.look, token.kind == "label")
    ):
        inner = "".join(_token(document, token) for token in group)
        out += marks[op][0] + inner + marks[op][1] + " " * label
    return out


def _token(document: Resolution, token: Token) -> str:
    if token.kind == "break":
        return " ¶ "
    if token.kind == "note":
        return f"[{number(document, token.new_note or token.old_note)}]"
    return token.text


def _columns(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text
    )
