"""What can be copied from a paragraph, always in logical order."""

from __future__ import annotations

from aligner.model import Comparison
from corpora.model import Resolution
from tui.layout.pieces import BLANKS, BRACKETS, tag


def of(comparison: Comparison, document: Resolution, paragraph_id: str) -> list[tuple[str, str, str]]:
    """Key, name and text of everything that can be copied from a paragraph."""
    paragraph = document[paragraph_id]
    label = f"{paragraph.label} " if paragraph.label else ""
    found = [
        ("p", "the paragraph", label + paragraph.text),
        ("c", "a citation", citation(document, paragraph_id)),
    ]
    side = "old" if document is comparison.old else "new"
    link = next((x for x in comparison.links if paragraph_id in getattr(x, side)), None)
    if link and link.changed and link.ops:
        found.insert(1, ("d", "the change, words in brackets", change(link.ops)))
    return found


def citation(document: Resolution, paragraph_id: str) -> str:
    """``A/RES/61/168, OP10 (19 December 2006)``, an unofficial text being called so."""
    name = tag(paragraph_id) or paragraph_id
    day = f" ({document.adopted.day} {document.adopted:%B %Y})" if document.adopted else ""
    unofficial = f", {document.provenance.notice}" if document.provenance.status == "unofficial" else ""
    return f"{document.name}, {name}{day}{unofficial}"


def change(ops: tuple[tuple[str, str], ...], *, drawn: bool = False) -> str:
    """A word diff as plain text, deleted and inserted words in brackets; blanks alone `drawn`, to be looked at."""
    parts = []
    for name, text in ops:
        opening, closing = BRACKETS.get(name, ("", ""))
        if drawn and opening and not text.strip(" \u00a0\u202f"):
            text = text.translate(BLANKS)
        parts.append(f"{opening}{text}{closing}")
    return "".join(parts)
