"""The shape of a language's table of facts."""

# Annotations are not postponed: a named tuple would compile each of them when it is made, at every start.

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

Organ = Literal["GA", "SC", "HRC", "ECOSOC", "other"]


class LanguageFacts(NamedTuple):
    """What resdiff knows of one language; texts are NFC, words in lower case where case exists.

    `openings` are the organs' names that open a resolution, with the organ; `preambular` and `operative`
    are the words that a paragraph may begin with (stems where the language inflects); `months` holds all
    names of each month, the first being the one to print. `masthead` maps a masthead field ("session",
    "agenda", "adopted", "report", "published") to the words that its line may contain.
    """

    code: str
    name: str
    english_name: str
    iso639_3: str
    direction: Literal["ltr", "rtl"]
    publisher: str
    openings: Mapping[str, Organ]
    preambular: tuple[str, ...]
    operative: tuple[str, ...]
    adverbs: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    masthead: Mapping[str, tuple[str, ...]]
    resolution: tuple[str, ...]
    decision: tuple[str, ...]
    draft: tuple[str, ...]
    annex: tuple[str, ...]
    meeting: tuple[str, ...]
    digits: str
    quotes: tuple[str, str]
    comma: str
    semicolon: str
    full_stop: str
    colon: str
    ordinal: Callable[[int], str]
    ordinal_forms: Callable[[int], tuple[str, ...]]


def words(text: str) -> tuple[str, ...]:
    """The words of a text, for tables that are easier to read as running text."""
    return tuple(text.split())
