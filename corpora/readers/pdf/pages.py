"""The lines of a PDF page with their places.

Asking for the box of every character costs more than drawing the text, so only the ends of lines and words, the
numbers and doubtful blanks are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from operator import itemgetter, sub
from typing import Any, NamedTuple

from corpora.readers.pdf.glyphs import Boxes, Glyphs
from corpora.readers.pdf.marks import HAN, RAISED, RAISED_DIGITS, Marks, Span

COLUMN_GAP = 3.0  # blanks wider than so many heights of a letter part two columns of a masthead
UNEVEN = 1.2  # heights of a letter by which the ends of a part differ that may be two lines
LOOSE = 1.5  # times the page's usual advance a character, from which a line may have columns
MASTHEAD = 1500  # characters of a page within which columns are looked for
BLANK = 0.35  # of a letter's height, from which a gap is a blank; kerning stays below 0.2

_HYPHEN = "\ufffe"  # what the library makes of a hyphen at the end of a line, the line end with it
_CJK = re.compile(f"[{HAN}]")
_PART = re.compile(
    rf"[^\s{_HYPHEN}](?:[^\r\n{_HYPHEN}]*[^\s{_HYPHEN}])?{_HYPHEN}?|{_HYPHEN}"
)  # without blanks at its ends
# What stands together at the start of a line: a no-break space comes out of PDF as any other, so that a number
# goes with the word after it, and a French quotation or semicolon with the word beside it.
_WORD = re.compile(r"(?:[«‹]\s?|[0-9]+\s)?\S+(?:\s[;:!?»]+)?")
_WORD_AMONG_HAN = re.compile(
    rf"[(（《「『“‘]*[{HAN}][,.;:!?)，。；：、！？）》」』”’]*|(?:[0-9]+\s)?[^\s{HAN}]+"
)
_BLANK = re.compile(" (?=[^ ])")
_LABEL = re.compile(r"\(?[\w/]{1,9}[.)]")


class Line(NamedTuple):
    """One line: its text with superscript digits as such (¹), and where it stands, in points.

    `bottom` and `top` are those of its first character, `foot` is the lower of its first and last character's,
    `head` the higher, `word` where its first word ends; `base` is the height that it stands on, `size` the
    nominal size of its font.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    foot: float
    head: float
    word: float
    base: float
    bold: bool
    size: float


class Blanks(NamedTuple):
    """The blanks between the words of a line, and the characters before and behind them."""

    places: list[int]
    before: Boxes
    after: Boxes


_line: Callable[[Iterable[object]], Line] = partial(tuple.__new__, Line)  # as Line._make, in less time


class Page(NamedTuple):
    """The lines of a page in the order of the file, and the page's size in points."""

    lines: tuple[Line, ...]
    width: float
    height: float


def read_page(page: Any) -> Page:
    """The lines of a page."""
    width, height = page.get_size()
    text = _Text(Glyphs(page.get_textpage(), width))
    return Page(tuple(text.lines()), width, height)


class _Text:
    """A page's text, cut into lines."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._text = glyphs.text.replace(_HYPHEN, "-")
        self._has_han = glyphs.may_have_han and _CJK.search(self._text) is not None

    def lines(self) -> Iterator[Line]:
        """The page's lines, those that the library cut although they stand on one height joined again."""
        spans, firsts, lasts = self._spans([found.span() for found in _PART.finditer(self._glyphs.text)])
        waiting: Line | None = None
        done = 0  # where the waiting line ends
        for (start, end), line in zip(spans, self._lines(spans, firsts, lasts), strict=True):
            if waiting is None:
                waiting = line
            # A superscript at the end stands above a comma that follows.
            elif (
                line.top > waiting.foot  # seldom
                and min(waiting.head, line.top) > max(waiting.foot, line.bottom)
                and (glue := self._glue(waiting, line, done, start)) is not None
            ):
                waiting = _one(waiting, line, glue)
            else:
                yield waiting
                waiting = line
            done = end
        if waiting is not None:
            yield waiting

    def _glue(self, first: Line, second: Line, end: int, start: int) -> str | None:
        """What stands between two pieces on one height, ending and starting at characters; None if they are apart."""
        height = max(first.top - first.bottom, second.top - second.bottom, 1.0)
        gap = second.left - first.right
        if not -height < gap < COLUMN_GAP * height:
            return None
        if any(self._text[i] == " " and not self._glyphs.is_gap(i) for i in range(end, start)):
            return " "
        close = gap < BLANK * height or _CJK.match(first.text[-1]) or _CJK.match(second.text)
        return "" if close or second.text[0] in RAISED_DIGITS else " "

    # ------------------------------------------------------------ where lines begin and end

    def _spans(self, spans: list[Span]) -> tuple[list[Span], Boxes, Boxes]:
        """The lines of the library's lines, as it runs some together, and their first and last characters."""
        firsts, lasts = self._ends(spans)
        heights = map(max, firsts.heights(), lasts.heights(), repeat(1.0))
        widths = [*map(sub, lasts.right, firsts.left)]
        lower = map(sub, firsts.bottom, lasts.bottom)
        loose = LOOSE * _advance(spans, widths)
        several = [
            n
            for n, ((start, end), height, width, by) in enumerate(
                zip(spans, heights, widths, lower, strict=True)
            )
            if abs(by) > UNEVEN * height or (start < MASTHEAD and width > loose * (end - start))
        ]
        for n in reversed(several):
            cut = [*self._stretches(*spans[n], loose)]
            if len(cut) > 1:
                spans[n : n + 1] = cut
                for known, new in zip((firsts, lasts), self._ends(cut), strict=True):
                    known.put(n, new)
        return spans, firsts, lasts

    def _stretches(self, start: int, end: int, loose: float) -> Iterator[Span]:
        """The lines of a part that may be several."""
        first, last = self._glyphs.box(start), self._glyphs.box(end - 1)
        height = max(first.height, last.height, 1.0)
        is_uneven = abs(first.bottom - last.bottom) > UNEVEN * height
        is_loose = start < MASTHEAD and last.right - first.left > loose * (end - start)
        blanks = self._blanks(start, end) if is_uneven or is_loose else None
        if blanks and is_uneven and (at := _line_end(blanks, height)):
            yield start, self._trimmed(start, at)
            yield from self._stretches(at + 1, end, loose)
        elif blanks and is_loose:
            yield from self._columns(start, end, blanks, height)
        else:
            yield start, end

    def _columns(self, start: int, end: int, blanks: Blanks, height: float) -> Iterator[Span]:
        """The line cut where a wide blank parts the columns of a masthead."""
        gaps = [*map(sub, blanks.after.left, blanks.before.right)]
        n = 0
        while (at := self._wide_blank(start, blanks.places[n:], gaps[n:], COLUMN_GAP * height)) is not None:
            yield start, self._trimmed(start, at)
            start, n = at + 1, blanks.places.index(at) + 1
        yield start, end

    def _wide_blank(
        self, start: int, blanks: Sequence[int], gaps: Sequence[float], least: float
    ) -> int | None:
        """The first blank, but one behind a label, that parts columns."""
        if len(gaps) > 1:  # wide ones alike: justified
            least = max(least, 2 * min(gaps))
        for at, gap in zip(blanks, gaps, strict=True):
            if gap > least and not _LABEL.fullmatch(self._text, start, at):
                return at
        return None

    def _blanks(self, start: int, end: int) -> Blanks:
        found = [blank.start() for blank in _BLANK.finditer(self._text, start + 1, end)]
        boxes = self._glyphs.boxes
        return Blanks(found, boxes([at - 1 for at in found]), boxes([at + 1 for at in found]))

    def _trimmed(self, start: int, end: int) -> int:
        return start + len(self._text[start:end].rstrip(" "))

    def _ends(self, spans: Sequence[Span]) -> tuple[Boxes, Boxes]:
        """The first and last characters of some stretches."""
        boxes = self._glyphs.boxes
        return boxes([start for start, _ in spans]), boxes([end - 1 for _, end in spans])

    # ------------------------------------------------------------ what is known of a line

    def _lines(self, spans: Sequence[Span], firsts: Boxes, lasts: Boxes) -> Iterator[Line]:
        """The line of each span, its first and last characters being known."""
        middles, sizes = self._usual_characters(spans)
        columns = (
            Marks(self._text, self._glyphs, self._has_han).texts(spans),
            firsts.left,
            lasts.right,
            firsts.bottom,
            firsts.top,
            map(min, firsts.bottom, lasts.bottom),
            map(max, firsts.top, lasts.top),
            self._word_ends(spans),
            self._glyphs.baselines(middles),
            self._glyphs.are_bold([start for start, _ in spans]),
            sizes,
        )
        return map(_line, zip(*columns, strict=True))

    def _word_ends(self, spans: Sequence[Span]) -> list[float]:
        """Where the first word of each line ends on the page."""
        word = (_WORD_AMONG_HAN if self._has_han else _WORD).match
        found = [word(self._text, *span) for span in spans]
        last = [(word.end() if word else end) - 1 for word, (_, end) in zip(found, spans, strict=True)]
        return self._glyphs.boxes(last).right

    def _usual_characters(self, spans: Sequence[Span]) -> tuple[list[int], list[float]]:
        """For each line a character of the size that it has, no note's number, and the sizes."""
        text = self._text
        middles = [(start + end) // 2 for start, end in spans]
        middles = [at + 1 if text[at] == " " else at for at in middles]
        sizes = self._glyphs.sizes(middles)
        for n, at in enumerate(middles):
            if not text[at].isalpha():
                middles[n], sizes[n] = self._middle_of_three(*spans[n], at, sizes[n])
        return middles, sizes

    def _middle_of_three(self, start: int, end: int, at: int, size: float) -> tuple[int, float]:
        first, last = self._glyphs.sizes((start, end - 1))
        if last == size:
            return at, size
        return sorted(((at, size), (end - 1, last), (start, first)), key=lambda found: found[1])[1]


def _line_end(blanks: Blanks, height: float) -> int | None:
    """The first blank at which a new line begins: what follows stands lower and further to the left."""
    before, after = blanks.before, blanks.after
    for n, lower in enumerate(map(sub, before.bottom, after.bottom)):
        if abs(lower) > 0.8 * height and after.left[n] < before.left[n]:
            return blanks.places[n]
        if lower > RAISED * height and after.right[n] < before.left[n] - COLUMN_GAP * height:
            return blanks.places[n]
    return None


def _advance(parts: Sequence[Span], widths: Sequence[float]) -> float:
    """The usual advance a character: that of the page's longest lines, which running text has."""
    lengths = [end - start for start, end in parts]
    longest = sorted(zip(lengths, widths, strict=True), key=itemgetter(0), reverse=True)[:9]
    found = sorted(width / length for length, width in longest)
    return found[len(found) // 2] if found else 0.0


def _one(first: Line, second: Line, glue: str) -> Line:
    longer = max(first, second, key=lambda line: len(line.text))  # the other is a note's number
    return first._replace(
        text=first.text + glue + second.text,
        right=second.right,
        foot=min(first.bottom, second.foot),
        head=max(first.top, second.head),
        base=longer.base,
        size=longer.size,
    )
