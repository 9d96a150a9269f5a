"""Runs and paragraph marks with their revisions: the words of WordprocessingML (ECMA-376, 17.3 and 17.13.5)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from html import escape
from typing import Literal

from aligner.reports.safe import visible

# What becomes of a stretch: kept, deleted, inserted, moved away from here, moved here.
State = Literal["equal", "delete", "insert", "from", "to"]

_ELEMENTS: dict[State, str] = {"delete": "w:del", "insert": "w:ins", "from": "w:moveFrom", "to": "w:moveTo"}
# In a right-to-left text a run of Latin letters keeps its own direction, with the figures and signs inside it.
_LATIN = re.compile(
    "([A-Za-z\u00c0-\u024f](?:[A-Za-z\u00c0-\u024f0-9/.,()\u2011-]*[A-Za-z\u00c0-\u024f0-9)])?)"
)


_NO_DATE = (
    "1980-01-01T00:00:00Z"  # shown nowhere: only the ranges of moves, which no one sees, must have a date
)


@dataclass(slots=True)
class Revisions:
    """Numbers and signs the revisions of one document."""

    author: str
    date: dt.datetime | None
    _last: int = field(default=0)

    def attributes(self) -> str:
        """The attributes of the next revision."""
        self._last += 1
        return f'w:id="{self._last}" {self.signature()}'

    def signature(self, *, dated: bool = False) -> str:
        """Who made the revisions, and when where that was said; `dated` where the format wants a date at any rate."""
        signed = f'w:author="{xml(self.author)}"'
        if self.date is None:
            return f'{signed} w:date="{_NO_DATE}"' if dated else signed
        moment = self.date.astimezone(dt.UTC) if self.date.tzinfo else self.date
        return f'{signed} w:date="{moment:%Y-%m-%dT%H:%M:%SZ}"'

    def wrap(self, state: State, inner: str) -> str:
        """Runs inside the element of their revision."""
        if state == "equal" or not inner:
            return inner
        name = _ELEMENTS[state]
        return f"<{name} {self.attributes()}>{inner}</{name}>"

    def mark(self, state: State) -> str:
        """What a paragraph's properties say of the revision of its mark."""
        if state == "equal":
            return ""
        # A mark goes or comes even where its words move: LibreOffice leaves an empty paragraph behind a moved mark.
        name = "w:del" if state in ("delete", "from") else "w:ins"
        return f"<{name} {self.attributes()}/>"


def xml(text: str) -> str:
    """Text that XML allows, with strange characters made visible."""
    return escape(visible(text))


@dataclass(frozen=True, slots=True)
class RunFormat:
    """The formatting of a run, before and after."""

    old_italic: bool = False
    new_italic: bool = False
    style: str = ""


def runs(text: str, state: State, format_: RunFormat, revisions: Revisions, *, right_to_left: bool) -> str:
    """Text as runs within their revision; tabs and line feeds become elements."""
    pieces = [p for p in _LATIN.split(text) if p] if right_to_left else [text]
    inner = "".join(
        f"<w:r>{_properties(state, format_, revisions, right_to_left and not _LATIN.fullmatch(piece))}"
        f"{characters(piece, deleted=state == 'delete')}</w:r>"
        for piece in pieces
    )
    return revisions.wrap(state, inner)


def characters(text: str, *, deleted: bool = False) -> str:
    """The content of a run."""
    name = "w:delText" if deleted else "w:t"
    out = []
    for piece in re.split(r"([\t\n])", text):
        if piece == "\t":
            out.append("<w:tab/>")
        elif piece == "\n":
            out.append("<w:br/>")
        elif piece:
            out.append(f'<{name} xml:space="preserve">{xml(piece)}</{name}>')
    return "".join(out)


def _properties(state: State, format_: RunFormat, revisions: Revisions, right_to_left: bool) -> str:
    italic = format_.old_italic if state in ("delete", "from") else format_.new_italic
    style = f'<w:rStyle w:val="{format_.style}"/>' if format_.style else ""
    direction = "<w:rtl/>" if right_to_left else ""
    change = ""
    if state == "equal" and format_.old_italic != format_.new_italic:
        before = f"<w:rPr>{style}{_italic(format_.old_italic)}{direction}</w:rPr>"
        change = f"<w:rPrChange {revisions.attributes()}>{before}</w:rPrChange>"
    inner = style + _italic(italic) + direction + change
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _italic(on: bool) -> str:
    return "<w:i/><w:iCs/>" if on else ""
