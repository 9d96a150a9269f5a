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

_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_JUSTIFIED, _AT_END = '<w:jc w:val="both"/>', '<w:jc w:val="right"/>'


def _size(latin: int, complex_: int) -> str:
    return f'<w:sz w:val="{latin}"/><w:szCs w:val="{complex_}"/>'


def _tab(kind: str, place: int) -> str:
    return f'<w:tabs><w:tab w:val="{kind}" w:pos="{place}"/></w:tabs>'


# name: (paragraph properties, run properties). Lengths in twentieths of a point, sizes in half points.
_STYLES: dict[str, tuple[str, str]] = {
    "Organ": (
        '<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="auto"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="120"/>',
        f'{_BOLD}{_size(34, 38)}',
    ),
    "Distribution": (f'<w:spacing w:after="0"/>{_AT_END}', _size(20, 22)),
    "Masthead": ('<w:spacing w:after="0"/>', _BOLD),
    "Adoption": (
        '<w:keepNext/><w:spacing w:before="360" w:after="180"/>',
        f'{_BOLD}{_size(28, 30)}',
    ),
    "Report": ('<w:spacing w:after="240"/><w:ind w:left="1134" w:right="1134"/>', ""),
    "ResolutionTitle": (
        f'<w:keepNext/>{_tab("left", 1134)}<w:spacing w:before="120" w:after="240"/>'
        '<w:ind w:left="1134" w:right="567" w:hanging="1134"/>',
        f'{_BOLD}{_size(24, 28)}',
    ),
    "Opening": ('<w:keepNext/><w:ind w:left="567" w:firstLine="567"/>', _ITALIC),
    "Preambular": (f'<w:ind w:left="567" w:firstLine="567"/>{_JUSTIFIED}', ""),
    "Operative": (
        f'{_tab("left", 1701)}<w:ind w:left="567" w:firstLine="567"/>{_JUSTIFIED}',
        "",
    ),
    "SectionHeading": ('<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>', _BOLD),
    "Annex": (f'{_tab("left", 1134)}<w:ind w:left="567"/>{_JUSTIFIED}', ""),
    "TableRow": ('<w:spacing w:after="40"/><w:ind w:left="567"/>', _size(20, 22)),
    "NoteParagraph": ('<w:spacing w:after="60"/>', _size(18, 20)),
    "FootnoteText": ('<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>', _size(17, 19)),
    "Closing": (f'<w:spacing w:before="240" w:after="0"/>{_AT_END}', _ITALIC),
    "Header": (
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="auto"/></w:pBdr>'
        f'{_tab("right", 9638)}<w:spacing w:after="120"/>',
        _BOLD,
    ),
    "Footer": (
        f'{_tab("right", 9638)}<w:spacing w:after="0"/>',
        _size(15, 16),
    ),
    "SummaryTitle": ('<w:spacing w:after="120"/>', f'{_BOLD}{_size(30, 32)}'),
    "SummaryHeading": ('<w:keepNext/><w:spacing w:before="200" w:after="60"/>', _BOLD),
    "SummaryLine": (
        f'{_tab("left", 3402)}<w:spacing w:after="20"/><w:ind w:left="3402" w:hanging="3402"/>',
        _size(18, 18),
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


def mirrored(style: str) -> str:
    """The alignment that puts a paragraph from left to right where its neighbours from right to left stand."""
    outer = style in ("Distribution", "Closing")  # aligned to the end of the line
    return f'<w:jc w:val="{"left" if outer else "right"}"/>'


def locale(language: str) -> str:
    """The language as Word names it."""
    return _LOCALES.get(language, language)


def fonts() -> str:
    """The part ``word/fontTable.xml``: what to take where a font is not at hand."""
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in _FONTS.items()
    )
    return f'<w:fonts xmlns:w="{NAMESPACE}">{listed}</w:fonts>'


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
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{_with_bidi(paragraph, bidi)}</w:pPr>'
            f"<w:rPr>{run}</w:rPr></w:style>"
        )
    out += [
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{_WORD_NAMES.get(name, name)}"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        for name in ("FootnoteReference", "NoteAgain")
    ]
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


_FONTS = {
    "Times New Roman": "Liberation Serif", "SimSun": "Noto Serif CJK SC", "Traditional Arabic": "Noto Naskh Arabic",
}  # fmt: skip


def _defaults(language: str, bidi: str) -> str:
    tongue = locale(language)
    latin_font = "Times New Roman"
    complex_font = "Traditional Arabic" if language in ("ar", "fa", "ur") else latin_font
    fonts = (
        f'<w:rFonts w:ascii="{latin_font}" w:hAnsi="{latin_font}" w:eastAsia="SimSun" w:cs="{complex_font}"/>'
    )
    east = tongue if language == "zh" else "zh-CN"
    complex_ = tongue if bidi else "ar-SA"
    latin = tongue if not bidi and language != "zh" else "en-GB"
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/><w:szCs w:val="{26 if bidi else 21}"/>'
        f'<w:lang w:val="{latin}" w:eastAsia="{east}" w:bidi="{complex_}"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr>{bidi}<w:spacing w:after="120" w:line="252" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault>"
        "</w:docDefaults>"
    )


def _with_bidi(properties: str, bidi: str) -> str:
    """The properties with the direction where the schema wants it: before spacing, indents and alignment."""
    for follower in ("<w:spacing", "<w:ind", "<w:jc"):
        if follower in properties:
            at = properties.index(follower)
            return properties[:at] + bidi + properties[at:]
    return properties + bidi
