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


def change_map(comparison: Comparison, address: str = "") -> str:
    """The whole document as one strip: a block a row, as wide as its text is long, leading to its text.

    `address` is the page of the texts where that is another one.
    """
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
        blocks.append(_block(row, at, width, address))
        at += width
    changed = sum(link.changed for link in comparison.links)
    label = f"Change map: {changed} of {len(comparison.links)} links changed"
    return (
        f'<svg class="map" role="group" aria-label="{label}" viewBox="0 0 {_MAP_WIDTH} {_BAR_HEIGHT}" '
        f'preserveAspectRatio="none">{"".join(blocks)}</svg>'
    )


def language_grid(
    rows_: Sequence[tuple[str, str, Mapping[str, tuple[str, str]]]], languages: Sequence[str]
) -> str:
    """Languages down, paragraphs across: where they changed alike, and where one stands apart.

    Args:
        rows_: for each paragraph its name, the address it leads to, and by language its marks and state.
        languages: codes, in order.
    """
    width, height, left, head = 30, 26, 34, 92
    cells = []
    for column, (name, address, states) in enumerate(rows_):
        x = left + column * width
        foot = f"translate({x + width / 2 + 4} {head - 8}) rotate(-60)"
        cells.append(f'<text transform="{foot}">{_text(name)}</text>')
        for line, code in enumerate(languages):
            marks, state = states.get(code, ("", "absent"))
            label, y = _text(f"{marks or '?'} {name}, {code}: {state}"), head + line * height
            cells.append(
                f'<a href="{_text(address)}" aria-label="{label}"><title>{label}</title>'
                f'<rect x="{x}" y="{y}" width="{width - 3}" height="{height - 3}" class="{_text(state)}"/>'
                f'<text x="{x + width / 2 - 1.5}" y="{y + 16}" text-anchor="middle">{_text(marks or "?")}</text></a>'
            )
    cells += [
        f'<text x="{left - 8}" y="{head + line * height + 16}" text-anchor="end">{_text(code)}</text>'
        for line, code in enumerate(languages)
    ]
    wide, high = left + width * len(rows_) + 40, head + height * len(languages)
    return (
        '<svg class="grid-chart" role="group" aria-label="Languages by paragraphs" '
        f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">{"".join(cells)}</svg>'
    )


def yearly_bars(years: Sequence[tuple[str, Mapping[str, int]]], kinds: Sequence[str]) -> str:
    """Changes by year and kind: a bar a year, a pattern of heights a kind, every figure in words too.

    Args:
        years: what each year is called, and how many changes of each kind it made.
        kinds: those to show, from the bottom up.
    """
    width, height, foot = 104, 120, 18
    most = max((sum(counts.get(k, 0) for k in kinds) for _, counts in years), default=0) or 1
    out = []
    for column, (year, counts) in enumerate(years):
        x, y = column * width + 22, float(height)
        told = ", ".join(f"{counts.get(k, 0)} {k}" for k in kinds)
        shapes = []
        for kind in kinds:
            tall = counts.get(kind, 0) * height / most
            y -= tall
            shapes.append(
                f'<rect x="{x}" y="{y:.1f}" width="{width - 44}" height="{tall:.1f}" class="{_text(kind)}"/>'
            )
        name = f'<text x="{x + width / 2 - 22}" y="{height + 14}" text-anchor="middle">{_text(year)}</text>'
        out.append(f"<g><title>{_text(f'{year}: {told}')}</title>{''.join(shapes)}{name}</g>")
    wide, high = max(len(years), 1) * width, height + foot
    return (
        '<svg class="bars" role="img" aria-label="Changes by year and kind" '
        f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">{"".join(out)}</svg>'
    )


def _block(row: Row, at: float, width: float, address: str) -> str:
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
    told = _text(f"{place(row)}: {what(row)}")
    return shape if quiet else f'<a href="{_text(address)}#{_text(target)}" aria-label="{told}">{shape}</a>'


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
