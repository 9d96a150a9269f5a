"""How the sources name languages and symbols."""

from __future__ import annotations

import re

from corpora.model import Symbol

# Folder and final letter in the repositories of Akoma Ntoso files.
LANGUAGE_FOLDERS = {
    "ar": "arabic",
    "zh": "chinese",
    "en": "english",
    "fr": "french",
    "ru": "russian",
    "es": "spanish",
}


def repositories(symbol: Symbol) -> tuple[str, ...]:
    """The repositories that hold the resolutions of the body that adopted `symbol`."""
    for beginning, name in (
        ("A/HRC/", "HRCresolutions"),
        ("A/RES/", "GAresolutions"),
        ("A/DEC/", "GAdecisions"),
        ("S/RES/", "SCresolutions"),
        ("E/RES/", "ECOSOCresolutions"),
    ):
        if symbol.text.startswith(beginning):
            return (f"UNxml/{name}",)
    return ()


def key(name: str) -> tuple[str, ...]:
    """The numbers of a symbol and its letters of parts: ``75/101 A-B`` as ``("75", "101", "a", "b")``."""
    numbers = re.search(r"(\d+)[^\d]+(\d+)((?:[\s_]*(?:and|et|[A-Z])\b|[A-Z]|-)*)", name)
    if numbers is None:
        return tuple(re.findall(r"\d+", name))
    letters = re.findall(r"[A-Z]", numbers[3].replace("and", " "))
    return numbers[1], numbers[2], *(letter.lower() for letter in letters)
