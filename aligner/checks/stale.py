"""Paragraphs left as they were last year although the other version moved on."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks.differences import differ
from aligner.checks.model import version
from aligner.checks.rows import Pair, Row
from aligner.checks.settings import Settings
from aligner.findings import Finding
from aligner.model import Comparison
from aligner.values import values


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Paragraphs of the second version that still give last year's text or values.

    Where last year's text of the same language is known, a paragraph is stale if it is that text, word for word,
    while its counterpart was changed. Where only the other language's is known, it is stale if what it says by
    value differs from this year's counterpart and agrees with last year's.
    """
    earlier = pair.earlier
    if earlier is None or earlier.a is None:
        return
    from aligner.years import compare

    changed = _changed(compare(earlier.a, pair.a))
    kept = {p.text for p in earlier.b.paragraphs} if earlier.b else None
    for row in pair.rows:
        before = changed.get(row.ids_a[0]) if len(row.a) == 1 else None
        if before is None:
            continue
        if kept is not None and row.text_b in kept:
            message = f"{version(pair.b)} still has last year's text; {version(pair.a)} changed it"
            yield row.finding("stale", "error", message, about="text>")
        elif old := _answers(row, before):
            yield row.finding(
                "stale",
                "error",
                f"{version(pair.b)} still says {old}, as last year's text did",
                about=f">{old}",
            )


def _changed(comparison: Comparison) -> dict[str, str]:
    """This year's edited paragraphs with last year's text."""
    return {
        link.new[0]: "\n".join(p.text for p in comparison.old_paragraphs(link))
        for link in comparison.links
        if link.relation == "edited" and len(link.new) == 1 and link.change != "editorial"
    }


def _answers(row: Row, before: str) -> str:
    """The values of the second side that agree with last year's text and not with this year's."""
    now = differ(row.values_a, row.values_b)
    if not now.extra:
        return ""
    last = {(v.kind, v.value) for v in values(before, row.languages[0]) if not v.weak}
    return ", ".join(dict.fromkeys(v.value for v in now.extra if (v.kind, v.value) in last))
