"""`resdiff check`: places where language versions do not say the same."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import DIFFERENT, SAME, options
from tui.layout.cells import shown

if TYPE_CHECKING:
    from aligner.model import Finding
    from corpora.model import Resolution

SIGNS = {"error": "✗ error", "warning": "! warning", "info": "· info"}


@click.command("check")
@click.argument("documents", nargs=-1, metavar="A [B]")
@click.option("--langs", help="The languages of one symbol, as in en,fr; all for the six.")
@click.option("--all", "all_", is_flag=True, help="Print the informational findings too.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="What to print."
)
@options.library_options
def command(
    documents: tuple[str, ...], langs: str | None, all_: bool, format_: str, library: Path | None, fetch: bool
) -> int:
    """Check A against B, or one symbol in the languages of --langs.

    Exit status 1 if there is a finding, 0 otherwise.
    """
    from aligner.checks import check_all

    opened = options.open_languages(documents, langs, library, fetch)
    findings = [f for f in check_all(opened) if all_ or f.severity != "info"]
    if format_ == "json":
        sys.stdout.write(json.dumps(_data(opened, findings), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(opened, findings))
    return DIFFERENT if findings else SAME
