"""Machine glosses of what changed, or as witnesses of an alignment, only when they were asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpora.errors import OptionError
from corpora.model import UNKNOWN_LANGUAGE
from corpora.sources.settings import forbidden
from tui.cli import options
from tui.glossing import provider, translate
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


class Witness(NamedTuple):
    """Machine translations of texts, one each, and who made them."""

    texts: list[str]
    provider: str


def witness(texts: Sequence[str], source: str, target: str) -> Witness | None:
    """Translations for `align --gloss-align`, which is the user's consent; where there are none, stderr says why."""
    if source == target or UNKNOWN_LANGUAGE in (source, target):
        raise OptionError("needs two languages that are known", "--gloss-align", "name them with --langs")
    by = provider()
    options.talk(f"asking {by.name} for {options.counted(len(texts), 'text')} from {source} into {target}")
    told, trouble = translate(by, texts, source, target)
    if told is None:
        options.talk(f"aligned without a machine translation: {trouble}")
        return None
    return Witness(told, by.name)


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
