"""`resdiff library learn`: take in at once what the documents teach about translating words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.library_text import json_out

if TYPE_CHECKING:
    from corpora.library.store import Library


def run(opened: Library, form: str) -> None:
    """Learn from every document that nothing was learnt from yet, each kept as soon as it is done."""
    from aligner.lessons import learn, outstanding

    waiting = list(outstanding(opened))
    hidden = not sys.stderr.isatty()
    with click.progressbar(waiting, label="learning", file=sys.stderr, hidden=hidden) as pairs:
        for pair in pairs:
            learn(opened, pair)
    if form == "json":
        json_out("library-learn", learnt=len(waiting))
    options.talk(f"learnt from {options.counted(len(waiting), 'pair')} of language versions")
