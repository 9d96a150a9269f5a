"""Numbers, years, dates, symbols and addresses that one version has and the other lacks, by value in any script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from aligner.checks.differences import Difference, differ
from aligner.checks.rows import Pair, Row
from aligner.checks.settings import Settings
from aligner.findings import Finding, Severity
from aligner.values import Value, ValueKind
from corpora.languages import CODES, format_date

TRIVIAL = 2
"""A number up to this, alone on one side, is often idiom ("one", "the two", "both"); range 0-10."""

FAMILIES: dict[str, frozenset[ValueKind]] = {
    "symbol": frozenset(("symbol",)),
    "address": frozenset(("url",)),
    "date": frozenset(("date",)),
    "year": frozenset(("year", "decade")),
    "number": frozenset(("number", "ordinal", "percent", "money", "article", "paragraph")),
}


def find(pair: Pair, settings: Settings, family: str) -> Iterator[Finding]:
    """The differences of one family of values."""
    for row, difference in _differences(pair):
        for finding in _findings(row, difference, family):
            # The languages of one document are not distributed on the same day.
            yield replace(finding, severity="info") if "m.published" in row.ids_a else finding


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
        yield row.finding(
            family, "error", f"{b} has {shown(there)} where {a} has {shown(here)}",
            at_a=(here.start, here.end), at_b=(there.start, there.end), suggestion=_suggestion(here, there, b),
            about=f"{here.value}>{there.value}",
        )  # fmt: skip
    for v in missing[len(extra) :]:
        message = f"{shown(v)} of {a} is not in {b}"
        yield row.finding(family, _alone(v), message, at_a=(v.start, v.end), about=f"{v.value}>")
    for v in extra[len(missing) :]:
        message = f"{b} has {shown(v)}, which is not in {a}"
        yield row.finding(family, _alone(v), message, at_b=(v.start, v.end), about=f">{v.value}")


def _suggestion(here: Value, there: Value, language: str) -> str:
    """What should stand in the second version instead, where it can be written down safely."""
    if here.kind != there.kind or there.written == "words":
        return ""
    if here.kind == "date" and here.exists and len(here.value) == 10 and language in CODES:
        return format_date(dt.date.fromisoformat(here.value), language)
    return here.value if here.kind in ("symbol", "year", "url", "number") else ""


def _of(found: tuple[Value, ...], family: str) -> list[Value]:
    kinds = FAMILIES[family]
    return list({(v.kind, v.value): v for v in reversed(found) if v.kind in kinds}.values())[::-1]


def _alone(v: Value) -> Severity:
    number = v.number
    if v.kind == "symbol" and "Corr." in v.value:  # a corrigendum is often to one language alone
        return "info"
    return "info" if number is not None and number <= TRIVIAL else "warning"


def shown(v: Value) -> str:
    """A value as a message names it."""
    if v.kind == "percent":
        return f"{v.value}%"
    if v.kind == "money":
        return f"{v.currency} {v.value}".strip()
    if v.kind in ("article", "paragraph", "decade"):
        return f"{v.kind} {v.value}" if v.kind != "decade" else f"{v.value}s"
    return v.value
