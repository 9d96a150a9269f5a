"""What a check is: a name, a severity, an explanation with examples, and a function that finds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from aligner.checks.rows import JOINT, Pair
from aligner.model import Finding, Severity
from corpora.model import Kind, Mark, Paragraph, Provenance, Resolution, Symbol


@dataclass(frozen=True, slots=True)
class Sample:
    """A small document of an example: paragraph ids with their texts."""

    language: str
    paragraphs: Mapping[str, str]
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    symbol: str = ""

    def document(self) -> Resolution:
        """The sample as a document."""
        body = tuple(
            Paragraph(id_, kind_of(id_), text, marks=self._marks(id_, text))
            for id_, text in self.paragraphs.items()
        )
        digest = hashlib.sha256(JOINT.join(self.paragraphs.values()).encode()).hexdigest()
        symbol = Symbol(self.symbol) if self.symbol else None
        return Resolution(symbol, self.language, body, Provenance("local", "example", digest))

    def _marks(self, id_: str, text: str) -> tuple[Mark, ...]:
        if id_ not in self.links:
            return ()
        shown, target = self.links[id_]
        start = text.index(shown)
        return (Mark(start, start + len(shown), "link", target),)


@dataclass(frozen=True, slots=True)
class Example:
    """Two samples and what the check says of them: the part of the message, or nothing."""

    a: Sample
    b: Sample
    says: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a check looks for, why, and what it leaves alone; the examples are tested."""

    title: str
    text: str
    finds: tuple[Example, ...]
    leaves: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: `pair` looks at two versions, `single` at one of them alone."""

    name: str
    severity: Severity
    explanation: Explanation
    pair: Callable[[Pair], Iterable[Finding]] | None = None
    single: Callable[[Resolution], Iterable[Finding]] | None = None
    scope: Literal["content", "structure", "text", "resolution", "terms"] = "content"


def kind_of(paragraph_id: str) -> Kind:
    """The kind that a paragraph's id tells."""
    if paragraph_id in ("title", "opening", "closing"):
        return paragraph_id  # type: ignore[return-value]
    heads: tuple[tuple[str, Kind], ...] = (
        ("m.", "masthead"), ("pp", "preambular"), ("fn", "note"), ("annex", "annex"), ("h", "heading"),
    )  # fmt: skip
    for head, kind in heads:
        if paragraph_id.startswith(head):
            return kind
    if paragraph_id.startswith("op"):
        return "subparagraph" if "." in paragraph_id else "operative"
    return "plain"


def version(document: Resolution) -> str:
    """How a message calls a document: by its language, by its name where that is unknown."""
    return document.language if document.language != "und" else document.name
