"""Chinese numerals: 六十一, 二〇〇六, 第十四, 百分之五十."""

from __future__ import annotations

import re
from collections.abc import Iterator

DIGITS = {c: i % 10 for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
FACTORS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
NUMERAL = "[〇零○一二三四五六七八九十百千万亿两]"
_RUN = re.compile(
    f"(第)?(?:百分之)?((?:(?<![0-9])[百千万亿]|[〇零○一二三四五六七八九十两]){NUMERAL}*)(?![几多余])"
)
_IDIOM = re.compile("[百千万亿]+$")


def numerals(text: str) -> Iterator[tuple[int, int, int, bool, bool]]:
    """The numerals of a text: number, start, end, whether an ordinal, whether hardly meant as a number."""
    for match in _RUN.finditer(text):
        number = value(match[2])
        if number is not None:
            idiom = bool(_IDIOM.match(match[2])) or (len(match[2]) == 1 and not match[1])
            yield number, match.start(2), match.end(2), bool(match[1]), idiom


def value(numeral: str) -> int | None:
    """The number that a run of Chinese numerals stands for, read by place or by factors; None if neither."""
    if all(c in DIGITS for c in numeral):
        if len(numeral) > 1 or numeral in DIGITS:
            return int("".join(str(DIGITS[c]) for c in numeral))
        return None
    total = section = digit = 0
    for c in numeral:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in FACTORS:
            section += (digit or 1) * FACTORS[c]
            digit = 0
        else:
            total = (total + section + digit or 1) * MYRIADS[c]
            section = digit = 0
    return total + section + digit
