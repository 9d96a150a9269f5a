"""The checks by name, in the order in which they are explained."""

from __future__ import annotations

from functools import partial

from aligner.checks import (
    brackets,
    calendar,
    characters,
    content,
    glossary,
    hyperlinks,
    kinds,
    labels,
    lengths,
    masthead,
    names,
    notes,
    order,
    repeated,
    stale,
    structure,
    terminology,
    typography,
    untranslated,
    verbs,
)
from aligner.checks.model import Check
from corpora.errors import OptionError

CHECKS: tuple[Check, ...] = (
    Check("missing", pair=structure.missing),
    Check("doubled", single=structure.doubled),
    Check("order", pair=order.find),
    Check("shape", pair=structure.shape),
    Check("kind", pair=kinds.find),
    Check("label", pair=labels.pair, single=labels.single),
    Check("note", pair=notes.pair, single=notes.single),
    *(Check(family, pair=partial(content.find, family=family)) for family in content.FAMILIES),
    Check("calendar", single=calendar.find),
    Check("name", pair=names.find),
    Check("masthead", single=masthead.find),
    Check("hyperlink", single=hyperlinks.find),
    Check("stale", pair=stale.find),
    Check("untranslated", pair=untranslated.find),
    Check("length", pair=lengths.find),
    Check("repeated", single=repeated.find),
    Check("verb", pair=verbs.find),
    Check("terminology", pair=terminology.find),
    Check("glossary", pair=glossary.find),
    Check("brackets", pair=brackets.find),
    Check("characters", single=characters.find),
    Check("typography", single=typography.find),
)
NAMES: frozenset[str] = frozenset(c.name for c in CHECKS)


def named(name: str) -> Check:
    """The check of that name; raises `OptionError` where there is none."""
    for check in CHECKS:
        if check.name == name:
            return check
    raise OptionError(f"no check is called {name!r}", remedy=f"choose among {', '.join(sorted(NAMES))}")
