"""The zip package of a DOCX file: its parts, by relationship, as hardened XML."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar

from corpora.errors import DamagedDocument, UnsupportedFormat

MAX_PART = 60_000_000  # bytes of one part unpacked; the largest real document.xml is below 10 MB
MAX_RATIO = 400  # unpacked to packed; text of a document stays below 60, a zip bomb starts at 1,000
SMALL_PART = 1_000_000  # below this the ratio proves nothing

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DAMAGED = "get the file again from its source, or open and save it in a word processor"


class Package:
    """An opened DOCX file.

    Raises `DamagedDocument` for a broken archive, a missing or oversized part or broken XML, and
    `UnsupportedFormat` for an archive that is no Word document or is encrypted.
    """

    W: ClassVar[str] = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    R: ClassVar[str] = "{" + _RELATIONSHIPS + "}"

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise DamagedDocument(f"broken archive: {error}", name, _DAMAGED) from None
        self._parts = {info.filename: info for info in self._zip.infolist()}
        self._links: dict[str, dict[str, tuple[str, str, bool]]] = {}
        self.main = self._target("", "officeDocument") or "word/document.xml"
        if self.main not in self._parts:
            raise UnsupportedFormat("an archive without a Word document in it", name, "give a DOCX file")

    def xml(self, part: str) -> Any:
        """The root element of a part."""
        from lxml import etree

        try:
            return etree.fromstring(self._bytes(part), _parser())
        except etree.XMLSyntaxError as error:
            raise DamagedDocument(f"broken XML in {part}: {error.msg}", self.name, _DAMAGED) from None

    def related(self, kind: str) -> Any | None:
        """The root of the part that the main document names as its styles, numbering, footnotes …"""
        part = self._target(self.main, kind)
        return self.xml(part) if part in self._parts else None

    def links(self, part: str) -> dict[str, str]:
        """Relationship id → address, for the hyperlinks of a part."""
        return {key: target for key, (_, target, external) in self._relationships(part).items() if external}

    def headers(self, body: Any) -> Iterator[tuple[str, Any]]:
        """The headers and footers of all sections: ("first header" | "furniture", root)."""
        relationships = self._relationships(self.main)
        first = True
        for section in body.iter(self.W + "sectPr"):
            titled = section.find(self.W + "titlePg") is not None
            for reference in section.iter(self.W + "headerReference", self.W + "footerReference"):
                _, part, _ = relationships.get(reference.get(self.R + "id", ""), ("", "", False))
                if part not in self._parts:
                    continue
                is_header = reference.tag == self.W + "headerReference"
                on_first = reference.get(self.W + "type") == "first" and titled
                yield ("first header" if first and is_header and on_first else "furniture"), self.xml(part)
            first = False

    def _target(self, part: str, kind: str) -> str | None:
        return next((t for k, t, _ in self._relationships(part).values() if k == kind), None)

    def _relationships(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Relationship id → (last word of its type, part or address, whether it leads outside)."""
        if part not in self._links:
            folder, base = posixpath.split(part)
            path = posixpath.join(folder, "_rels", f"{base}.rels")
            self._links[part] = {}
            if path in self._parts:
                for e in self.xml(path):
                    outside = e.get("TargetMode") == "External"
                    target = e.get("Target", "")
                    if not outside:
                        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                    kind = e.get("Type", "").rsplit("/", 1)[-1]
                    self._links[part][e.get("Id", "")] = (kind, target, outside)
        return self._links[part]

    def _bytes(self, part: str) -> bytes:
        info = self._parts[part]
        if info.flag_bits & 1:
            raise UnsupportedFormat("the file is encrypted", self.name, "save it without a password")
        bomb = info.file_size > SMALL_PART and info.file_size > MAX_RATIO * max(1, info.compress_size)
        if info.file_size > MAX_PART or bomb:
            raise self._bomb(part)
        try:
            with self._zip.open(info) as stream:  # bounded: the header's size may lie
                data = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise DamagedDocument(f"broken archive in {part}: {error}", self.name, _DAMAGED) from None
        if len(data) > MAX_PART:
            raise self._bomb(part)
        return data

    def _bomb(self, part: str) -> DamagedDocument:
        return DamagedDocument(
            f"{part} unpacks to an absurd size", self.name, "no real document does; do not open it"
        )


@cache
def _parser() -> Any:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
