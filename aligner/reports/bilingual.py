"""What TMX and XLIFF have in common: translation units out of a comparison of two languages."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from aligner.model import Comparison
from aligner.reports.safe import visible
from corpora.errors import OptionError
from corpora.model import Resolution

_LOCALES = {"und": "und", "zh": "zh-CN"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A link as a unit of translation; the side that lacks it is empty. `doubtful` links wait for a reviser."""

    number: int
    source_ids: tuple[str, ...]
    target_ids: tuple[str, ...]
    source: str
    target: str
    similarity: float

    @property
    def whole(self) -> bool:
        """Whether both sides are there."""
        return bool(self.source_ids and self.target_ids)


def units(comparison: Comparison) -> list[Unit]:
    """The links of two languages in order; labels are no part of the texts.

    Raises:
        OptionError: the comparison is of two years.
    """
    if comparison.axis != "languages":
        raise OptionError(
            "translation units need two languages, these are two versions in one",
            f"{comparison.old.name}, {comparison.new.name}",
            "ask for .docx, .html or .csv, or align two languages",
        )
    return [
        Unit(
            n,
            link.old,
            link.new,
            _joined(comparison.old, link.old),
            _joined(comparison.new, link.new),
            link.similarity,
        )
        for n, link in enumerate(comparison.links, 1)
    ]


def locale(document: Resolution) -> str:
    """The language as BCP 47 wants it."""
    return _LOCALES.get(document.language, document.language)


def xml(text: str) -> str:
    """Text that XML allows, with strange characters made visible."""
    return escape(visible(text))


def _joined(document: Resolution, ids: tuple[str, ...]) -> str:
    return "\n".join(document[i].text for i in ids)
