"""The dossier: everything about a pair of versions in all its languages, in one folder and one archive."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aligner.checks import check_all
from aligner.concord import Concordance, concord
from aligner.findings import Finding
from aligner.languages import align
from aligner.lineage import Lineage
from aligner.model import Comparison
from aligner.reports import csv, dossier_page, lineage_page, render, tables, xlsx
from aligner.reports.docx.package import archive
from aligner.reports.json import dumps
from aligner.reports.settings import DEFAULTS, ReportSettings
from aligner.reports.statement import proofs
from aligner.reports.words import heading
from aligner.years import compare
from corpora import __version__
from corpora.errors import OptionError
from corpora.model import Resolution

if TYPE_CHECKING:
    from aligner.lexicon.taught import Lexicons

MANIFEST_SCHEMA = "resdiff/manifest/1"
FINDINGS_SCHEMA = "resdiff/findings/1"
ARCHIVE = "dossier.zip"


@dataclass(frozen=True)
class Dossier:
    """What the dossier is made of: by language the changes, and what the languages say of each other.

    `aligned` links the first language with each of the others; `findings` are those of the new version;
    `lineage` is the series in one language, where there is one.
    """

    changes: Mapping[str, Comparison]
    aligned: Mapping[tuple[str, str], Comparison]
    concordance: Concordance | None
    findings: tuple[Finding, ...] | None
    lineage: Lineage | None = None

    @property
    def first(self) -> Comparison:
        """The changes in the language that the index page speaks of."""
        return next(iter(self.changes.values()))


def gather(
    old: Mapping[str, Resolution], new: Mapping[str, Resolution], *, lexicons: Lexicons | None = None
) -> Dossier:
    """Compare, align, check and follow through the languages.

    Args:
        old, new: the two versions by language code; the first language that both have is the one summed up.
        lexicons: what was taught about two languages, as `align` takes it.

    Raises:
        OptionError: no language has both versions.
    """
    codes = [code for code in new if code in old]
    if not codes:
        raise OptionError(
            "no language has both versions", "report", "name a language that both documents exist in"
        )
    if len(codes) == 1:
        (code,) = codes
        return Dossier({code: compare(old[code], new[code])}, {}, None, None)
    together = concord(
        {code: old[code] for code in codes}, {code: new[code] for code in codes}, lexicons=lexicons
    )
    first, *others = codes
    aligned = {
        (first, code): align(
            new[first], new[code], lexicon=lexicons(new[first], new[code]) if lexicons else None
        )
        for code in others
    }
    found = check_all([new[code] for code in codes], comparisons=list(aligned.values()))
    return Dossier(together.comparisons, aligned, together, found)


def contents(dossier: Dossier, settings: ReportSettings = DEFAULTS) -> dict[str, bytes]:
    """All files of the dossier by their path, the archive left out; equal input gives equal bytes."""
    out: dict[str, bytes] = {}
    stem = file_stem(dossier.first.new.name)
    for code, comparison in dossier.changes.items():
        out[f"tracked/{stem}.{code}.docx"] = render(comparison, "docx", replace(settings, findings=None))
        out[f"changes/{code}.html"] = render(comparison, "html", replace(settings, findings=None))
        out[f"data/{code}.json"] = render(comparison, "json", replace(settings, only=None))
        out[f"data/{code}.xlsx"] = render(comparison, "xlsx", replace(settings, findings=None))
    for (a, b), comparison in dossier.aligned.items():
        for format_ in ("html", "tmx", "xlf"):
            out[f"aligned/{a}-{b}.{format_}"] = render(comparison, format_, _of_pair(settings, dossier, a, b))
    if dossier.findings is not None:
        out |= _checks(dossier, settings)
    if dossier.concordance is not None:
        out["concordance.html"] = dossier_page.concordance(dossier.concordance)
        out["data/concordance.json"] = dumps(dossier.concordance.to_dict()).encode()
    if dossier.lineage is not None:
        out["lineage.html"] = lineage_page.lineage(dossier.lineage)
        out["data/lineage.json"] = dumps(dossier.lineage.to_dict()).encode()
    for schema in sorted(files("aligner.reports").joinpath("schemas").iterdir(), key=lambda f: f.name):
        out[f"data/schemas/{schema.name}"] = schema.read_bytes()
    index = dossier_page.index(
        list(dossier.changes.values()),
        dossier.concordance,
        dossier.findings,
        [*out, "manifest.json", ARCHIVE],
        settings,
    )
    out = {"index.html": index, **out}
    return out | {"manifest.json": dumps(_manifest(dossier, out, settings)).encode()}


def write_dossier(
    old: Mapping[str, Resolution],
    new: Mapping[str, Resolution],
    directory: Path,
    *,
    settings: ReportSettings = DEFAULTS,
    lineage: Lineage | None = None,
    lexicons: Lexicons | None = None,
) -> Path:
    """Write the dossier into a folder, and all of it again as one archive; the path of its index page.

    Files of an earlier dossier are replaced; other files in the folder stay. `lineage` is the series that the
    versions belong to, where more of it is at hand; `lexicons` is as `gather` takes it.

    Raises:
        OptionError: no language has both versions, or the folder cannot be written.
    """
    everything = contents(replace(gather(old, new, lexicons=lexicons), lineage=lineage), settings)
    everything[ARCHIVE] = archive(everything)
    try:
        for name, data in everything.items():
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        raise OptionError(
            f"cannot write: {error.strerror}", str(directory), "choose another folder"
        ) from error
    return directory / "index.html"


def file_stem(name: str) -> str:
    """A document's name as part of a file's: letters, figures, hyphens and underscores only."""
    return re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_")[:80] or "document"


def _of_pair(settings: ReportSettings, dossier: Dossier, a: str, b: str) -> ReportSettings:
    pair = (a, b)
    found = tuple(f for f in dossier.findings or () if not f.languages or f.languages == pair)
    return replace(settings, findings=found, only=None)


def _checks(dossier: Dossier, settings: ReportSettings) -> dict[str, bytes]:
    found = dossier.findings or ()
    versions = [comparison.new for comparison in dossier.changes.values()]
    about = [("Translation checks", "")]
    about += [(f"{d.name} ({d.language})", d.provenance.notice) for d in versions]
    about += [("Program", f"resdiff {__version__}"), ("Findings", str(len(found)))]
    about += [(f"Accepted finding {n}", line) for n, line in enumerate(settings.accepted, 1)]
    marks = tuple(f"{d.name} ({d.language}): {d.provenance.notice}" for d in versions if _unofficial(d))
    table = tables.findings(found)
    data = {
        "schema": FINDINGS_SCHEMA,
        "documents": [_document(d) for d in versions],
        "findings": [f.to_dict() for f in found],
    }
    return {
        "checks.xlsx": xlsx.workbook([table], about, settings, "Translation checks", marks),
        "data/checks.csv": csv.rendered(table),
        "data/checks.json": dumps(data).encode(),
    }


def _manifest(dossier: Dossier, everything: Mapping[str, bytes], settings: ReportSettings) -> dict[str, Any]:
    return {
        "schema": MANIFEST_SCHEMA,
        "program": f"resdiff {__version__}",
        "date": settings.date.isoformat() if settings.date else None,
        "settings": [list(option) for option in settings.options],
        "pins": list(settings.pins),
        "accepted": list(settings.accepted),
        "comparisons": [_comparison(c) for c in dossier.changes.values()],
        "files": [
            {"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in sorted(everything.items())
        ],
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    sides = {}
    for side, document, proof in zip(
        ("old", "new"), (comparison.old, comparison.new), proofs(comparison), strict=True
    ):
        sides[side] = _document(document) | {
            "paragraphs": proof.paragraphs, "linked": proof.linked, "text_sha256": proof.text,
            "rebuilt_sha256": proof.rebuilt, "unplaced": len(document.unplaced),
        }  # fmt: skip
    return {"name": heading(comparison), **sides, "not_compared": list(comparison.not_compared)}


def _document(document: Resolution) -> dict[str, Any]:
    origin = document.provenance
    return {
        "symbol": str(document.symbol) if document.symbol else None,
        "language": document.language,
        "provenance": {"status": origin.status, "source": origin.source, "sha256": origin.sha256},
    }


def _unofficial(document: Resolution) -> bool:
    return document.provenance.status == "unofficial"
