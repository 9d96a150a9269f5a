"""DOCX: Word's Office Open XML.

The package's parts are opened by `package`, Word's automatic numbers are counted by `numbering`, and `story`
turns paragraphs and table rows into blocks. The header of the first page is part of the document (it holds
the organ, the symbol and the date); all other headers and the footers are page furniture, comments are
remarks about the text and kept apart.
"""

from __future__ import annotations

from corpora.errors import EmptyDocument
from corpora.model import Provenance, Resolution, Unplaced
from corpora.readers.blocks import Block
from corpora.readers.docx.numbering import Numbering
from corpora.readers.docx.package import Package
from corpora.readers.docx.story import Revisions, Story
from corpora.readers.docx.styles import Styles
from corpora.readers.structure import recognise

__all__ = ["Revisions", "read"]


def read(
    data: bytes, provenance: Provenance, language: str | None = None, *, revisions: Revisions = "after"
) -> Resolution:
    """The document in the bytes of a DOCX file.

    `revisions` chooses which text tracked changes leave: "after" as if all were accepted, "before" as if all
    were rejected. Raises `DamagedDocument`, `UnsupportedFormat` (encrypted) or `EmptyDocument`.
    """
    package = Package(data, provenance.source)
    body = package.xml(package.main)
    styles = Styles(package.related("styles"))
    notes = {kind: _notes(package, kind) for kind in ("footnotes", "endnotes")}
    numbering = Numbering(package.related("numbering"), styles)
    story = Story(styles, numbering, package.links(package.main), notes, revisions)

    blocks: list[Block] = []
    left_out: list[Unplaced] = []
    for kind, header in package.headers(body):
        lines = Story(styles, Numbering(None, styles), {}, {}, revisions, cells_apart=True).blocks(header)
        if kind == "first header":
            blocks += lines
        else:
            left_out += [Unplaced(line.text, "page furniture") for line in lines]
    blocks += story.blocks(body)
    left_out += [Unplaced(text, "comment") for text in _comments(package)]
    if not any(block.text for block in blocks):
        raise EmptyDocument("the file holds no text", provenance.source, "choose another file")
    warnings = [story.said_of_revisions] if story.said_of_revisions else []
    return recognise(
        blocks, provenance=provenance, language=language, unplaced=_once(left_out), warnings=warnings
    )


def _notes(package: Package, kind: str) -> dict[str, object]:
    """The notes of one part by their ids, the separators that Word keeps among them left out."""
    part = package.related(kind)
    if part is None:
        return {}
    return {
        note.get(Package.W + "id"): note
        for note in part
        if note.get(Package.W + "type", "normal") == "normal"
    }


def _comments(package: Package) -> list[str]:
    part = package.related("comments")
    if part is None:
        return []
    texts = (" ".join("".join(t.itertext()) for t in c.iter(Package.W + "t")) for c in part)
    return [text for text in texts if text.strip()]


def _once(found: list[Unplaced]) -> list[Unplaced]:
    """Each text once: the headers of every section repeat the first one's."""
    return list(dict.fromkeys(found))
