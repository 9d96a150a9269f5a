"""Reading speed beside each format's library doing nothing but drawing out the text, in one run.

    python benchmarks/reading.py FILE...      .xml, .pdf and .docx files; the ratio is the figure, not the times

Peers: lxml (itertext), pypdfium2 (get_text_range), python-docx (the paragraphs' text; `pip install python-docx`).
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


PEERS: dict[str, Callable[[bytes], int]] = {".xml": lxml_text, ".pdf": pdfium_text, ".docx": python_docx_text}


def seconds(function: Callable[[bytes], object], data: bytes) -> float:
    start = time.perf_counter()
    function(data)
    return time.perf_counter() - start


def main(names: list[str]) -> int:
    ratios: dict[str, list[float]] = defaultdict(list)
    for path in map(Path, names):
        peer = PEERS.get(path.suffix)
        if peer is None:
            continue
        data = path.read_bytes()
        corpora.read(data), peer(data)  # both warm
        # In turn, so that a slow moment of the machine meets both; the median of each.
        pairs = [(seconds(corpora.read, data), seconds(peer, data)) for _ in range(ROUNDS)]
        ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
        ratios[path.suffix].append(ours / theirs)
    for suffix, found in sorted(ratios.items()):
        print(
            f"{suffix}: {len(found)} files, median ratio {statistics.median(found):.2f}, worst {max(found):.2f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
