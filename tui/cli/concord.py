"""`resdiff concord`: one change followed through the languages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpora.errors import OptionError
from tui.cli import DIFFERENT, SAME, options
from tui.layout.cells import clip, pad, shown
from tui.layout.wrap import wrap

if TYPE_CHECKING:
    from aligner.concord import Concordance, Disagreement, Row

SIGNS = {"error": "✗ error  ", "warning": "! warning", "info": "· info   "}
LEAST = 20  # cells of running text, however narrow the terminal
FLAG = 4  # cells before the first column
WIDEST_CELL = 18  # of a language's column: the longest id with its marks ("(~→) op12.a.iii")
WORDS = 3  # edits that are told of a language; the report and the data have all


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
@options.lexicon_option
@options.library_options
def command(
    old: str,
    new: str,
    langs: str,
    only: str | None,
    full: bool,
    format_: str,
    lexicon: str,
    library: Path | None,
    fetch: bool,
) -> int:
    """Follow the change from OLD to NEW through the languages.

    Rows are paragraphs, columns languages: = same, ~ edited, ≈ the same words in another dress, + added,
    − removed, → moved; in brackets what only rolls over; ! where the languages disagree. Below stand those
    paragraphs with the words that changed and the likely reason. Exit status 1 where the languages disagree,
    0 otherwise.
    """
    from aligner.concord import concord

    codes = options.languages_from(langs)
    if "@" in old or "@" in new:
        raise OptionError("the languages are those of --langs", old, "name the documents without @")
    before = {code: options.open_document(old, code, library, fetch) for code in codes}
    after = {code: options.open_document(new, code, library, fetch) for code in codes}
    found = concord(before, after, lexicons=options.lexicons(lexicon, library))
    if format_ == "json":
        from aligner.reports.json import dumps

        sys.stdout.write(dumps(found.to_dict()))
    else:
        lines = _lines(found, only == "substantive", full, options.terminal_width())
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return DIFFERENT if any(f.severity != "info" for f in found.findings) else SAME


def _lines(found: Concordance, only_substantive: bool, full: bool, width: int) -> Iterator[str]:
    codes = tuple(found.comparisons)
    for code in codes:
        comparison = found.comparisons[code]
        notices = " → ".join(f"{d.name} ({d.provenance.notice})" for d in (comparison.old, comparison.new))
        yield clip(f"{code}  {notices}", width)
    yield ""
    cell = min(WIDEST_CELL, (width - FLAG) // len(codes))
    yield " " * FLAG + "".join(pad(code, cell) for code in codes).rstrip()
    flagged = {f.row for f in found.findings}
    quiet = {"same"} if not only_substantive else {"same", "rollover"}
    for n, row in enumerate(found.rows):
        states = {cell.state for cell in row.cells.values()}
        if full or n in flagged or not states <= quiet:
            cells = "".join(pad(clip(_cell(found, row, c), cell - 1), cell) for c in codes)
            yield ("  ! " if n in flagged else "    ") + cells.rstrip()
    for f in found.findings:
        yield ""
        yield from _finding(found, f, width)
    yield ""
    yield from (clip(f"term sweep  {sweep.message}", width) for sweep in found.sweeps)
    told = f"{len(found.findings)} row{'s' * (len(found.findings) != 1)} in which the languages disagree"
    yield (
        f"{len(found.rows)} rows, {told}"
        if found.findings
        else f"{len(found.rows)} rows, all languages agree"
    )


def _finding(found: Concordance, f: Disagreement, width: int) -> Iterator[str]:
    """A paragraph in which the languages disagree, with what each of them changed."""
    row = found.rows[f.row]
    said = f"{_name(found, row)}  {f.message}: {f.likely}"
    head = f"{SIGNS[f.severity]}  "
    for start, end in wrap(said, max(LEAST, width - len(head))):
        yield head + shown(said[start:end])
        head = " " * len(head)
    for code, words in f.words.items():
        if f.reason == "changed alone" and code not in f.apart:
            continue  # what the year changed everywhere is no news here
        edits = ", ".join(f"{_quoted(old)} → {_quoted(new)}" for old, new in words[:WORDS])
        more = f" and {len(words) - WORDS} more" if len(words) > WORDS else ""
        line = f"{code}  {edits}{more}"
        for start, end in wrap(line, max(LEAST, width - len(head)), code):
            yield head + shown(line[start:end])


def _quoted(text: str) -> str:
    return f"“{text.strip()}”" if text.strip() else "∅"


def _name(found: Concordance, row: Row) -> str:
    """The paragraph of a row as the first language that has it calls it."""
    names = (found.paragraphs(row, code) for code in row.cells if row.cells[code].links)
    return "+".join(next(names)).removeprefix("m.")


def _cell(found: Concordance, row: Row, code: str) -> str:
    cell = row.cells.get(code)
    if cell is None or not cell.links:
        return ""
    name = "+".join(i.removeprefix("m.") for i in found.paragraphs(row, code))
    marks = cell.marks.replace("~", "≈") if cell.state == "same" else cell.marks
    return f"({marks}) {name}" if cell.state == "rollover" else f" {marks}  {name}"
