"""Reading speed beside each format's library doing nothing but drawing out the text, in one run.

    python benchmarks/reading.py FILE...      .xml, .pdf and .docx files; the ratio is the figure, not the times

Peers: lxml (itertext), pypdfium2 (get_text_range), python-docx (the paragraphs' text; `pip install python-docx`).
The paragraphs of python-docx leave tables out, which are read here: a second figure has their cells' text as well.
Files that hold no text, or that the peer cannot read, are named and left out.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import corpora

ROUNDS = 7


def lxml_text(data: bytes) -> int:
    from lxml import etree

    return len("".join(etree.fromstring(data).itertext()))


def pdfium_text(data: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def python_docx_text(data: bytes) -> int:
    import docx

    return sum(len(p.text) for p in docx.Document(io.BytesIO(data)).paragraphs)


def python_docx_text_with_tables(data: bytes) -> int:
    import docx

    document = docx.Document(io.BytesIO(data))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return sum(len(p.text) for p in document.paragraphs) + sum(len(cell.text) for cell in cells)


PEERS: dict[str, dict[str, Callable[[bytes], int]]] = {
    ".xml": {"lxml": lxml_text},
    ".pdf": {"pypdfium2": pdfium_text},
    ".docx": {"python-docx": python_docx_text, "python-docx with tables": python_docx_text_with_tables},
}


def seconds(function: Callable[[bytes], object], data: bytes) -> float:
    start = time.perf_counter()
    function(data)
    return time.perf_counter() - start


def ratio(peer: Callable[[bytes], int], data: bytes) -> float:
    """Our time in that of the peer; in turn, so that a slow moment of the machine meets both; the median of each."""
    pairs = [(seconds(corpora.read, data), seconds(peer, data)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    return ours / theirs


def main(names: list[str]) -> int:
    ratios: dict[tuple[str, str], list[float]] = defaultdict(list)
    for path in map(Path, names):
        peers = PEERS.get(path.suffix)
        if peers is None:
            print(f"left out {path.name}: no peer for its format", file=sys.stderr)
            continue
        data = path.read_bytes()
        try:
            corpora.read(data)  # warm
            for name, peer in peers.items():
                peer(data)
                ratios[path.suffix, name].append(ratio(peer, data))
        except Exception as error:  # noqa: BLE001 - a peer fails in its own ways; the run goes on and says so
            print(f"left out {path.name}: {error}", file=sys.stderr)
    for (suffix, name), found in sorted(ratios.items()):
        middle = statistics.median(found)
        print(f"{suffix}: {len(found)} files, median ratio {middle:.2f}, worst {max(found):.2f} ({name})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
