"""Hard-wrapped texts: lines of one width that must be joined into paragraphs.

A clean wrapped text has a blank line between its paragraphs. A copy drawn from the pages of a PDF has more to
undo (see `pagecopy`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpora.languages import CODES, LanguageFacts, detect, facts
from corpora.readers import inline
from corpora.readers.blocks import Block
from corpora.readers.hyphens import Words
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
