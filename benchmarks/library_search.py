"""How long a search takes in a library of 2,000 documents, beside reading through the folded texts.

    python benchmarks/library_search.py [--parallel FOLDER] [--documents 2000]

FOLDER holds `ga-*.tsv.xz`: symbol, place, then a paragraph in en, fr, es, ru, zh, ar. Without it the bundled
documents are repeated, their words shuffled, which is kinder to the index than real texts are.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpora import bundled
from corpora.library import Library
from corpora.library.search import search
from corpora.library.words import words
from corpora.model import Paragraph, Provenance, Resolution, Symbol

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
QUERIES = {
    "Chinese, two characters": "人权",
    "Chinese, two characters, rare": "酷刑",
    "Arabic": "الإنسان",
    "Arabic with tashkeel": "الإِنْسَانِ",
    "French with accents": "coopération",
    "French without": "cooperation",
    "Russian": "сотрудничество",
    "exact phrase": '"the promotion and protection of all human rights"',
    "phrase of common words": '"of the United Nations"',
    "three words": "climate change developing",
    "a symbol cited": "70/1",
    "a symbol in full": "A/RES/74/153",
    "the commonest word": "the",
    "the commonest beginning": "t*",
    "two of the commonest": "the of",
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--parallel", type=Path)
    parser.add_argument("--documents", type=int, default=2000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "l", create=True) as library:
        began = time.perf_counter()
        texts = []
        for made in islice(_documents(options.parallel), options.documents):
            library.add(made, repr(made).encode())
            texts += [" " + " ".join(words(p.text)) + " " for p in made.paragraphs]
        print(
            f"{options.documents} documents, {len(texts)} paragraphs in {time.perf_counter() - began:.1f} s"
        )
        print(f"{'query':32}{'matches':>8}{'ms':>8}{'slowest':>9}{'of a scan':>11}")
        for name, query in QUERIES.items():
            _measure(library, texts, name, query)


def _measure(library: Library, texts: list[str], name: str, query: str) -> None:
    times = []
    for _ in range(9):
        began = time.perf_counter()
        found = search(library, query)
        times.append(time.perf_counter() - began)
    sought = f" {' '.join(words(query))} "
    began = time.perf_counter()
    scanned = [text for text in texts if sought in text]
    scan = time.perf_counter() - began
    assert found.matches or not scanned, f"{name}: in {len(scanned)} paragraphs, not found"
    middle = statistics.median(times)
    print(f"{name:32}{found.matches:8}{middle * 1000:8.1f}{max(times) * 1000:9.1f}{middle / scan:11.2f}")


def _documents(parallel: Path | None) -> Iterator[Resolution]:
    if parallel is None:
        yield from _shuffled()
        return
    for file in sorted(parallel.glob("ga-*.tsv.xz")):
        gathered: dict[str, list[list[str]]] = defaultdict(list)
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                symbol, _, *row = line.rstrip("\n").split("\t")
                gathered[symbol].append(row)
        for symbol, rows in gathered.items():
            for column, language in enumerate(LANGUAGES):
                yield _made(symbol, language, [row[column] for row in rows if len(row) == 6])


def _shuffled() -> Iterator[Resolution]:
    chance = random.Random(1)
    for number in range(10**6):
        for entry in bundled.documents():
            paragraphs = []
            for p in bundled.load(entry.symbol, entry.language).paragraphs:
                shuffled = p.text.split(" ")
                chance.shuffle(shuffled)
                paragraphs.append(" ".join(shuffled))
            yield _made(f"A/RES/{number // 400 + 61}/{number}", entry.language, paragraphs)


def _made(symbol: str, language: str, texts: list[str]) -> Resolution:
    paragraphs = tuple(Paragraph(f"p{n}", "plain", text) for n, text in enumerate(texts, 1))
    provenance = Provenance("local", "made", hashlib.sha256(symbol.encode()).hexdigest())
    return Resolution(Symbol(symbol), language, paragraphs, provenance)


if __name__ == "__main__":
    main()
