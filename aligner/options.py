"""How fine a comparison is, and what it looks past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from corpora.errors import OptionError
from corpora.record import Record

Ignorable = Literal["case", "punctuation", "typography", "notes", "masthead"]
Detail = Literal["word", "character"]
IGNORABLE: tuple[str, ...] = get_args(Ignorable)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Options(Record):
    """What to ignore, and whether edits are marked by words or by characters.

    `typography` is quotation marks, apostrophes, dashes, hyphens and kinds of blanks. What is ignored in the
    text is shown as equal, in the words of the new version; notes and masthead, if ignored, are not compared
    and the comparison says so.
    """

    ignore: frozenset[Ignorable] = frozenset()
    detail: Detail = "word"

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.ignore) - set(IGNORABLE)):
            raise OptionError(f"cannot ignore {unknown[0]!r}", remedy=f"choose among {', '.join(IGNORABLE)}")
        if self.detail not in get_args(Detail):
            raise OptionError(f"no detail called {self.detail!r}", remedy="choose word or character")

    @property
    def folds(self) -> bool:
        """Whether texts are altered before they are compared."""
        return bool(self.ignore & {"case", "punctuation", "typography"})

    def fold(self, text: str) -> str:
        """A text as far as it counts; equal results mean that nothing of interest differs."""
        if not self.folds:
            return text
        return " ".join(_folded(text, self.ignore).split())


def _folded(text: str, ignore: frozenset[Ignorable]) -> str:
    if "typography" in ignore:
        text = text.translate(_TYPOGRAPHY)
    if "case" in ignore:
        text = text.casefold()
    if "punctuation" in ignore:
        text = "".join([c if c.isalnum() or c.isspace() or not _is_punctuation(c) else " " for c in text])
    return text


def _is_punctuation(c: str) -> bool:
    from unicodedata import category

    return category(c)[0] == "P"


_TYPOGRAPHY = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u300c\u300d\u300e\u300f"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), None),
}

PLAIN = Options()
