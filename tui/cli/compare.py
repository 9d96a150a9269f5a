"""`resdiff compare`: what changed between two versions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from tui.cli import DIFFERENT, SAME, options

if TYPE_CHECKING:
    from pathlib import Path

    from aligner.model import Change, Comparison
    from aligner.options import Detail, Options
    from aligner.pins import Pins
    from corpora.model import Resolution

SIDE_BY_SIDE_FROM = 100  # cells: below this a column holds fewer than seven words and reads badly
WIDEST = 240
FORMATS = ("text", "json", "html", "md", "docx", "csv", "xlsx", "txt")


@click.command("compare")
@click.argument("old")
@click.argument("new")
@options.language_option
@click.option(
    "--side-by-side/--unified", default=None, help="Two columns, or one; by default as the width allows."
)
@click.option("--only", type=click.Choice(["substantive"]), help="Leave out roll-over and editorial changes.")
@click.option(
    "--ignore",
    multiple=True,
    metavar="WHAT",
    help="case, punctuation, typography, notes or masthead; repeat it.",
)
@click.option(
    "--detail", type=click.Choice(["word", "character"]), default="word", help="How fine edits are marked."
)
@click.option("--pins", "pins_file", type=options.FilePath(dir_okay=False), help="Links that people decided.")
@click.option(
    "--gloss", metavar="LANG", help="Send what changed to a translation service and print its glosses."
)
@click.option("--full", is_flag=True, help="Print the unchanged paragraphs too.")
@click.option("--width", type=click.IntRange(30, 1000), help="Cells of a line; by default the terminal's.")
@options.output_options(*FORMATS)
@options.library_options
def command(
    old: str,
    new: str,
    language: str | None,
    side_by_side: bool | None,
    only: Change | None,
    ignore: tuple[str, ...],
    detail: Detail,
    pins_file: Path | None,
    gloss: str | None,
    full: bool,
    width: int | None,
    format_: str | None,
    output: Path | None,
    library: Path | None,
    fetch: bool,
) -> int:
    """Show what changed from OLD to NEW."""
    from aligner import compare

    before, after = options.open_pair(old, new, language, library, fetch)
    _warn_of_reversal(before, after)
    pins, wanted = _pins(pins_file), _options(ignore, detail)
    comparison = compare(before, after, pins=pins, options=wanted)
    if output is not None or format_ not in (None, "text"):
        stated = (("ignored", ", ".join(sorted(wanted.ignore)) or "nothing"), ("detail", detail))
        decided = tuple(str(pin) for pin in pins.pins) if pins else ()
        options.write(comparison, format_, output, only, settings=stated, pins=decided)
    else:
        width = width or min(WIDEST, options.terminal_width())
        _print(comparison, side_by_side, only, full, width)
        if gloss:
            from tui.cli.glosses import print_glosses

            print_glosses(comparison, gloss, width)
    return DIFFERENT if comparison.only(only).changes else SAME


def _pins(path: Path | None) -> Pins | None:
    if path is None:
        return None
    from aligner.pins import Pins

    return Pins.read(path)


def _options(ignore: tuple[str, ...], detail: Detail) -> Options:
    from aligner.options import Ignorable, Options

    parts = [part.strip() for text in ignore for part in text.split(",")]
    return Options(ignore=cast("frozenset[Ignorable]", frozenset(parts)), detail=detail)


def _print(
    comparison: Comparison, side_by_side: bool | None, only: Change | None, full: bool, width: int
) -> None:
    from tui.cli.printed import print_comparison

    if side_by_side is None:
        side_by_side = width >= SIDE_BY_SIDE_FROM
    lines = print_comparison(
        comparison, width=width, side_by_side=side_by_side, only=only, full=full, colour=options.colour()
    )
    sys.stdout.write("\n".join(lines) + "\n")


def _warn_of_reversal(old: Resolution, new: Resolution) -> None:
    if old.adopted and new.adopted and old.adopted > new.adopted:
        options.talk(
            f"{old.name} ({old.adopted}) is later than {new.name} ({new.adopted}): "
            "what reads as added was dropped; name the older one first"
        )
