"""Rules of editorial practice for marks and blanks, per language; informational."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aligner.checks.settings import Settings
from aligner.checks.single import around, found
from aligner.findings import Finding
from corpora.model import Resolution

RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "": (
        (r"[^\S\n]{2,}", "two blanks in a row"),
        (r"(?<=\w)[^\S\n]+[,.](?=\s|$)", "a blank before the mark"),
        (r"(?<![\w/])\"[^\"]{1,80}\"", "straight quotation marks"),
        (r",,|;;|::|(?<!\.)\.\.(?!\.)", "a mark twice"),
    ),
    "en": ((r"(?<=\w)[^\S\n]+[;:](?=\s|$)", "a blank before the mark"), (r"«|»", "guillemets")),
    "fr": (
        (r"(?<=[\w)])[;!?](?=\s|$)", "no blank before the mark"),
        (r"«(?=\w)|(?<=\w)»", "no blank inside the guillemets"),
        (r"(?<=\d)\.(?=\d+\s?%)", "a point as decimal mark"),
        (r"“|”", "English quotation marks"),
    ),
    "es": ((r"(?<=\w)[^\S\n]+[;:](?=\s|$)", "a blank before the mark"), (r"(?<=\d)%", "no blank before %")),
    "ru": (
        (r"(?<=\w)[^\S\n]+[;:](?=\s|$)", "a blank before the mark"),
        (r"“[^”]*”", "English quotation marks"),
        (r"(?<=[а-я])-(?=\s)|(?<=\s)-(?=\s)", "a hyphen for a dash"),
    ),
    "zh": (
        (r"(?<=[一-鿿])[,;:](?=[一-鿿])", "a mark of half width"),
        (r"(?<=[一-鿿])\.(?=\s|$)", "a full stop of half width"),
    ),
    "ar": (
        (r"(?<=[ء-ي])[,;?](?=\s|$)", "a Latin mark"),
        (r"(?<=[ء-ي])[^\S\n]+[،؛](?=\s|$)", "a blank before the mark"),
    ),
}  # fmt: skip


def find(document: Resolution, settings: Settings) -> Iterator[Finding]:
    """Places of one version that its language's rules of typography would have otherwise."""
    for p in document.paragraphs:
        if p.kind == "masthead":
            continue
        for pattern, what in _rules(document.language):
            for match in pattern.finditer(p.text):
                message = f"{what}: “{around(p.text, *match.span())}”"
                yield found("typography", "info", p, message, match.span(), about=f">{what}")


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), what) for pattern, what in (*RULES[""], *RULES.get(language, ())))
