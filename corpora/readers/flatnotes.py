"""Footnotes of texts that lost their superscripts: "… of 25 June 1993, 1 for enhancing …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpora.model import Mark
from corpora.readers import inline
from corpora.readers.blocks import Block
from corpora.readers.hyphens import Words

LARGEST = 400  # notes in one document
_MARKER = re.compile(r"\d{1,3}")
_WITH_TEXT = re.compile(r"(\d{1,3})\s+(?=[^\s\d])")
_LAST_MARKER = re.compile(r"(?<=[.,;:\"”’»)])\s\d{1,3}$")
# Words before a number that is meant: "paragraph 3", "item 5", "and 4"; in the languages of such copies.
_COUNTED = re.compile(
    r"(?:art(?:icle|ículo|icles|ículos)?|paras?|paragraphs?|paragraphes?|párrafos?|items?|points?|temas?|sections?|secc\w*|parts?|annex\w*|anexos?"
    r"|chap\w*|capítulos?|nos?|goals?|objecti\w+|objetivos?|targets?|protocols?|protocol\w*|resolutions?|résolutions?|rule\w*|phase\w*|stat\w*"
    r"|стать\w+|пункт\w*|глав\w*|раздел\w*|and|et|y|и|or|ou|o|of|to|the|from|de|du|à|а|at|in|by|on|for|с|до|по|от|в|на|all|other|some|about)\.?$",
    re.IGNORECASE,
)


def without_marker(line: str) -> str:
    """A line without the flattened reference at its end: "… human rights, 3" ends with the comma."""
    return _LAST_MARKER.sub("", line)


@dataclass
class Markers:
    """Tells the notes of one page after the other; their markers count on."""

    last: int = 0

    def note_block(self, lines: Sequence[str], words: Words) -> list[Block]:
        """The notes in the lines under a rule; numbers that count on are markers, others furniture."""
        numbers = [int(x) for x in lines if _MARKER.fullmatch(x)]
        numbers += [int(m[1]) for x in lines if (m := _WITH_TEXT.match(x))]
        markers = self._counting_on(numbers)
        out: list[Block] = []
        pieces: list[list[str]] = []  # each note's lines, cut where a line ends as a note does
        starts: list[list[str]] = []  # the same, cut at the markers
        fresh = True
        for line in lines:
            if _MARKER.fullmatch(line):
                if int(line) not in markers:
                    out.append(Block(line, hint="furniture"))
                else:
                    starts.append([])
                continue
            if not line:
                continue
            if (found := _WITH_TEXT.match(line)) and int(found[1]) in markers:
                line, fresh = line[found.end() :], True
                starts.append([])
            if fresh or not pieces:
                pieces.append([])
            pieces[-1].append(line)
            starts = starts or [[]]
            starts[-1].append(line)
            fresh = line.endswith((".", "。"))
        texts = pieces if len(pieces) == len(markers) else [s for s in starts if s]
        self.last = markers[-1] if markers else self.last
        for n, part in enumerate(texts):
            marker = markers[n] if n < len(markers) else self.last + n + 1 - len(markers)
            out.append(inline.block(words.join(part), label=str(marker), hint="note"))
        return out

    def _counting_on(self, numbers: list[int]) -> list[int]:
        found, n = [], self.last + 1
        have = set(numbers)
        if not self.last and have and n not in have:
            n = min(have)  # a document torn out of a volume: its notes begin anywhere
        while n in have:
            found.append(n)
            n += 1
        return found


def trailing(groups: Sequence[Sequence[str]]) -> int:
    """How many groups at the end of a text are notes: a number, a space and the note's words."""
    count = 0
    for group in reversed(groups):
        if not _WITH_TEXT.match(group[0]):
            break
        count += 1
    return count


def cite(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a candidate mark wherever a note of their page seems to be cited."""
    out = list(blocks)
    start = 0
    i = 0
    while i < len(out):
        if out[i].hint != "note":
            i += 1
            continue
        end = i
        while end < len(out) and out[end].hint in ("note", "furniture"):
            end += 1
        for k in range(i, end):
            if out[k].hint == "note" and out[k].label.isdecimal():
                _mark(out, start, i, out[k].label)
        start = i = end
    return out


def _mark(blocks: list[Block], start: int, end: int, marker: str) -> None:
    """Mark the likeliest references to a note in the blocks of its page."""
    body = [k for k in range(start, end) if not blocks[k].hint]
    strong = [(k, at) for k in body for at in _places(blocks[k].text, marker, strong=True)]
    weak = [(k, at) for k in body for at in _places(blocks[k].text, marker, strong=False)]
    for k, at in [*strong, *weak[:1]]:
        # With the blank before it, which came in with the flattening: the reference stood at the word's end.
        mark = Mark(at - 1, at + len(marker), "note", marker)
        marks = tuple(sorted((*blocks[k].marks, mark), key=lambda m: m.start))
        blocks[k] = blocks[k]._replace(marks=marks)


def _places(text: str, marker: str, strong: bool) -> list[int]:
    """Offsets at which a marker may stand: after punctuation or a year, or, weakly, after a word."""
    found = []
    for hit in re.finditer(rf"(?<=\S )({marker})(?=\s|$)", text):
        before, after = text[: hit.start() - 1], text[hit.end() :]
        certain = before[-1] in ',;)]”"»’' or bool(re.search(r"\b(?:19|20)\d\d$", before)) or not after
        if not certain and before[-1] == ".":
            certain = not _COUNTED.search(before) and len(before.rsplit(maxsplit=1)[-1]) > 5
        if strong and certain:
            found.append(hit.start())
        word = before.rsplit(maxsplit=1)[-1]
        # "the Secretary-General 7 considers", not "Part 7 of"
        name = word[-1].isalpha() and word[0].isupper() and not _COUNTED.search(word)
        if not strong and not certain and name and after.lstrip()[:1].islower():
            found.append(hit.start())
    return found
