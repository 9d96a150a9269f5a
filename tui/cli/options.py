"""What several commands share: naming documents, choosing languages, writing the result."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpora.errors import OptionError
from corpora.model import UNKNOWN_LANGUAGE, Resolution

if TYPE_CHECKING:
    from pathlib import Path

    from aligner.model import Change, Comparison
    from tui.lexicons import LibraryLexicons

F = TypeVar("F", bound=Callable[..., object])

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
DEFAULT_LANGUAGE = "en"


class FilePath(click.ParamType):  # type: ignore[type-arg]  # generic only in later releases of click
    """A path option that imports pathlib, and looks for translated messages, only where one is given."""

    name = "path"

    def __init__(self, *, dir_okay: bool = True) -> None:
        self.dir_okay = dir_okay

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        from pathlib import Path

        path = Path(value)
        if not self.dir_okay and path.is_dir():
            self.fail(f"File {str(value)!r} is a directory.", param, ctx)
        return path

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


def library_options(command: F) -> F:
    """Where documents may come from."""
    command = click.option(
        "--library",
        type=FilePath(),
        envvar="RESDIFF_LIBRARY",
        help="The library file to use.",
    )(command)
    return click.option("--fetch", is_flag=True, help="Fetch what is neither in the library nor bundled.")(
        command
    )


def lexicon_option(command: F) -> F:
    """`--lexicon`: whether links between languages also rest on what the library taught."""
    return click.option(
        "--lexicon",
        type=click.Choice(["shipped", "library"]),
        default="library",
        show_default=True,
        help="Word translations to go by: those that ship, or also what your library's documents taught.",
    )(command)


def lexicons(choice: str, library: Path | None) -> LibraryLexicons | None:
    """What `--lexicon` stands for; stderr is told of what it gives."""
    if choice == "shipped":
        return None
    from tui.lexicons import LibraryLexicons

    return LibraryLexicons(library, talk)


def language_option(command: F) -> F:
    """`--lang`, for documents whose name does not say the language."""
    return click.option("--lang", "language", envvar="RESDIFF_LANG", help="The language, as in fr.")(command)


def output_options(*formats: str) -> Callable[[F], F]:
    """`--format` with the given choices, and `-o FILE`."""

    def add(command: F) -> F:
        command = click.option(
            "-o",
            "--output",
            type=FilePath(dir_okay=False),
            help="Write to FILE; its extension chooses the format.",
        )(command)
        return click.option("--format", "format_", type=click.Choice(formats), help="What to print.")(command)

    return add


def open_document(name: str, language: str | None, library: Path | None, fetch: bool) -> Resolution:
    """The document of that name; its warnings go to stderr."""
    from corpora.resolve import resolve

    return _heard(resolve(name, language=language, library=library, fetch=fetch, say=talk))


def open_pair(
    old: str, new: str, language: str | None, library: Path | None, fetch: bool
) -> tuple[Resolution, Resolution]:
    """Both documents of a comparison, which must be in one language."""
    from corpora.resolve import resolve_together

    before, after = resolve_together((old, new), language=language, library=library, fetch=fetch, say=talk)
    if before.language != after.language and UNKNOWN_LANGUAGE not in (before.language, after.language):
        raise OptionError(
            f"{before.name} is in {before.language}, {after.name} in {after.language}",
            "",
            "compare versions in one language (--lang), or use `resdiff align` for two languages",
        )
    return _heard(before), _heard(after)


def open_languages(
    names: Sequence[str], langs: str | None, library: Path | None, fetch: bool
) -> tuple[Resolution, ...]:
    """The language versions to set against each other: one symbol in several languages, or several documents."""
    codes = languages_from(langs)
    if len(names) == 1:
        if not codes:
            raise OptionError(
                "one document and no languages", names[0], "add --langs en,fr, or name a second document"
            )
        return tuple(open_document(names[0], code, library, fetch) for code in codes)
    if codes and len(codes) != len(names):
        raise OptionError(
            f"{len(names)} documents and {len(codes)} languages", "--langs", "name as many of each"
        )
    wanted = codes or (None,) * len(names)
    return tuple(open_document(n, c, library, fetch) for n, c in zip(names, wanted, strict=True))


def _heard(document: Resolution) -> Resolution:
    for warning in document.warnings:
        talk(f"{document.name}: {warning}")
    return document


def write(
    comparison: Comparison,
    format_: str | None,
    output: Path | None,
    only: Change | None = None,
    *,
    settings: tuple[tuple[str, str], ...] = (),
    pins: tuple[str, ...] = (),
) -> None:
    """Write a comparison to a file, or print it; a report says under which settings and pins it was made."""
    if output is None and format_ == "json":
        from aligner.reports.json import dumps  # light: no other report module comes with it

        sys.stdout.write(dumps(comparison.only(only).to_dict()))
        return
    from aligner import reports

    stated = reports.ReportSettings(only=only, options=settings, pins=pins)
    if output is None:
        sys.stdout.buffer.write(reports.render(comparison, format_ or "txt", stated))
    else:
        reports.write(comparison, output, settings=stated)
        talk(f"wrote {output}")


def languages_from(text: str | None, least: int = 2) -> tuple[str, ...]:
    """The languages of a `--langs` list, `all` being the six of the United Nations."""
    if text is None:
        return ()
    if text == "all":
        return LANGUAGES
    codes = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [c for c in codes if c not in LANGUAGES]
    if unknown:
        raise OptionError(
            f"no language {unknown[0]!r}", "--langs", f"choose from {', '.join(LANGUAGES)} or all"
        )
    if len(codes) < least:
        raise OptionError("too few languages", "--langs", f"name {least} or more, as in en,fr")
    return codes


def counted(number: int, noun: str) -> str:
    """ "1 link", "2 links"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def talk(line: str) -> None:
    """Say something beside the result."""
    click.echo(f"resdiff: {line}", err=True)


def colour(stream_is_terminal: bool | None = None) -> bool:
    """Whether colours are wanted: a terminal, and neither NO_COLOR nor a dumb one."""
    terminal = sys.stdout.isatty() if stream_is_terminal is None else stream_is_terminal
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")


def terminal_width() -> int:
    """Cells of a line: what COLUMNS says, what the terminal has, or 80."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):  # no terminal, or no stream with a number
        return 80
