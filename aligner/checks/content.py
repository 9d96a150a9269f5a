"""Numbers, years, dates, symbols and addresses that one version has and the other lacks, by value in any script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from aligner.checks.differences import Difference, differ
from aligner.checks.rows import Pair, Row
from aligner.model import Finding, Severity
from aligner.values import Value, ValueKind

TRIVIAL = 2
"""A number up to this, alone on one side, is often idiom ("one", "the two", "both"); range 0-10."""

FAMILIES: dict[str, frozenset[ValueKind]] = {
    "symbol": frozenset(("symbol",)),
    "address": frozenset(("url",)),
    "date": frozenset(("date",)),
    "year": frozenset(("year", "decade")),
    "number": frozenset(("number", "ordinal", "percent", "money", "article", "paragraph")),
}


def find(pair: Pair, family: str) -> Iterator[Finding]:
    """The differences of one family of values."""
    for row, difference in _differences(pair):
        yield from _findings(row, difference, family)


@cache
def _differences_of(texts: tuple[str, str], languages: tuple[str, str]) -> Difference:
    from aligner.values import values

    return differ(values(texts[0], languages[0]), values(texts[1], languages[1]))


def _differences(pair: Pair) -> Iterator[tuple[Row, Difference]]:
    for row in pair.rows:
        if row.text_a != row.text_b:
            difference = _differences_of((row.text_a, row.text_b), row.languages)
            if difference.missing or difference.extra:
                yield row, difference


def _findings(row: Row, difference: Difference, family: str) -> Iterator[Finding]:
    a, b = row.languages
    missing = _of(difference.missing, family)
    extra = _of(difference.extra, family)
    for here, there in zip(missing, extra, strict=False):
        message = f"{b} has {_shown(there)} where {a} has {_shown(here)}"
        yield row.finding(
            family, "error", message, at_a=(here.start, here.end), at_b=(there.start, there.end),
            suggestion=here.value,
        )  # fmt: skip
    for v in missing[len(extra) :]:
        message = f"{_shown(v)} of {a} is not in {b}"
        yield row.finding(family, _alone(v, difference), message, at_a=(v.start, v.end))
    for v in extra[len(missing) :]:
        message = f"{b} has {_shown(v)}, which is not in {a}"
        yield row.finding(family, _alone(v, difference), message, at_b=(v.start, v.end))


def _of(found: tuple[Value, ...], family: str) -> list[Value]:
    kinds = FAMILIES[family]
    return list({(v.kind, v.value): v for v in reversed(found) if v.kind in kinds}.values())[::-1]


def _alone(v: Value, difference: Difference) -> Severity:
    number = v.number
    return "info" if number is not None and number <= TRIVIAL else "warning"


def _shown(v: Value) -> str:
    if v.kind == "percent":
        return f"{v.value}%"
    if v.kind == "money":
        return f"{v.currency} {v.value}".strip()
    if v.kind in ("article", "paragraph", "decade"):
        return f"{v.kind} {v.value}" if v.kind != "decade" else f"{v.value}s"
    return v.value
