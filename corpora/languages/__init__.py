"""One table of facts per language: openings, verbs, ordinals, months, digits, punctuation.

A table is imported only when it is asked for. `detect` tells a text's language by its content.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib import import_module
from typing import cast

from corpora.errors import OptionError
from corpora.languages.model import LanguageFacts

CODES = ("en", "fr", "es", "ru", "zh", "ar")

__all__ = ["CODES", "LanguageFacts", "detect", "facts", "format_date", "parse_date", "parse_ordinal"]


@cache
def facts(code: str) -> LanguageFacts:
    """The facts of one of the six languages.

    Raises `OptionError` for any other code.
    """
    if code not in CODES:
        raise OptionError(f"no facts for the language {code!r}", remedy=f"choose one of {', '.join(CODES)}")
    return cast(LanguageFacts, import_module(f"corpora.languages.{code}").FACTS)


def detect(text: str) -> str:
    """The ISO 639-1 code of a text's language by its content, "und" where it cannot be told."""
    from corpora.languages.detection import detect as impl

    return impl(text)


def parse_ordinal(text: str, code: str) -> int | None:
    """The number (1 to 199) of an ordinal in words: "soixante et unième" is 61; None if it is none."""
    from corpora.languages.ordinals import parse_ordinal as impl

    return impl(text, code)


def parse_date(text: str, code: str = "und") -> dt.date | None:
    """The first full date in a text, its month in the given language or in English."""
    from corpora.languages.dates import parse_date as impl

    return impl(text, code)


def format_date(day: dt.date, code: str) -> str:
    """A date as the language prints it: "19 décembre 2006"."""
    from corpora.languages.dates import format_date as impl

    return impl(day, code)
