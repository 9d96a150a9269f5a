"""The command line: which commands there are, and what becomes of an error.

This module owns the exit status and stderr; each command's own module is imported when it is called,
so that `resdiff compare` starts without Textual, the network libraries or the checks.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from corpora import __version__
from corpora.errors import ResdiffError

# Exit statuses, as `diff` has them.
SAME, DIFFERENT, TROUBLE = 0, 1, 2

# name → (module, one line for `resdiff --help`)
COMMANDS = {
    "view": ("tui.cli.view", "Open the full-screen program: the library, or one comparison."),
    "compare": ("tui.cli.compare", "Show what changed between two versions."),
    "align": ("tui.cli.align", "Show which paragraph answers which in two languages."),
    "check": ("tui.cli.check", "Look for places where language versions do not say the same."),
    "concord": ("tui.cli.concord", "Follow one change through the languages."),
    "trace": ("tui.cli.trace", "Follow each paragraph through the years."),
    "report": ("tui.cli.report", "Write the whole dossier of a change."),
    "library": ("tui.cli.library", "List and keep documents."),
}


class Commands(click.Group):
    """The commands, imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 nothing differs, 1 differences or findings, 2 trouble.",
)
@click.version_option(__version__, prog_name="resdiff", message="%(prog)s %(version)s")
@click.pass_context
def resdiff(ctx: click.Context) -> None:
    """Read how official texts change.

    A document is named by its symbol (61/168, A/RES/61/168, "S/RES/2815 (2026)"), with @fr for the
    language, or by a path. Without a command, the full-screen program opens.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(import_module(COMMANDS["view"][0]).command)


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line; errors become one line on stderr and exit status 2."""
    _speak_utf8()
    try:
        status: Any = resdiff.main(args, prog_name="resdiff", standalone_mode=False)
    except click.exceptions.Abort:
        _leave(130)
    except click.ClickException as error:
        # Click's own errors name the option and the value; one line like all others.
        context = getattr(error, "ctx", None)
        remedy = f"; see {context.command_path} --help" if context else ""
        _complain(" ".join(error.format_message().split()).rstrip(".") + remedy)
    except ResdiffError as error:
        _complain(str(error))
    except BrokenPipeError:
        # The reader of our output went away (`| head`): not the user's trouble.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _leave(141)
    except OSError as error:
        _complain(f"{error.filename or 'system'}: {error.strerror or error}")
    _leave(status if isinstance(status, int) else SAME)


def _complain(line: str) -> NoReturn:
    printable = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(line.split()))
    print(f"resdiff: {printable}", file=sys.stderr)  # noqa: T201 - stderr is owned here
    _leave(TROUBLE)


def _speak_utf8() -> None:
    """Six languages leave in UTF-8 whatever the locale says; a lone surrogate leaves as a visible escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave(status: int) -> NoReturn:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(status)
