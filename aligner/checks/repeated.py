"""Words that stand twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks.settings import Settings
from aligner.checks.single import around, found
from aligner.findings import Finding
from corpora.model import Resolution

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+(?:['’][^\W\d_]+)?)\s+\1(?![\w'’-])", re.IGNORECASE)
_CHINESE = re.compile(r"((?<!目)的的|了了|和和|在在|及及|与与|为为|对对|以以|并并)")
MEANT = {
    "en": frozenset(("that", "had")),
    "fr": frozenset(("nous", "vous", "en")),
    "es": frozenset(()),
    "ru": frozenset(("чуть", "едва", "лишь")),
    "ar": frozenset(("شيئا", "جنبا", "يوما", "خطوة", "عاما")),
}
"""Words that a language doubles with reason."""


def find(document: Resolution, settings: Settings) -> Iterator[Finding]:
    """Doubled words of one version; of Chinese, doubled particles."""
    pattern = _CHINESE if document.language == "zh" else _TWICE
    meant = MEANT.get(document.language, frozenset())
    for p in document.paragraphs:
        if p.kind == "masthead":
            continue
        for match in pattern.finditer(p.text):
            word = match[1].casefold()
            if word in meant or (len(word) == 1 and document.language != "zh" and not word.islower()):
                continue
            message = f"twice in a row: “{around(p.text, *match.span())}”"
            single = match[1] if document.language != "zh" else match[1][0]
            yield found(
                "repeated",
                "warning",
                p,
                message,
                match.span(),
                suggestion=single,
                about=f">{match[0].casefold()}",
            )
