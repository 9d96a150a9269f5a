"""Ordinal numbers in words, as in the names of sessions."""

from __future__ import annotations

import re
from functools import cache

from corpora.languages import facts

LARGEST = 199


@cache
def _numbers(code: str) -> dict[str, int]:
    """Every spelling of every ordinal, folded, with its number."""
    table = facts(code)
    return {_fold(form): n for n in range(LARGEST, 0, -1) for form in table.ordinal_forms(n)}


def _fold(text: str) -> str:
    return re.sub(r"[\s\u00a0\u2010\u2011-]+", " ", text.lower().replace("ё", "е")).strip()


def parse_ordinal(text: str, code: str) -> int | None:
    """The number (1 to 199) of an ordinal in words: "soixante et unième" is 61; None if it is none."""
    return _numbers(code).get(_fold(text))
