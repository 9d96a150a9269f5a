"""Machine glosses of what changed, printed only when they were asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpora.errors import OptionError
from corpora.sources.settings import forbidden
from tui.cli import options
from tui.glossing import provider
from tui.layout.cells import shown
from tui.layout.wrap import wrap

if TYPE_CHECKING:
    from aligner.gloss import Glosser
    from aligner.model import Comparison

INDENT = 5


def print_glosses(comparison: Comparison, target: str, width: int) -> None:
    """The new side of every changed paragraph in the language `target`, each labelled with provider and date."""
    if forbidden():
        options.talk("no glosses: the network is forbidden (RESDIFF_OFFLINE)")
        return
    # `--gloss` on the command line is the user's consent: without it this code is never reached.
    glosser = provider().glosser(allowed=True)
    sys.stdout.writelines(f"{line}\n" for line in _lines(comparison, target, width, glosser))


def _lines(comparison: Comparison, target: str, width: int, glosser: Glosser) -> Iterator[str]:
    source = comparison.new.language
    if source == target:
        raise OptionError(f"the text is in {source} already", "--gloss", "name another language")
    changed = [p for link in comparison.changes for p in comparison.new_paragraphs(link)]
    glosses = glosser.gloss([p.text for p in changed], source, target)
    for paragraph, gloss in zip(changed, glosses, strict=True):
        if gloss is None:
            continue
        yield ""
        yield shown(f"{paragraph.id}  [{gloss.label}]")
        for start, end in wrap(gloss.text, width - INDENT, target):
            yield " " * INDENT + shown(gloss.text[start:end])
    if glosser.notice:
        options.talk(glosser.notice)
