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


def key(name: str) -> tuple[tuple[int, ...], frozenset[str]]:
    """The first two numbers of a name and the letters of parts behind: "75_101A-B" as (75, 101), {A, B}."""
    found = re.search(r"(\d+)\D+?(\d+)(.*)", name)
    if found is None:
        return tuple(map(int, re.findall(r"\d+", name))), frozenset()
    return (int(found[1]), int(found[2])), frozenset(re.findall(r"(?<![A-Za-z])[A-Z](?![A-Za-z])", found[3]))


def file_key(path: str, language: str) -> tuple[tuple[int, ...], frozenset[str]] | None:
    """The key of a repository's file in `language`; nothing where the path is of another language or kind.

    File names differ from year to year (``A_RES_80_1-2515106F.xml``, ``75_101A-B_A.xml``,
    ``GA decision 76_402 B_A.xml``); the folder's name tells the language, and what follows the numbers of the
    symbol is a job number, the language's letter, or both.
    """
    *folders, name = path.split("/")
    folder = LANGUAGE_FOLDERS.get(language)
    if folder is None or not name.lower().endswith(".xml") or folder not in map(str.lower, folders):
        return None
    letter = folder[0].upper()
    return key(re.sub(rf"(?:[-_ ]\d{{5,}})?_?{letter}?$", "", name[:-4]))


def answers(wanted: Symbol, path: str, language: str) -> bool:
    """Whether a repository's file is, by its name, a document in a language."""
    found = file_key(path, language)
    return found is not None and is_numbered(wanted, found)


def is_numbered(wanted: Symbol, found: tuple[tuple[int, ...], frozenset[str]]) -> bool:
    """Whether the key of a name is that of a symbol; a document in parts has each of them."""
    numbers, letters = key(wanted.text)
    if wanted.text.startswith("S/RES/"):  # the Security Council counts through: the year may be missing
        return found[0][:1] == numbers[:1]
    return found[0] == numbers and letters <= found[1]
