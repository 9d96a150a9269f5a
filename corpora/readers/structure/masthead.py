"""The lines before the opening: organ, date, session, agenda item, adoption, report, title."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from corpora.languages import LanguageFacts, parse_date
from corpora.languages import facts as language_facts
from corpora.model import Kind
from corpora.readers.blocks import Block, join
from corpora.readers.structure.wording import is_part

# "61/168. Title", "S-9/1 Title", "2005/54. Title", "198 (1964). …", "217 A (III). …", "53/11 Title"
_TITLE = re.compile(
    r"(?P<number>(?:(?:ES-|S-)?\d{1,4}/(?:[A-Z]?\d{1,4}|\.\.\.|…|[A-Z])(?:\s?[A-Z](?:\s(?:and|et|y|и|至|-)\s[A-Z])?)?"
    r"|\d{1,4}(?:\s[A-Z])?\s\((?:[IVXLC]+|[A-Z]*-?[IVXLC]+|\d{4})\)))\s?(?:[.．。](?:\s?[-–])?|[-–])?\s+(?=\S)"
)
_SYMBOL_LINE = re.compile(r"\(?(?:A|S|E)/[A-Z\d./()\s-]+(?:\s\(\d{4}\))?\*?\)?")


PART_BLOCKS = 3  # the letter of a part and its title in one or two lines
MASTHEAD_BLOCKS = 40  # the longest mastheads, with their sponsors, have some 25
_ARTICLES = ("The ", "L'", "L’", "La ", "Le ", "El ", "إن ")
_NAME_SIGNS = str.maketrans({"’": "'", "ـ": None, ",": None, "،": None})
LONGEST_NAME = 100  # characters: the longest organ's name has 39
LONGEST_LINE = 1500  # characters of a masthead line joined from several: a report with its sponsors


class Line(NamedTuple):
    """One line of the masthead with the id and kind it gets."""

    id: str
    kind: Kind
    block: Block


def split_title(block: Block) -> Block:
    """The title with its number as the label."""
    found = _TITLE.match(block.text)
    if not found:
        return block
    return block.part(found.end())._replace(label=found[0].strip())


def is_numbered_title(block: Block) -> bool:
    """Whether a block is a title that begins with its resolution's number."""
    return block.hint == "title" or bool(_TITLE.match(block.text))


def leading_number(text: str) -> str:
    """The number or symbol that a masthead line holds: "61/168" of "61/168.", "350 (1974)" of a title."""
    found = re.search(r"\d{1,4}\s?\(\d{4}\)", text)
    if found and not text.startswith(("A/", "S/", "E/")):
        return found[0]
    bare = text.strip("* .-–。．")
    return bare if "(" in bare[1:] else bare.strip("()")


def first_part(blocks: Sequence[Block]) -> int:
    """Where the heading of a resolution's first part begins: "A", and its own title; else how many blocks there are."""
    titles = [i for i, block in enumerate(blocks) if block.hint == "title"]
    if len(titles) > 1:
        return titles[1]
    letters = [i for i, block in enumerate(blocks) if i and is_part(block.text)]
    return letters[-1] if letters and len(blocks) - letters[-1] <= PART_BLOCKS else len(blocks)


def read(blocks: Sequence[Block], facts: LanguageFacts | None) -> list[Line]:
    """The masthead's lines, each with its id; the title is the last numbered line, or what says it is."""
    lines = _unwrap([line for block in blocks for cell in _cells(block) for line in cell.lines()], facts)
    title = _title_place(lines, facts)
    if title is not None and lines[title].hint != "title":
        while title + 1 < len(lines) and _continues_title(lines[title + 1], facts):
            lines[title : title + 2] = [join(lines[title : title + 2])]
    out: list[Line] = []
    published = False
    for i, line in enumerate(lines):
        if i == title:
            out.append(Line("title", "title", split_title(line)))
            continue
        name = _field(line, facts)
        if not name and published and parse_date(line.text, facts.code if facts else "und"):
            name = "published"  # the date on the line below "Distr.: General"
        published = name == "distribution"
        out.append(Line(f"m.{name or 'line'}", "masthead", line))
    return out


def _cells(block: Block) -> list[Block]:
    """The cells of a table row, each a line: a masthead's table only arranges it."""
    if block.hint != "row":
        return [block]
    starts = [0, *(at + 1 for at, c in enumerate(block.text) if c == "\t"), len(block.text) + 1]
    return [
        block.part(a, b - 1)._replace(hint="") for a, b in pairwise(starts) if block.text[a : b - 1].strip()
    ]


def decision_title(blocks: Sequence[Block], facts: LanguageFacts) -> int:
    """How many blocks make the masthead of a text without an opening; 0 if it is no UN document.

    There must be a symbol's line or an organ's, and below it a numbered title.
    """
    known = False
    for i, block in enumerate(blocks[:MASTHEAD_BLOCKS]):
        lines = block.lines()
        if known and _TITLE.match(lines[-1].text) and i + 1 < len(blocks):
            return i + 1
        known = known or any(_field(line, facts) in ("symbol", "organ") for line in lines)
    return 0


def _unwrap(lines: list[Block], facts: LanguageFacts | None) -> list[Block]:
    """Lines of one bracketed report or one wrapped title joined."""
    out: list[Block] = []
    for line in lines:
        room = bool(out) and len(out[-1].text) + len(line.text) < LONGEST_LINE
        runs_on = line.text[:1].islower() and not _field(line, facts)
        if room and (_opens_bracket(out[-1].text) or runs_on):
            out[-1] = join([out[-1], line])
        else:
            out.append(line)
    return out


def _continues_title(line: Block, facts: LanguageFacts | None) -> bool:
    """Whether a line below the title's first goes on with it: no field of its own, no brackets."""
    return line.text[:1] not in "[［(（" and not _field(line, facts)


def _opens_bracket(text: str) -> bool:
    return text[:1] in "[［" and text.count("[") + text.count("［") > text.count("]") + text.count("］")


def _title_place(lines: list[Block], facts: LanguageFacts | None) -> int | None:
    hinted = [i for i, line in enumerate(lines) if line.hint == "title"]
    if hinted:
        return hinted[-1]
    numbered = [i for i, line in enumerate(lines) if _TITLE.match(line.text)]
    if numbered:
        return numbered[-1]
    if facts:  # "Resolution 2618 (2022)"
        words = tuple(sorted((*facts.draft, *facts.resolution, *facts.decision), key=len, reverse=True))
        for i, line in enumerate(lines):
            text = line.text.lower()
            if len(text) < 60 and re.search(r"[(（]\d{4}[)）]", text) and any(word in text for word in words):
                return i
    # A draft's title has no number: it is what stands last, after the sponsors.
    if len(lines) > 1 and not _field(lines[-1], facts):
        return len(lines) - 1
    return None


def _field(line: Block, facts: LanguageFacts | None) -> str:
    """The name of the field a line holds, as in its id after "m."; empty if none is known."""
    text = line.text
    if text[:1] in ("[", "［") and text.rstrip(".").endswith(("]", "］")):
        return "document" if _SYMBOL_LINE.fullmatch(text.strip("[]［］")) else "report"
    if _SYMBOL_LINE.fullmatch(text):
        return "symbol"
    if facts is None:
        return ""
    low = text.lower()
    names = _names(facts.code)
    if len(text) <= LONGEST_NAME and (name := names.get(_fold_name(text))) is not None:
        return name
    for name in ("published", "adopted", "agenda", "session", "report"):
        if any(word in low for word in facts.masthead[name]):
            if name == "published" and parse_date(text, facts.code) is None:
                return "distribution"
            if name == "session" and len(text) > 120:
                continue
            return name
    if any(word in low for word in facts.draft) and len(text) > len(max(facts.draft, key=len)) + 2:
        return "sponsors"
    if low.startswith("distr"):
        return "distribution" if parse_date(text, facts.code) is None else "published"
    return ""


@cache
def _names(code: str) -> dict[str, str]:
    """The publisher's and the organs' names, folded, with the field that each fills."""
    table = language_facts(code)
    organs = {_fold_name(_without_article(opening)): "organ" for opening in table.openings}
    return {_fold_name(table.publisher): "publisher"} | organs


def _without_article(name: str) -> str:
    return next((name.removeprefix(article) for article in _ARTICLES if name.startswith(article)), name)


def _fold_name(text: str) -> str:
    return text.translate(_NAME_SIGNS).strip().casefold()


def adoption_date(lines: Sequence[Line], closing: str, code: str) -> dt.date | None:
    """The day of adoption: from the masthead's adoption line, else from the closing."""
    for line in lines:
        if line.id == "m.adopted" and (day := parse_date(line.block.text, code)):
            return day
    rest = (line.block.text for line in lines if line.id == "title" or line.id.startswith("m.line"))
    return next((day for text in (closing, *rest) if (day := parse_date(text, code))), None)
