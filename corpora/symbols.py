"""Reading and writing document symbols: "61/168" → A/RES/61/168, in the manners of six languages."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from corpora.errors import SymbolError
from corpora.model import Symbol
from corpora.symbol_words import Organ, organ_in, without_words

FIRST_NUMBERED_SESSION = 31  # until the thirtieth the General Assembly wrote 217 A (III)
LAST_SESSION = 130  # of the General Assembly: some fifty years ahead
FIRST_YEAR, LAST_YEAR = 1946, 2100  # of the Security Council and the Economic and Social Council

_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX")
_ROMAN = tuple(tens + units for tens in _TENS for units in _UNITS)[1:]  # I to LXIX
LAST_ROMAN = 30  # the General Assembly's; the Economic and Social Council's is the sixty-third
_ARABIC_LETTERS = {
    "ألف": "A",
    "باء": "B",
    "جيم": "C",
    "دال": "D",
    "هاء": "E",
    "واو": "F",
    "زاي": "G",
    "حاء": "H",
}
# Cyrillic and full-width letters that people type for the Latin ones of a symbol.
_LATIN = str.maketrans("АВЕСНХКМОРТасехорІі", "ABECHXKMOPTacexopIi")
_MANNERS: dict[Organ, tuple[str, str]] = {
    "GA": ("General Assembly", "61/168 or 217 A (III)"),
    "SC": ("Security Council", "1325 (2000)"),
    "HRC": ("Human Rights Council", "53/11 or S-33/1"),
    "ECOSOC": ("Economic and Social Council", "2023/18"),
}


class FoundSymbol(NamedTuple):
    """A symbol in a text, from offset `start` to `end`."""

    symbol: Symbol
    start: int
    end: int


_HAN = "\u2e80-\u9fff"  # Chinese does not part a symbol from the words around it


@cache
def _pattern() -> re.Pattern[str]:
    """All ways to write a symbol; what each means is told by `_meaning`."""
    sep = r"\s?/\s?"
    roman = r"(?P<{0}>(?:ES-|S-)?[IVXL]{{1,7}}|د\s?[-–]?\s?\d{{1,2}})"
    # A capital: "la résolution 61/168 a été" has no part; "A-B", "A and B" are two parts in one document.
    one = r"(?:(?-i:[A-Z])|ألف|باء|جيم|دال|هاء|واو|زاي|حاء)"
    join = r"(?:\s?[-–]\s?|\s(?:and|et|y|e|и)\s|\s?(?:و|至|和)\s?)"
    letter = rf"(?:\s?(?P<{{0}}>{one}(?:{join}{one})?)(?![^\W\d_]))?"
    special = r"(?:ES|S|د\s?إ\s?ط|د\s?إ)\s?[-–]\s?\d{1,2}"
    return re.compile(
        rf"(?<!/)(?<![^\W{_HAN}])(?:"
        rf"A{sep}(?P<kind>RES|DEC){sep}(?P<session>\d{{1,3}}|{special}){sep}(?P<number>\d{{1,4}}){letter.format('part')}(?P<more>/(?:Add|Rev|Corr)\.\d+)?"
        rf"|A{sep}RES{sep}(?P<old>\d{{1,4}}){letter.format('oldpart')}\s?\(\s?{roman.format('oldsession')}\s?\){letter.format('oldpart2')}"
        rf"|E{sep}RES{sep}(?P<eold>\d{{1,4}}){letter.format('eoldpart')}\s?\(\s?(?P<eoldsession>[IVXL]{{1,7}})\s?\)"
        rf"|S{sep}RES{sep}(?P<sc>\d{{1,4}})(?:\s?\(\s?(?P<scyear>\d{{4}})\s?\))?"
        rf"|(?:A{sep})?HRC{sep}(?P<hrckind>RES|DEC){sep}(?P<hrc>(?:S-)?\d{{1,3}}{sep}\d{{1,3}})"
        rf"|E{sep}(?P<ekind>RES|DEC){sep}(?P<ecosoc>\d{{4}}{sep}\d{{1,4}}){letter.format('epart')}"
        rf"|(?P<doc>(?:A|S|E|ST|TD|DP|CD|CCPR|CAT|CRC|CEDAW|CERD|NPT|CCW|ICCD|FCCC|HSP|UNEP|UNW)/(?!(?:RES|DEC)/)(?:(?:ES-|S-)\d{{1,2}}/|[A-Z\d][\w.]*/)*(?=[^/\s]*\d)[A-Z\d][\w.]*"
        rf"(?:/(?:Add|Rev|Corr|Amend)\.\d+)*(?:\s?\(\d{{4}}\))?)"
        rf"|(?P<bareold>\d{{1,4}}){letter.format('barepart')}\s?\(\s?{roman.format('baresession')}\s?\){letter.format('barepart2')}"
        rf"|(?P<baresc>\d{{1,4}})\s?\(\s?(?P<bareyear>(?:19|20)\d\d)\s?\)"
        rf"|(?P<bare>(?:\d{{1,3}}|\d{{4}}|{special}){sep}\d{{1,4}}){letter.format('bareletter')}"
        rf")(?!/)(?![^\W{_HAN}])",
        re.IGNORECASE,
    )


def parse(text: str, *, language: str | None = None) -> Symbol:
    """The symbol that a text names, in its canonical form.

    Takes what people write in the six languages: "61/168", "a_res_61_168", "résolution 61/168",
    "第61/168号决议", "217 A (III)", "ES-11/1", "UNSCR 1325", "HRC 53/11". `language` is an ISO code and only a
    help to the reader of the call: the forms of all languages are taken.

    Raises `SymbolError`, with what was probably meant.
    """
    if symbol := _plain(text.strip()):
        return symbol
    core, organ = without_words(_normal(text))
    if organ == "SC" and core.isdecimal() and len(core) <= 4:  # it counts through: the year is not needed
        return Symbol(f"S/RES/{core}")
    found = _pattern().fullmatch(core) or _pattern().fullmatch(core.upper())
    if found and (symbol := _meaning(found, text, organ)):
        return symbol
    raise _no_symbol(text, core)


def cited(text: str) -> Symbol:
    """As `parse`, but also of a whole citation that names one symbol: "resolution 61/168 of 19 December 2006"."""
    try:
        return parse(text)
    except SymbolError:
        whole = _normal(text)
        found = _only(whole)
        if found and (symbol := _meaning(found, text, organ_in(whole))):
            return symbol
        raise


def _plain(text: str) -> Symbol | None:
    """The two commonest forms, told without the large pattern."""
    session, slash, number = text.removeprefix("A/RES/").partition("/")
    plain = slash and text.isascii() and session.isdigit() and number.isdigit() and len(number) <= 4
    if plain and FIRST_NUMBERED_SESSION <= int(session) <= LAST_SESSION:
        return Symbol(f"A/RES/{session}/{number}")
    return None


def find(text: str) -> tuple[FoundSymbol, ...]:
    """All symbols in a running text, in order; "the years 2005/06" and fractions are none."""
    found = []
    for match in _pattern().finditer(_same_length(text)):
        try:
            symbol = _meaning(match, text)
        except SymbolError:
            continue
        if symbol:
            found.append(FoundSymbol(symbol, match.start(), match.end()))
    return tuple(found)


def _normal(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.replace("’", "'")).translate(_LATIN if _mixed(text) else {})
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    text = re.sub(r"[\u200e\u200f\u061c\u00ad]", "", text).replace("\u2011", "-")
    if re.fullmatch(r"[AES]_[\w.()-]+", text, re.IGNORECASE):  # as file names write it
        year = re.fullmatch(r"(S_RES_\d+)_\(?(\d{4})\)?", text, re.IGNORECASE)
        text = f"{year[1]} ({year[2]})" if year else text
        text = text.replace("_", "/")
    text = re.sub(r"\b([A-Z])\.\s?([A-Z])\.", r"\1\2", text)  # G.A. Res., U.N. Doc., as law reviews write it
    text = re.sub(r"(?<=\))\s?\[([A-Z])\]", r" \1", text)  # 217(III)[A], as library catalogues write it
    return re.sub(r"\s+", " ", text).strip(" \t.,;:*[]«»“”\"'")


def _same_length(text: str) -> str:
    """The text with digits and signs unified, character by character, so that offsets hold."""
    if text.isascii():
        return text
    table = {"\u00a0": " ", "\u202f": " ", "\u2011": "-", "（": "(", "）": ")", "／": "/"}
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else table.get(c, c) for c in text)


def _mixed(text: str) -> bool:
    """Whether Cyrillic letters stand where a symbol has Latin ones: "А/RES/61/168", "(ХХVI)"."""
    return bool(re.match(r"[АЕ]\s?/", text.strip()) or re.search(r"\([IVXХІ]*[ХІ][IVXХІ]*\)", text))


def _only(text: str) -> re.Match[str] | None:
    """The one symbol of a citation: "61/168 of 19 December 2006"; none where more of a symbol is left over."""
    found = list(_pattern().finditer(text))
    if len(found) != 1:
        return None
    rest = f"{text[: found[0].start()]} {text[found[0].end() :]}"
    torn = rest.count("(") != rest.count(")") or re.search(r"\d\s?/|/\s?\d|\b[IVXL]{2,}\b", rest)
    return None if torn else found[0]


def _meaning(m: re.Match[str], text: str, organ: Organ | None = None) -> Symbol | None:
    g = m.groupdict()
    if organ and (g["bare"] or g["bareold"] or g["baresc"]):
        return _of_organ(organ, g, text)
    if g["session"]:
        number = _checked(_session(g["session"]), g["number"], text)
        return Symbol(f"A/{g['kind'].upper()}/{number}{_part(g['part'])}{_capitals(g['more'] or '')}")
    if g["old"] or g["bareold"] or g["eold"]:
        return _old(g)
    if g["sc"] or g["baresc"]:
        year = g["scyear"] or g["bareyear"]
        if year and not FIRST_YEAR <= int(year) <= LAST_YEAR:
            return None
        return Symbol(f"S/RES/{g['sc'] or g['baresc']}" + (f" ({year})" if year else ""))
    if g["hrc"]:
        return Symbol(f"A/HRC/{g['hrckind'].upper()}/{_tight(g['hrc']).upper()}")
    if g["ecosoc"]:
        return Symbol(f"E/{g['ekind'].upper()}/{_tight(g['ecosoc'])}{_part(g['epart'])}")
    if g["doc"]:
        return Symbol(_document(g["doc"]))
    return _bare(g["bare"], _part(g["bareletter"]), text)


def _of_organ(organ: Organ, g: dict[str, str | None], text: str) -> Symbol | None:
    """What a number means whose organ is named beside it; an organ numbers its resolutions in its own way."""
    first, _, number = _tight(g["bare"] or "").partition("/")
    if organ == "GA" and (g["bareold"] or (first and not re.fullmatch(r"\d{4}", first))):
        return _old(g) if g["bareold"] else _bare(g["bare"] or "", _part(g["bareletter"]), text)
    if organ == "SC" and g["baresc"]:
        return Symbol(f"S/RES/{g['baresc']} ({g['bareyear']})")
    if organ == "HRC" and re.fullmatch(r"(?:S-)?\d{1,3}", session := _session(first)) and len(number) <= 3:
        return Symbol(f"A/HRC/{_kind(text)}/{session}/{number}")
    if organ == "ECOSOC" and g["bareold"]:
        return _old(g, "E")
    if organ == "ECOSOC" and re.fullmatch(r"\d{4}", first):
        return Symbol(f"E/{_kind(text)}/{first}/{number}{_part(g['bareletter'])}")
    name, manner = _MANNERS[organ]
    raise SymbolError(
        f"no resolution of the {name} is numbered so: {text.strip()!r}", remedy=f"write {manner}"
    )


def _kind(text: str) -> str:
    return "DEC" if re.search(r"\bdecisi|\bdécisi|\bрешени|决定|مقرر", text.casefold()) else "RES"


def _old(g: dict[str, str | None], body: str = "") -> Symbol | None:
    """A resolution numbered with its session in Roman numerals; beyond the thirtieth they are the Council's."""
    session = _old_session(g["oldsession"] or g["baresession"] or g["eoldsession"] or "")
    part = g["oldpart"] or g["oldpart2"] or g["barepart"] or g["barepart2"] or g["eoldpart"]
    number = g["old"] or g["bareold"] or g["eold"]
    if not session:
        return None
    late = session in _ROMAN[LAST_ROMAN:]
    if late and g["old"]:
        return None
    body = body or ("E" if late or g["eold"] else "A")
    return Symbol(f"{body}/RES/{number}{_part(part)} ({session})")


def _bare(bare: str, part: str, text: str) -> Symbol | None:
    first, _, number = _tight(bare).partition("/")
    session = _session(first)
    if session.isdecimal() and len(session) == 4:
        return Symbol(f"E/RES/{session}/{number}{part}") if FIRST_YEAR <= int(session) <= LAST_YEAR else None
    return Symbol(f"A/{_kind(text)}/{_checked(session, number, text)}{part}")


def _checked(session: str, number: str, text: str) -> str:
    """ "61/168" if the General Assembly can have such a session."""
    if session.isdecimal():
        n = int(session)
        if n < FIRST_NUMBERED_SESSION:
            remedy = (
                f"up to session 30 write the number and the session, as in {number} ({_ROMAN[n - 1]})"
                if n
                else ""
            )
            raise SymbolError(f"no resolution of session {n} is numbered so: {text.strip()!r}", remedy=remedy)
        if n > LAST_SESSION:
            swapped = FIRST_NUMBERED_SESSION <= int(number) <= LAST_SESSION
            remedy = (
                f"did you mean A/RES/{number}/{session}?"
                if swapped
                else "the session comes first, as in 61/168"
            )
            raise SymbolError(f"there is no session {n}: {text.strip()!r}", remedy=remedy)
    return f"{session}/{number}"


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def _session(text: str) -> str:
    """A session's number: "61", "ES-11", "S-9", also from the Arabic "دإط-11"."""
    text = _tight(text).replace("–", "-")
    return text.replace("دإط-", "ES-").replace("دإ-", "S-").upper()


def _old_session(text: str) -> str:
    """A session in Roman numerals, also from the Arabic "د-15"; empty if there is none such."""
    text = _tight(text).upper()
    if text.startswith("د"):
        number = int(re.sub(r"\D", "", text))
        return _ROMAN[number - 1] if 0 < number <= len(_ROMAN) else ""
    return text if text.rpartition("-")[2] in _ROMAN else ""


def _part(letters: str | None) -> str:
    """The letter of a part, or those of two, as it follows a number: " A", " A-B"."""
    if not letters:
        return ""
    found = re.findall(rf"(?<![A-Z])[A-Z](?![A-Z])|{'|'.join(_ARABIC_LETTERS)}", letters)
    return f" {'-'.join(_ARABIC_LETTERS.get(letter, letter) for letter in found)}"


def _document(text: str) -> str:
    """A document's symbol with its usual capitals: "a/c.3/80/l.35/rev.1" → A/C.3/80/L.35/Rev.1."""
    if not any(c.isupper() for c in text[1:]):
        text = text.upper()
    text = re.sub(r"\s?(?=\(\d{4}\)$)", " ", text[0].upper() + text[1:].rstrip("."))
    return _capitals(text)


def _capitals(text: str) -> str:
    """ "/ADD.1" as "/Add.1"."""
    return re.sub(
        r"/(ADD|REV|CORR|AMEND|SUB)\.", lambda m: f"/{m[1].capitalize()}.", text, flags=re.IGNORECASE
    )


def _no_symbol(text: str, core: str) -> SymbolError:
    shown = text.strip()[:60]
    if not core:
        return SymbolError("no symbol given", remedy="write one such as 61/168 or A/RES/61/168")
    for guess in _guesses(core):
        found = _pattern().fullmatch(guess)
        try:
            symbol = _meaning(found, guess) if found else None
        except SymbolError:
            continue
        if symbol:
            return SymbolError(f"{shown!r} is no document symbol", remedy=f"did you mean {symbol}?")
    if re.fullmatch(r"A/RES/\d{1,3}/?", core, re.IGNORECASE):
        return SymbolError(f"{shown!r} lacks the resolution's number", remedy="write it as in A/RES/61/168")
    if re.fullmatch(r"\d{1,4}", core):
        return SymbolError(f"{shown!r} lacks the session or the year", remedy="write 61/168 or 2815 (2026)")
    return SymbolError(
        f"{shown!r} is no document symbol",
        remedy="write one such as 61/168, S/RES/2815 (2026) or 217 A (III)",
    )


def _guesses(core: str) -> list[str]:
    """What a near miss may have meant."""
    digits = core.translate(str.maketrans("OolI|", "00111"))
    year = re.fullmatch(r"S/RES/(\d{1,4})[/ -]+(\d{4})", core, re.IGNORECASE)
    resolution = re.sub(r"^(?:/|A/?|A RES|RES|GA|UNGA|A/RES)[ /]+", "A/RES/", core, flags=re.IGNORECASE)
    return [
        *([f"S/RES/{year[1]} ({year[2]})"] if year else []),
        re.sub(r"\s*[-–.\\:_ ]\s*", "/", core),
        re.sub(r"/+", "/", core).strip("/"),
        digits,
        re.sub(r"(?<=[/\d])[OolI|](?=[/\d]|$)", lambda m: "0" if m[0] in "Oo" else "1", core),
        re.sub(r"/+", "/", resolution),
        re.sub(r"^AIRES/|^A/?RE?S?/", "A/RES/", core, flags=re.IGNORECASE),
        re.sub(r"[^\d/]", "", core),
    ]
