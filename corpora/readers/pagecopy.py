"""Copies of PDF pages as `pdftotext` draws them.

They have hard line breaks without blank lines between paragraphs, paragraph numbers on lines of their own after the
first line of their paragraph, the footnotes of each page in the middle of the text with their markers out
of place, and page furniture: running heads, page and job numbers, stray field marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpora.languages import CODES, LanguageFacts, detect, facts, parse_date
from corpora.readers import flatnotes, inline
from corpora.readers.blocks import Block
from corpora.readers.hyphens import Words
from corpora.readers.structure import labels, wording

LAST_PAGE = 500  # a larger number alone on a line is no page number
HEAD_CHARACTERS = 160  # longest running head: a title and a symbol
SIGNS = 2  # so many traces of pages make a page copy

_RULE = re.compile(r"[_\u2014\u2500-]{5,}")
_JOB = re.compile(
    r"(?:GE\.)?\d{2}-\d{5}(?:\s?\([A-Z]\))?(?:\s+\S{1,8})?|\*\d{6,8}[A-Z]?\*|(?:\S{1,8}\s+)\d{2}-\d{5}(?:\s?\([A-Z]\))?"
)
_FIELD = re.compile(r"\d{1,2}F")
_PAGE = re.compile(r"[-–]?\s?\d{1,3}\s?[-–]?|\d{1,3}/\d{1,3}")
_NUMBER = re.compile(r"\d{1,3}\.|\d{1,3}\s[-–]")
_SUBLABEL = re.compile(r"\((?:[a-z]{1,4}|\d{1,2}|[\u0621-\u064a])\)|[a-z\u0430-\u044f]\)")
_SYMBOL = re.compile(r"(?:A|S|E)/(?:[\w.]+/)*[\w.()]+(?: \(\d{4}\))?")


def is_page_copy(lines: Sequence[str]) -> bool:
    """Whether wrapped lines bear the traces of pages."""
    found = sum(
        bool(_RULE.fullmatch(x) or _FIELD.fullmatch(x) or _JOB.fullmatch(x)) or "\f" in x for x in lines
    )
    alone = sum(bool(_NUMBER.fullmatch(line)) for line in lines)
    return found >= SIGNS or alone >= SIGNS or (found + alone) >= SIGNS


def blocks(lines: Sequence[str]) -> list[Block]:
    """The paragraphs of a page copy; furniture as blocks of its own."""
    text = "\n".join(lines)
    code = detect(text)
    table = facts(code if code in CODES else "en")
    pages = _Pages(lines)
    writer = _Paragraphs(table, Words(text))
    known = flatnotes.Markers()
    start = _opening_line(pages.lines, table)
    i = 0
    while i < len(pages.lines):
        line = pages.lines[i]
        if _RULE.fullmatch(line):
            end = pages.note_block_end(i + 1, table)
            writer.aside(Block(line, hint="furniture"))
            for block in known.note_block(pages.lines[i + 1 : end], writer.words):
                writer.aside(block)
            i = end
            continue
        if pages.is_furniture(i) or (_PAGE.fullmatch(line) and pages.alone(i) and i > start):
            writer.aside(Block(line, hint="furniture"))
        elif i < start:
            writer.line(line)
        else:
            writer.take(line, blank_before=i > 0 and not pages.lines[i - 1])
        i += 1
    return flatnotes.cite(writer.finish())


def _opening_line(lines: Sequence[str], table: LanguageFacts) -> int:
    """The first line of the body: the opening formula, else the first line."""
    for i, line in enumerate(lines):
        if wording.is_opening(line, table) or wording.opening_end(line, table):
            return i
    return 0


class _Pages:
    """The lines of all pages and what repeats on them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = [part.strip() for line in lines for part in line.split("\f")]
        self._breaks = {"".join(x for x in line.split("\f") if x).strip() for line in lines if "\f" in line}
        symbols = Counter(x for x in self.lines if _SYMBOL.fullmatch(x))
        self._symbol = next(iter(symbols), "")
        self._first = self.lines.index(self._symbol) if self._symbol else -1

    def alone(self, i: int) -> bool:
        """Whether a line has blank lines or the text's ends around it."""
        before = i == 0 or not self.lines[i - 1]
        after = i + 1 >= len(self.lines) or not self.lines[i + 1]
        return before and after

    def is_furniture(self, i: int) -> bool:
        """Whether a line is a running head, a job number or a stray field mark."""
        line = self.lines[i]
        if not line:
            return False
        if _JOB.fullmatch(line) or _FIELD.fullmatch(line):
            return True
        if not self._symbol or i == self._first or self._symbol not in line or len(line) > HEAD_CHARACTERS:
            return False
        if line == self._symbol:
            return True
        return (line.startswith(self._symbol + " ") or line.endswith(" " + self._symbol)) and self.alone(i)

    def note_block_end(self, start: int, table: LanguageFacts) -> int:
        """Where the notes that begin at a line end: at the page's furniture, or where the body goes on."""
        for i in range(start, len(self.lines)):
            line = self.lines[i]
            if self.is_furniture(i) and not _FIELD.fullmatch(line):
                return i
            if (
                i > start
                and not self.lines[i - 1]
                and (_NUMBER.fullmatch(line) or self._resumes(line, table))
            ):
                return i
        return len(self.lines)

    @staticmethod
    def _resumes(line: str, table: LanguageFacts) -> bool:
        return len(line) > 30 and (wording.is_preambular(line, table) or wording.is_operative(line, table))


@dataclass
class _Paragraphs:
    """Collects lines into paragraphs by how they end, how the next begins, and the numbers between."""

    facts: LanguageFacts
    words: Words
    out: list[Block] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _label: str = ""
    _aside: list[Block] = field(default_factory=list)

    def line(self, line: str) -> None:
        """A line of the masthead: a block of its own."""
        if line:
            self.out.append(inline.block(line))

    def aside(self, block: Block) -> None:
        """A note or furniture: it does not end the paragraph around it."""
        if block.text:
            self._aside.append(block)

    def take(self, line: str, blank_before: bool) -> None:
        """The next line of the body."""
        if not line:
            return
        if _NUMBER.fullmatch(line) or _SUBLABEL.fullmatch(line):
            self._number(line)
            return
        if self._lines and self._completes(line):
            self._lines.insert(0, line)  # the number, the paragraph's end, then its first line
            return
        if self._lines and self._starts(line, self._lines[-1], blank_before):
            self._flush()
        self._lines.append(line)
        if wording.is_opening(line, self.facts):
            self._flush()

    def _number(self, line: str) -> None:
        """A number alone on a line: it belongs to the paragraph whose first line has just passed."""
        first_line_passed = (
            len(self._lines) == 1 and not self._label and not wording.ends_sentence(self._lines[0])
        )
        if not first_line_passed:
            self._flush()
        self._label = line

    def _completes(self, line: str) -> bool:
        return bool(self._label) and self._lines[0][0].islower() and self._is_verb(line)

    def _is_verb(self, line: str) -> bool:
        return not line[0].islower() and wording.is_operative(line, self.facts)

    def _starts(self, line: str, last: str, blank_before: bool) -> bool:
        """Whether a line begins a paragraph, after the last line of the one before."""
        table = self.facts
        if wording.is_opening(line, table) or wording.is_closing(line, table):
            return True
        if wording.is_closing(self._lines[0], table) and parse_date(line, table.code):
            return False
        if not wording.ends_sentence(flatnotes.without_marker(last)):
            return False
        if labels.number_at_start(line) or labels.sublabel_at_start(line):
            return True
        verb = wording.is_preambular(line, table) or wording.is_operative(line, table)
        if line[0].islower():
            return verb and blank_before
        return verb or blank_before

    def _flush(self) -> None:
        if self._lines:
            self.out.append(inline.block(self.words.join(self._lines), label=self._label))
        elif self._label:
            self.out.append(inline.block(self._label))
        self.out += self._aside
        self._lines, self._label, self._aside = [], "", []

    def finish(self) -> list[Block]:
        """All blocks; the last paragraph ends here."""
        self._flush()
        return self.out
