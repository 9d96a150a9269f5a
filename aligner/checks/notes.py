"""Notes and the places where they are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks.model import version
from aligner.checks.rows import Pair
from aligner.checks.settings import Settings
from aligner.checks.single import around, found
from aligner.findings import Finding
from corpora.model import Resolution

# Lower-case letters with one or two digits hanging on them; "m2" and "km2" are units.
_STRAY = re.compile(r"(?<=[a-zà-ÿа-яё]{3})\d{1,2}(?![\d\w%])|(?<=[a-zà-ÿа-яё]{3})[»”]?[⁰¹²³⁴-⁹]{1,2}")


def single(document: Resolution, settings: Settings) -> Iterator[Finding]:
    """References without their note, notes that nothing cites, and marks left in the text."""
    cited = {t for p in document.paragraphs for t in p.note_targets}
    for p in document.paragraphs:
        for target in p.note_targets:
            if target not in document:
                yield found(
                    "note",
                    "error",
                    p,
                    f"a reference to a note that is not there ({target})",
                    about=f">{target}",
                )
        if p.kind == "note" and cited and p.id not in cited:
            yield found("note", "warning", p, f"nothing cites the note {p.label or p.id}", about=f">{p.id}")


def pair(versions: Pair, settings: Settings) -> Iterator[Finding]:
    """Notes cited in other paragraphs, or more or less often, than in the other version."""
    yield from _hanging(versions)
    a, b = version(versions.a), version(versions.b)
    partner = {r.b[0].id: r.a[0].id for r in versions.rows if r.kind == "note" and len(r.a) == len(r.b) == 1}
    if not partner:
        return
    for row in versions.rows:
        here = [t for p in row.a for t in p.note_targets]
        there = [partner.get(t, t) for p in row.b for t in p.note_targets]
        lost = [t for t in here if t not in there]
        more = [t for t in there if t not in here]
        if lost or more:
            said = "; ".join(
                [*(f"{b} does not cite {t}" for t in lost), *(f"{b} cites {t}, {a} does not" for t in more)]
            )
            yield row.finding("note", "warning", said, about=f"{' '.join(lost)}>{' '.join(more)}")


def _hanging(versions: Pair) -> Iterator[Finding]:
    """Digits that hang on a word in one version and not in the other: marks of notes that became text."""
    if {versions.a.language, versions.b.language} & {"zh", "ar"}:
        return
    for row in versions.rows:
        here, there = _STRAY.findall(row.text_a), list(_STRAY.finditer(row.text_b))
        for match in there:
            if match[0] not in here:
                message = (
                    f"digits hang on a word, perhaps a note's mark: “{around(row.text_b, *match.span())}”"
                )
                yield row.finding("note", "info", message, at_b=match.span(), about=f">{match[0]}")
