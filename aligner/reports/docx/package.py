"""The archive, what declares and ties its parts together, and the document's properties (ECMA-376, part 2)."""

from __future__ import annotations

import io
import zipfile

from aligner.model import Comparison
from aligner.reports.docx.marks import xml
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import statement
from aligner.reports.words import heading

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "styles": "styles", "settings": "settings", "fontTable": "fontTable", "footnotes": "footnotes",
    "header1": "header", "footer1": "footer",
}  # fmt: skip

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-"
_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the format's name for properties of a user's own
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip archive can tell


def archive(files: dict[str, bytes]) -> bytes:
    """A zip archive that depends on nothing but the names and the bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data)
    return out.getvalue()


def content_types() -> str:
    """The part ``[Content_Types].xml``."""
    kinds = {f"word/{part}": f"wordprocessingml.{kind}" for part, kind in PARTS.items()}
    kinds |= {
        "word/document": "wordprocessingml.document.main",
        "docProps/core": "core-properties",
        "docProps/custom": "custom-properties",
    }
    # Core properties belong to the package, everything else to the office formats.
    types = {
        part: f"{_TYPE}{'package' if kind == 'core-properties' else 'officedocument'}.{kind}+xml"
        for part, kind in kinds.items()
    }
    overrides = "".join(
        f'<Override PartName="/{part}.xml" ContentType="{kind}"/>' for part, kind in types.items()
    )
    relations = f'<Default Extension="rels" ContentType="{_TYPE}package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{overrides}</Types>'


def package_relations() -> str:
    """The part ``_rels/.rels``."""
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _relations(
        ("document", f"{RELATIONS}/officeDocument", "word/document.xml"),
        ("core", core, "docProps/core.xml"),
        ("custom", f"{RELATIONS}/custom-properties", "docProps/custom.xml"),
    )


def document_relations() -> str:
    """The part ``word/_rels/document.xml.rels``."""
    return _relations(*((name, f"{RELATIONS}/{kind}", f"{name}.xml") for name, kind in PARTS.items()))


def core_properties(comparison: Comparison, settings: ReportSettings) -> str:
    """The part ``docProps/core.xml``: title, author, and the date where one was given."""
    created = ""
    if settings.date:
        moment = f"{settings.date:%Y-%m-%dT%H:%M:%SZ}"
        created = f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml(heading(comparison))}</dc:title><dc:creator>{xml(settings.author)}</dc:creator>{created}"
        "</cp:coreProperties>"
    )


def custom_properties(comparison: Comparison, settings: ReportSettings) -> str:
    """The part ``docProps/custom.xml``: the report's statement, which word processors show among the properties."""
    seen: dict[str, int] = {}
    out: list[str] = []
    for section in statement(comparison, settings):
        for key, value in section.lines:
            name = f"{section.heading}: {key}"
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > 1:
                name += f" {seen[name]}"
            place = len(out) + 2  # the format begins to count at 2
            head = f'<property fmtid="{_PROPERTY}" pid="{place}" name="{xml(name)}">'
            out.append(f"{head}<vt:lpwstr>{xml(value)}</vt:lpwstr></property>")
    spaces = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f"<Properties {spaces}>{''.join(out)}</Properties>"


def _relations(*relations: tuple[str, str, str]) -> str:
    links = "".join(
        f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
