"""The paragraphs from the opening on: preambular, operative, sub-paragraphs, headings, annexes, closing.

A resolution in parts, "A" and "B", has an opening, a preamble, numbers from one and a closing in each.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from corpora.languages import LanguageFacts
from corpora.model import Kind
from corpora.readers.blocks import Block, join
from corpora.readers.structure import labels, wording
from corpora.readers.structure.masthead import PART_BLOCKS

# Characters: a longer text that opens with a preambular verb is no heading; headings that do are a word or two.
PREAMBULAR = 30
NUMBER_JUMP = 6  # a number may skip that many where the source lost some

_QUOTES = '"“”«„‘《「'

Places = Sequence[tuple[int, Block]]
Numbered = tuple[Block, int]  # the block with the number as its label, and the number


class Item(NamedTuple):
    """A body paragraph with its id and its place in the stream."""

    id: str
    kind: Kind
    block: Block
    place: int


class Body:
    """Walks over the blocks from the opening on and gives each a kind and an id."""

    def __init__(self, facts: LanguageFacts) -> None:
        self.facts = facts
        self.items: list[Item] = []
        self._counts: dict[str, int] = {}
        self._prefix = ""  # "annex1." inside an annex
        self._parent = ""  # the paragraph that sub-paragraphs and continuations belong to
        self._operative = False
        self._closed = False
        self._number = 0
        self._nesting = labels.Nesting()
        self._numbers = 0  # numbered paragraphs in the whole of the main text, or of this part of it
        self._numbered_ahead = 0  # those still to come
        self._reopens = False  # another part follows

    def read(self, blocks: Places) -> list[Item]:
        """All blocks as items."""
        openings = self._openings(blocks)
        for start, end in pairwise([0, *openings[1:], len(blocks)]):
            self._reopens = end < len(blocks)
            self._read_part(blocks[start:end], {i - start for i in openings})
        return self.items

    def _openings(self, blocks: Places) -> list[int]:
        """Where parts begin: at their opening formula. An annex may quote one, unless a part's letter stands above."""
        found: list[int] = []
        annexed = False
        for i, (_, block) in enumerate(blocks):
            if block.label or len(block.text) > wording.HEADING_CHARACTERS:
                continue
            if block.hint == "opening" or wording.is_opening(block.text, self.facts):
                above = [b.text for _, b in blocks[max(0, i - PART_BLOCKS) : i]]
                if not annexed or any(map(wording.is_part, above)):
                    found.append(i)
            annexed = annexed or block.hint == "annex" or wording.is_annex(block.text, self.facts)
        return found

    def _read_part(self, blocks: Places, openings: set[int]) -> None:
        numbers = [self._number_of(block) for _, block in blocks]
        main = takewhile(
            lambda item: not wording.is_annex(item[0][1].text, self.facts), zip(blocks, numbers, strict=True)
        )
        self._numbered_ahead = self._numbers = sum(number is not None for _, number in main)
        for i, ((place, block), number) in enumerate(zip(blocks, numbers, strict=True)):
            self._open(place, block) if i in openings else self._take(place, block, number)

    # ------------------------------------------------------------ what a block is

    def _take(self, place: int, block: Block, number: Numbered | None) -> None:
        if block.hint == "row":
            self._add("table", self._next("t"), block, place)
        elif self._closing(place, block):
            return
        elif block.hint == "annex" or (not block.label and wording.is_annex(block.text, self.facts)):
            self._open_annex(place, block)
        elif block.hint in ("heading", "title"):
            self._heading(place, block)
        elif number and self._fits(*number):
            self._numbered(place, *number)
        elif (sub := self._sublabel_of(block)) and self._parent:
            self._subparagraph(place, *sub)
        else:
            self._unnumbered(place, block)

    def _number_of(self, block: Block) -> Numbered | None:
        """A numbered block with the number as its label, and the number."""
        if block.label:
            found = labels.number_at_start(block.label + " x") or labels.number_at_start(block.label + ". x")
            return (block, found[1]) if found else None
        if not block.text[:1].isdecimal():
            return None
        number = labels.number_at_start(block.text)
        if number is None or number[2] >= len(block.text):
            return None
        return block.part(number[2])._replace(label=number[0]), number[1]

    def _fits(self, block: Block, number: int) -> bool:
        """Whether a number can come next; a preamble's first number is a one, or stands before a verb."""
        if number == 1 or self._number <= number <= self._number + NUMBER_JUMP:
            return self._operative or bool(self._prefix) or number <= 2
        return wording.is_operative(block.text, self.facts) and not self._prefix

    def _sublabel_of(self, block: Block) -> tuple[Block, str] | None:
        if block.label:
            return (block, block.label) if labels.readings(block.label) else None
        found = labels.sublabel_at_start(block.text)
        if not found:
            return None
        if block.hint == "text":  # the format calls it text: it tells the place and stays
            return block, found[0]
        return block.part(found[1])._replace(label=found[0]), found[0]

    # ------------------------------------------------------------ what follows from it

    def _open(self, place: int, block: Block) -> None:
        self._operative = self._closed = False
        self._number, self._parent, self._prefix = 0, "", ""
        self._add("opening", "opening", block, place)

    def _numbered(self, place: int, block: Block, number: int) -> None:
        self._number = number
        self._numbered_ahead -= 1
        if self._prefix:
            self._main("annex", "p", block, place)
        else:
            self._operative = True
            self._main("operative", "op", block, place)

    def _subparagraph(self, place: int, block: Block, label: str) -> None:
        path = self._nesting.place(label)
        tail = ".".join(labels.spell(depth, position) for depth, position in enumerate(path))
        self._add("subparagraph", f"{self._parent}.{tail}", block, place)

    def _unnumbered(self, place: int, block: Block) -> None:
        text, facts = block.text, self.facts
        if self._prefix:
            kind: Kind = "heading" if block.hint != "text" and wording.is_heading(text) else "annex"
            self._heading(place, block) if kind == "heading" else self._main(kind, "p", block, place)
        elif block.hint in ("preambular", "operative"):
            self._verbal(place, block, block.hint == "operative")
        elif self._quoted(text) or (self._closed and not (self._reopens and wording.is_heading(text))):
            self._continuation(place, block)
        elif block.hint != "text" and wording.is_heading(text) and not self._is_verbal(text):
            self._heading(place, block)
        elif wording.ends_with_comma(text) and (not self._operative or wording.is_preambular(text, facts)):
            self._verbal(place, block, operative=False)
        elif wording.is_operative(text, facts) and (
            self._operative or not self._numbered_ahead or self._adopts(text)
        ):
            self._verbal(place, block, operative=True)
        elif not self._operative and (self._numbered_ahead or wording.is_preambular(text, facts)):
            self._verbal(place, block, operative=False)
        elif not self._numbers and wording.ends_sentence(text) and not text.endswith((":", "：")):
            self._verbal(place, block, operative=True)
        else:
            self._continuation(place, block)

    def _quoted(self, text: str) -> bool:
        """Whether a paragraph is the quotation that the one before announces with a colon."""
        return text[:1] in _QUOTES and bool(self.items) and self.items[-1].block.text.endswith((":", "："))

    def _adopts(self, text: str) -> bool:
        """Whether a paragraph before the numbers is operative: "Adopts the following declaration:"."""
        return text.endswith((":", "：")) and not wording.is_preambular(text, self.facts)

    def _is_verbal(self, text: str) -> bool:
        """Whether a paragraph is no heading by its verb; in the preamble even where its comma is lost."""
        if wording.ends_sentence(text):
            return wording.is_preambular(text, self.facts) or wording.is_operative(text, self.facts)
        return not self._operative and len(text) >= PREAMBULAR and wording.is_preambular(text, self.facts)

    def _verbal(self, place: int, block: Block, operative: bool) -> None:
        if operative:
            self._operative = True
        self._main("operative" if operative else "preambular", "op" if operative else "pp", block, place)

    def _heading(self, place: int, block: Block) -> None:
        if block.hint == "title" and (end := wording.part_end(block.text)):  # "A Title": printed in two lines
            self._add("heading", self._next("h"), block.part(0, end), place)
            block = block.part(end)
        self._add("heading", self._next("h"), block, place)

    def _continuation(self, place: int, block: Block) -> None:
        """A paragraph without number or verb of its own: it belongs to the one before it."""
        if self._closed and not self._prefix:  # the record of the vote, below the meeting and the date
            self._add("closing", f"closing.{self._next('closing.p')[len('closing.') :]}", block, place)
            return
        base = f"{self._parent}." if self._parent else self._prefix
        self._counts[base + "p"] = n = self._counts.get(base + "p", 0) + 1
        self._add("annex" if self._prefix else "plain", f"{base}p{n}", block, place)

    def _open_annex(self, place: int, block: Block) -> None:
        self._prefix = ""
        name = self._next("annex")
        self._prefix, self._parent, self._number = f"{name}.", "", 0
        self._closed = False
        self._add("annex", name, block, place)

    def _closing(self, place: int, block: Block) -> bool:
        """Take the meeting and the date of adoption; the second of two lines joins the first."""
        if block.label or (block.hint != "closing" and not (self.items and self._says_closing(block))):
            return False
        if self._closed and self.items[-1].kind == "closing":
            last = self.items.pop()
            self.items.append(last._replace(block=join([last.block, block])))
        else:
            self._add("closing", self._unique("closing"), block, place)
        self._closed = True
        return True

    def _says_closing(self, block: Block) -> bool:
        text = block.text
        if self._numbered_ahead and not self._prefix:
            return False
        follows = self._closed and self.items[-1].kind == "closing"
        if (follows or self._operative) and wording.is_date_line(text, self.facts):
            return True
        return wording.is_closing(text, self.facts) and labels.sublabel_at_start(text) is None

    # ------------------------------------------------------------ ids

    def _main(self, kind: Kind, base: str, block: Block, place: int) -> None:
        """Add a paragraph that sub-paragraphs may follow."""
        self._parent = self._next(base)
        self._nesting = labels.Nesting()
        self._add(kind, self._parent, block, place)

    def _next(self, base: str) -> str:
        key = self._prefix + base
        self._counts[key] = n = self._counts.get(key, 0) + 1
        return f"{key}{n}"

    def _unique(self, base: str) -> str:
        self._counts[base] = n = self._counts.get(base, 0) + 1
        return base if n == 1 else f"{base}.{n}"

    def _add(self, kind: Kind, name: str, block: Block, place: int) -> None:
        self.items.append(Item(name, kind, block, place))
