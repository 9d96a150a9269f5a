"""The parts of the package and the archive that holds them."""

from __future__ import annotations

import io
import zipfile

from aligner.model import Comparison
from aligner.reports.docx.body import Body
from aligner.reports.docx.marks import Revisions, xml
from aligner.reports.docx.styles import NAMESPACE, locale, styles
from aligner.reports.docx.summary import summary_page
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices, statement
from aligner.reports.words import direction, heading
from corpora import __version__

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOT = f'xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONS}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip archive can tell
_ORGANIZATION = {
    "ar": "الأمم المتحدة", "en": "United Nations", "es": "Naciones Unidas", "fr": "Nations Unies",
    "ru": "Организация Объединенных Наций", "zh": "联合国",
}  # fmt: skip
_PARTS = {
    "styles": "styles",
    "settings": "settings",
    "footnotes": "footnotes",
    "header1": "header",
    "footer1": "footer",
}


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The document; the same comparison and settings give the same bytes."""
    revisions = Revisions(settings.author, settings.date)
    body = Body(comparison, revisions)
    text = body.paragraphs()
    front = summary_page(comparison, settings, _section(comparison)) if settings.summary_page else ""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(comparison, settings),
        "docProps/custom.xml": _custom(comparison, settings),
        "word/document.xml": f"<w:document {_ROOT}><w:body>{front}{text}{_section(comparison)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": styles(comparison.new.language),
        "word/settings.xml": _settings(comparison),
        "word/footnotes.xml": _footnotes(body.footnotes),
        "word/header1.xml": _header(comparison),
        "word/footer1.xml": _footer(comparison),
    }
    return archive({name: (_HEAD + content).encode() for name, content in parts.items()})


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


def _section(comparison: Comparison) -> str:
    bidi = "<w:bidi/>" if direction(comparison.new.language) == "rtl" else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="454" w:gutter="0"/>'
        f"{bidi}</w:sectPr>"
    )


def _header(comparison: Comparison) -> str:
    old, new, language = comparison.old.name, comparison.new.name, comparison.new.language
    symbols = new if old == new else f"{old} → {new}"
    rtl = direction(language) == "rtl"
    organization = _ORGANIZATION.get(language, "") if new.startswith(("A/", "S/", "E/", "T/")) else ""
    first = f"<w:r>{'<w:rPr><w:rtl/></w:rPr>' if rtl else ''}<w:t>{organization}</w:t></w:r>"
    # Between two symbols the arrow would follow the paragraph's direction and point the wrong way.
    second = f'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">{xml(symbols if not rtl else f"{new} ← {old}")}</w:t></w:r>'
    bidi = "<w:bidi/>" if rtl else ""
    return f'<w:hdr {_ROOT}><w:p><w:pPr><w:pStyle w:val="Header"/>{bidi}</w:pPr>{first}{second}</w:p></w:hdr>'


def _footer(comparison: Comparison) -> str:
    about = f"Tracked changes, {heading(comparison)}; resdiff {__version__}"
    lines = "; ".join([about, *notices(comparison)])
    page = (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'<w:ftr {_ROOT}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:bidi w:val="0"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{xml(lines)}</w:t></w:r>{page}</w:p></w:ftr>'
    )


def _footnotes(notes: list[str]) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{place}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
        for kind, place, element in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    return f"<w:footnotes {_ROOT}>{lines}{''.join(notes)}</w:footnotes>"


def _settings(comparison: Comparison) -> str:
    tongue = locale(comparison.new.language)
    return (
        f"<w:settings {_ROOT}><w:trackRevisions/>"
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{tongue}"/></w:settings>'
    )


def _core(comparison: Comparison, settings: ReportSettings) -> str:
    created = ""
    if settings.date:
        moment = f"{settings.date:%Y-%m-%dT%H:%M:%SZ}"
        created = f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml(heading(comparison))}</dc:title><dc:creator>{xml(settings.author)}</dc:creator>{created}"
        "</cp:coreProperties>"
    )


def _custom(comparison: Comparison, settings: ReportSettings) -> str:
    """The report's statement as the document's custom properties: File, Properties in any word processor."""
    lines = [
        (f"{section.heading}: {key}", value)
        for section in statement(comparison, settings)
        for key, value in section.lines
    ]
    seen: dict[str, int] = {}
    out = []
    for place, (key, value) in enumerate(lines, 2):  # the format begins to count at 2
        seen[key] = seen.get(key, 0) + 1
        unique = key if seen[key] == 1 else f"{key} {seen[key]}"
        out.append(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{place}" name="{xml(unique)}">'
            f"<vt:lpwstr>{xml(value)}</vt:lpwstr></property>"
        )
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        + "".join(out)
        + "</Properties>"
    )


def _content_types() -> str:
    own = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{own}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/custom.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>'
    )


def _package_relations() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="document" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="custom" Type="{_RELATIONS}/custom-properties" Target="docProps/custom.xml"/></Relationships>'
    )


def _document_relations() -> str:
    links = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{name}.xml"/>'
        for name, kind in _PARTS.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
