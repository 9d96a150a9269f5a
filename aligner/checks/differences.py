"""Values that one paragraph has and its counterpart lacks, once every other way to say them is taken into account."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from aligner.values import Value, core, date_parts


@dataclass(frozen=True, slots=True)
class Difference:
    """The strong values of each side that nothing on the other side explains."""

    missing: tuple[Value, ...]
    extra: tuple[Value, ...]


def differ(a: tuple[Value, ...], b: tuple[Value, ...]) -> Difference:
    """What of `a` is missing in `b`, and what `b` has beyond `a`, by value and without regard to order or count."""
    missing, extra = _unmatched(a, b), _unmatched(b, a)
    if not missing and not extra:
        return Difference((), ())
    missing, extra = _without_marks(missing, b, extra)
    extra, missing = _without_marks(extra, a, missing)
    return Difference(_unexplained(missing, extra, b), _unexplained(extra, missing, a))


def _without_marks(
    these: list[Value], whole: tuple[Value, ...], others: list[Value]
) -> tuple[list[Value], list[Value]]:
    """Both without values that are one of `whole` with a note's mark run into it: 36/105 of note 5."""
    for marked in list(these):
        for clean in whole:
            if mark := _mark_between(clean, marked):
                these = [v for v in these if v is not marked]
                others = [v for v in others if v is not clean and v.value != mark]
                break
    return these, others


def _mark_between(clean: Value, marked: Value) -> str:
    """The digits that a value has beyond a symbol, a year, or the year of a date; nothing where it is another value."""
    stem = clean.value[:4] if clean.kind in ("date", "year") else clean.value
    if "/" not in stem and clean.kind not in ("date", "year"):
        return ""
    mark = marked.value.removeprefix(stem)
    same = clean.kind == marked.kind or (clean.kind != "symbol" and marked.kind == "number")
    return mark if same and mark != marked.value and mark.isdigit() and len(mark) <= 2 else ""


def _unmatched(these: tuple[Value, ...], those: tuple[Value, ...]) -> list[Value]:
    said = _Said(those)
    return [v for v in these if not v.weak and not said.answers(v)]


_COUNCIL = re.compile(
    r"(\d+) \((?:19|20)\d\d\)$"
)  # a resolution of the Security Council, also cited without its year


class _Said:
    """What one side says, ready to be asked."""

    def __init__(self, found: tuple[Value, ...]) -> None:
        self.exact = {(v.kind, v.value) for v in found}
        symbols = [core(v.value) for v in found if v.kind == "symbol"]
        self.cores = {*symbols, *(s.rpartition("/")[2] for s in symbols)}
        self.numbers = {v.number for v in found if v.number is not None}
        self.numbers |= {Decimal(m[1]) for s in symbols if (m := _COUNCIL.match(s))}
        dates = [v.value for v in found if v.kind == "date"]
        self.days = {d[-5:] for d in dates}
        self.yearless = {d[2:] for d in dates if d.startswith("--")}
        self.months = {d[:7] for d in dates}
        self.years = {d[:4] for d in dates}

    def answers(self, v: Value) -> bool:
        """Whether the value is said here, in this or another form."""
        if (v.kind, v.value) in self.exact:
            return True
        if v.kind == "symbol":
            head, _, last = core(v.value).rpartition("/")
            return core(v.value) in self.cores or (
                head in self.cores and last in self.cores and not last.isdigit()
            )
        if v.kind == "date":
            return self._has_day(v.value)
        if v.number is None or v.number in self.numbers:
            return v.number is not None
        if v.kind == "decade":
            return Decimal(v.value[-2:]) in self.numbers
        return v.kind == "year" and v.value in self.years

    def _has_day(self, date: str) -> bool:
        if date.startswith("--"):
            return date[2:] in self.days
        if date[-5:] in self.yearless or ("date", date[:7]) in self.exact:
            return True
        return len(date) == 7 and date in self.months


def _unexplained(these: list[Value], others: list[Value], whole: tuple[Value, ...]) -> tuple[Value, ...]:
    """Those whose parts no values of another kind hold on the other side, at least one of them unmatched itself."""
    out = []
    for v in these:
        own = set(parts_of([v]))
        loose = set(parts_of(x for x in others if x.kind != v.kind or v.kind == "number"))
        every = set(parts_of(x for x in whole if x.kind != v.kind or v.kind == "number"))
        if not (own and own <= every and own & loose) and not _other_scale(v, every):
            out.append(v)
    return tuple(out)


def _other_scale(v: Value, every: set[Decimal]) -> bool:
    """ "88 to 115 million" may say 88 or 88 million."""
    number = v.number
    return number is not None and any(number * s in every or number / s in every for s in SHARED_SCALES)


SHARED_SCALES = (10**3, 10**4, 10**6, 10**8, 10**9, 10**12)


def parts_of(found: Iterable[Value]) -> Iterable[Decimal]:
    """The bare numbers in values: day and year of a date, the numbers of a symbol, both sides of a decimal mark."""
    for v in found:
        if v.kind == "date":
            year, _, day = date_parts(v.value)
            yield from (Decimal(n) for n in (year, day) if n)
        elif v.kind == "symbol" or (v.number is not None and "." in v.value):
            yield from (Decimal(n) for n in re.findall(r"\d+", v.value))
        elif v.number is not None:
            yield v.number
