"""Whether an answer can be a translation at all."""

from __future__ import annotations

import re

SHORTEST, LONGEST = 0.12, 8.0
"""Bounds of the length of a translation over that of the text; Chinese to English is about 4, the reverse 0.25."""
LETTERS = 12
"""Letters of a text that have to change in translation; shorter ones may be names."""

_PAGE = re.compile(r"<\s*(?:!doctype|html|head|body|script|title)\b", re.IGNORECASE)
_REFUSAL = re.compile(
    r"MYMEMORY WARNING|QUERY LENGTH LIMIT|INVALID (?:SOURCE|TARGET) LANGUAGE|"
    r"Error \d{3}|That.s an error|Too Many Requests",
    re.IGNORECASE,
)


def fault(text: str, answer: object) -> str:
    """What is wrong with an answer, in words; empty where it may be a translation."""
    if not isinstance(answer, str) or not answer.strip():
        return "an empty answer"
    if _PAGE.search(answer) and not _PAGE.search(text):
        return "a page instead of a translation"
    if _REFUSAL.search(answer) and not _REFUSAL.search(text):
        return "a message instead of a translation"
    if answer.strip() == text.strip() and sum(map(str.isalpha, text)) >= LETTERS:
        return "the text unchanged"
    if not SHORTEST <= len(answer) / max(1, len(text)) <= LONGEST and len(text) >= 2 * LETTERS:
        return "an answer of impossible length"
    return ""
