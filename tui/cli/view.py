"""`resdiff view`: the full-screen program."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corpora.errors import OptionError
from tui.cli import options


@click.command("view")
@click.argument("documents", nargs=-1, metavar="[DOC [DOC]]")
@options.language_option
@click.option("--web", is_flag=True, help="Serve the program to a browser on this machine.")
@click.option(
    "--arabic",
    type=click.Choice(["auto", "visual", "terminal", "logical"]),
    default="auto",
    help="How Arabic lines are sent.",
)
@click.option("--at", help="The paragraph to open at, as in op10.")
@options.library_options
def command(
    documents: tuple[str, ...],
    language: str | None,
    web: bool,
    arabic: str,
    at: str | None,
    library: Path | None,
    fetch: bool,
) -> None:
    """Open the full-screen program.

    With two documents, their comparison; with one or none, the list of documents to choose from.
    """
    if len(documents) > 2:
        raise OptionError("more than two documents", "view", "name two, or one, or none")
    if web:
        from tui.web import serve

        serve(documents, language=language, at=at, library=library, arabic=arabic, say=options.talk)
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise OptionError("the screen needs a terminal", "view", "in a pipe use `resdiff compare`")
    if len(documents) == 1 and Path(documents[0]).exists():
        raise OptionError(
            "one file alone", documents[0], "name another to compare it with, or `resdiff library add` it"
        )
    from tui import app

    if len(documents) == 2:
        before, after = options.open_pair(*documents, language, library, fetch)
        app.run(before, after, at=at, library=library, arabic=arabic)
    else:
        app.run(filter_=documents[0] if documents else "", language=language, library=library, arabic=arabic)
