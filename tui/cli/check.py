"""`resdiff check`: places where language versions do not say the same."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpora.errors import OptionError, ResdiffError
from tui.cli import DIFFERENT, SAME, options
from tui.layout.cells import shown

if TYPE_CHECKING:
    from aligner.checks.acceptance import Acceptance
    from aligner.checks.settings import Settings
    from aligner.findings import Finding
    from aligner.lexicon.taught import Lexicons
    from corpora.model import Resolution

SCHEMA = "resdiff/findings/1"
SIGNS = {"error": "✗ error  ", "warning": "! warning", "info": "· info   "}
FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass(frozen=True, slots=True)
class Result:
    """What a check came to: the findings to look at, what was accepted, and how many were kept back."""

    documents: tuple[Resolution, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Acceptance], ...]
    informational: int


@click.command("check")
@click.argument("documents", nargs=-1, metavar="A [B ...]")
@click.option("--langs", help="The languages of one symbol, as in en,fr; all for the six.")
@click.option("--all", "all_", is_flag=True, help="Print the informational findings too.")
@click.option("--explain", metavar="NAME", help="Say what a check finds and what it leaves, by examples.")
@click.option(
    "--earlier", metavar="SYMBOL", help="Last year's version: finds what still says last year's text."
)
@click.option(
    "--settings", "settings_file", type=FILE, help="A TOML file: which checks run, how severe they are."
)
@click.option("--accepted", "accepted_file", type=FILE, help="The file of findings that a person accepted.")
@click.option("--accept", type=click.IntRange(1), help="Accept the finding of this number, with --reason.")
@click.option("--reason", default="", help="Why the finding may stand.")
@click.option("--baseline", "baseline_file", type=FILE, help="Report only what this baseline does not know.")
@click.option("--write-baseline", type=FILE, help="Write down which findings there are now.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="What to print."
)
@options.lexicon_option
@options.library_options
def command(
    documents: tuple[str, ...],
    langs: str | None,
    all_: bool,
    explain: str | None,
    earlier: str | None,
    settings_file: Path | None,
    accepted_file: Path | None,
    accept: int | None,
    reason: str,
    baseline_file: Path | None,
    write_baseline: Path | None,
    format_: str,
    lexicon: str,
    library: Path | None,
    fetch: bool,
) -> int:
    """Check language versions against each other: two or more documents, or one symbol in the languages of --langs.

    Exit status 1 if there is a finding, 0 otherwise.
    """
    if explain:
        from aligner.checks.explain import explain as explained

        sys.stdout.write(explained(explain).rstrip() + "\n")
        return SAME
    if not documents:
        raise OptionError("no document", "check", "name a symbol with --langs, or two documents")
    opened = options.open_languages(documents, langs, library, fetch)
    last = _earlier(earlier, opened, library, fetch) if earlier else ()
    lexicons = options.lexicons(lexicon, library)
    result = _run(opened, last, _settings(settings_file), all_, accepted_file, baseline_file, lexicons)
    if accept is not None:
        _accept(result, accept, reason, accepted_file)
        return SAME
    if write_baseline:
        from aligner.checks.acceptance import baseline

        write_baseline.write_text(baseline(result.findings, opened), encoding="utf-8")
        options.talk(f"wrote {write_baseline}")
    if format_ == "json":
        from aligner.reports.json import dumps

        sys.stdout.write(dumps(_data(result)))
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(result))
    return DIFFERENT if result.findings else SAME


def _earlier(
    name: str, opened: tuple[Resolution, ...], library: Path | None, fetch: bool
) -> tuple[Resolution, ...]:
    """Last year's version in as many of the languages as are at hand; at least one."""
    found = []
    missing: ResdiffError | None = None
    for document in opened:
        try:
            found.append(options.open_document(name, document.language, library, fetch))
        except ResdiffError as error:
            missing = error
    if missing and not found:
        raise missing
    return tuple(found)


def _settings(path: Path | None) -> Settings:
    from aligner.checks.registry import CHECKS
    from aligner.checks.settings import DEFAULTS, read_settings

    return read_settings(path, frozenset(c.name for c in CHECKS)) if path else DEFAULTS


def _run(
    opened: tuple[Resolution, ...],
    earlier: tuple[Resolution, ...],
    settings: Settings,
    all_: bool,
    accepted_file: Path | None,
    baseline_file: Path | None,
    lexicons: Lexicons | None,
) -> Result:
    from aligner.checks import check_all
    from aligner.checks.acceptance import divide, fresh, read_accepted

    everything = check_all(opened, settings=settings, earlier=earlier, lexicons=lexicons)
    wanted = tuple(f for f in everything if all_ or f.severity != "info")
    accepted = read_accepted(accepted_file) if accepted_file else ()
    still, done = divide(wanted, opened, accepted)
    if baseline_file:
        still = fresh(still, opened, baseline_file)
    return Result(opened, still, done, len(everything) - len(wanted))


def _accept(result: Result, number: int, reason: str, path: Path | None) -> None:
    from aligner.checks.acceptance import accept, keep

    if path is None:
        raise OptionError("nowhere to keep it", "--accept", "name the file with --accepted")
    if number > len(result.findings):
        raise OptionError(f"there is no finding {number}", "--accept", f"there are {len(result.findings)}")
    finding = result.findings[number - 1]
    keep(path, accept(finding, result.documents, reason, dt.date.today()))
    options.talk(f"accepted: {finding.message}")


def _lines(result: Result) -> Iterator[str]:
    for document in result.documents:
        yield shown(f"{document.name} · {document.language} · {document.provenance.notice}")
    yield ""
    for n, f in enumerate(result.findings, 1):
        yield f"{n:>3}  {SIGNS[f.severity]}  {_where(f):<22}  {shown(f.message)}  [{f.check}]"
        if f.suggestion:
            yield f"{'':40}→ {shown(f.suggestion)}"
    counts = Counter(f.severity for f in result.findings)
    told = ", ".join(f"{n} {severity}{'s' * (n != 1)}" for severity, n in counts.items()) or "no finding"
    more = f" ({result.informational} informational: --all)" if result.informational else ""
    done = f", {len(result.accepted)} accepted" if result.accepted else ""
    yield f"{told[0].upper()}{told[1:]} in {len(result.documents)} versions{done}{more}"


def _where(f: Finding) -> str:
    """The paragraphs with their languages: ``en pp2 : fr pp2``."""
    languages = dict(zip(("a", "b"), f.languages, strict=False))
    sides = [
        f"{languages.get(side, '')} {'+'.join(ids)}".strip() for side, ids in (("a", f.a), ("b", f.b)) if ids
    ]
    return " : ".join(sides)


def _data(result: Result) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "documents": [
            {
                "symbol": str(d.symbol) if d.symbol else None,
                "language": d.language,
                "provenance": {
                    "status": d.provenance.status,
                    "source": d.provenance.source,
                    "sha256": d.provenance.sha256,
                },
            }
            for d in result.documents
        ],
        "findings": [f.to_dict() for f in result.findings],
        "accepted": [f.to_dict() | {"reason": a.reason, "day": a.day} for f, a in result.accepted],
    }
