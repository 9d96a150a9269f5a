"""What a check is: a name, a severity, an explanation with examples, and a function that finds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from aligner.model import Comparison, Finding, Severity, Span
from aligner.values import Value, values
from corpora.model import Kind, Mark, Paragraph, Provenance, Resolution, Symbol

JOINT = "\n"


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
            Paragraph(id_, kind_of(id_), text, marks=self._marks(id_, text)) for id_, text in self.paragraphs.items()
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


@dataclass(frozen=True)
class Row:
    """One link as the checks see it: the paragraphs of both sides, their texts joined, their values."""

    a: tuple[Paragraph, ...]
    b: tuple[Paragraph, ...]
    languages: tuple[str, str]
    confidence: float
    moved: bool = False

    @cached_property
    def text_a(self) -> str:
        """The text of the first side."""
        return JOINT.join(p.text for p in self.a)

    @cached_property
    def text_b(self) -> str:
        """The text of the second side."""
        return JOINT.join(p.text for p in self.b)

    @property
    def values_a(self) -> tuple[Value, ...]:
        """What the first side says by value."""
        return values(self.text_a, self.languages[0])

    @property
    def values_b(self) -> tuple[Value, ...]:
        """What the second side says by value."""
        return values(self.text_b, self.languages[1])

    @property
    def ids_a(self) -> tuple[str, ...]:
        """Paragraph ids of the first side."""
        return tuple(p.id for p in self.a)

    @property
    def ids_b(self) -> tuple[str, ...]:
        """Paragraph ids of the second side."""
        return tuple(p.id for p in self.b)

    @property
    def kind(self) -> Kind:
        """The kind of the first paragraph there is."""
        return (self.a or self.b)[0].kind

    def finding(
        self, check: str, severity: Severity, message: str, *,
        at_a: tuple[int, int] | None = None, at_b: tuple[int, int] | None = None, suggestion: str = "",
    ) -> Finding:  # fmt: skip
        """A finding at this row; `at_a` and `at_b` are places in the joined texts."""
        return Finding(
            check, severity, self.ids_a, self.ids_b, message,
            spans(self.a, at_a), spans(self.b, at_b), suggestion,
        )  # fmt: skip


def spans(paragraphs: tuple[Paragraph, ...], at: tuple[int, int] | None) -> tuple[Span, ...]:
    """A place in joined texts as a place in the paragraph that holds it."""
    if at is None:
        return ()
    offset = 0
    for p in paragraphs:
        if at[0] <= offset + len(p.text):
            return (Span(p.id, at[0] - offset, min(at[1] - offset, len(p.text))),)
        offset += len(p.text) + len(JOINT)
    return ()


@dataclass(frozen=True)
class Pair:
    """Two language versions, linked."""

    a: Resolution
    b: Resolution
    comparison: Comparison

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The links that have two sides, in the order of the second document."""
        languages = (self.a.language, self.b.language)
        return tuple(
            Row(
                self.comparison.old_paragraphs(link), self.comparison.new_paragraphs(link), languages,
                link.similarity, link.moved,
            )
            for link in self.comparison.links
            if link.old and link.new
        )  # fmt: skip


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
