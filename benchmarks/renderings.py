"""What comes back of documents that were set in Word and printed to PDF: paragraphs that differ from the original.

    python benchmarks/renderings.py FILE...                     each file as DOCX and, with LibreOffice, as PDF
    python benchmarks/renderings.py --keep FOLDER FILE...       keeps the renderings, for benchmarks/reading.py
    python benchmarks/renderings.py --show 3 FILE...            prints the first differences of each rendering

Two layouts: `plain` has every paragraph flush left, notes at the end; `printed` is set as resolutions are:
justified, first lines indented, footnotes, running heads, page numbers, italics, a bold title, table rows.
A paragraph is given back if one of those read has its kind, label, text and number of cited notes. Of what PDF does not
hold nothing is asked: no-break spaces and hyphens are set as others, and a blank beside Han may be a typesetter's gap.
Arabic is compared as DOCX alone: its letters come out of PDF in disorder, of which the reader warns.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from pathlib import Path
from xml.sax.saxutils import escape

import corpora
from corpora.model import Paragraph, Resolution

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_RELATIONS}"'
_PARTS = ("footnotes", "header", "footer")
_PAGE = (
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1800" w:right="1800" w:top="1440" w:bottom="1440"'
    ' w:header="720" w:footer="720"/>'
)

_HAN = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BESIDE_HAN = re.compile(f"(?<={_HAN}) +| +(?={_HAN})")
_AS_SET = str.maketrans("\u00a0\u202f\u2011", "  -")

Content = tuple[str, str | None, str, int]


def content(document: Resolution, *, set_on_pages: bool = False) -> list[Content]:
    """What a rendering must give back of each paragraph; on pages without what these do not hold."""
    out = []
    for p in document.paragraphs:
        text = _BESIDE_HAN.sub("", p.text.translate(_AS_SET)) if set_on_pages else p.text
        out.append((p.kind, p.label, text, len(p.note_targets)))
    return out


# ---------------------------------------------------------------- DOCX


def plain(document: Resolution) -> bytes:
    """The document as DOCX, every paragraph flush left, its notes at the end, their marks as superscripts."""
    rtl = document.language == "ar"
    properties = f'{_bidi(rtl)}<w:spacing w:after="200" w:line="276"/>'
    body = ""
    for p in document.paragraphs:
        runs = _run(p.label, rtl, raised=p.kind == "note") + _run(" ", rtl) if p.label else ""
        done = 0
        for at, marker in _cited(p, document):
            runs += _run(p.text[done:at], rtl) + _run(marker, rtl, raised=True)
            done = at
        body += f"<w:p><w:pPr>{properties}</w:pPr>{runs}{_run(p.text[done:], rtl)}</w:p>"
    return _package(f"{body}<w:sectPr>{_PAGE}</w:sectPr>", {})


def printed(document: Resolution) -> bytes:
    """The document as DOCX, set as resolutions are printed."""
    sheet = _Sheet(document)
    rows = groupby(document.paragraphs, key=lambda p: p.kind == "table")
    body = "".join(
        sheet.table(group) if table else "".join(map(sheet.paragraph, group)) for table, group in rows
    )
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        f'<w:footerReference w:type="default" r:id="footer"/>{_PAGE}<w:titlePg/></w:sectPr>'
    )
    head = f"<w:p>{_run(document.name, False)}</w:p>"
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    number = f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{field}</w:p>'
    return _package(body + section, {"footnotes": sheet.notes, "header": head, "footer": number})


@dataclass
class _Sheet:
    document: Resolution
    notes: str = ""
    _counted: int = 0  # footnotes that Word numbers
    _ids: int = 0
    _done: set[str] = field(default_factory=set)

    def paragraph(self, p: Paragraph) -> str:
        """One paragraph with its indents; a note that was set at a page's foot is none."""
        if p.id in self._done:
            return ""
        rtl = self.document.language == "ar"
        label = _run(p.label, rtl, raised=p.kind == "note") + "<w:r><w:tab/></w:r>" if p.label else ""
        return f"<w:p><w:pPr>{self._properties(p, rtl)}</w:pPr>{label}{self._runs(p, rtl)}</w:p>"

    def table(self, rows: Iterator[Paragraph]) -> str:
        """Table rows, their cells parted by tabs."""
        rtl = self.document.language == "ar"
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "bottom", "insideH", "insideV")
        )
        cells = (
            "".join(f"<w:tc><w:p>{_run(cell, rtl)}</w:p></w:tc>" for cell in row.text.split("\t"))
            for row in rows
        )
        drawn = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
        return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{drawn}</w:tbl>"

    def _properties(self, p: Paragraph, rtl: bool) -> str:
        depth = p.id.count(".") if p.kind == "subparagraph" else 0
        indent = '<w:ind w:firstLine="480"/>' if p.kind in ("preambular", "operative", "subparagraph") else ""
        if depth:
            indent = f'<w:ind w:left="{480 * (depth - 1)}" w:firstLine="480"/>'
        if p.kind == "title" and p.label:
            indent = '<w:ind w:left="1440" w:hanging="1440"/>'
        aligned = "left" if p.kind in ("title", "heading", "masthead") else "both"
        bold = "<w:rPr><w:b/></w:rPr>" if p.kind in ("title", "heading") else ""
        return f'{_bidi(rtl)}<w:spacing w:after="120" w:line="240"/>{indent}<w:jc w:val="{aligned}"/>{bold}'

    def _runs(self, p: Paragraph, rtl: bool) -> str:
        """The text in runs that change where italics begin and end and where notes are cited."""
        bold = p.kind in ("title", "heading")
        slanted = [(m.start, m.end) for m in p.marks if m.kind == "italic"]
        cited = _cited(p, self.document)
        targets = iter(p.note_targets)
        cuts = sorted({0, len(p.text), *chain.from_iterable(slanted), *(at for at, _ in cited)})
        out = ""
        for start, end in zip(cuts, [*cuts[1:], len(p.text)], strict=True):
            for at, marker in cited:
                if at == start:
                    out += self._citation(next(targets), marker, rtl)
            inside = any(a <= start < b for a, b in slanted)
            out += _run(p.text[start:end], rtl, italic=inside, bold=bold)
        return out

    def _citation(self, target: str, marker: str, rtl: bool) -> str:
        """A footnote where it is cited first and has the number that Word would give; else its marker raised."""
        if target in self._done or not target:
            return _run(marker, rtl, raised=True)
        self._done.add(target)
        self._ids += 1
        note = self.document[target]
        automatic = marker == str(self._counted + 1)
        self._counted += automatic
        custom = "" if automatic else ' w:customMarkFollows="1"'
        sign = "" if automatic else f"<w:t>{escape(marker)}</w:t>"
        own = "<w:footnoteRef/>" if automatic else sign
        raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        self.notes += (
            f'<w:footnote w:id="{self._ids}"><w:p><w:pPr>{_bidi(rtl)}</w:pPr><w:r>{raised}{own}</w:r>'
            f"{_run(' ' + note.text, rtl, size=16)}</w:p></w:footnote>"
        )
        return f'<w:r>{raised}<w:footnoteReference w:id="{self._ids}"{custom}/>{sign}</w:r>'


def _cited(p: Paragraph, document: Resolution) -> list[tuple[int, str]]:
    return [(m.start, document[m.target].label or "") for m in p.marks if m.kind == "note" and m.target]


def _bidi(rtl: bool) -> str:
    return "<w:bidi/>" if rtl else ""


def _run(
    text: str, rtl: bool, *, raised: bool = False, italic: bool = False, bold: bool = False, size: int = 20
) -> str:
    if not text:
        return ""
    properties = (
        f"{'<w:b/>' * bold}{'<w:i/>' * italic}"
        f'<w:sz w:val="{size}"/>{"<w:vertAlign w:val=" + chr(34) + "superscript" + chr(34) + "/>" if raised else ""}'
        f"{'<w:rtl/>' * rtl}"
    )
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _package(body: str, parts: dict[str, str]) -> bytes:
    tags = {"footnotes": "footnotes", "header": "hdr", "footer": "ftr"}
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
        + "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_TYPES}.{n}+xml"/>' for n in parts)
        + "</Types>",
        "_rels/.rels": _links({"document": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _links({n: (n, f"{n}.xml") for n in parts}),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, xml in parts.items():
        files[f"word/{name}.xml"] = f"<w:{tags[name]} {_NAMESPACES}>{xml}</w:{tags[name]}>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, xml)
    return out.getvalue()


def _links(targets: dict[str, tuple[str, str]]) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
            for key, (kind, target) in targets.items()
        )
        + "</Relationships>"
    )


LAYOUTS: dict[str, Callable[[Resolution], bytes]] = {"plain": plain, "printed": printed}


# ---------------------------------------------------------------- PDF


def as_pdf(folder: Path, names: Sequence[Path]) -> None:
    """The PDF of each DOCX file, beside it; raises `FileNotFoundError` without LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("soffice")
    with tempfile.TemporaryDirectory() as profile:
        command = [office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, names)]
        subprocess.run(command, check=True, capture_output=True, timeout=30 + 10 * len(names))


# ---------------------------------------------------------------- the measurement


def differences(
    original: Resolution, read: Resolution, *, set_on_pages: bool
) -> tuple[list[Content], list[Content]]:
    """The paragraphs of the original that were not read, and those read that are none of it."""
    expected = Counter(content(original, set_on_pages=set_on_pages))
    found = Counter(content(read, set_on_pages=set_on_pages))
    return [*(expected - found).elements()], [*(found - expected).elements()]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder for the renderings")
    parser.add_argument("--show", type=int, default=0, help="differences printed of each rendering")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        originals: dict[Path, Resolution] = {}
        for path in options.files:
            document = corpora.read(path)
            for name, layout in LAYOUTS.items():
                rendering = folder / f"{path.stem}.{name}.docx"
                rendering.write_bytes(layout(document))
                originals[rendering] = document
        try:
            as_pdf(folder, list(originals))
        except FileNotFoundError:
            print("LibreOffice (soffice) is not installed: DOCX alone", file=sys.stderr)
        _report(originals, options.show)
    return 0


def _report(originals: dict[Path, Resolution], show: int) -> None:
    counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for docx, document in originals.items():
        for rendering in (docx, docx.with_suffix(".pdf")):
            on_pages = rendering.suffix == ".pdf"
            if not rendering.exists() or (on_pages and document.language == "ar"):
                continue
            lost, new = differences(document, corpora.read(rendering), set_on_pages=on_pages)
            count = counts[rendering.suffix, docx.suffixes[-2].strip("."), document.language]
            count.update(
                files=1, exact=not lost and not new, paragraphs=len(document.paragraphs), lost=len(lost)
            )
            for sign, some in (("-", lost[:show]), ("+", new[:show])):
                for paragraph in some:
                    print(f"{rendering.name} {sign} {paragraph}")
    for (suffix, layout, language), n in sorted(counts.items()):
        print(
            f"{suffix} {layout} {language}: {n['exact']}/{n['files']} files exact, "
            f"{n['paragraphs'] - n['lost']}/{n['paragraphs']} paragraphs"
        )


if __name__ == "__main__":
    sys.exit(main())
