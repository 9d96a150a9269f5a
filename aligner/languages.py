"""Links between two language versions of a document: structure first, content as proof."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.bitext import Bead, link_segments
from aligner.bitext.witness import likeness
from aligner.model import Comparison, Link, Relation
from corpora.model import Paragraph, Resolution

if TYPE_CHECKING:
    from aligner.lexicon.taught import Taught

SAME_PLACE = 2.0  # log odds that two paragraphs of the same id answer each other, beside their words
SAME_NUMBER = 2.0  # the same for a printed number
OTHER_KIND = -6.0  # a preambular paragraph hardly ever answers an operative one
DOUBTFUL = 0.5  # links below this confidence are doubtful
CONTRADICTED = -2.0  # log odds of the words below which they speak against the structure

Seat = tuple[str, str, str]  # kind, id, printed number
_STREAMS = {
    "masthead": "masthead",
    "title": "masthead",
    "opening": "masthead",
    "closing": "masthead",
    "note": "note",
}


@dataclass(frozen=True, slots=True)
class Translations:
    """A machine translation of paragraphs of the first document into the language of the second, by id.

    `provider` says who made it, as evidence and reports tell it.
    """

    by_id: Mapping[str, str]
    provider: str

    def __str__(self) -> str:
        return f"machine translation ({self.provider})"


def align(
    a: Resolution, b: Resolution, *, lexicon: Taught | None = None, translations: Translations | None = None
) -> Comparison:
    """Which paragraph of one language version answers which of another.

    Masthead, title, opening and closing are linked by their ids, notes among themselves, the body by
    dynamic programming over words, lengths and structure. A link's `similarity` is the probability that
    it is right; its evidence says what speaks for it, and what against.

    Args:
        a, b: the two versions.
        lexicon: what other documents taught about their languages, beside the lexicons that ship.
        translations: a machine translation of `a`, weighed as one more witness.

    The comparison's `witnesses` name the last two, where they are given.
    """
    beside = _Beside(lexicon, translations)
    links = [*_by_id(a, b), *_stream(a, b, "body", beside), *_stream(a, b, "note", beside)]
    return Comparison("languages", a, b, _in_order(a, b, links), witnesses=beside.named)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What bears witness beside the two texts and the lexicons that ship."""

    lexicon: Taught | None
    translations: Translations | None

    @property
    def named(self) -> tuple[str, ...]:
        """In words, for whoever reads the result."""
        return tuple(str(one) for one in (self.lexicon, self.translations) if one is not None)

    def of(self, paragraphs: Sequence[Paragraph]) -> list[str] | None:
        """The translations of paragraphs, empty for those that have none."""
        if self.translations is None:
            return None
        return [self.translations.by_id.get(p.id, "") for p in paragraphs]

    def said(self, left: Sequence[Paragraph], right: Sequence[Paragraph]) -> list[str]:
        """What they say for a link, in words."""
        here, there = (" ".join(p.text for p in side) for side in (left, right))
        said = []
        if self.lexicon and (met := self.lexicon.met(here, there)):
            said.append(f"{met} word{'s' * (met != 1)} as in other documents of the library")
        if self.translations and (told := " ".join(filter(None, self.of(left) or ()))):
            said.append(f"{likeness(told, there):.0f} % like its machine translation")
        return said


def _by_id(a: Resolution, b: Resolution) -> list[Link]:
    absent = ("no such part in the other version",)
    here, there = _of_stream(a, "masthead"), _of_stream(b, "masthead")
    return [
        *(
            Link("translated", (p.id,), (p.id,), evidence=("same place in the document",))
            for p in here
            if p.id in b
        ),
        *(Link("removed", (p.id,), (), evidence=absent) for p in here if p.id not in b),
        *(Link("added", (), (p.id,), evidence=absent) for p in there if p.id not in a),
    ]


def linked_by_words(document: Resolution) -> tuple[Paragraph, ...]:
    """The paragraphs whose words decide what they answer: all but those that are linked by their ids."""
    return tuple(p for p in document.paragraphs if _STREAMS.get(p.kind) != "masthead")


def _of_stream(document: Resolution, stream: str) -> list[Paragraph]:
    return [p for p in document.paragraphs if _STREAMS.get(p.kind, "body") == stream]


def _stream(a: Resolution, b: Resolution, stream: str, beside: _Beside) -> list[Link]:
    left, right = _of_stream(a, stream), _of_stream(b, stream)
    structure = _Structure(left, right, [_seat(p) for p in left], [_seat(q) for q in right], beside)
    beads = link_segments(
        [p.text for p in left], [p.text for p in right], (a.language, b.language),
        hint=structure.hint, confidence=True, crossings=True,
        lexicon=beside.lexicon, witness=(beside.of(left), None),
    )  # fmt: skip
    return [structure.link(bead) for bead in beads]


@dataclass(frozen=True, slots=True)
class _Structure:
    """What place, printed number and kind say about a link."""

    left: Sequence[Paragraph]
    right: Sequence[Paragraph]
    seats_left: Sequence[Seat]
    seats_right: Sequence[Seat]
    beside: _Beside

    def hint(self, start_a: int, end_a: int, start_b: int, end_b: int) -> float:
        """Log odds of a link beside its words."""
        odds = 0.0
        for kind, place, number in self.seats_left[start_a:end_a]:
            for other_kind, other_place, other_number in self.seats_right[start_b:end_b]:
                if kind != other_kind:
                    return OTHER_KIND
                if place == other_place:
                    odds += SAME_PLACE
                if number and number == other_number:
                    odds += SAME_NUMBER
        return odds / max(end_a - start_a, end_b - start_b)

    def link(self, bead: Bead) -> Link:
        """A bead as a link of paragraphs, with its evidence in words."""
        left, right = self.left[bead.start_a : bead.end_a], self.right[bead.start_b : bead.end_b]
        relation: Relation
        if not left or not right:
            relation = "removed" if left else "added"
        elif len(left) == len(right):
            relation = "translated"
        else:
            relation = "merged" if len(left) > len(right) else "split"
        numbers = [_seat(p)[2] for p in (*left, *right)]
        renumbered = len(left) == len(right) == 1 and all(numbers) and numbers[0] != numbers[1]
        return Link(
            relation, tuple(p.id for p in left), tuple(p.id for p in right), bead.confidence,
            renumbered=renumbered, moved=bead.crossed, evidence=tuple(self._evidence(bead, left, right)),
        )  # fmt: skip

    def _evidence(self, bead: Bead, left: Sequence[Paragraph], right: Sequence[Paragraph]) -> list[str]:
        if not left or not right:
            return ["nothing in the other version answers it"]
        said = []
        if [p.id for p in left] == [q.id for q in right]:
            said.append("same place in the document")
        words = bead.score - self.hint(bead.start_a, bead.end_a, bead.start_b, bead.end_b)
        if words < CONTRADICTED:
            said.append("but words and lengths speak against it")
        elif words > 0:
            said.append(f"words and lengths agree (log odds {words:.1f})")
        said += self.beside.said(left, right)
        if bead.crossed:
            said.append("in another order than its neighbours")
        if any(p.kind != q.kind for p in left for q in right):
            said.append("of different kinds")
        if bead.confidence < DOUBTFUL:
            said.append("doubtful: other links are as likely")
        return said


def _seat(paragraph: Paragraph) -> Seat:
    return paragraph.kind, paragraph.id, number_of(paragraph.label or "")


def number_of(label: str) -> str:
    """A printed label without its dress: digits in ASCII, letters without brackets and stops."""
    digits = "".join(str(unicodedata.decimal(c, c)) for c in label)
    return re.sub(r"[\W_]+", "", digits).casefold()


def _in_order(a: Resolution, b: Resolution, links: Sequence[Link]) -> tuple[Link, ...]:
    """Links in reading order of the second document, the removed after what precedes them in the first."""
    place_a = {p.id: k for k, p in enumerate(a.paragraphs)}
    place_b = {p.id: k for k, p in enumerate(b.paragraphs)}
    seats: list[tuple[float, int, Link]] = []
    last = -1
    for link in sorted((x for x in links if x.old), key=lambda x: place_a[x.old[0]]):
        if link.new:
            last = place_b[link.new[0]]
            seats.append((last, -1, link))
        else:
            seats.append((last, place_a[link.old[0]], link))
    seats += [(place_b[link.new[0]], -1, link) for link in links if not link.old]
    return tuple(link for _, _, link in sorted(seats, key=lambda seat: seat[:2]))
