"""What a value is: a thing that every language version of a paragraph has to say alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ValueKind = Literal[
    "number", "ordinal", "percent", "money", "year", "decade", "date", "symbol",
    "article", "paragraph", "url",
]  # fmt: skip

NUMERIC: frozenset[str] = frozenset(
    ("number", "ordinal", "percent", "money", "year", "decade", "article", "paragraph")
)


@dataclass(frozen=True, slots=True)
class Value:
    """A number, date, symbol or reference in a text, independent of script and spelling.

    `value` is canonical: a plain decimal for the numeric kinds ("61", "0.7", "1200000"), ``2006-12-19``,
    ``2006-12`` or ``--12-19`` for dates, the document symbol or address as written in Latin letters otherwise.
    `start` and `end` are its characters in the text. A `weak` value may explain a value of another version but is
    not demanded of it: small number words ("one of the"), Roman numerals, second readings of an ambiguous form.
    `currency` is an ISO 4217 code for money whose currency is known. `written` says whether digits were used.
    """

    kind: ValueKind
    value: str
    start: int
    end: int
    weak: bool = False
    written: Literal["digits", "words"] = "digits"
    currency: str = ""

    @property
    def number(self) -> Decimal | None:
        """The number that a numeric value stands for."""
        return Decimal(self.value) if self.kind in NUMERIC else None

    @property
    def exists(self) -> bool:
        """Whether a date is one of the calendar; true for every other value."""
        if self.kind != "date":
            return True
        year, month, day = date_parts(self.value)
        return 1 <= month <= 12 and 0 <= day <= days_in(month, year)


def date_parts(value: str) -> tuple[int, int, int]:
    """Year, month and day of a canonical date; zero where it names none."""
    if value.startswith("--"):
        month, day = value[2:].split("-")
        return 0, int(month), int(day)
    year, month, *rest = value.split("-")
    return int(year), int(month), int(rest[0]) if rest else 0


def days_in(month: int, year: int) -> int:
    """Days of a month; February has 29 where the year is unknown (zero)."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def plain(number: Decimal | int) -> str:
    """The canonical spelling of a number: no exponent, no separators, no trailing zeros after the point."""
    text = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text
