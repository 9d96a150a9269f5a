"""Number words of Russian, in every case and gender, and compounds such as «двадцатипятилетие»."""

from __future__ import annotations

import re
from functools import cache

Table = dict[str, tuple[int, bool]]

_CARDINALS = (
    "один одна одно одного одной одному одним одну одном:1 два две двух двум двумя оба обе обоих обеих:2 "
    "три трех трем тремя:3 четыре четырех четырем четырьмя:4 пять пяти пятью:5 шесть шести шестью:6 "
    "семь семи семью:7 восемь восьми восемью:8 девять девяти девятью:9 десять десяти десятью:10 "
    "двадцать двадцати двадцатью:20 тридцать тридцати тридцатью:30 сорок сорока:40 "
    "пятьдесят пятидесяти:50 шестьдесят шестидесяти:60 семьдесят семидесяти:70 восемьдесят восьмидесяти:80 "
    "девяносто девяноста:90 сто ста:100 двести двухсот:200 триста трехсот:300 четыреста четырехсот:400 "
    "пятьсот пятисот:500 шестьсот шестисот:600 семьсот семисот:700 восемьсот восьмисот:800 девятьсот девятисот:900 "
    "тысяча тысячи тысяч тысячу:1000 миллион миллиона миллионов миллионы:1000000 "
    "миллиард миллиарда миллиардов миллиарды:1000000000 дважды двойной двойное:2 трижды:3 половина половины половину:2 "
    "треть трети:3 четверть четверти:4 десятилетие десятилетия десятилетий десятилетии десятилетием:10"
)
_STEMS = (
    "перв втор четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат "
    "шестнадцат семнадцат восемнадцат девятнадцат"
)
_NUMBERS = (1, 2, *range(4, 20))
_TENS = "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот"
_ENDINGS = "ый ой ий ая ое ого ому ым ом ую ые ых ыми".split()
_THIRD = "третий третья третье третьего третьей третьему третьим третьем третью третьи третьих третьими"
_TEENS = "одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
_GENITIVES = {
    "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10,
    "одиннадцати": 11, "двенадцати": 12, "пятнадцати": 15, "двадцати": 20, "тридцати": 30, "сорока": 40,
    "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80, "девяносто": 90, "сто": 100,
}  # fmt: skip
_COMPOUND = re.compile("([а-я]+?)(?:лети|летн|годич|сторонн|дневн|месячн)[а-я]+$")


def table() -> Table:
    """Every inflected number word, in lower case, ё written е."""
    words: Table = {}
    for entry in re.findall(r"([а-я ]+):(\d+)", _CARDINALS):
        words |= {w: (int(entry[1]), False) for w in entry[0].split()}
    for n, word in enumerate(_TEENS.split(), 11):
        words |= dict.fromkeys((word, word[:-1] + "и", word[:-1] + "ью"), (n, False))
    stems = list(zip(_STEMS.split(), _NUMBERS, strict=True))
    stems += list(zip(_TENS.split(), range(20, 101, 10), strict=True))
    for stem, n in stems:
        words |= {stem + end: (n, True) for end in _ENDINGS}
    return words | dict.fromkeys(_THIRD.split(), (3, True))


@cache
def compound(word: str) -> tuple[int, bool] | None:
    """The number at the head of a compound: «двадцатипятилетие» is 25."""
    match = _COMPOUND.match(word)
    if not match:
        return None
    head, number = match[1], 0
    for stem in sorted(_GENITIVES, key=len, reverse=True):
        if head.startswith(stem) and _GENITIVES[stem] >= 20:
            head, number = head.removeprefix(stem), _GENITIVES[stem]
            break
    if head:
        unit = _GENITIVES.get(head)
        if unit is None:
            return None
        number += unit
    return (number, True) if number else None
