"""XLIFF 2.0: both languages paragraph by paragraph, what one lacks left empty, for any translator's workbench."""

from __future__ import annotations

from aligner.model import Comparison
from aligner.reports.bilingual import Unit, locale, units, xml
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import statement

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The file; findings stand as notes with the units that they are about."""
    notes = [
        f"{s.heading}: {key}: {value}" for s in statement(comparison, settings) for key, value in s.lines
    ]
    about = _notes(notes, "  ")
    body = "".join(_unit(unit, settings) for unit in units(comparison))
    old, new = comparison.old, comparison.new
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="{_NAMESPACE}" version="2.0" '
        f'srcLang="{xml(locale(old))}" trgLang="{xml(locale(new))}">\n'
        f'  <file id="f1" original="{xml(old.name)}">\n{about}{body}  </file>\n</xliff>\n'
    ).encode()


def _unit(unit: Unit, settings: ReportSettings) -> str:
    found = [
        f"{f.severity} {f.check}: {f.message}"
        for f in settings.findings or ()
        if set(f.a) & set(unit.source_ids) or set(f.b) & set(unit.target_ids)
    ]
    if not unit.whole:
        found.append(f"no counterpart in the {'target' if unit.source_ids else 'source'} language")
    name = " ".join((*unit.source_ids, "|", *unit.target_ids))
    target = f"<target>{xml(unit.target)}</target>" if unit.target_ids else ""
    state = "translated" if unit.whole else "initial"
    return (
        f'    <unit id="u{unit.number}" name="{xml(name)}" xml:space="preserve">\n{_notes(found, "    ")}'
        f'      <segment id="s1" state="{state}"><source>{xml(unit.source)}</source>{target}</segment>\n    </unit>\n'
    )


def _notes(lines: list[str], indent: str) -> str:
    inner = "".join(f"{indent}    <note>{xml(line)}</note>\n" for line in lines)
    return f"{indent}  <notes>\n{inner}{indent}  </notes>\n" if inner else ""
