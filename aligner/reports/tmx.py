"""TMX 1.4b: the paragraphs that both languages have, for any translation memory."""

from __future__ import annotations

from aligner.model import Comparison
from aligner.reports.bilingual import Unit, locale, units, xml
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import statement
from corpora import __version__
from corpora.model import Resolution


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The memory; what one language lacks is named in its header's notes."""
    pairs = units(comparison)
    whole = [_unit(comparison, unit) for unit in pairs if unit.whole]
    date = f' creationdate="{settings.date:%Y%m%dT%H%M%SZ}"' if settings.date else ""
    lines = [
        f"{s.heading}: {key}: {value}" for s in statement(comparison, settings) for key, value in s.lines
    ]
    lines += [f"No counterpart: {' '.join(u.source_ids or u.target_ids)}" for u in pairs if not u.whole]
    notes = "".join(f"    <note>{xml(line)}</note>\n" for line in lines)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        f'  <header creationtool="resdiff" creationtoolversion="{__version__}" segtype="paragraph" o-tmf="resdiff" '
        f'adminlang="en" srclang="{xml(locale(comparison.old))}" datatype="plaintext"{date}>\n{notes}  </header>\n'
        f"  <body>\n{''.join(whole)}  </body>\n</tmx>\n"
    ).encode()


def _unit(comparison: Comparison, unit: Unit) -> str:
    sides = "".join(
        f'      <tuv xml:lang="{xml(locale(document))}">'
        f'<prop type="x-paragraph">{xml(" ".join(ids))}</prop>{_origin(document)}<seg>{xml(text)}</seg></tuv>\n'
        for document, ids, text in (
            (comparison.old, unit.source_ids, unit.source),
            (comparison.new, unit.target_ids, unit.target),
        )
    )
    similarity = f'<prop type="x-similarity">{unit.similarity:.4f}</prop>'
    return f'    <tu tuid="{unit.number}">\n      {similarity}\n{sides}    </tu>\n'


def _origin(document: Resolution) -> str:
    return (
        f'<prop type="x-document">{xml(document.name)}</prop>'
        f'<prop type="x-provenance">{xml(document.provenance.notice)}</prop>'
    )
