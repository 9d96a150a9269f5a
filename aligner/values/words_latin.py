"""Number words of English, French and Spanish."""

from __future__ import annotations

Table = dict[str, tuple[int, bool]]

_EN_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_EN_OTHER = {
    "once": 1, "twice": 2, "thrice": 3, "half": 2, "halves": 2, "thirds": 3, "quarter": 4, "quarters": 4,
    "dozen": 12, "both": 2,
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "biennial": 2, "biennium": 2, "triennial": 3, "quadrennial": 4, "quinquennial": 5, "decade": 10, "decennial": 10,
    "single": 1, "double": 2, "triple": 3, "pair": 2, "bilateral": 2, "trilateral": 3, "centenary": 100,
}  # fmt: skip
_FR_UNITS = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
_FR_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "nonante": 90,
}  # fmt: skip
_FR_STEMS = {
    "un": 1, "deux": 2, "trois": 3, "quatr": 4, "cinqu": 5, "six": 6, "sept": 7, "huit": 8, "neuv": 9, "dix": 10,
    "onz": 11, "douz": 12, "treiz": 13, "quatorz": 14, "quinz": 15, "seiz": 16, "vingt": 20, "trent": 30,
    "quarant": 40, "cinquant": 50, "soixant": 60, "cent": 100, "mill": 1000,
}  # fmt: skip
_FR_OTHER = {
    "une": 1, "premier": 1, "première": 1, "second": 2, "seconde": 2, "vingts": 20, "cent": 100,
    "cents": 100, "mille": 10**3,
    "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "demi": 2, "moitié": 2,
    "tiers": 3, "quart": 4,
    "quarts": 4, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "décennie": 10, "siècle": 100,
    "biennal": 2, "biennale": 2,
    "triennal": 3, "triennale": 3, "quadriennal": 4, "quadriennale": 4, "quinquennal": 5, "quinquennale": 5,
    "décennal": 10, "décennale": 10, "double": 2, "triple": 3, "fois": 1, "centenaire": 100, "cinquantenaire": 50,
}  # fmt: skip
_ES_UNITS = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve treinta"
).split()
_ES_TENS = {
    "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
}  # fmt: skip
_ES_HUNDREDS = (
    "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient".split()
)  # stems, from 200
_ES_ORDINALS = {
    "primer": 1, "segund": 2, "tercer": 3, "cuart": 4, "quint": 5, "sext": 6, "séptim": 7, "octav": 8, "noven": 9,
    "décim": 10, "undécim": 11, "duodécim": 12,
}  # fmt: skip
_ES_TENTHS = {
    "vigésim": 20, "trigésim": 30, "cuadragésim": 40, "quincuagésim": 50, "sexagésim": 60, "septuagésim": 70,
    "octogésim": 80, "nonagésim": 90, "centésim": 100,
}  # fmt: skip
_ES_OTHER = {
    "un": 1, "una": 1, "primer": 1, "tercer": 3, "veintiún": 21, "veintiuna": 21, "cien": 100,
    "ciento": 100, "mil": 10**3,
    "millón": 10**6, "millones": 10**6, "mitad": 2, "medio": 2, "tercio": 3, "tercios": 3, "ambos": 2, "ambas": 2,
    "bienal": 2, "bienio": 2, "trienal": 3, "trienio": 3, "cuatrienal": 4, "cuadrienal": 4, "cuadrienio": 4,
    "quinquenal": 5,
    "quinquenio": 5, "decenio": 10, "decenal": 10, "década": 10, "doble": 2, "triple": 3, "docena": 12,
    "sétimo": 7, "centenario": 100, "cincuentenario": 50,
}  # fmt: skip


def table(language: str) -> Table:
    """The number words of English, French or Spanish; empty for another language."""
    build = {"en": _english, "fr": _french, "es": _spanish}.get(language)
    return build() if build else {}


def _english() -> Table:
    words = {w: (i, False) for i, w in enumerate(_EN_UNITS, 1)}
    words |= {w: (i, True) for i, w in enumerate(_EN_ORDINALS, 1)}
    for i, ten in enumerate(_EN_TENS, 2):
        words |= {ten: (10 * i, False), ten[:-1] + "ies": (10 * i, False), ten[:-1] + "ieth": (10 * i, True)}
    words |= {w: (n, False) for w, n in _EN_OTHER.items()}
    return words | {"hundredth": (100, True), "thousandth": (1000, True), "fortieth": (40, True)}


def _french() -> Table:
    words = {w: (i, False) for i, w in enumerate(_FR_UNITS, 1)} | {w: (n, False) for w, n in _FR_TENS.items()}
    words |= {w: (n, False) for w, n in _FR_OTHER.items()}
    for stem, n in _FR_STEMS.items():
        words |= {f"{stem}ième": (n, True), f"{stem}ièmes": (n, True)}
        if n >= 8 and n != 40:  # "quarantaine" is a quarantine
            words |= {f"{stem}aine": (n, False)}
    return words | {
        w: (n, True) for w, n in (("premier", 1), ("première", 1), ("premiers", 1), ("premières", 1))
    }


def _spanish() -> Table:
    words = {w: (i, False) for i, w in enumerate(_ES_UNITS, 1)} | {w: (n, False) for w, n in _ES_TENS.items()}
    for i, stem in enumerate(_ES_HUNDREDS, 2):
        words |= {stem + end: (100 * i, False) for end in ("os", "as")}
    words |= {w: (n, False) for w, n in _ES_OTHER.items()}
    for stem, n in (_ES_ORDINALS | _ES_TENTHS).items():
        words |= {stem + end: (n, True) for end in ("o", "a", "os", "as")}
        if n < 10:
            words |= {
                prefix + stem + end: (ten + n, True)
                for prefix, ten in (("decimo", 10), ("vigesimo", 20), ("vigésimo", 20))
                for end in ("o", "a", "")
            }
    words |= {"primer": (1, True), "tercer": (3, True), "decimoprimer": (11, True)}
    return words
