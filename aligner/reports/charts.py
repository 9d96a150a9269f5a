"""Charts as inline SVG: shapes and titles carry the meaning, colour only repeats it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from aligner.model import Comparison
from aligner.reports.layout import Row, rows
from aligner.reports.safe import visible
from aligner.reports.words import place, sign, what

_BAR_HEIGHT = 22
_MAP_WIDTH = 1000
_LEAST_WIDTH = 2.0  # units of the map: below this a short paragraph cannot be seen


def change_map(comparison: Comparison) -> str:
    """The whole document as one strip: a block a row, as wide as its text is long, leading to its text."""
    all_rows = rows(comparison)
    if not all_rows:
        return ""
    lengths = [max(_length(comparison, row), 1) for row in all_rows]
    room = _MAP_WIDTH - _LEAST_WIDTH * len(all_rows)
    scale = max(room, 0) / sum(lengths)
    least = min(_LEAST_WIDTH, _MAP_WIDTH / len(all_rows))
    at, blocks = 0.0, []
    for row, length in zip(all_rows, lengths, strict=True):
        width = least + length * scale
        blocks.append(_block(row, at, width))
        at += width
    changed = sum(link.changed for link in comparison.links)
    label = f"Change map: {changed} of {len(comparison.links)} links changed"
    return (
        f'<svg class="map" role="group" aria-label="{label}" viewBox="0 0 {_MAP_WIDTH} {_BAR_HEIGHT}" '
        f'preserveAspectRatio="none">{"".join(blocks)}</svg>'
    )


def grid(columns: Sequence[str], lines: Sequence[tuple[str, Mapping[str, str]]]) -> str:
    """A table of languages × changes; each cell a sign and its words.

    Args:
        columns: the languages' names.
        lines: a change's name, and what it is in each of the columns where it occurs.
    """
    head = "".join(f'<th scope="col">{_text(c)}</th>' for c in columns)
    body = "".join(
        f'<tr><th scope="row">{_text(head)}</th>'
        + "".join(
            f'<td class="{"yes" if c in cells else "no"}">{_text(cells.get(c, "absent"))}</td>'
            for c in columns
        )
        + "</tr>"
        for head, cells in lines
    )
    head = f'<tr><th scope="col">Change</th>{head}</tr>'
    return f'<table class="grid"><thead>{head}</thead><tbody>{body}</tbody></table>'


def _block(row: Row, at: float, width: float) -> str:
    link = row.link
    quiet = not (link.changed or link.renumbered)
    # Height repeats what colour says: quiet rows are low, changed ones tall.
    height = 8 if quiet else _BAR_HEIGHT
    target = row.new[0] if row.new else f"old-{row.old[0]}"
    size = f'width="{max(width - 0.8, 0.4):.1f}" height="{height}"'
    shape = (
        f'<rect x="{at:.1f}" y="{_BAR_HEIGHT - height}" {size} '
        f'class="{_kind(row)}"><title>{_text(f"{sign(row)} {place(row)}: {what(row)}")}</title></rect>'
    )
    return (
        shape
        if quiet
        else f'<a href="#{_text(target)}" aria-label="{_text(f"{place(row)}: {what(row)}")}">{shape}</a>'
    )


def _kind(row: Row) -> str:
    if row.elsewhere:
        return "moved"
    relation = row.link.relation
    return "same" if relation == "translated" else relation


def _length(comparison: Comparison, row: Row) -> int:
    document, ids = (comparison.new, row.new) if row.new else (comparison.old, row.old)
    return sum(len(document[i].text) for i in ids)


def _text(value: str) -> str:
    return escape(visible(value))
