"""Characters that cannot be seen, or that look like others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from aligner.checks.settings import Settings
from aligner.checks.single import around, found
from aligner.findings import Finding
from corpora.model import Resolution

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
LOOKALIKE = str.maketrans("АВЕКМНОРСТХаеорсухіјѕ", "ABEKMHOPCTXaeopcyxijs")
TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in LOOKALIKE.items()}
_DAMAGE = re.compile("[\ufffd\ue000-\uf8ff\u0080-\u009f\ufff0-\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u2066-\u2069\u202a-\u202e]")


def find(document: Resolution, settings: Settings) -> Iterator[Finding]:
    """Damaged, invisible and mixed characters of one version."""
    for p in document.paragraphs:
        for match in _DAMAGE.finditer(p.text):
            message = (
                f"a character that is no text (U+{ord(match[0]):04X}): “{around(p.text, *match.span())}”"
            )
            yield found("characters", "error", p, message, match.span(), about=f">{ord(match[0]):04X}")
        for match in _INVISIBLE.finditer(p.text):
            name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}").lower()
            yield found(
                "characters", "info", p, f"invisible: {name}", match.span(), about=f">{ord(match[0]):04X}"
            )
        if document.language == "ru" or not p.text.isascii():
            yield from _mixed(document, p.id)


def _mixed(document: Resolution, id_: str) -> Iterator[Finding]:
    p = document[id_]
    for match in _WORD.finditer(p.text):
        word = match[0]
        if len(word) > 1 and _LATIN.search(word) and _CYRILLIC.search(word):
            latin = len(_LATIN.findall(word)) > len(word) / 2
            whole = word.translate(LOOKALIKE) if latin else word.translate(TO_CYRILLIC)
            message = f"“{word}” mixes Latin and Cyrillic letters that look alike"
            yield found("characters", "warning", p, message, match.span(), suggestion=whole, about=f">{word}")
