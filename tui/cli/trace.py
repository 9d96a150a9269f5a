"""`resdiff trace`: each paragraph followed through the years."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpora.errors import OptionError
from tui.cli import SAME, options
from tui.layout.cells import clip, pad, shown
from tui.layout.wrap import wrap

if TYPE_CHECKING:
    from aligner.lineage import Lineage, Step, Thread
    from corpora.model import Resolution

TAG = 13  # cells of a paragraph's id
LEAST = 20  # cells of its first words, however narrow the terminal


@click.command("trace")
@click.argument("documents", nargs=-1, required=True, metavar="DOC [DOC ...]")
@options.language_option
@click.option(
    "--back", type=click.IntRange(1, 80), help="With one document: follow so many earlier versions."
)
@click.option(
    "--paragraph", help="Tell one paragraph's story, as in op8; ids are those of the newest version."
)
@click.option("--only", type=click.Choice(["substantive"]), help="Leave out what rolls over or is editorial.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="What to print."
)
@options.library_options
def command(
    documents: tuple[str, ...],
    language: str | None,
    back: int | None,
    paragraph: str | None,
    only: str | None,
    format_: str,
    library: Path | None,
    fetch: bool,
) -> int:
    """Follow each paragraph through the versions of a document.

    Name the versions, or one of them: then the library's series gives the others. In the table ~ is an edit of
    substance, ≈ one that only rolls over or is editorial.
    """
    from aligner.lineage import trace

    opened = _open(documents, language, back, library, fetch)
    lineage = trace(opened)
    if only and not paragraph:
        lineage = lineage.substantive
    if format_ == "json":
        from aligner.reports.json import dumps

        sys.stdout.write(dumps(lineage.to_dict()))
    else:
        width = options.terminal_width()
        lines = (
            _story(lineage, lineage.thread(paragraph), only == "substantive", width)
            if paragraph
            else _matrix(lineage, width)
        )
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return SAME


def _open(
    names: tuple[str, ...], language: str | None, back: int | None, library: Path | None, fetch: bool
) -> list[Resolution]:
    from corpora.resolve import resolve_together

    if len(names) > 1:
        return list(
            resolve_together(names, language=language, library=library, fetch=fetch, say=options.talk)
        )
    newest = options.open_document(names[0], language, library, fetch)
    before = earlier(newest, back, library, fetch)
    if not before:
        raise OptionError(
            "the library knows no earlier version",
            newest.name,
            "name the versions, or add them to the library",
        )
    return [*before, newest]


def earlier(newest: Resolution, back: int | None, library: Path | None, fetch: bool) -> list[Resolution]:
    """The versions before one, as the library's series has them, oldest first; none where it knows of none."""
    from corpora.library import Library
    from corpora.library.location import library_path
    from corpora.library.series import series_of

    path = Path(library_path(library))
    if newest.symbol is None or not path.exists():
        return []
    with Library.open(path) as opened:
        found = series_of(opened, newest.symbol)
    symbols = [str(symbol) for symbol in found.members] if found else []
    before = symbols[: symbols.index(str(newest.symbol))] if str(newest.symbol) in symbols else []
    return [
        options.open_document(s, newest.language, library, fetch) for s in before[-back if back else None :]
    ]


def _heading(lineage: Lineage, width: int) -> Iterator[str]:
    for n, d in enumerate(lineage.documents, 1):
        day = f" · {d.adopted}" if d.adopted else ""
        yield clip(f"{n:>3}  {d.name} · {d.language}{day} · {d.provenance.notice}", width)
    yield ""


def _matrix(lineage: Lineage, width: int) -> Iterator[str]:
    yield from _heading(lineage, width)
    columns = "".join(f"{n % 100:>3}" for n in range(1, len(lineage.documents) + 1))
    yield f"{'':{TAG}}{columns}"
    for (name, signs), thread in zip(lineage.matrix(), lineage.threads, strict=True):
        last = next(step for step in reversed(thread.steps) if step.paragraph)
        text = lineage.documents[last.version][last.paragraph].text
        marks = "".join(f"{sign:>3}" for sign in signs)
        room = max(LEAST, width - TAG - len(marks) - 2)
        yield f"{pad(name.removeprefix('m.'), TAG)}{marks}  {clip(text, room)}".rstrip()
    yield ""
    key = "+ new  = kept  ~ edited  ≈ rolled over or editorial  → moved  < split  > merged  − dropped  · absent  ^ back"
    yield from (key[start:end] for start, end in wrap(key, width))


def _story(lineage: Lineage, thread: Thread, only_substantive: bool, width: int) -> Iterator[str]:
    """A paragraph's life: each change in its surroundings, the versions that left it alone in one line."""
    yield from _heading(lineage, width)
    for quiet, group in groupby(thread.steps, key=lambda step: _is_quiet(step, only_substantive)):
        steps = list(group)
        if quiet:
            names = [lineage.documents[step.version].name for step in (steps[0], steps[-1])]
            yield f"{' to '.join(dict.fromkeys(names))}  {steps[-1].paragraph}  {_left_alone(steps)}"
            yield ""
            continue
        for step in steps:
            yield from _step(step, lineage.documents[step.version], width)


def _is_quiet(step: Step, only_substantive: bool) -> bool:
    slight = step.event == "edited" and step.change != "substantive"
    return step.event == "kept" or (only_substantive and slight)


def _left_alone(steps: Sequence[Step]) -> str:
    return "kept" if all(step.event == "kept" for step in steps) else "nothing of substance"


def _step(step: Step, document: Resolution, width: int) -> Iterator[str]:
    moved = ", moved" if step.moved else ""
    change = f", {'roll-over' if step.change == 'rollover' else step.change}" if step.change else ""
    yield shown(f"{document.name}  {step.paragraph or '–'}  {step.event}{moved}{change}")
    yield from (f"    {line}" for line in _told(step, document, width - 4))
    yield ""


def _told(step: Step, document: Resolution, width: int) -> Iterator[str]:
    """What a version did to the paragraph: its words at first, later the edits within it."""
    if not step.paragraph:
        return
    marks = {"equal": ("", ""), "delete": ("⟦", "⟧"), "insert": ("⟪", "⟫")}
    text = "".join(marks[name][0] + part + marks[name][1] for name, part in step.ops)
    text = text or document[step.paragraph].text
    for start, end in wrap(text, max(LEAST, width), document.language):
        yield shown(text[start:end])
