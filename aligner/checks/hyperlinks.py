"""Hyperlinks that show one document and lead to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from aligner.checks.settings import Settings
from aligner.checks.single import found
from aligner.findings import Finding
from aligner.values import Value, values
from corpora.model import Mark, Resolution

_TARGET = re.compile(
    r"(?:undocs|docs\.un|documents\.un)\.org/.*?([A-Za-z]{1,5}/[\w.()/%-]*\d[\w.()/-]*)", re.IGNORECASE
)
_PATH = re.compile(r"^(?:en|fr|es|ru|zh|ar|ch|e|f|s|r|c|a)/(?=[A-Za-z]{1,5}/)", re.IGNORECASE)


def find(document: Resolution, settings: Settings) -> Iterator[Finding]:
    """Links whose visible symbol and target are not the same document."""
    for p in document.paragraphs:
        seen = set()
        for mark in p.marks:
            target = symbol_of(mark.target) if mark.kind == "link" else None
            shown = [v for v in values(p.text, document.language) if v.kind == "symbol" and _meet(v, mark)]
            written = p.text[mark.start : mark.end]
            if (
                not shown
                or target is None
                or any(leads_to(s, target) for s in (*(v.value for v in shown), written))
            ):
                continue
            about = f"{target}>{shown[0].value}"
            if about not in seen:
                seen.add(about)
                place = (min(mark.start, shown[0].start), max(mark.end, shown[0].end))
                message = f"“{p.text[place[0] : place[1]]}” leads to {target}"
                yield found("hyperlink", "error", p, message, place, about=about)


def _meet(v: Value, mark: Mark) -> bool:
    """Whether a value stands at a mark; a link often leaves out a letter or digit at its edge."""
    return v.start < mark.end and mark.start < v.end


def symbol_of(address: str) -> str | None:
    """The document symbol that an address of the UN's servers names; None for another address."""
    match = _TARGET.search(unquote(address).replace("?symbol=", "/"))
    return _PATH.sub("", match[1]).upper().rstrip("/.") if match else None


def leads_to(shown: str, target: str) -> bool:
    """Whether a symbol as written in a text may stand for a document.

    All its numbers have to be the last of the target's, in their order; an address may leave out the session or year
    in brackets, and of a document with two symbols ("A/57/759-S/2003/332") name one.
    """
    bare = re.sub(r"\s", "", shown).upper()
    if re.sub(r"\W", "", shown).upper() == re.sub(r"\W", "", target) or target.startswith(bare + "("):
        return True
    have = _numbers(target)
    for symbol in (shown, *shown.split("-")):
        want = _numbers(symbol)
        if want and (have[-len(want) :] == want or (len(have) == 1 and have == want[:1])):
            return True
    return False


def _numbers(symbol: str) -> list[str]:
    return re.findall(r"\d+|(?<=\()[IVXLC]+(?=\))", symbol.upper())
