"""What stands over a comparison: which documents, where they come from, how much changed."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.model import Comparison
from corpora.model import Resolution
from tui.layout.cells import cells, pad
from tui.layout.page import TAG
from tui.layout.rows import Mode
from tui.widgets.bars import Text

CLASSES = (("substantive", "substantive"), ("editorial", "editorial"), ("rollover", "roll-over"))


def title(comparison: Comparison, told: Sequence[str], width: int) -> list[Text]:
    """Both names, the languages, and the fullest of what is `told` that there is room for."""
    old, new = comparison.old, comparison.new
    arrow = "▸" if comparison.axis == "years" else "↔"
    names = f" {old.name} {arrow} {new.name}" if old.name != new.name else f" {new.name}"
    codes = "-".join(dict.fromkeys((old.language, new.language)))
    room = width - cells(f"{names}  {codes}  ")
    fitting = next((said for said in told if cells(said) <= room), "")
    return [("strong", names), ("strong", f"  {codes}"), ("quiet", f"  {fitting}")]


def shortened(position: str) -> str:
    """Only the figures of a counter, where there is no room for its words: the names of documents matter more."""
    return f" {position.split()[-1]} " if position.strip() else position


def summaries(comparison: Comparison) -> Sequence[str]:
    """How many changes of which class, the fullest saying first."""
    changes = comparison.changes
    if not changes:
        return ["nothing differs"]
    kinds = [f"{n} {said}" for c, said in CLASSES if (n := sum(x.change == c for x in changes))]
    told, said = f"{len(changes)} change{'s' * (len(changes) != 1)}", ", ".join(kinds)
    return [f"{told}: {said}", said, told] if kinds else [told]


def origins(comparison: Comparison, mode: Mode, left: int, right: int) -> list[Text]:
    """Where both texts come from, each over its column of so many cells."""
    old, new = comparison.old, comparison.new
    room = right - TAG
    if mode == "side":
        before = pad(f"{' ' * TAG}{_origin(old, left - TAG)}", left)
        return [("quiet", f"{before} │         {_origin(new, room)}")]
    if mode == "unified":
        return [("quiet", f"        {_origin(old, room // 2)} ▸ {_origin(new, room // 2)}")]
    return [("quiet", f"        {_origin(old if mode == 'old' else new, room)}")]


def _origin(document: Resolution, room: int) -> str:
    """The day and where the text comes from, in so many cells; its status is never cut off."""
    day = f"{document.adopted.isoformat()}, " if document.adopted else ""
    short = {"unofficial": "unofficial edition", "official": "official text", "local": "local file"}
    tries = (
        day + document.provenance.notice,
        document.provenance.notice,
        day + short[document.provenance.status],
    )
    return next((said for said in tries if cells(said) <= room), short[document.provenance.status])
