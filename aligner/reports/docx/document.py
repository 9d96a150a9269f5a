"""The document: its text, and what stands around the text on every page."""

from __future__ import annotations

from aligner.model import Comparison
from aligner.reports.docx import package
from aligner.reports.docx.body import Body
from aligner.reports.docx.marks import Revisions, xml
from aligner.reports.docx.styles import NAMESPACE, fonts, locale, styles
from aligner.reports.docx.summary import summary_page
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices
from aligner.reports.words import direction, heading
from corpora import __version__
from corpora.errors import OptionError

_ROOT = f'xmlns:w="{NAMESPACE}" xmlns:r="{package.RELATIONS}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ORGANIZATION = {
    "ar": "الأمم المتحدة", "en": "United Nations", "es": "Naciones Unidas", "fr": "Nations Unies",
    "ru": "Организация Объединенных Наций", "zh": "联合国",
}  # fmt: skip


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The document; the same comparison and settings give the same bytes.

    Raises:
        OptionError: the documents are in two languages, between which there are no changes to track.
    """
    if comparison.axis == "languages":
        raise OptionError(
            "tracked changes lead from one version to another, not from one language to another",
            heading(comparison),
            "ask for .html, .tmx or .xlf",
        )
    body = Body(comparison, Revisions(settings.author, settings.date))
    text, section = body.paragraphs(), _section(comparison)
    front = summary_page(comparison, settings, section) if settings.summary_page else ""
    parts = {
        "[Content_Types].xml": package.content_types(),
        "_rels/.rels": package.package_relations(),
        "docProps/core.xml": package.core_properties(comparison, settings),
        "docProps/custom.xml": package.custom_properties(comparison, settings),
        "word/document.xml": f"<w:document {_ROOT}><w:body>{front}{text}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": package.document_relations(),
        "word/styles.xml": styles(comparison.new.language),
        "word/fontTable.xml": fonts(),
        "word/settings.xml": _settings(comparison),
        "word/footnotes.xml": _footnotes(body.footnotes),
        "word/header1.xml": _header(comparison),
        "word/footer1.xml": _footer(comparison),
    }
    return package.archive({name: (_HEAD + content).encode() for name, content in parts.items()})


def _section(comparison: Comparison) -> str:
    bidi = "<w:bidi/>" if direction(comparison.new.language) == "rtl" else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:footerReference w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="454" '
        f'w:gutter="0"/>{bidi}</w:sectPr>'
    )


def _header(comparison: Comparison) -> str:
    old, new, language = comparison.old.name, comparison.new.name, comparison.new.language
    right_to_left = direction(language) == "rtl"
    # Between two symbols an arrow follows the paragraph's direction and would point from the new to the old.
    symbols = f"{new} ← {old}" if right_to_left else f"{old} → {new}"
    organization = _ORGANIZATION.get(language, "") if new.startswith(("A/", "S/", "E/", "T/")) else ""
    first = f"<w:r>{'<w:rPr><w:rtl/></w:rPr>' if right_to_left else ''}<w:t>{organization}</w:t></w:r>"
    second = (
        f'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">{xml(new if old == new else symbols)}</w:t></w:r>'
    )
    bidi = "<w:bidi/>" if right_to_left else ""
    return f'<w:hdr {_ROOT}><w:p><w:pPr><w:pStyle w:val="Header"/>{bidi}</w:pPr>{first}{second}</w:p></w:hdr>'


def _footer(comparison: Comparison) -> str:
    about = f"Tracked changes, {heading(comparison)}; resdiff {__version__}"
    lines = "; ".join([about, *notices(comparison)])
    page = "<w:r><w:tab/></w:r>" + "".join(
        f"<w:r>{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>',
        )
    )  # fmt: skip
    return (
        f'<w:ftr {_ROOT}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:bidi w:val="0"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{xml(lines)}</w:t></w:r>{page}</w:p></w:ftr>'
    )


def _footnotes(notes: list[str]) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{place}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, place in (("separator", -1), ("continuationSeparator", 0))
    )
    return f"<w:footnotes {_ROOT}>{lines}{''.join(notes)}</w:footnotes>"


def _settings(comparison: Comparison) -> str:
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    return (
        # Whoever goes on writing in this document has those changes tracked too.
        f"<w:settings {_ROOT}><w:trackRevisions/>"
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat><w:compatSetting {mode}/></w:compat>"
        f'<w:themeFontLang w:val="{locale(comparison.new.language)}"/></w:settings>'
    )
