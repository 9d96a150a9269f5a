"""Document symbols, resolution numbers and addresses, in one spelling whatever the script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

LOOKALIKES = str.maketrans("АВЕКМНОРСТХІ", "ABEKMHOPCTXI")
_ABJAD = {
    "الف": "A", "باء": "B", "جيم": "C", "دال": "D", "هاء": "E", "واو": "F", "زاي": "G", "حاء": "H", "طاء": "I",
    "ياء": "J", "كاف": "K", "لام": "L", "ميم": "M", "نون": "N", "سين": "O", "عين": "P", "فاء": "Q", "صاد": "R",
    "قاف": "S", "راء": "T", "شين": "U", "تاء": "V", "ثاء": "W", "خاء": "X", "ذال": "Y", "ضاد": "Z",
}  # fmt: skip
_CAP = "A-ZАВЕКМНОРСТХІ"
_IN = "A-Za-zА-я0-9"
_LETTER = rf"(?:\s(?:[{_CAP}]|{'|'.join(_ABJAD)})(?![A-Za-zА-я0-9’']|\.[\w\s]))?"
_SESSION = r"(?:[A-Z]{1,2}-)?[IVXLC]+|(?:د|داط|دا|دءط)-\d+|[A-Z]{1,2}-\d+"
_NOT_AFTER = r"(?<![A-Za-zА-я0-9/.,])"
SYMBOL = re.compile(
    rf"""
    (?P<url>(?:https?://|www\.)[^\s<>"«»“”，。；、]+)
    | (?P<full>{_NOT_AFTER}[{_CAP}]{{1,8}}
        (?:/[{_CAP}0-9](?:[{_IN}.\-–]*[{_IN}])?)*
        /(?:[{_IN}.\-–]*\d[{_IN}\-–]*(?:\.\d[{_IN}]*)*|[IVXLC]+)
        (?:/[{_CAP}][{_IN}.]*[{_IN}])*(?:\s?\((?:19|20)\d\d\))?)
    | (?P<part>{_NOT_AFTER}(?:Add|Rev|Corr|Amend)\.\s?\d+)
    | (?P<special>{_NOT_AFTER}(?:ES|S|داط|دا)-\d{{1,2}}/\d{{1,3}}(?!\d){_LETTER})
    | (?P<organ>{_NOT_AFTER}(?:\d{{1,3}}|[XVI]+)/(?:[A-Z]{{2,4}}\.)?\d{{1,4}}(?![\d/]){_LETTER})
    | (?P<old>{_NOT_AFTER}\d{{1,4}}(?P<letter>{_LETTER})\s?\(\s?(?P<session>{_SESSION})\s?\))
    | (?P<council>{_NOT_AFTER}\d{{1,4}}\s?\(\s?(?:19|20)\d\d\s?\))
    """,
    re.VERBOSE,
)
RATIOS = frozenset(("50/50", "24/7", "60/40", "9/11"))
"""Written like a resolution's number and meant otherwise."""
_ADDRESS = re.compile(r"https?://|www\.")
_DIGITS = re.compile("[0-9]+")
_RUN = frozenset(
    "/.-–0123456789" + "".join(map(chr, (*range(65, 91), *range(97, 123), *range(0x400, 0x460))))
)
_ARABIC_SESSION = ("داط", "دا")
_ROMAN_HEAD = re.compile(r"^[IVX]+(?=/)")
_LANGUAGE_STEP = re.compile(r"/(?:en|fr|es|ru|zh|ar|english|french|spanish|russian|chinese|arabic)(?=/|$)")
_ROMAN = re.compile(r"^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ARABIC_SESSIONS = {"د": "", "دا": "S-", "داط": "ES-", "دءط": "ES-"}


def symbols(text: str) -> Iterator[tuple[Literal["symbol", "url"], str, int, int]]:
    """Kind, canonical form and place of each symbol and address of a folded text."""
    for match in _candidates(text):
        name = match.lastgroup if match.lastgroup != "session" else "old"
        start, end = match.span()
        written = match[0]
        if name == "url":
            written = written.rstrip(".,;:!?)»”'\"]")
            yield "url", _address(written), start, start + len(written)
        elif name in ("old", "letter") or match["session"]:
            yield "symbol", _old_style(match), start, end
        else:
            yield "symbol", canonical(written), start, end


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """Matches where one can begin: at an address, or at the start of the run of symbol characters round a digit."""
    starts = {_run_start(text, m.start()) for m in _DIGITS.finditer(text)}
    if "://" in text or "www." in text:
        starts |= {m.start() for m in _ADDRESS.finditer(text)}
    end = 0
    for start in sorted(starts):
        if start >= end and (match := SYMBOL.match(text, start)) and match[0] not in RATIOS:
            end = match.end()
            yield match


def _run_start(text: str, place: int) -> int:
    while place and text[place - 1] in _RUN:
        place -= 1
    return place - next((len(s) for s in _ARABIC_SESSION if text.endswith(s, 0, place)), 0)


def canonical(written: str) -> str:
    """A symbol in Latin capitals, with single spaces and none inside brackets."""
    text = written.translate(LOOKALIKES).replace("–", "-")
    for arabic, latin in _ABJAD.items():
        if text.endswith(" " + arabic):
            text = text.removesuffix(arabic) + latin
    text = text.replace("داط-", "ES-").replace("دا-", "S-")
    text = _ROMAN_HEAD.sub(lambda m: str(roman(m[0])), text)
    text = re.sub(r"\s?\(\s?(\w+)\s?\)", r" (\1)", text)
    return re.sub(r"\.\s", ".", text)


def core(symbol: str) -> str:
    """What different ways to cite one resolution share: ``61/168`` of ``A/RES/61/168``, ``1325`` of ``1325 (2000)``."""
    return (
        symbol.removeprefix("A/RES/").removeprefix("S/RES/").removeprefix("A/HRC/RES/").removeprefix("E/RES/")
    )


def roman(text: str) -> int | None:
    """The number of a Roman numeral in capitals; None where it is not one."""
    if not _ROMAN.match(text):
        return None
    digits = [_ROMAN_VALUES[c] for c in text]
    return sum(-d if any(d < later for later in digits[i + 1 : i + 2]) else d for i, d in enumerate(digits))


def to_roman(number: int) -> str:
    """A number from 1 to 399 in Roman numerals."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    steps = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    high = steps[tens].translate(str.maketrans("IVX", "XLC"))
    return "C" * hundreds + high + steps[units]


def _old_style(match: re.Match[str]) -> str:
    session = match["session"]
    prefix, _, number = session.rpartition("-")
    if prefix in _ARABIC_SESSIONS:
        session = _ARABIC_SESSIONS[prefix] + to_roman(int(number))
    head = canonical(match[0][: match[0].index("(")].rstrip())
    return f"{head} ({session})"


def _address(written: str) -> str:
    bare = re.sub(r"^https?://|^www\.|^https?://www\.", "", written).removeprefix("www.").rstrip("/")
    return _LANGUAGE_STEP.sub("", bare.lower())
