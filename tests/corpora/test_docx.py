"""DOCX files as Word and LibreOffice write them, made here part by part."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from corpora.errors import DamagedDocument, EmptyDocument, ResdiffError, UnsupportedFormat
from corpora.model import Provenance, Resolution
from corpora.readers import docx
from corpora.readers.docx.numbering import written

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"""


def package(body: str, *, notes: str = "", numbering: str = "", header: str = "") -> bytes:
    """A DOCX file with this body; the other parts only where they are given."""
    parts = {"word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"}
    names = {
        "footnotes": f"<w:footnotes {W}>{notes}</w:footnotes>" if notes else "",
        "numbering": numbering,
        "header": f"<w:hdr {W}>{header}</w:hdr>" if header else "",
    }
    links = []
    for name, xml in names.items():
        if xml:
            parts[f"word/{name}1.xml"] = xml
            links.append(f'<Relationship Id="r{name}" Type="{TYPE}/{name}" Target="{name}1.xml"/>')
    links.append(
        f'<Relationship Id="web" Type="{TYPE}/hyperlink" Target="https://undocs.org/A/RES/78/199"'
        ' TargetMode="External"/>'
    )
    parts["word/_rels/document.xml.rels"] = f"<Relationships>{''.join(links)}</Relationships>"
    return zipped(parts)


def zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return out.getvalue()


def read(data: bytes, revisions: docx.Revisions = "after") -> Resolution:
    provenance = Provenance("local", "made.docx", hashlib.sha256(data).hexdigest())
    return docx.read(data, provenance, revisions=revisions)


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


HEAD = (
    p(r("61/168. Renforcement de la coopération internationale"))
    + p(r("L'Assemblée générale,"))
    + p(r("Rappelant", "<w:i/>"), r(" sa résolution 60/156 du 16 décembre 2005,"))
)


def texts(document: Resolution) -> dict[str, tuple[str | None, str]]:
    return {q.id: (q.label, q.text) for q in document.paragraphs}


def test_word_counts_numbers_that_are_not_in_the_text() -> None:
    body = HEAD + "".join(
        [
            p(r("Prie", "<w:i/>"), r(" le Secrétaire général :"), properties=numbered(0)),
            p(r("D'établir un rapport ;"), properties=numbered(1)),
            p(r("De le présenter à l'Assemblée ;"), properties=numbered(1)),
            p(r("Décide", "<w:i/>"), r(" de poursuivre l'examen de la question."), properties=numbered(0)),
        ]
    )
    document = read(package(body, numbering=NUMBERING))
    found = texts(document)
    assert found["op1"] == ("1.", "Prie le Secrétaire général :")
    assert found["op1.a"] == ("(a)", "D'établir un rapport ;")
    assert found["op1.b"] == ("(b)", "De le présenter à l'Assemblée ;")
    assert found["op2"] == ("2.", "Décide de poursuivre l'examen de la question.")
    assert document["pp1"].marks[0].kind == "italic"


def test_tracked_changes_are_accepted_or_rejected() -> None:
    changed = p(
        r("Rappelant sa résolution "),
        f"<w:del>{r('59/187').replace('w:t', 'w:delText')}</w:del>",
        f"<w:ins>{r('60/156')}</w:ins>",
        r(" du 20 décembre 2004,"),
    )
    gone = p(
        f"<w:del>{r('Notant ceci,').replace('w:t', 'w:delText')}</w:del>",
        properties="<w:rPr><w:del/></w:rPr>",
    )
    data = package(HEAD.replace("Rappelant", "Notant") + gone + changed)
    after, before = read(data), read(data, "before")
    assert texts(after)["pp2"][1] == "Rappelant sa résolution 60/156 du 20 décembre 2004,"
    assert texts(before)["pp3"][1] == "Rappelant sa résolution 59/187 du 20 décembre 2004,"
    assert texts(before)["pp2"][1] == "Notant ceci,"
    assert "accepted" in after.warnings[0]
    assert "rejected" in before.warnings[0]


def test_footnotes_are_tied_to_their_references() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{p(r(" Voir résolution 55/2."))}</w:footnote>'
    separator = f'<w:footnote w:type="separator" w:id="0">{p(r("----"))}</w:footnote>'
    body = HEAD + p(r("Rappelant la Déclaration du Millénaire"), reference, r(","))
    document = read(package(body, notes=separator + notes))
    assert texts(document)["fn1"] == ("1", "Voir résolution 55/2.")
    assert document["pp2"].note_targets == ("fn1",)
    assert document["pp2"].text == "Rappelant la Déclaration du Millénaire,"


def test_tables_are_rows_and_links_keep_their_address() -> None:
    def cell(text: str) -> str:
        return f"<w:tc>{p(r(text))}</w:tc>"

    table = f"<w:tbl><w:tr>{cell('2024')}{cell('302')}</w:tr><w:tr>{cell('2025')}{cell('328')}</w:tr></w:tbl>"
    linked = p(r("Rappelant sa résolution "), f'<w:hyperlink r:id="web">{r("79/166")}</w:hyperlink>', r(","))
    document = read(package(HEAD + linked + table))
    assert [q.text for q in document.of_kind("table")] == ["2024\t302", "2025\t328"]
    link = next(m for m in document["pp2"].marks if m.kind == "link")
    assert document["pp2"].text[link.start : link.end] == "79/166"
    assert link.target == "https://undocs.org/A/RES/78/199"


def test_the_first_page_header_is_masthead_and_other_headers_are_furniture() -> None:
    header = p(r("A/RES/61/168"))
    first = '<w:sectPr><w:headerReference w:type="first" r:id="rheader"/><w:titlePg/></w:sectPr>'
    running = '<w:sectPr><w:headerReference w:type="default" r:id="rheader"/></w:sectPr>'
    assert str(read(package(HEAD + first, header=header)).symbol) == "A/RES/61/168"
    left_out = read(package(HEAD + running, header=header)).unplaced
    assert [(u.text, u.reason) for u in left_out] == [("A/RES/61/168", "page furniture")]


def test_field_instructions_are_not_text() -> None:
    field = "".join(
        [
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            r("60/156"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ]
    )
    document = read(package(HEAD + p(r("Rappelant sa résolution "), field, r(","))))
    assert texts(document)["pp2"][1] == "Rappelant sa résolution 60/156,"


@pytest.mark.parametrize(
    ("n", "form", "expected"),
    [(4, "lowerRoman", "iv"), (9, "upperRoman", "IX"), (28, "lowerLetter", "bb"), (12, "chineseCounting", "十二"),
     (3, "arabicAbjad", "ج"), (7, "decimalZero", "07"), (5, "no such format", "5")],
)  # fmt: skip
def test_numbers_in_words_formats(n: int, form: str, expected: str) -> None:
    assert written(n, form) == expected


def bomb() -> bytes:
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{' ' * 61_000_000}</w:body></w:document>"})


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"PK\x03\x04 broken", DamagedDocument),
        (zipped({"readme.txt": "no document"}), UnsupportedFormat),
        (package(HEAD)[:-40], DamagedDocument),
        (zipped({"word/document.xml": "<w:document"}), DamagedDocument),
        (package(""), EmptyDocument),
        (bomb(), DamagedDocument),
    ],
    ids=["no zip", "other archive", "cut off", "broken XML", "no text", "bomb"],
)
def test_bad_files_give_one_line(data: bytes, error: type[ResdiffError]) -> None:
    with pytest.raises(error) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_entities_are_not_expanded() -> None:
    body = f"{ENTITIES}<w:document {W}><w:body>{HEAD}{p(r('Notant &b;,'))}</w:body></w:document>"
    document = read(zipped({"word/document.xml": body}))
    assert "aaaa" not in "".join(q.text for q in document.paragraphs)
