"""A comparison as plain lines for a terminal, a pipe or a text file."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.model import Change, Comparison, Link
from corpora.model import Resolution
from tui.cli.options import counted
from tui.layout.cells import clip, shown
from tui.layout.page import Line, Page
from tui.layout.page import Span as Run
from tui.layout.pieces import tag
from tui.layout.rows import View, arrange
from tui.layout.wrap import wrap

# ANSI: the sixteen colours every terminal has; what they say is also said by brackets and the gutter.
STYLES = {
    "delete": "31", "insert": "32", "added": "32", "removed": "31",
    "tag": "2", "fold": "2", "origin": "36", "empty": "2", "note": "36",
}  # fmt: skip


def print_comparison(
    comparison: Comparison,
    *,
    width: int,
    side_by_side: bool,
    only: Change | None = None,
    full: bool = False,
    colour: bool = False,
) -> Iterator[str]:
    """The lines of a comparison, `width` cells wide, the unchanged folded unless `full`."""
    yield from heading(comparison, width)
    yield ""
    changes = comparison.only(only).changes
    if not changes:
        kind = f"no {only} change" if only else "nothing differs"
        yield f"{kind[0].upper()}{kind[1:]}: {counted(len(comparison.links), 'link')} compared."
    else:
        view = View(
            mode="side" if side_by_side else "unified",
            folded=not full,
            only=frozenset({only} if only else ()),
        )
        for line in Page(arrange(comparison, view), width, display="logical"):
            yield _line(line, side_by_side, colour)
        yield from rolled_over(comparison.only(only), width)
    yield ""
    yield summary(comparison)
    yield from left_out(comparison)


def heading(comparison: Comparison, width: int) -> Iterator[str]:
    """Both documents, each with its provenance."""
    arrow = "→" if comparison.axis == "years" else "↔"
    for sign, document in ((" ", comparison.old), (arrow, comparison.new)):
        yield clip(f"{sign} {_name(document)}", width)


def _name(document: Resolution) -> str:
    parts = [document.name, document.language]
    if document.adopted:
        parts.append(document.adopted.isoformat())
    return " · ".join([*parts, document.provenance.notice])


def rolled_over(comparison: Comparison, width: int) -> Iterator[str]:
    """What only follows from the new year, with what it follows from: a paragraph may hold other edits as well."""
    proven = [link for link in comparison.links if link.proofs]
    if proven:
        yield ""
        yield "What only rolls over, and why"
    room = max((len(_place(link)) for link in proven), default=0)
    for link in proven:
        head = f"{_place(link):{room}}  "
        text = "; ".join(link.proofs)
        for start, end in wrap(text, max(20, width - len(head)), comparison.new.language):
            yield f"{head}{shown(text[start:end])}"
            head = " " * len(head)


def _place(link: Link) -> str:
    return " ".join(tag(i) or i.removeprefix("m.") for i in link.new or link.old)


def summary(comparison: Comparison) -> str:
    """How many changes of which kind, in one line."""
    changes = comparison.changes
    counts = comparison.summary
    relations = ", ".join(f"{n} {name}" for name, n in counts.items() if n) or "nothing"
    kinds = [
        f"{n} {label}"
        for change, label in (
            ("substantive", "substantive"),
            ("editorial", "editorial"),
            ("rollover", "roll-over"),
        )
        if (n := sum(link.change == change for link in changes))
    ]
    told = f"{len(changes)} change{'s' * (len(changes) != 1)}"
    return f"{told}{': ' if kinds else ''}{', '.join(kinds)} ({relations})"


def left_out(comparison: Comparison) -> Iterator[str]:
    """What was not compared, so that "nothing differs" never hides anything; what links rest on beside the texts."""
    for document in (comparison.old, comparison.new):
        if document.unplaced:
            reasons = ", ".join(sorted({u.reason for u in document.unplaced}))
            yield shown(
                f"Not compared in {document.name}: {counted(len(document.unplaced), 'piece')} ({reasons})"
            )
    for said in comparison.not_compared:
        yield shown(f"Not compared: {said}")
    for witness in comparison.witnesses:
        yield shown(f"Witness: {witness}")


def _line(line: Line, side_by_side: bool, colour: bool) -> str:
    right = "".join(_run(run, colour) for run in line.right)
    if not side_by_side:
        return f"{line.glyph} {right}".rstrip()
    left = "".join(_run(run, colour) for run in line.left)
    return f"{left} │ {line.glyph} {right}".rstrip()


def _run(run: Run, colour: bool) -> str:
    style = STYLES.get(run.role)
    return f"\x1b[{style}m{run.text}\x1b[0m" if colour and style and run.text.strip() else run.text
