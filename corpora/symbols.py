"""Reading and writing document symbols: "61/168" → A/RES/61/168, in the manners of six languages."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from corpora.errors import SymbolError
from corpora.model import Symbol

FIRST_NUMBERED_SESSION = 31  # until the thirtieth the General Assembly wrote 217 A (III)
LAST_SESSION = 130  # of the General Assembly: some fifty years ahead
FIRST_YEAR, LAST_YEAR = 1946, 2100  # of the Security Council and the Economic and Social Council

_ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI "
    "XXVII XXVIII XXIX XXX"
).split()
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
_WORDS = (
    "resolution", "resolutions", "res.", "decision", "draft", "general assembly", "security council",
    "human rights council", "economic and social council", "of the", "the", "résolution", "décision",
    "projet de résolution",
    "de l'assemblée générale", "du conseil de sécurité", "du conseil des droits de l'homme",
    "du conseil économique et social", "resolución", "decisión", "proyecto de resolución", "de la asamblea general",
    "del consejo de seguridad", "del consejo de derechos humanos", "del consejo económico y social",
    "резолюция", "резолюции", "резолюцию", "резолюцией", "решение", "решения", "генеральной ассамблеи",
    "совета безопасности", "совета по правам человека", "экономического и социального совета", "№",
    "大会", "安全理事会", "人权理事会", "经济及社会理事会", "第", "号", "决议草案", "决议", "决定",
    "قرار", "القرار", "مقرر", "المقرر", "الجمعية العامة", "مجلس الأمن", "مجلس حقوق الإنسان",
    "المجلس الاقتصادي والاجتماعي",
)  # fmt: skip


class FoundSymbol(NamedTuple):
    """A symbol in a text, from offset `start` to `end`."""

    symbol: Symbol
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    """All ways to write a symbol; what each means is told by `_meaning`."""
    sep = r"\s?/\s?"
    roman = r"(?P<{0}>(?:ES-|S-)?[IVX]{{1,6}}|د\s?[-–]?\s?\d{{1,2}})"
    letter = r"(?:\s?(?P<{0}>[A-Z]|ألف|باء|جيم|دال|هاء|واو|زاي|حاء)(?![^\W\d_]))?"
    special = r"(?:ES|S|د\s?إ\s?ط|د\s?إ)\s?[-–]\s?\d{1,2}"
    return re.compile(
        rf"(?<![\w/])(?:"
        rf"A{sep}(?P<kind>RES|DEC){sep}(?P<session>\d{{1,3}}|{special}){sep}(?P<number>\d{{1,4}}){letter.format('part')}"
        rf"|A{sep}RES{sep}(?P<old>\d{{1,4}}){letter.format('oldpart')}\s?\(\s?{roman.format('oldsession')}\s?\){letter.format('oldpart2')}"
        rf"|S{sep}RES{sep}(?P<sc>\d{{1,4}})(?:\s?\(\s?(?P<scyear>\d{{4}})\s?\))?"
        rf"|(?:A{sep})?HRC{sep}(?P<hrckind>RES|DEC){sep}(?P<hrc>(?:S-)?\d{{1,3}}{sep}\d{{1,3}})"
        rf"|E{sep}(?P<ekind>RES|DEC){sep}(?P<ecosoc>\d{{4}}{sep}\d{{1,4}}){letter.format('epart')}"
        rf"|(?P<doc>(?:A|S|E|ST|TD|DP|CD|CCPR|CAT|CRC|CEDAW|CERD|NPT|CCW|ICCD|FCCC|HSP|UNEP|UNW)/(?!(?:RES|DEC)/)(?:[A-Z\d][\w.]*/)*(?=[^/\s]*\d)[A-Z\d][\w.]*"
        rf"(?:/(?:Add|Rev|Corr|Amend)\.\d+)*(?:\s?\(\d{{4}}\))?)"
        rf"|(?P<bareold>\d{{1,4}}){letter.format('barepart')}\s?\(\s?{roman.format('baresession')}\s?\){letter.format('barepart2')}"
        rf"|(?P<baresc>\d{{1,4}})\s?\(\s?(?P<bareyear>(?:19|20)\d\d)\s?\)"
        rf"|(?P<bare>(?:\d{{1,3}}|\d{{4}}|{special}){sep}\d{{1,4}}){letter.format('bareletter')}"
        rf")(?![\w/])",
        re.IGNORECASE,
    )


def parse(text: str, *, language: str | None = None) -> Symbol:
    """The symbol that a text names, in its canonical form.

    Takes what people write in the six languages: "61/168", "a_res_61_168", "résolution 61/168",
    "第61/168号决议", "217 A (III)", "ES-11/1". `language` is an ISO code and only a help to the reader of the
    call: the forms of all languages are taken. Raises `SymbolError`, with what was probably meant.
    """
    if symbol := _plain(text.strip()):
        return symbol
    core = _without_words(_normal(text))
    found = _pattern().fullmatch(core)
    if found and (symbol := _meaning(found, text)):
        return symbol
    raise _no_symbol(text, core)


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


def _without_words(text: str) -> str:
    for _ in range(4):
        before = text
        for word in sorted(_WORDS, key=len, reverse=True):
            cased = text.casefold()
            if cased.startswith(word) and not (
                word[-1].isalpha() and text[len(word) : len(word) + 1].isalpha() and word.isascii()
            ):
                text = text[len(word) :].strip(" .,:")
            elif cased.endswith(word) and len(text) > len(word):
                text = text[: -len(word)].strip(" .,:")
        if text == before:
            break
    return text


def _meaning(m: re.Match[str], text: str) -> Symbol | None:
    g = m.groupdict()
    if g["session"]:
        session = _session(g["session"])
        return Symbol(f"A/{g['kind'].upper()}/{_checked(session, g['number'], text)}{_part(g['part'])}")
    if g["old"] or g["bareold"]:
        number = g["old"] or g["bareold"]
        session = _old_session(g["oldsession"] or g["baresession"])
        part = g["oldpart"] or g["oldpart2"] or g["barepart"] or g["barepart2"]
        return Symbol(f"A/RES/{number}{_part(part)} ({session})") if session else None
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


def _bare(bare: str, part: str, text: str) -> Symbol | None:
    first, _, number = _tight(bare).partition("/")
    session = _session(first)
    if session.isdecimal() and len(session) == 4:
        return Symbol(f"E/RES/{session}/{number}{part}") if FIRST_YEAR <= int(session) <= LAST_YEAR else None
    decision = re.search(r"\bdecisi|\bdécisi|\bрешени|决定|مقرر", text.casefold())
    return Symbol(f"A/{'DEC' if decision else 'RES'}/{_checked(session, number, text)}{part}")


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


def _part(letter: str | None) -> str:
    return f" {_ARABIC_LETTERS.get(letter, letter).upper()}" if letter else ""


def _document(text: str) -> str:
    """A document's symbol with its usual capitals: "a/c.3/80/l.35/rev.1" → A/C.3/80/L.35/Rev.1."""
    if not any(c.isupper() for c in text[1:]):
        text = text.upper()
    text = re.sub(r"\s?(?=\(\d{4}\)$)", " ", text[0].upper() + text[1:].rstrip("."))
    return re.sub(r"/(ADD|REV|CORR|AMEND|SUB)\.", lambda m: f"/{m[1].capitalize()}.", text)


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
