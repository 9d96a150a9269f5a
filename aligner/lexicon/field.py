"""The set phrases of resolutions in six languages: openings, verbs, organs, stock phrases.

One table, written by hand, gives each idea its usual wordings; the same idea in two languages is evidence
that two paragraphs answer each other, and a check can tell that a verb was weakened.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from aligner.lexicon import FOLDER

FieldKind = Literal["opening", "preambular", "operative", "organ", "phrase"]
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
_OPENERS = ("opening", "preambular", "operative")
_ADVERB = re.compile("^(?:also |further |[又还并再])")  # stands before the verb in these languages
_LONGEST = 80  # characters of a paragraph in which its opening verb ends


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea of the field: its kind, its name, and its wordings by language, as printed."""

    kind: FieldKind
    name: str
    wordings: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def ideas() -> tuple[Idea, ...]:
    """The whole table, in its order."""
    with (FOLDER / "field.csv").open(encoding="utf-8") as lines:
        return tuple(
            Idea(row["kind"], row["idea"], {code: tuple(row[code].split("|")) for code in LANGUAGES})  # type: ignore[arg-type]
            for row in csv.DictReader(lines)
        )


def openings_of(text: str, language: str) -> tuple[Idea, ...]:
    """The ideas that a paragraph may open with: all that share the longest wording it begins with."""
    head = _ADVERB.sub("", _folded(text[:_LONGEST]))
    spaced = language != "zh"
    for wording, found in _openers(language).get(head[:2], ()):
        if head.startswith(wording) and not (spaced and head[len(wording) : len(wording) + 1].isalpha()):
            return found
    return ()


@lru_cache(maxsize=6)
def _openers(language: str) -> dict[str, list[tuple[str, tuple[Idea, ...]]]]:
    """Folded wordings by their first two characters, the longest first."""
    sharing: defaultdict[str, list[Idea]] = defaultdict(list)
    for idea in ideas():
        if idea.kind in _OPENERS:
            for wording in idea.wordings.get(language, ()):
                sharing[_folded(wording)].append(idea)
    by_start: defaultdict[str, list[tuple[str, tuple[Idea, ...]]]] = defaultdict(list)
    for wording in sorted(sharing, key=len, reverse=True):
        by_start[wording[:2]].append((wording, tuple(sharing[wording])))
    return dict(by_start)


def _folded(text: str) -> str:
    from aligner.bitext.units import fold

    return fold(text).lstrip()
