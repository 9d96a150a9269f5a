"""`resdiff report`: the dossier of a change, in all its forms."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpora.errors import OptionError, ResdiffError
from corpora.model import Resolution
from tui.cli import SAME, options

if TYPE_CHECKING:
    from aligner.lineage import Lineage


@click.command("report")
@click.argument("old")
@click.argument("new")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The folder to write into."
)
@click.option(
    "--langs", default="all", show_default=True, help="The languages, as in en,fr; all for the six."
)
@click.option("--author", default="resdiff", show_default=True, help="Who the tracked changes are by.")
@click.option("--date", "date", type=click.DateTime(), help="The day that reports and tracked changes carry.")
@click.option("--only", type=click.Choice(["substantive"]), help="Show no roll-over and no editorial change.")
@options.lexicon_option
@options.library_options
def command(
    old: str,
    new: str,
    output: Path,
    langs: str,
    author: str,
    date: dt.datetime | None,
    only: str | None,
    lexicon: str,
    library: Path | None,
    fetch: bool,
) -> int:
    """Write the dossier of the change from OLD to NEW: an index page, tracked changes in Word for every language,
    concordance, checks, data files and a manifest; also as one zip.

    Languages that one of the documents lacks are left out, and named.
    """
    from aligner.reports import ReportSettings
    from aligner.reports.dossier import write_dossier

    before, after = _versions(old, new, options.languages_from(langs, least=1), library, fetch)
    settings = ReportSettings(author=author, date=date, only="substantive" if only else None)
    index = write_dossier(
        before,
        after,
        output,
        settings=settings,
        lineage=_lineage(after, library, fetch),
        lexicons=options.lexicons(lexicon, library),
    )
    click.echo(index)
    return SAME


def _lineage(after: dict[str, Resolution], library: Path | None, fetch: bool) -> Lineage | None:
    """The series up to the new version in the first language, where the library has it."""
    from tui.cli.trace import earlier

    newest = next(iter(after.values()))
    before = earlier(newest, None, library, fetch)
    if not before:
        return None
    from aligner.lineage import trace

    return trace([*before, newest])


def _versions(
    old: str, new: str, codes: tuple[str, ...], library: Path | None, fetch: bool
) -> tuple[dict[str, Resolution], dict[str, Resolution]]:
    """Both versions by language, as far as both have one."""
    if Path(old).exists() or "@" in old:
        pair = options.open_pair(old, new, None, library, fetch)
        return {pair[0].language: pair[0]}, {pair[1].language: pair[1]}
    before, after = {}, {}
    missing: ResdiffError | None = None
    for code in codes:
        try:
            pair = options.open_pair(old, new, code, library, fetch)
        except ResdiffError as error:
            missing = error
            options.talk(f"left out {code}: {error}")
            continue
        before[code], after[code] = pair
    if not before:
        raise missing or OptionError("no language", "--langs", "name one")
    return before, after
