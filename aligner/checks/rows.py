"""Two versions as the checks see them: links as rows, with texts, values and places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from aligner.checks.affinity import Affinity
from aligner.findings import Finding, Severity, Span
from aligner.languages import align
from aligner.model import Comparison, Link
from aligner.values import Value, values
from corpora.model import Kind, Paragraph, Resolution

if TYPE_CHECKING:
    from aligner.lexicon.taught import Lexicons

JOINT = "\n"
BODY = frozenset(("preambular", "operative", "subparagraph", "plain", "annex", "table", "heading"))

POOR = 0.45
"""Affinity of two linked paragraphs below which they are tried against others; range 0.3-0.6. Of 6,340 true
pairs of the 78th session 1% lie below 0.40 to 0.57, by language; unrelated neighbours have 0.14 to 0.20."""
GAIN = 0.1
"""By how much the crossed pairs have to be better, in the sum of both; range 0-0.3. True pairs were never below
0.24 the other way round."""
MOST_POOR = 50
"""With more poor pairs than this the versions are not of one text, and looking for swapped ones is idle; 20-200."""
NEIGHBOURS = 3
"""Paragraphs to either side that a poor pair has to beat to be held for a pair; range 1-6."""
ENOUGH = 60
"""Characters of a paragraph that say something; range 30-120."""


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
        at_a: tuple[int, int] | None = None, at_b: tuple[int, int] | None = None,
        suggestion: str = "", about: str = "",
    ) -> Finding:  # fmt: skip
        """A finding at this row; `at_a` and `at_b` are places in the joined texts."""
        return Finding(
            check, severity, self.ids_a, self.ids_b, message,
            spans(self.a, at_a), spans(self.b, at_b), suggestion, about,
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


@dataclass(frozen=True, slots=True)
class Earlier:
    """The earlier version of a resolution in the languages of the two versions; either may be absent."""

    a: Resolution | None = None
    b: Resolution | None = None


@dataclass(frozen=True)
class Pair:
    """Two language versions, linked; what stands in another order is linked with what it answers."""

    a: Resolution
    b: Resolution
    given: Comparison | None = None
    earlier: Earlier | None = None
    lexicons: Lexicons | None = None

    @cached_property
    def comparison(self) -> Comparison:
        """Their links: by id where the ids are the same and the words agree, else as `align` finds them."""
        if self.given is not None:
            return self.given
        ids = [p.id for p in self.a.paragraphs]
        if ids == [p.id for p in self.b.paragraphs] and all(map(self._agrees, range(len(ids)))):
            links = tuple(
                Link("translated", (i,), (i,), evidence=("same place, and the words agree",)) for i in ids
            )
            return Comparison("languages", self.a, self.b, links)
        lexicon = self.lexicons(self.a, self.b) if self.lexicons else None
        return align(self.a, self.b, lexicon=lexicon)

    def _agrees(self, k: int) -> bool:
        """Whether the paragraphs at a place answer each other: by their words, or better than their neighbours do."""
        here, there = self.a.paragraphs[k], self.b.paragraphs[k]
        if here.kind != there.kind or here.kind not in BODY or len(here.text) < ENOUGH:
            return here.kind == there.kind
        fit = self.affinity(here.text, there.text)
        others = (
            *self.b.paragraphs[max(0, k - NEIGHBOURS) : k],
            *self.b.paragraphs[k + 1 : k + 1 + NEIGHBOURS],
        )
        return fit >= POOR or all(fit > self.affinity(here.text, p.text) + GAIN for p in others)

    @cached_property
    def affinity(self) -> Affinity:
        """How well texts of the two documents translate each other."""
        texts_a, texts_b = ([p.text for p in d.paragraphs] for d in (self.a, self.b))
        return Affinity(texts_a, texts_b, (self.a.language, self.b.language))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The links that have two sides, in the order of the second document."""
        rows = [row for link in self.comparison.links if link.old and link.new for row in self._rows(link)]
        return tuple(self._uncrossed(rows))

    def _rows(self, link: Link) -> Iterator[Row]:
        languages = (self.a.language, self.b.language)
        a, b = self.comparison.old_paragraphs(link), self.comparison.new_paragraphs(link)
        if len(a) == len(b):
            yield from (
                Row((p,), (q,), languages, link.similarity, link.moved) for p, q in zip(a, b, strict=True)
            )
        else:
            yield Row(a, b, languages, link.similarity, link.moved)

    def _uncrossed(self, rows: list[Row]) -> list[Row]:
        """The rows, those that answer each other crosswise relinked and marked as moved."""
        poor = [k for k, row in enumerate(rows) if self._fits_poorly(row)]
        if len(poor) > MOST_POOR:
            return rows
        done: set[int] = set()
        for i, j in combinations(poor, 2):
            one, two = rows[i], rows[j]
            straight = self.affinity(one.text_a, one.text_b) + self.affinity(two.text_a, two.text_b)
            crossed = self.affinity(one.text_a, two.text_b) + self.affinity(two.text_a, one.text_b)
            if crossed > straight + GAIN and not done & {i, j}:
                done |= {i, j}
                rows[i] = Row(two.a, one.b, one.languages, one.confidence, moved=True)
                rows[j] = Row(one.a, two.b, two.languages, two.confidence, moved=True)
        return rows

    def _fits_poorly(self, row: Row) -> bool:
        if len(row.a) != 1 or len(row.b) != 1 or row.kind not in BODY or len(row.text_a) < ENOUGH:
            return False
        return self.affinity(row.text_a, row.text_b) < POOR
