"""Plain text and Markdown: one paragraph a line, blank lines between, or hard-wrapped page copies."""

from __future__ import annotations

from corpora.errors import EmptyDocument
from corpora.model import Provenance, Resolution, Unplaced
from corpora.readers import inline
from corpora.readers.blocks import Block
from corpora.readers.decoding import decode
from corpora.readers.structure import recognise

_LINE_ENDS = ("\f", "\u2028", "\u2029")


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
    found, left_out = _blocks(text)
    return recognise(
        found, provenance=provenance, language=language, unplaced=left_out, warnings=warnings or ()
    )


def _blocks(text: str) -> tuple[list[Block], list[Unplaced]]:
    from corpora.readers import markdown

    marked_up = markdown.blocks(text) if markdown.is_markdown(text) else None
    return marked_up or (blocks(text), [])


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


def _group(lines: list[str]) -> list[Block]:
    """The blocks of neighbouring lines; markup may span the lines, each line is a block of its own."""
    if rows := inline.rows(lines):
        return rows
    if note := inline.note_block(lines):
        return [note]
    return inline.block("\n".join(lines)).lines()
