"""Which rows a comparison has on a page: a link each, folds, and where a moved paragraph was."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, zip_longest
from typing import Literal, NamedTuple

from aligner.model import Comparison, Link, Op
from corpora.model import Paragraph
from tui.layout.pieces import Piece, Role, Side, both_sides, one_side, tag

Mode = Literal["side", "unified", "old", "new"]
RowKind = Literal["pair", "fold", "origin", "gloss"]
Glosses = Mapping[tuple[Side, str], "GlossCell"]
OpsOf = Callable[[Link], Sequence[Op]]

GLYPHS = {
    "same": "=", "edited": "~", "added": "+", "removed": "−",
    "split": "<", "merged": ">", "translated": "=",
}  # fmt: skip
MOVED, FLAGGED, PINNED = "→", "!", "*"
# Shorter stretches of unchanged paragraphs than this stay open: a fold would save no line.
SHORTEST_FOLD = 2
_WHOLE: dict[str, Role] = {"added": "added", "removed": "removed"}


class View(NamedTuple):
    """What of a comparison is shown, and how.

    `opened` are the first links of folds that the reader opened; `only` keeps open the changes of these
    classes ("substantive") alone; `kinds_hidden` are folded whatever changed in them, and say so; `flagged`
    are paragraphs at which the reader has to stop for another reason (a finding).
    """

    mode: Mode = "side"
    folded: bool = False
    opened: frozenset[int] = frozenset()
    only: frozenset[str] = frozenset()
    kinds_hidden: frozenset[str] = frozenset()
    flagged: frozenset[tuple[Side, str]] = frozenset()
    brackets: bool = True


class Cell(NamedTuple):
    """One paragraph of one side, or both sides' words in one run."""

    id: str
    tag: str
    language: str
    pieces: tuple[Piece, ...]


class GlossCell(NamedTuple):
    """A machine gloss as it stands under its paragraph: its language, its words, and who made it when."""

    language: str
    text: str
    label: str


class Row(NamedTuple):
    """One row of the page: a pair of cells, a gloss under one, a fold, or the place that a moved paragraph left.

    `link` is the place of its link in the comparison, the first for a fold; `links` are all it stands for.
    A fold's `aside` says which paragraphs of the new side are in it. `stops` says how many changes it stands for.
    """

    kind: RowKind
    link: int
    glyph: str
    left: Cell | None = None
    right: Cell | None = None
    note: str = ""
    aside: str = ""
    links: tuple[int, ...] = ()
    stops: int = 0


class Sheet:
    """The rows of a comparison under a view, and where each paragraph is among them."""

    def __init__(
        self,
        comparison: Comparison,
        view: View,
        rows: tuple[Row, ...] = (),
        places: dict[tuple[Side, str], int] | None = None,
    ) -> None:
        self.comparison, self.view, self.rows = comparison, view, rows
        self.places = places or {}

    @cached_property
    def changes(self) -> list[int]:
        """The rows at which a reader has to stop: the first of each changed link, folds that hide changes."""
        stops: dict[int, int] = {}
        for place, row in enumerate(self.rows):
            if row.stops and (row.kind == "pair" or (row.kind == "fold" and not self.view.only)):
                stops.setdefault(row.link, place)
        return sorted(stops.values())

    def counted(self, row: int | None = None) -> int:
        """How many changed links there are at the stops up to and with `row`; at all of them without it."""
        stops = self.changes if row is None else self.changes[: bisect_right(self.changes, row)]
        return sum(self.rows[stop].stops for stop in stops)


def arrange(
    comparison: Comparison, view: View, ops_of: OpsOf | None = None, glosses: Glosses | None = None
) -> Sheet:
    """The rows of a comparison.

    `ops_of` gives a link's diff where it shall not be the comparison's own (by characters, say); `glosses`
    stand under their paragraphs.
    """
    build = _Builder(comparison, view, ops_of or (lambda link: link.ops), glosses or {})
    rows = tuple(build.rows())
    places: dict[tuple[Side, str], int] = {}
    for place, row in enumerate(rows):
        if row.kind == "origin":
            continue
        for number in row.links:
            link = comparison.links[number]
            for i in link.old:
                places.setdefault(("old", i), place)
            for i in link.new:
                places.setdefault(("new", i), place)
    for place, row in enumerate(rows):  # in a split or merge each paragraph has a row of its own
        for side, cell in (("old", row.left), ("new", row.right)):
            if row.kind == "pair" and cell is not None and (side, cell.id) in places:
                places[side, cell.id] = place  # type: ignore[index]
    return Sheet(comparison, view, rows, places)


class _Builder:
    def __init__(self, comparison: Comparison, view: View, ops_of: OpsOf, glosses: Glosses) -> None:
        self.comparison, self.view, self.ops_of, self.glosses = comparison, view, ops_of, glosses

    def rows(self) -> Iterator[Row]:
        origins = _origins(self.comparison)
        quiet: list[int] = []
        yield from (self._origin(place) for place in origins.get(-1, ()))
        for number, link in enumerate(self.comparison.links):
            if self._is_quiet(link):
                quiet.append(number)
            else:
                yield from self._fold(quiet)
                quiet = []
                yield from self._pair(number, link)
                if self.glosses:
                    yield from self._glossed(number, link)
            if moved := origins.get(number):
                yield from self._fold(quiet)
                quiet = []
                yield from (self._origin(place) for place in moved)
        yield from self._fold(quiet)

    def _is_quiet(self, link: Link) -> bool:
        view = self.view
        if self._paragraph(link).kind in view.kinds_hidden:
            return True
        if view.only and link.changed:
            return link.change is not None and link.change not in view.only
        return view.folded and not self._stops(link)

    def _is_flagged(self, link: Link) -> bool:
        flagged = self.view.flagged
        if not flagged:
            return False
        return any(("old", i) in flagged for i in link.old) or any(("new", i) in flagged for i in link.new)

    def _stops(self, link: Link) -> bool:
        return link.changed or self._is_flagged(link)

    def _fold(self, numbers: list[int]) -> Iterator[Row]:
        """Unchanged links in a row, as one line unless it was opened or is too short to fold."""
        for hidden, group in groupby(numbers, key=self._is_hidden):
            yield from self._fold_run(list(group), hidden)

    def _fold_run(self, numbers: list[int], hidden: bool) -> Iterator[Row]:
        links = self.comparison.links
        stops = sum(self._stops(links[n]) for n in numbers)
        folds = hidden or len(numbers) >= SHORTEST_FOLD or stops
        if folds and numbers[0] not in self.view.opened:
            yield Row(
                "fold",
                numbers[0],
                "",
                note=self._fold_note(numbers),
                aside=self._fold_aside(numbers),
                links=tuple(numbers),
                stops=stops,
            )
            return
        for number in numbers:
            yield from self._pair(number, links[number])

    def _is_hidden(self, number: int) -> bool:
        return self._paragraph(self.comparison.links[number]).kind in self.view.kinds_hidden

    def _fold_note(self, numbers: list[int]) -> str:
        changed = sum(self._stops(self.comparison.links[n]) for n in numbers)
        count = f"{len(numbers)} paragraph" + "s" * (len(numbers) != 1)
        if self.comparison.axis == "languages":
            return count
        return f"{count}, {changed} changed" if changed else f"{count} unchanged"

    def _fold_aside(self, numbers: list[int]) -> str:
        ids = [i for n in numbers for i in self.comparison.links[n].new or self.comparison.links[n].old]
        names = [name for i in ids if (name := tag(i))]
        kinds = list(dict.fromkeys(self._paragraph(self.comparison.links[n]).kind for n in numbers))
        if kinds == ["masthead"] or not names:
            return ", ".join(kinds)
        return f"{names[0]} to {names[-1]}" if len(names) > 1 else names[0]

    def _paragraph(self, link: Link) -> Paragraph:
        return self.comparison.new[link.new[0]] if link.new else self.comparison.old[link.old[0]]

    def _origin(self, number: int) -> Row:
        link = self.comparison.links[number]
        where = ", ".join(tag(i) or i for i in link.new)
        said = f"{', '.join(tag(i) or i for i in link.old)} moved to {where}"
        return Row("origin", number, f" {MOVED}", note=said, links=(number,))

    def _pair(self, number: int, link: Link) -> Iterator[Row]:
        old, new = self.comparison.old_paragraphs(link), self.comparison.new_paragraphs(link)
        stops = int(self._stops(link))
        flag = FLAGGED if self._is_flagged(link) else PINNED if link.pinned else " "
        glyph = GLYPHS[link.relation] + (MOVED if link.moved else flag)
        if self.view.mode == "unified" and self.comparison.axis == "years":
            yield Row(
                "pair",
                number,
                glyph,
                right=self._unified(link, old, new),
                links=(number,),
                stops=stops,
            )
            return
        lefts = self._cells(link, old, "old")
        rights = self._cells(link, new, "new")
        for left, right in zip_longest(lefts, rights):
            yield Row("pair", number, glyph, left, right, links=(number,), stops=stops)

    def _glossed(self, number: int, link: Link) -> Iterator[Row]:
        sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("old", link.old), ("new", link.new))
        for side, paragraph_id in ((side, i) for side, ids in sides for i in ids):
            gloss = self.glosses.get((side, paragraph_id))
            if gloss is None or (self.view.mode in ("old", "new") and self.view.mode != side):
                continue
            pieces = (Piece(f"{gloss.text} ", "gloss", True), Piece(f"[{gloss.label}]", "gloss"))
            cell = Cell("", "", gloss.language, pieces)
            left = cell if side == "old" and self.view.mode != "unified" else None
            yield Row("gloss", number, "  ", left, None if left else cell)

    def _cells(self, link: Link, paragraphs: Sequence[Paragraph], side: Side) -> list[Cell]:
        document = self.comparison.old if side == "old" else self.comparison.new
        if not paragraphs:
            return []
        whole = _WHOLE.get(link.relation, "equal")
        ops = () if link.relation in _WHOLE else self.ops_of(link)
        ignored = link.ignored if ops is link.ops else ()
        found = one_side(paragraphs, ops, side, whole, brackets=self.view.brackets, ignored=ignored)
        return [
            Cell(p.id, tag(p.id), document.language, tuple(pieces))
            for p, pieces in zip(paragraphs, found, strict=True)
        ]

    def _unified(self, link: Link, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Cell:
        ops = self.ops_of(link)
        if not (old and new and ops):
            side: Side = "new" if new else "old"
            return self._cells(link, new or old, side)[0]
        before, after = tag(old[0].id), tag(new[0].id)
        ignored = link.ignored if ops is link.ops else ()
        pieces = both_sides(old, new, ops, brackets=self.view.brackets, ignored=ignored)
        name = after if before == after else f"{before}{MOVED}{after}"
        return Cell(new[0].id, name, self.comparison.new.language, tuple(pieces))


def _origins(comparison: Comparison) -> dict[int, list[int]]:
    """After which link each moved link's old place comes: behind the old paragraph that went before it."""
    at = {i: n for n, link in enumerate(comparison.links) for i in link.old}
    found: dict[int, list[int]] = {}
    before = -1
    for paragraph in comparison.old.paragraphs:
        number = at.get(paragraph.id, -1)
        if number < 0:
            continue
        if comparison.links[number].moved and comparison.links[number].new:
            listed = found.setdefault(before, [])
            if number not in listed:
                listed.append(number)
        else:
            before = number
    return found
