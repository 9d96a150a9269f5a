"""Plain text and Markdown: one paragraph a line, blank lines between, or hard-wrapped page copies."""

from __future__ import annotations

import re

from corpora.errors import EmptyDocument
from corpora.model import Provenance, Resolution
from corpora.readers import inline
from corpora.readers.blocks import Block
from corpora.readers.decoding import decode
from corpora.readers.structure import recognise

_LINE_ENDS = ("\f", "\u2028", "\u2029")
MIN_ROWS = 2  # one line with a tab is no table
_MARKDOWN_HEADING = r"#{1,6}\s+(?=\S)"
_MARKDOWN_NOTE = r"\[\^([^\]\s]{1,20})\]:\s*"


def read(data: bytes, provenance: Provenance, language: str | None = None) -> Resolution:
    """The document in the bytes of a text file.

    Raises `EmptyDocument`, `UnsupportedFormat` (binary data) or `DamagedDocument` (no encoding fits).
    """
    text, warnings = decode(data, provenance.source)
    return read_text(text, provenance, language, warnings)


def read_text(
    text: str, provenance: Provenance, language: str | None = None, warnings: list[str] | None = None
) -> Resolution:
    """The document in a decoded text."""
    if not text.strip():
        raise EmptyDocument("there is no text in it", provenance.source, "choose another file")
    found = blocks(text)
    return recognise(found, provenance=provenance, language=language, warnings=warnings or ())


def blocks(text: str) -> list[Block]:
    """The paragraphs of a text, with the marks of its markup."""
    from corpora.readers import wrapped

    if wrapped.is_wrapped(text.split("\n")):
        return wrapped.blocks(text)
    out: list[Block] = []
    group: list[str] = []
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    for line in [*(line.strip("\v \t") for line in text.split("\n")), ""]:
        if line:
            group.append(line)
        elif group:
            out += _group(group)
            group = []
    return out


def markdown_block(lines: list[str]) -> list[Block] | None:
    """The blocks of lines that Markdown marks as a heading or a note; None where it does not."""
    if lines[0][:1] not in ("#", "["):
        return None
    if found := re.match(_MARKDOWN_HEADING, lines[0]):
        return [
            inline.block(lines[0][found.end() :], hint="heading"),
            *(_group(lines[1:]) if lines[1:] else []),
        ]
    if found := re.match(_MARKDOWN_NOTE, lines[0]):
        return [inline.block(" ".join([lines[0][found.end() :], *lines[1:]]), label=found[1], hint="note")]
    return None


def _group(lines: list[str]) -> list[Block]:
    """The blocks of neighbouring lines; markup may span the lines, each line is a block of its own."""
    if rows := _rows(lines):
        return rows
    return markdown_block(lines) or inline.block("\n".join(lines)).lines()


def _rows(lines: list[str]) -> list[Block] | None:
    """Table rows, where neighbouring lines have the same number of cells; None where they do not."""
    if len(lines) < MIN_ROWS:
        return None
    if all(line.startswith("|") and line.endswith("|") and len(line) > 1 for line in lines):
        cells = [[c.strip() for c in line[1:-1].split("|")] for line in lines]
    elif all("\t" in line for line in lines):
        cells = [line.split("\t") for line in lines]
    else:
        return None
    if len({len(row) for row in cells}) != 1:
        return None
    return [inline.block("\t".join(row), hint="furniture" if _is_rule(row) else "row") for row in cells]


def _is_rule(row: list[str]) -> bool:
    """Whether a row is Markdown's line between a table's head and its body."""
    return all(re.fullmatch(r":?-{2,}:?", cell) for cell in row)
