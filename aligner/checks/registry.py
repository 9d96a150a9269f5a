"""The checks by name, in the order in which they are explained."""

from __future__ import annotations

from functools import partial

from aligner.checks import content, lengths, order, structure, untranslated
from aligner.checks.model import Check
from corpora.errors import OptionError

CHECKS: tuple[Check, ...] = (
    Check("missing", pair=structure.missing),
    Check("doubled", single=structure.doubled),
    Check("order", pair=order.find),
    *(Check(family, pair=partial(content.find, family=family)) for family in content.FAMILIES),
    Check("untranslated", pair=untranslated.find),
    Check("length", pair=lengths.find),
)
NAMES: frozenset[str] = frozenset(c.name for c in CHECKS)


def named(name: str) -> Check:
    """The check of that name; raises `OptionError` where there is none."""
    for check in CHECKS:
        if check.name == name:
            return check
    raise OptionError(f"no check is called {name!r}", remedy=f"choose among {', '.join(sorted(NAMES))}")
