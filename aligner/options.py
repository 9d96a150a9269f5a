"""How fine a comparison is, and what it looks past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from aligner.tokens import has_han, without_han_blanks
from corpora.errors import OptionError
from corpora.record import Record

Ignorable = Literal["case", "punctuation", "typography", "notes", "masthead"]
Detail = Literal["word", "character"]
IGNORABLE: tuple[str, ...] = get_args(Ignorable)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Options(Record):
    """What to ignore, and whether edits are marked by words or by characters.

    `typography` is quotation marks, apostrophes, dashes, hyphens and kinds of blanks. What differs in nothing
    else stands unmarked in either version; notes and masthead, if ignored, are not compared and the
    comparison says so.
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
        folded = " ".join(_folded(text, self.ignore).split())
        return without_han_blanks(folded) if " " in folded and has_han(folded) else folded

    def joined(self, tokens: Sequence[str]) -> list[str]:
        """Tokens of which each counts: a mark that does not is joined to the word it belongs to.

        That is the next word for an opening mark and for one after a blank, the word before for any other.
        """
        out: list[str] = []
        waiting = ""
        for token in tokens:
            if self.fold(token):
                out.append(waiting + token)
                waiting = ""
            elif waiting or not out or token[0].isspace() or _opens(token):
                waiting += token
            else:
                out[-1] += token
        if waiting:
            out[-1:] = ["".join([*out[-1:], waiting])]
        return out

    def ignored(self, ops: Sequence[tuple[str, str]], *, alike: bool = False) -> tuple[int, ...]:
        """Places of the deletions and insertions that differ in nothing that counts; all of them where `alike`.

        An edit within a word is judged by the whole word.
        """
        if not self.folds:
            return ()
        out: list[int] = []
        edits: list[int] = []
        before = ""
        for place, (name, text) in enumerate([*ops, ("equal", "")]):
            if name != "equal":
                edits.append(place)
                continue
            gone, come = (
                before + "".join([ops[n][1] for n in edits if ops[n][0] == side]) + _begun(text)
                for side in ("delete", "insert")
            )
            if alike or self.fold(gone) == self.fold(come):
                out += edits
            edits, before = [], _begun(text[::-1])[::-1]
        return tuple(out)


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


def _begun(text: str) -> str:
    """What a text begins with, up to its first blank."""
    return text[: next((n for n, c in enumerate(text) if c.isspace()), len(text))]


def _opens(mark: str) -> bool:
    from unicodedata import category

    return category(mark[0]) in ("Ps", "Pi")


_TYPOGRAPHY = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u300c\u300d\u300e\u300f"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), None),
}

PLAIN = Options()
