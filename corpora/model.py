"""What a document is: frozen, typed, the same whatever file it came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from corpora.record import Record

Kind = Literal[
    "masthead", "title", "opening", "heading", "preambular", "operative",
    "subparagraph", "annex", "table", "note", "closing", "plain",
]  # fmt: skip
MarkKind = Literal["italic", "note", "link"]
Status = Literal["official", "unofficial", "local"]

UNKNOWN_LANGUAGE = "und"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Symbol(Record):
    """A document symbol as canonically written: ``A/RES/61/168``, ``S/RES/2815 (2026)``."""

    text: str

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Symbol) -> bool:
        return self.text < other.text


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mark(Record):
    """Something beside the text: italics, a hyperlink, or the place where a note is cited.

    `start` and `end` are character offsets into the paragraph's text; a note's reference has no width.
    `target` is the cited note's id (``fn1``) or the address of the hyperlink, otherwise empty.
    """

    start: int
    end: int
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Paragraph(Record):
    """One unit of a document: a paragraph, a masthead line, a note, a table row.

    `id` is its position in words people use (``pp1``, ``op3.a``, ``fn2``); `label` is what is printed
    before the text ("3.", "(a)") and is no part of `text`.
    """

    id: str
    kind: Kind
    text: str
    label: str | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def note_targets(self) -> tuple[str, ...]:
        """Ids of the notes cited here, in the order of the text."""
        return tuple(m.target for m in self.marks if m.kind == "note")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unplaced(Record):
    """Text of the source that is in no paragraph, with the reason: page furniture, a damaged part."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Provenance(Record):
    """Where a document's text comes from; shown wherever the text is shown.

    `status` is ``official`` (a publisher's file), ``unofficial`` (an edition that is not the publisher's
    text) or ``local`` (a file of the user's, origin unknown). `sha256` is that of the source bytes.
    """

    status: Status
    source: str
    sha256: str
    note: str = ""

    @property
    def notice(self) -> str:
        """One line for people."""
        if self.status == "unofficial":
            return "unofficial edition, not the UN's text"
        if self.status == "official":
            return f"official text, {self.source}"
        return f"local file, {self.source}"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Resolution(Record):
    """A document: its paragraphs in reading order, the notes last.

    `language` is an ISO 639 code, ``und`` where it could not be told. `unplaced` keeps what the reader left
    out of the paragraphs; `warnings` are sentences for the user about the reading itself.
    """

    symbol: Symbol | None
    language: str
    paragraphs: tuple[Paragraph, ...]
    provenance: Provenance
    adopted: dt.date | None = None
    unplaced: tuple[Unplaced, ...] = ()
    warnings: tuple[str, ...] = ()
    _by_id: dict[str, Paragraph] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {p.id: p for p in self.paragraphs}
        if len(index) != len(self.paragraphs):
            raise ValueError("paragraph ids are not unique")
        object.__setattr__(self, "_by_id", index)

    def __getitem__(self, paragraph_id: str) -> Paragraph:
        return self._by_id[paragraph_id]

    def __contains__(self, paragraph_id: str) -> bool:
        return paragraph_id in self._by_id

    def of_kind(self, *kinds: Kind) -> tuple[Paragraph, ...]:
        """The paragraphs of the given kinds, in order."""
        return tuple(p for p in self.paragraphs if p.kind in kinds)

    @property
    def title(self) -> str:
        """The title without its number; empty where there is none."""
        return next((p.text for p in self.paragraphs if p.kind == "title"), "")

    @property
    def notes(self) -> tuple[Paragraph, ...]:
        """The footnotes, in order."""
        return self.of_kind("note")

    @property
    def name(self) -> str:
        """The symbol, or the source's name where the document has none."""
        return str(self.symbol) if self.symbol else self.provenance.source
