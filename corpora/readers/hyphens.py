"""Lines joined into paragraphs, and the hyphens at their ends: of a compound, or of a word that was parted there.

What decides are the words of the text itself, so that it may be in any language: whether the word stands whole
elsewhere, whether its halves do, whether other words have the letters beside the hyphen together. Most texts part no
word: there every hyphen stays. Measured by `benchmarks/hyphens.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

# Letters beside a hyphen, at least two on either side, which other words have together: of 1,900 such hyphens 6 were
# compounds', with four letters 15 of 2,000.
AROUND = 5
LEAST_WORD = 4  # letters of a half that tells something by being a word; "la", "se", "the" begin and end any
# Shares of lines that end in a hyphen. Of 240 texts whose words were parted 99 in 100 have more than the first, of
# those whose words were not 9 in 10 less; of the latter, though three paragraphs long, 98 in 100 less than the second.
SELDOM, OFTEN = 0.02, 0.08
# Hyphens, where the share is between these, of which the words of a text tell nothing: of 11 texts with two or more 10
# parted words, of 149 with one 49 did not.
UNTOLD = 2
SAMPLE = 200  # hyphens of a text that tell whether it parts words

# What begins compounds, and hardly a word that could be parted behind it.
_STARTS = frozenset(
    "self non quasi cross above twenty thirty forty fifty sixty seventy eighty ninety vingt trente quarante cinquante "
    "soixante quatre celui celle ceux celles lui elle eux elles".split()
)
_HYPHEN = re.compile(r"(-?)([^\W\d_]+)-$")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_JOINING = ("-", "\u2010", "\u2011", "/")
_DASHES = ("–", "—")  # between words they have blanks on both sides, or on none
_FIRST_SPACELESS = "\u2e80"


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
            return line if self._keeps(hyphen, following) else line[:-1]
        if last in _JOINING or (last in _DASHES and not line[-2:-1].isspace()):
            return line
        return line if _spaceless(last) and _spaceless(first) else f"{line} "

    def _keeps(self, hyphen: re.Match[str], following: str) -> bool:
        """Whether a hyphen at a line's end is a compound's: surely where words are never parted in this text."""
        if self._is_whole("".join(_halves(hyphen, following))):
            return False
        return not self._is_hyphenated or self._is_compound(hyphen, following) is True

    def _is_compound(self, hyphen: re.Match[str], following: str) -> bool | None:
        """Whether the words of the text tell "first-rest" for a compound; None if they tell nothing."""
        first, rest = _halves(hyphen, following)
        known = self._vocabulary
        if self._is_whole(first + rest):
            return False
        if hyphen[1] or first in _STARTS or self._is_whole(f"{first}-{rest}"):
            return True
        if self._has_around(first, rest):
            return False
        words = [len(half) >= LEAST_WORD and self._is_whole(half) for half in (first, rest)]
        if all(words) or f" {first}-" in known or f"-{rest} " in known:
            return True
        if known.count(f"{rest} ") > self._is_whole(rest):  # other words end so
            return False
        return True if any(words) else None

    def _is_whole(self, word: str) -> bool:
        """Whether the text has a word; most that are asked for it has nowhere, which its letters tell at once."""
        return word in self._unparted and f" {word} " in self._vocabulary

    def _has_around(self, first: str, rest: str) -> bool:
        """Whether a word has the letters on either side of the hyphen together."""
        windows = (first[n - AROUND :] + rest[:n] for n in range(2, AROUND - 1))
        return len(first) > 1 < len(rest) and any(window in self._vocabulary for window in windows)

    @cached_property
    def _is_hyphenated(self) -> bool:
        """Whether words are parted at line ends: many are, or of those hyphens that the words tell of most."""
        hyphens = self._lines[1][:SAMPLE]
        whole = sum(self._is_whole("".join(_halves(*parts))) for parts in hyphens)
        share = len(self._lines[1]) / max(1, sum(not line.isspace() for line in self._text.splitlines()))
        if not whole and not SELDOM <= share < OFTEN:
            return share >= OFTEN
        told = [self._is_compound(*parts) for parts in hyphens]
        parted, compounds, untold = (told.count(answer) for answer in (False, True, None))
        if whole > compounds or share >= OFTEN:
            return True
        return share >= SELDOM and (parted > compounds or (parted == compounds and untold >= UNTOLD))

    @cached_property
    def _vocabulary(self) -> str:
        """Each of the text's words once, without those that a line's end parts; blanks around them."""
        distinct = " ".join(dict.fromkeys(self._unparted.split()))  # far shorter than the text
        return f" {' '.join(dict.fromkeys(_WORDS.findall(distinct)))} "

    @property
    def _unparted(self) -> str:
        """The text in lower case without the words that a line's end parts."""
        return self._lines[0]

    @cached_property
    def _lines(self) -> tuple[str, list[tuple[re.Match[str], str]]]:
        """The text without the words that a line's end parts, and what was parted: the hyphen, and the line after."""
        lines, parted = self._text.split("\n"), []
        for n in range(len(lines) - 1):
            line, following = lines[n].rstrip(), lines[n + 1].lstrip()
            if line.endswith("-"):
                if following[:1].islower() and (hyphen := _HYPHEN.search(line)):
                    parted.append((hyphen, following))
                lines[n], lines[n + 1] = line.rpartition(" ")[0], following.partition(" ")[2]
        return "\n".join(lines).lower(), parted


def _halves(hyphen: re.Match[str], following: str) -> tuple[str, str]:
    found = _LETTERS.match(following)
    return hyphen[2].lower(), found[0].lower() if found else following[0]
