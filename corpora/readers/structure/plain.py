"""Documents without a resolution's structure: paragraphs p1, p2 …, headings and table rows as marked."""

from __future__ import annotations

from corpora.readers.blocks import Block
from corpora.readers.structure import labels
from corpora.readers.structure.body import Item


def read_plain(blocks: list[tuple[int, Block]]) -> list[Item]:
    """Each block as one item; a number is a label where the numbers count on from one."""
    counts = {"p": 0, "h": 0, "t": 0, "closing": 0}
    out: list[Item] = []
    last = 0
    for place, block in blocks:
        base = {"heading": "h", "title": "h", "row": "t", "closing": "closing"}.get(block.hint, "p")
        counts[base] += 1
        name = f"{base}{counts[base]}" if base != "closing" else base
        if base == "p" and not block.label and (number := labels.number_at_start(block.text)):
            value, end = number[1], number[2]
            if value in (1, last + 1) and end < len(block.text):
                last = value
                block = block.part(end)._replace(label=number[0])
        kind = {"h": "heading", "t": "table", "p": "plain", "closing": "closing"}[base]
        out.append(Item(name, kind, block, place))  # type: ignore[arg-type]
    return out
