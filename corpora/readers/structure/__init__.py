"""Recognises a resolution in a stream of blocks: the one place where kinds and ids are given.

Every format reader ends in `recognise`. Its steps: page furniture is set aside; notes are lifted out; the
opening formula divides the masthead from the body; the body's paragraphs get kinds by number, verb and
punctuation; references are tied to notes. A document without this structure becomes p1, p2 …
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from corpora.languages import CODES, LanguageFacts, detect, facts
from corpora.languages.model import Organ
from corpora.model import UNKNOWN_LANGUAGE, Kind, Paragraph, Provenance, Resolution, Symbol, Unplaced
from corpora.readers.blocks import Block
from corpora.readers.structure import masthead, notes, wording
from corpora.readers.structure.body import Body, Item
from corpora.readers.structure.mending import mend
from corpora.readers.structure.plain import read_plain

VERBAL_BLOCKS = 2  # so many paragraphs that open with a resolution's verbs make a body without an opening
TITLE_BLOCKS = 3  # a title may be broken into so many lines
DETECTION_CHARACTERS = 20_000


def recognise(
    blocks: Iterable[Block],
    *,
    provenance: Provenance,
    language: str | None = None,
    symbol: Symbol | None = None,
    adopted: dt.date | None = None,
    unplaced: Sequence[Unplaced] = (),
    warnings: Sequence[str] = (),
) -> Resolution:
    """The document that a format's blocks make.

    `language` is what the caller announced; if the content says otherwise the content wins and a warning
    says so. `symbol` and `adopted` are what the format knows for certain; else the masthead tells them.
    `unplaced` and `warnings` are the format reader's own.
    """
    stream = list(blocks)
    left_out = [
        *unplaced,
        *(Unplaced(_printed(b), "page furniture") for b in stream if b.hint == "furniture"),
    ]
    stream = [b for b in stream if b.hint != "furniture" and (b.text or b.label)]
    code, said = _language(stream, language)
    table = facts(code) if code in CODES else None
    body, footnotes = notes.split(stream)
    references = notes.References(footnotes)
    # References go first: a comma followed by one still ends its paragraph.
    body = [(place, references.resolve(block, place)) for place, block in body]
    lines, items, mended = _divide(body, table)
    paragraphs = _paragraphs(lines, items, footnotes, references)
    closing = " ".join(p.text for p in paragraphs if p.kind == "closing")
    return Resolution(
        symbol=symbol or _symbol(lines, _organ(items, table)),
        language=code,
        paragraphs=tuple(paragraphs),
        provenance=provenance,
        adopted=adopted or masthead.adoption_date(lines, closing, code),
        unplaced=tuple(left_out),
        warnings=(*warnings, *said, *mended),
    )


def _printed(block: Block) -> str:
    return f"{block.label} {block.text}".strip()


def _language(stream: Sequence[Block], announced: str | None) -> tuple[str, list[str]]:
    """The language by content, and a warning where another was announced."""
    sample, length = [], 0
    for block in stream:
        sample.append(block.text)
        length += len(block.text)
        if length > 4 * DETECTION_CHARACTERS:
            break
    found = detect("\n".join(sample))
    if announced is None or announced == found:
        return found, []
    if found == UNKNOWN_LANGUAGE:
        return announced, []
    return found, [f"announced as {announced}, but the text is in {found}"]


def _divide(
    body: list[tuple[int, Block]], table: LanguageFacts | None
) -> tuple[list[masthead.Line], list[Item], list[str]]:
    """The masthead's lines, the rest, and warnings; plain paragraphs where there is no resolution in it."""
    if table is None:
        return [], read_plain(body), []
    at, body = _opening(body, table)
    if at is not None:
        part = masthead.first_part([b for _, b in body[:at]])
        lines = masthead.read([b for _, b in body[:part]], table)
        headings = [
            (place, b if b.hint == "title" else b._replace(hint="heading")) for place, b in body[part:at]
        ]
        place, opening = body[at]
        rest, warnings = mend(body[at + 1 :], table)
        return (
            lines,
            Body(table).read([*headings, (place, opening._replace(hint="opening")), *rest]),
            warnings,
        )
    if title := masthead.decision_title([b for _, b in body], table):
        # Decisions have a title but no opening formula: "At its … meeting, the General Assembly decided …".
        return masthead.read([b for _, b in body[:title]], table), read_plain(body[title:]), []
    if sum(_is_verbal(b, table) for _, b in body) < VERBAL_BLOCKS:
        return [], read_plain(body), []
    rest, warnings = mend(body, table)
    return [], Body(table).read(rest), warnings


def _opening(
    body: list[tuple[int, Block]], table: LanguageFacts
) -> tuple[int | None, list[tuple[int, Block]]]:
    """Where the opening formula is, in blocks where it stands alone."""
    for i, (place, block) in enumerate(body):
        if block.hint == "opening" or wording.is_opening(block.text, table):
            return i, body
        if wording.is_organ(block.text, table) and _adopts(body, i, table):
            return i, body
        if not block.label and (end := wording.opening_end(block.text, table)):
            rest = block.part(end)
            if wording.is_preambular(rest.text, table) or wording.is_operative(rest.text, table):
                return i, [*body[:i], (place, block.part(0, end)), (place, rest), *body[i + 1 :]]
    return None, body


def _adopts(body: list[tuple[int, Block]], at: int, table: LanguageFacts) -> bool:
    """Whether an organ's name between a title and an operative verb opens a resolution: without preamble, no comma."""
    titled = any(masthead.is_numbered_title(block) for _, block in body[max(0, at - TITLE_BLOCKS) : at])
    return titled and at + 1 < len(body) and wording.is_operative(body[at + 1][1].text, table)


def _is_verbal(block: Block, table: LanguageFacts) -> bool:
    from corpora.readers.structure.labels import number_at_start

    number = number_at_start(block.text)
    text = block.text[number[2] :] if number else block.text
    if not wording.ends_sentence(text):
        return False
    if wording.ends_with_comma(text):
        return wording.is_preambular(text, table)
    return bool(number or block.label) and wording.is_operative(text, table)


def _paragraphs(
    lines: list[masthead.Line],
    items: list[Item],
    footnotes: list[notes.Note],
    references: notes.References,
) -> list[Paragraph]:
    taken: dict[str, int] = {}

    def paragraph(name: str, kind: Kind, block: Block) -> Paragraph:
        taken[name] = n = taken.get(name, 0) + 1
        return Paragraph(
            name if n == 1 else f"{name}.{n}", kind, block.text, block.label or None, block.marks
        )

    out = [paragraph(line.id, line.kind, line.block) for line in lines]
    out += [paragraph(item.id, item.kind, item.block) for item in items]
    for n, note in enumerate(footnotes, 1):
        block = references.resolve(note.block, note.place)._replace(label=note.marker)
        out.append(paragraph(f"fn{n}", "note", block))
    return out


def _organ(items: list[Item], table: LanguageFacts | None) -> Organ | None:
    """Whose resolution it is, by its opening formula."""
    opening = next((i.block.text for i in items if i.kind == "opening"), "")
    return wording.organ(opening, table) if table else None


def _symbol(lines: list[masthead.Line], organ: Organ | None) -> Symbol | None:
    """The document's symbol from its symbol line, else from the title's number and the organ."""
    from corpora.errors import SymbolError
    from corpora.symbols import parse

    prefix = {"HRC": "A/HRC/RES/", "ECOSOC": "E/RES/"}.get(organ or "", "")
    for name, head in (("m.symbol", ""), ("title", prefix)):
        for line in lines:
            if line.id == name:
                text = line.block.text if name == "m.symbol" else line.block.label or line.block.text
                number = masthead.leading_number(text)
                try:
                    return parse(head + number if "(" not in number else number)
                except SymbolError:
                    continue
    return None
