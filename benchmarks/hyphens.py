"""Hyphens at line ends: are words that were parted there joined, and compounds kept?

    python benchmarks/hyphens.py FILE...              documents with whole paragraphs (.xml), wrapped here
    python benchmarks/hyphens.py --show 20 FILE...    prints what was decided wrongly

Each document is wrapped at several widths: `never` without parting a word, so that every hyphen at a line end is a
compound's; `seldom` as a typist does, who parts a word only where a wide gap would be left; `always` as a printer does.
Words are parted where Pyphen allows it (`pip install pyphen`). `short` has three paragraphs of the document alone.
Recall is the share of the parted words that were joined, precision the share of the joined that had been parted, and
`kept` that of the compounds that kept their hyphen. Words with a capital behind the hyphen are not counted.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import corpora
from corpora.readers.hyphens import Words

WIDTHS = (48, 62, 76, 90)
LEAST_LETTERS = 2  # of a parted word on either line
WIDE_GAP = {"never": None, "seldom": 7, "always": 0}  # characters left empty, from which a word is parted
SHORT = 3  # paragraphs
DICTIONARIES = {"en": "en_GB", "fr": "fr", "es": "es", "ru": "ru_RU"}

_COMPOUND = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_PARTED = re.compile(r"[^\W\d_]{5,}")


class Line(NamedTuple):
    text: str
    end: str  # "blank", "compound" or "parted": what it ends with


class Wrapping:
    """Wraps paragraphs at a width, parting words where the gap would be wider than `gap`."""

    def __init__(self, language: str, width: int, gap: int | None) -> None:
        import pyphen

        self._places = pyphen.Pyphen(
            lang=DICTIONARIES[language], left=LEAST_LETTERS, right=LEAST_LETTERS
        ).positions
        self._width, self._gap = width, gap

    def lines(self, paragraph: str) -> Iterator[Line]:
        line = ""
        for word in paragraph.split():
            while line and len(line) + 1 + len(word) > self._width:
                room = self._width - len(line) - 1
                at, end = self._cut(word, room)
                if at:
                    line += f" {word[:at]}" + "-" * (end == "parted")
                    word = word[at:]
                yield Line(line, end)
                line = ""
                if not at:
                    break
            line = f"{line} {word}" if line else word
        yield Line(line, "blank")

    def _cut(self, word: str, room: int) -> tuple[int, str]:
        """Where a word is cut to fill the room at a line's end, 0 for nowhere, and what the line then ends with."""
        for found in reversed([*_COMPOUND.finditer(word)]):
            if found.end() <= room:
                return found.end(), "compound"
        if self._gap is None or room < self._gap or _COMPOUND.search(word):
            return 0, "blank"
        if letters := _PARTED.search(word):
            for place in reversed(self._places(letters[0])):
                if (at := letters.start() + place) < room:
                    return at, "parted"
        return 0, "blank"


def decisions(lines: Sequence[Line]) -> Iterator[tuple[str, bool, str]]:
    """What each line with a hyphen ends with, whether the hyphen was kept, and the two parts."""
    words = Words("\n".join(line.text for line in lines))
    for line, following in pairwise(lines):
        if line.end != "blank" and following.text[0].islower():
            parts = f"{line.text.split()[-1]}|{following.text.split()[0]}"
            yield line.end, words.before(line.text, following.text).endswith("-"), parts


def documents(texts: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    yield "whole", texts
    for start in range(0, len(texts), 3 * SHORT):
        yield "short", texts[start : start + SHORT]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "     -"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, help="wrong decisions printed of each kind")
    options = parser.parse_args(arguments)
    counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    wrong: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in options.files:
        document = corpora.read(path)
        if document.language not in DICTIONARIES:
            print(f"left out {path.name}: no hyphens in {document.language}", file=sys.stderr)
            continue
        texts = [p.text for p in document.paragraphs if len(p.text) > WIDTHS[-1]]
        for size, some in documents(texts):
            for style, gap in WIDE_GAP.items():
                for width in WIDTHS:
                    wrapping = Wrapping(document.language, width, gap)
                    lines = [line for text in some for line in wrapping.lines(text)]
                    for end, kept, parts in decisions(lines):
                        counts[document.language, size, style][f"{end} {'kept' if kept else 'joined'}"] += 1
                        if kept != (end == "compound"):
                            wrong[document.language, end][parts] += 1
    for key, n in sorted(counts.items()):
        parted, compounds = n["parted joined"] + n["parted kept"], n["compound kept"] + n["compound joined"]
        joined = n["parted joined"] + n["compound joined"]
        recall, precision = _share(n["parted joined"], parted), _share(n["parted joined"], joined)
        print(
            f"{' '.join(key):16} parted {parted:5}: recall {recall} precision {precision}"
            f"   compounds {compounds:4}: kept {_share(n['compound kept'], compounds)}"
        )
    for (language, end), parts in sorted(wrong.items()):
        for text, n in parts.most_common(options.show):
            print(f"{language} {end} {'joined' if end == 'compound' else 'kept'} {n:4} {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
