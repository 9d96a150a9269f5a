"""`resdiff concord`: one change followed through the languages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpora.errors import OptionError
from tui.cli import DIFFERENT, SAME, options
from tui.layout.cells import pad, shown

if TYPE_CHECKING:
    from aligner.concord import Concordance, Row

SIGNS = {"error": "✗ error  ", "warning": "! warning", "info": "· info   "}
CELL = 14  # cells of a language's column


@click.command("concord")
@click.argument("old")
@click.argument("new")
@click.option(
    "--langs", default="all", show_default=True, help="The languages, as in en,fr; all for the six."
)
@click.option("--only", type=click.Choice(["substantive"]), help="Leave out the rows that only roll over.")
@click.option("--full", is_flag=True, help="Print the rows too in which nothing changed anywhere.")
@click.option(
    "--format", "format_", type=click.Choice(["table", "json"]), default="table", help="What to print."
)
@options.library_options
def command(
    old: str,
    new: str,
    langs: str,
    only: str | None,
    full: bool,
    format_: str,
    library: Path | None,
    fetch: bool,
) -> int:
    """Follow the change from OLD to NEW through the languages.

    Rows are paragraphs, columns languages: = same, ~ edited, + added, − removed, → moved; in brackets what only
    rolls over. Exit status 1 where the languages disagree, 0 otherwise.
    """
    from aligner.concord import concord

    codes = options.languages_from(langs)
    if "@" in old or "@" in new:
        raise OptionError("the languages are those of --langs", old, "name the documents without @")
    before = {code: options.open_document(old, code, library, fetch) for code in codes}
    after = {code: options.open_document(new, code, library, fetch) for code in codes}
    found = concord(before, after)
    if format_ == "json":
        from aligner.reports.json import dumps

        sys.stdout.write(dumps(found.to_dict()))
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(found, only == "substantive", full))
    return DIFFERENT if any(f.severity != "info" for f in found.findings) else SAME


def _lines(found: Concordance, only_substantive: bool, full: bool) -> Iterator[str]:
    codes = tuple(found.comparisons)
    for code in codes:
        comparison = found.comparisons[code]
        notices = " → ".join(f"{d.name} ({d.provenance.notice})" for d in (comparison.old, comparison.new))
        yield shown(f"{code}  {notices}")
    yield ""
    yield "    " + "".join(pad(code, CELL) for code in codes).rstrip()
    flagged = {f.row for f in found.findings}
    quiet = {"same"} if not only_substantive else {"same", "rollover"}
    for n, row in enumerate(found.rows):
        states = {cell.state for cell in row.cells.values()}
        if full or n in flagged or not states <= quiet:
            yield ("  ! " if n in flagged else "    ") + "".join(_cell(found, row, c) for c in codes).rstrip()
    yield ""
    for f in found.findings:
        yield shown(f"{SIGNS[f.severity]}  {f.message}: {f.likely}")
    yield from (shown(f"term sweep  {sweep.message}") for sweep in found.sweeps)
    told = f"{len(found.findings)} row{'s' * (len(found.findings) != 1)} in which the languages disagree"
    yield (
        f"{len(found.rows)} rows, {told}"
        if found.findings
        else f"{len(found.rows)} rows, all languages agree"
    )


def _cell(found: Concordance, row: Row, code: str) -> str:
    cell = row.cells.get(code)
    if cell is None or not cell.links:
        return pad("", CELL)
    name = "+".join(found.paragraphs(row, code))
    return pad(f"({cell.marks}) {name}" if cell.state == "rollover" else f" {cell.marks}  {name}", CELL)
