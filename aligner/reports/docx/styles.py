"""How the document looks: the layout of a resolution, in the fonts and the direction of its language."""

from __future__ import annotations

from aligner.reports.words import direction
from corpora.model import Paragraph

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_LOCALES = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fr": "fr-FR",
    "ru": "ru-RU",
    "zh": "zh-CN",
}
_KINDS = {
    "title": "ResolutionTitle", "opening": "Opening", "heading": "SectionHeading", "preambular": "Preambular",
    "operative": "Operative", "annex": "Annex", "table": "TableRow", "note": "NoteParagraph", "closing": "Closing",
    "plain": "Annex",
}  # fmt: skip
_MASTHEAD = {
    "m.organ": "Organ", "m.distribution": "Distribution", "m.published": "Distribution", "m.adopted": "Adoption",
    "m.report": "Report",
}  # fmt: skip

# name: (based on, paragraph properties, run properties). Lengths in twentieths of a point, sizes in half points.
_STYLES: dict[str, tuple[str, str]] = {
    "Organ": (
        '<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="auto"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="120"/>',
        '<w:b/><w:bCs/><w:sz w:val="34"/><w:szCs w:val="38"/>',
    ),
    "Distribution": ('<w:spacing w:after="0"/><w:jc w:val="right"/>', '<w:sz w:val="20"/><w:szCs w:val="22"/>'),
    "Masthead": ('<w:spacing w:after="0"/>', "<w:b/><w:bCs/>"),
    "Adoption": (
        '<w:keepNext/><w:spacing w:before="360" w:after="180"/>',
        '<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="30"/>',
    ),
    "Report": ('<w:spacing w:after="240"/><w:ind w:left="1134" w:right="1134"/>', ""),
    "ResolutionTitle": (
        '<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="1134"/></w:tabs><w:spacing w:before="120" w:after="240"/>'
        '<w:ind w:left="1134" w:right="567" w:hanging="1134"/>',
        '<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="28"/>',
    ),
    "Opening": ('<w:keepNext/><w:ind w:left="567" w:firstLine="567"/>', "<w:i/><w:iCs/>"),
    "Preambular": ('<w:ind w:left="567" w:firstLine="567"/><w:jc w:val="both"/>', ""),
    "Operative": (
        '<w:tabs><w:tab w:val="left" w:pos="1701"/></w:tabs><w:ind w:left="567" w:firstLine="567"/><w:jc w:val="both"/>',
        "",
    ),
    "SectionHeading": ('<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>', "<w:b/><w:bCs/>"),
    "Annex": ('<w:tabs><w:tab w:val="left" w:pos="1134"/></w:tabs><w:ind w:left="567"/><w:jc w:val="both"/>', ""),
    "TableRow": ('<w:spacing w:after="40"/><w:ind w:left="567"/>', '<w:sz w:val="20"/><w:szCs w:val="22"/>'),
    "NoteParagraph": ('<w:spacing w:after="60"/>', '<w:sz w:val="18"/><w:szCs w:val="20"/>'),
    "FootnoteText": ('<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="17"/><w:szCs w:val="19"/>'),
    "Closing": ('<w:spacing w:before="240" w:after="0"/><w:jc w:val="right"/>', "<w:i/><w:iCs/>"),
    "Header": (
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="auto"/></w:pBdr>'
        '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="120"/>',
        "<w:b/><w:bCs/>",
    ),
    "Footer": (
        '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>',
        '<w:sz w:val="15"/><w:szCs w:val="16"/>',
    ),
    "SummaryTitle": ('<w:spacing w:after="120"/>', '<w:b/><w:bCs/><w:sz w:val="30"/><w:szCs w:val="32"/>'),
    "SummaryHeading": ('<w:keepNext/><w:spacing w:before="200" w:after="60"/>', "<w:b/><w:bCs/>"),
    "SummaryLine": (
        '<w:tabs><w:tab w:val="left" w:pos="2835"/></w:tabs><w:spacing w:after="20"/><w:ind w:left="2835" w:hanging="2835"/>',
        '<w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
}  # fmt: skip
_SUB_LEVELS = 3  # (a), (i), and whatever is deeper
_INDENT = 567


def style_of(paragraph: Paragraph) -> str:
    """The name of a paragraph's style."""
    if paragraph.kind == "masthead":
        return _MASTHEAD.get(paragraph.id, "Masthead")
    if paragraph.kind == "subparagraph":
        return f"Sub{min(max(paragraph.id.count('.'), 1), _SUB_LEVELS)}"
    return _KINDS[paragraph.kind]


def locale(language: str) -> str:
    """The language as Word names it."""
    return _LOCALES.get(language, language)


def styles(language: str) -> str:
    """The part ``word/styles.xml``."""
    right_to_left = direction(language) == "rtl"
    bidi = "<w:bidi/>" if right_to_left else ""
    out = [
        _defaults(language, bidi),
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    ]
    every = _STYLES | {f"Sub{n}": (_sub(n), "") for n in range(1, _SUB_LEVELS + 1)}
    for name, (paragraph, run) in every.items():
        out.append(
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{_WORD_NAMES.get(name, name)}"/>'
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_with_bidi(paragraph, bidi)}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
        )
    for name in ("FootnoteReference", "NoteAgain"):
        out.append(
            f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{_WORD_NAMES.get(name, name)}"/>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        )
    return f'<w:styles xmlns:w="{NAMESPACE}">{"".join(out)}</w:styles>'


_WORD_NAMES = {
    "FootnoteText": "footnote text", "FootnoteReference": "footnote reference", "Header": "header", "Footer": "footer",
}  # fmt: skip


def _sub(level: int) -> str:
    left = _INDENT * (level + 1)
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{left + _INDENT}"/></w:tabs>'
        f'<w:ind w:left="{left + _INDENT}" w:hanging="{_INDENT}"/><w:jc w:val="both"/>'
    )


def _defaults(language: str, bidi: str) -> str:
    tongue = locale(language)
    fonts = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Traditional Arabic"/>'
        if language in ("ar", "fa", "ur")
        else '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
    )
    east = tongue if language == "zh" else "zh-CN"
    complex_ = tongue if bidi else "ar-SA"
    latin = tongue if not bidi and language != "zh" else "en-GB"
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/><w:szCs w:val="{26 if bidi else 21}"/>'
        f'<w:lang w:val="{latin}" w:eastAsia="{east}" w:bidi="{complex_}"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr>{bidi}<w:spacing w:after="120" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


def _with_bidi(properties: str, bidi: str) -> str:
    """The properties with the direction where the schema wants it: before spacing, indents and alignment."""
    for follower in ("<w:spacing", "<w:ind", "<w:jc"):
        if follower in properties:
            at = properties.index(follower)
            return properties[:at] + bidi + properties[at:]
    return properties + bidi
