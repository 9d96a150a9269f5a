"""Hard-wrapped texts: lines of one width that must be joined into paragraphs.

A clean wrapped text has a blank line between its paragraphs. A copy drawn from the pages of a PDF has more to
undo (see `pagecopy`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from corpora.languages import CODES, LanguageFacts, detect, facts
from corpora.readers import inline
from corpora.readers.blocks import Block
from corpora.readers.structure import labels, wording

MAX_WIDTH = 135  # characters of a typical line: no page of running text is set wider
MIN_LINES = 5  # lines that another follows; fewer tell nothing
# Share of such lines that break off in mid-sentence, the next going on in lower case: 0.4 to 0.7 in wrapped
# texts, below 0.05 where a line is a paragraph, a verse or a title.
RUNNING_SHARE = 0.25
RUNNING_SHARE_OF_PAGES = 0.1  # the same where rules, job numbers and the like betray the pages of a PDF
# Scripts without case: lines of one length (share within a tenth of the median) that end anywhere.
EVEN_SHARE = 0.6
OPEN_SHARE = 0.5

# Share of lines that end in a hyphen: up to 0.017 in resolutions set without hyphenation; what hyphenated ones have
# was not measured.
HYPHENATED_SHARE = 0.04

_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_JOINING = ("-", "\u2010", "\u2011", "/")
_DASHES = ("–", "—")  # between words they have blanks on both sides, or on none
_FIRST_SPACELESS = "\u2e80"
_ENDS = ".,;:!?؟،؛。，；："
_AFTER_END = "\"'”’»)]"


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines of a text are cut at a width rather than one a paragraph."""
    stripped = [line.strip() for line in lines]
    inner = [(a, b) for a, b in pairwise(stripped) if a and b]
    if len(inner) < MIN_LINES:
        return False
    lengths = sorted(len(a) for a, _ in inner)
    typical = lengths[len(lengths) // 2]
    if typical > MAX_WIDTH:
        return False
    open_lines = [(a, b) for a, b in inner if not _ends(a)]
    running = sum(b[0].islower() for _, b in open_lines)
    if running >= RUNNING_SHARE * len(inner):
        return True
    if running >= RUNNING_SHARE_OF_PAGES * len(inner):
        from corpora.readers import pagecopy  # most texts never come here

        if pagecopy.is_page_copy(stripped):
            return True
    if any(c.isupper() or c.islower() for a, _ in inner[:20] for c in a[:20]):
        return False
    even = sum(abs(n - typical) <= typical / 10 for n in lengths)
    return even >= EVEN_SHARE * len(inner) and len(open_lines) >= OPEN_SHARE * len(inner)


def _ends(line: str) -> bool:
    """Whether a line ends as a sentence or clause does, a closing bracket or a note's number aside."""
    at = len(line)
    while at and (line[at - 1] in _AFTER_END or line[at - 1].isdecimal() or line[at - 1].isspace()):
        at -= 1
    return at > 0 and line[at - 1] in _ENDS


def blocks(text: str) -> list[Block]:
    """The paragraphs of a hard-wrapped text."""
    from corpora.readers import flatnotes, pagecopy

    lines = [line.strip(" \t\v") for line in text.split("\n")]
    if pagecopy.is_page_copy(lines):
        return pagecopy.blocks(lines)
    words = Words(text)
    code = detect(text)
    table = facts(code) if code in CODES else None
    parts = groups(lines)
    tail = len(parts) - flatnotes.trailing(parts)
    head = _head(parts, table)
    out: list[Block] = []
    for n, group in enumerate(parts):
        if n < head:
            out += [inline.block(line) for line in group]
        elif n >= tail:
            marker, _, rest = group[0].partition(" ")
            out.append(inline.block(words.join([rest.strip(), *group[1:]]), label=marker, hint="note"))
        else:
            for part in _paragraphs(group, table):
                out += clean_group(part, words)
    return flatnotes.cite(out) if tail < len(parts) else out


def _head(parts: Sequence[Sequence[str]], table: LanguageFacts | None) -> int:
    """How many groups stand before the one with the opening formula: their lines stay apart."""
    if table is not None:
        for n, group in enumerate(parts):
            if any(wording.is_opening(line, table) for line in group):
                return n
    return 0


def _paragraphs(group: list[str], table: LanguageFacts | None) -> list[list[str]]:
    """A group cut where a numbered paragraph, or the body after its opening, begins without a blank line."""
    out: list[list[str]] = [[]]
    for line in group:
        last = out[-1][-1] if out[-1] else ""
        numbered = labels.number_at_start(line) or labels.sublabel_at_start(line)
        opening = table is not None and (wording.is_opening(line, table) or wording.is_opening(last, table))
        if last and (opening or (numbered and wording.ends_sentence(last))):
            out.append([])
        out[-1].append(line)
    return out


def groups(lines: Sequence[str]) -> list[list[str]]:
    """Runs of lines without a blank line or form feed between them."""
    out: list[list[str]] = [[]]
    for line in lines:
        for i, part in enumerate(line.split("\f")):
            if i or not part.strip():
                out.append([])
            if part.strip():
                out[-1].append(part.strip())
    return [group for group in out if group]


def clean_group(group: list[str], words: Words) -> list[Block]:
    """The block of one group: a note, or lines to be joined."""
    return [inline.note_block(group) or inline.block(words.join(group))]


def _spaceless(c: str) -> bool:
    """Whether a character belongs to a script written without spaces."""
    return _FIRST_SPACELESS <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" or "\uff00" <= c <= "\uffef"


class Words:
    """Joins lines, undoing hyphenation by what words the document has."""

    def __init__(self, text: str) -> None:
        self._text = text

    def join(self, lines: Sequence[str]) -> str:
        """One paragraph of its lines."""
        parts: list[str] = []
        for line in lines:
            if parts and line:
                parts[-1] = self.before(parts[-1], line)
            if line or not parts:
                parts.append(line)
        return "".join(parts)

    def before(self, line: str, following: str) -> str:
        """A line as it stands before the one that it runs on into: with a blank, or without its hyphen."""
        last, first = line[-1:], following[0]
        if last.isalpha() and last < _FIRST_SPACELESS:  # as most are
            return f"{line} "
        if last == "-" and first.islower() and (hyphen := _HYPHEN.search(line)):
            return line if self._is_compound(hyphen[1], following) else line[:-1]
        if last in _JOINING or (last in _DASHES and not line[-2:-1].isspace()):
            return line
        return line if _spaceless(last) and _spaceless(first) else f"{line} "

    def _is_compound(self, first: str, tail: str) -> bool:
        """Whether "first-rest" keeps its hyphen.

        It does if it is a word elsewhere in the text, or its second half is, or other words begin with "first-";
        what the words do not tell, the lines do: most texts are set without hyphenation.
        """
        found = re.match(r"[^\W\d_]+", tail)
        first, rest = first.lower(), found[0].lower() if found else tail[0]
        if self._has(first + rest):
            return False
        if self._has(f"{first}-{rest}") or self._has(rest) or self._has(f"{first}-", whole=False):
            return True
        return not self._is_hyphenated

    def _has(self, word: str, *, whole: bool = True) -> bool:
        """Whether the text has a word; with `whole` false, whether one begins so."""
        text, at = self._unparted, -1
        while (at := self._unparted.find(word, at + 1)) >= 0:
            end = at + len(word)
            if not _goes_on(text[at - 1]) and _goes_on(text[end]) != whole:
                return True
        return False

    @cached_property
    def _is_hyphenated(self) -> bool:
        """Whether words are parted at line ends: many are, or a word found whole elsewhere is."""
        parted = self._lines[1]
        if len(parted) >= HYPHENATED_SHARE * (self._text.count("\n") + 1):
            return True
        return any(self._has(word) for word in parted)

    @property
    def _unparted(self) -> str:
        """The text in lower case without the words that a line's end parts, a blank around it."""
        return self._lines[0]

    @cached_property
    def _lines(self) -> tuple[str, list[str]]:
        """The text without the words that a line's end parts, and those words, their hyphen gone."""
        lines, parted = self._text.lower().split("\n"), []
        for n in range(len(lines) - 1):
            line = lines[n].rstrip()
            if line.endswith("-"):
                lines[n], _, first = line.rpartition(" ")
                rest, _, lines[n + 1] = lines[n + 1].lstrip().partition(" ")
                parted.append(first[:-1] + rest)
        return f" {chr(10).join(lines)} ", parted


def _goes_on(c: str) -> bool:
    return c.isalpha() or c == "-"
