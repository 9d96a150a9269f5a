"""What the screens say about a link, in words."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.model import Comparison, Link
from tui.layout.pieces import tag

RELATIONS = {
    "same": "unchanged", "edited": "words changed", "split": "split", "merged": "merged", "added": "added",
    "removed": "removed", "translated": "translation of each other",
}  # fmt: skip
PLACES = {"m.": "masthead"}  # by how their ids begin
CLASSES = {
    "rollover": "roll-over: it only follows from the new year",
    "editorial": "editorial: spelling or wording without new substance",
    "substantive": "substantive",
}

# What the signs beside and within two texts mean, as the help tells it.
READING_SIGNS: tuple[tuple[str, str], ...] = (
    ("= ~ + −", "unchanged, words changed, added, removed"),
    ("< >", "one paragraph became several, several became one"),
    ("→", "moved from another place"),
    ("* !", "decided by hand; there is a finding"),
    ("⟦ ⟧  ⟪ ⟫", "words taken out; words put in"),
    ("␣ ⍽", "a space, one at which no line breaks, where only that differs"),
)


def named(ids: Sequence[str]) -> str:
    """Paragraphs as people call them."""
    return ", ".join(dict.fromkeys(tag(i) or PLACES.get(i[:2], i) for i in ids)) or "nothing"


def link_lines(comparison: Comparison, link: Link) -> list[str]:
    """Everything that is known of a link."""
    lines = [
        f"{comparison.old.name}: {named(link.old)}",
        f"{comparison.new.name}: {named(link.new)}",
        "",
        f"# {RELATIONS[link.relation]}",
    ]
    if link.change:
        lines.append(CLASSES[link.change])
    if link.moved:
        lines.append("moved to another place")
    if link.renumbered:
        lines.append("renumbered")
    if link.old and link.new:
        lines.append(f"alike to {link.similarity:.0%}")
    if link.pinned:
        lines.append("fixed by hand")
    if link.change == "substantive" and link.proofs:
        lines.append("in part only roll-over")
    if link.evidence:
        lines += ["", "# Why", *link.evidence]
    if comparison.witnesses:
        lines += ["", "# What the links rest on beside the texts", *comparison.witnesses]
    return lines
