"""Words that carry values in each language: months, scales, per cent, currencies, references.

The languages' number words stand in `numerals`; what the readers need of a language in `corpora.languages`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The value-carrying words of one language, as fragments of regular expressions.

    `months` has twelve fragments; `scales` maps words after a number to their factor; `mark`
    parts thousands where spaces do not; `reversed_groups` says that groups of three digits parted by spaces
    stand in display order, the smallest first, as Arabic files have them.
    """

    months: tuple[str, ...]
    of: str  # between the day, the month and the year
    joint: str  # between the days of one month
    percent: str
    scales: dict[str, int]
    currencies: dict[str, str]
    article: str
    paragraph: str
    mark: str = ","
    reversed_groups: bool = False
    decade: str = r"(?!)"


def _months(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ENGLISH = Lexicon(
    months=_months(
        "Jan(?:uary|\\.)? Feb(?:ruary|\\.)? Mar(?:ch|\\.) Apr(?:il|\\.) May June? July? Aug(?:ust|\\.) "
        "Sept?(?:ember|\\.) Oct(?:ober|\\.) Nov(?:ember|\\.) Dec(?:ember|\\.)"
    ),
    of=r"(?:\s+of)?,?\s+",
    joint=r"\s?(?:,|[-–—]|\band\b|\bto\b|\bor\b)(?:\s?(?:and|to|until)\b)?\s?",
    percent=r"\s?(?:%|per\s?cent\b|percent\b|percentage\spoints?\b)",
    scales={"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    currencies={
        r"(?:United\sStates|US)\sdollars?|dollars?": "USD",
        "euros?": "EUR",
        r"Swiss\sfrancs?": "CHF",
    },
    article=r"\b(?:articles?|arts?\.)",
    paragraph=r"\b(?:paragraphs?|paras?\.)",
    decade=r"s\b",
)
_FRENCH = Lexicon(
    months=_months(
        "janv(?:ier|\\.) févr?(?:ier|\\.) mars avr(?:il|\\.) mai juin juil(?:let|\\.) août sept(?:embre|\\.) "
        "oct(?:obre|\\.) nov(?:embre|\\.) déc(?:embre|\\.)"
    ),
    of=r"\s+(?:de\s+)?",
    joint=r"\s?(?:,|[-–—]|\bet\b|\bau\b|\bà\b|\bou\b)(?:\s?(?:et|au|le|du|les)\b)*\s?",
    percent=r"\s?(?:%|pour\scent\b|points?\sde\spourcentage\b)",
    scales={
        r"milliers?": 10**3, r"mille": 10**3, r"millions?": 10**6, r"milliards?": 10**9,
        r"billions?": 10**12,
    },
    currencies={r"dollars?(?:\sdes\sÉtats[-\s]Unis)?": "USD", "euros?": "EUR", r"francs?\ssuisses?": "CHF"},
    article=r"\b(?:articles?|art\.)",
    paragraph=r"\b(?:paragraphes?|par\.)",
)  # fmt: skip
_SPANISH = Lexicon(
    months=_months(
        "ene(?:ro|\\.) feb(?:rero|\\.) mar(?:zo|\\.) abr(?:il|\\.) may(?:o|\\.) jun(?:io|\\.) jul(?:io|\\.) "
        "ago(?:sto|\\.) sep?t?(?:iembre|\\.) oct(?:ubre|\\.) nov(?:iembre|\\.) dic(?:iembre|\\.)"
    ),
    of=r"(?:\s+del?)?(?:\saño)?\s+",
    joint=r"\s?(?:,|[-–—]|\by\b|\ba\b|\bal\b|\bo\b|\be\b)(?:\s?(?:y|al|el|del)\b)*\s?",
    percent=r"\s?(?:%|por\sciento\b|puntos?\sporcentual(?:es)?\b)",
    scales={"mil": 10**3, r"millón": 10**6, r"millones": 10**6, "billones": 10**12, "billón": 10**12},
    currencies={
        r"dólares?(?:\sde\s(?:los\sEstados\sUnidos|EE\.\s?UU\.))?": "USD", "euros?": "EUR",
        r"francos?\ssuizos?": "CHF",
    },
    article=r"\b(?:art[íi]culos?|arts?\.)",
    paragraph=r"\b(?:párrafos?|párrs?\.)",
    mark=".",
)  # fmt: skip
_RUSSIAN = Lexicon(
    months=_months(
        "январ[а-я]+|янв\\. феврал[а-я]+|фев\\. март[а-я]* апрел[а-я]+|апр\\. ма[йяею]м? июн[а-я]+ июл[а-я]+ "
        "август[а-я]*|авг\\. сентябр[а-я]+|сент\\. октябр[а-я]+|окт\\. ноябр[а-я]+ декабр[а-я]+|дек\\."
    ),
    of=r"\s+",
    joint=r"\s?(?:,|[-–—]|\bи\b|\bпо\b|\bдо\b|\bили\b)(?:\s?(?:и|по|до)\b)?\s?",
    percent=r"[-\s]?(?:%|процент[а-я]*|процентн[а-я]+\sпункт[а-я]*)",
    scales={
        r"тысяч[а-я]*": 10**3, r"тыс\.": 10**3, r"миллион[а-я]*": 10**6, "млн": 10**6,
        r"миллиард[а-я]*": 10**9, "млрд": 10**9, r"триллион[а-я]*": 10**12, "трлн": 10**12,
    },
    currencies={r"долл(?:\.|ар[а-я]*)(?:\sСША)?": "USD", "евро": "EUR", r"швейцарск[а-я]+\sфранк[а-я]*": "CHF"},
    article=r"\b(?:стат(?:ья|ьи|ье|ью|ьей|ей|ьям|ьями|ьях)|ст\.)",
    paragraph=r"\b(?:пункт(?:а|е|ом|у|ы|ов|ам|ами|ах)?|п\.)",
    decade=r"[-–](?:х|е|ых|ые|м|ми)\b",
)  # fmt: skip
_CHINESE = Lexicon(
    months=tuple(f"{n}月" for n in range(1, 13)),
    of="",
    joint=r"(?:、|和|至|到|或|[-–—])",
    percent=r"\s?(?:%|％|个百分点)",
    scales={
        "[多余]?千万": 10**7,
        "[多余]?百万": 10**6,
        "[多余]?万亿": 10**12,
        "[多余]?十亿": 10**9,
        "[多余]?亿": 10**8,
        "[多余]?万": 10**4,
        "[多余]?千": 10**3,
    },
    currencies={"美元": "USD", "欧元": "EUR", "瑞士法郎": "CHF"},
    article="条",
    paragraph="段",
    decade="年代",
)
_ARABIC = Lexicon(
    months=_months(
        "كانون\\s+الثاني|يناير شباط|فبراير اذار|مارس نيسان|ابريل ايار|مايو حزيران|يونيه|يونيو تموز|يوليه|يوليو "
        "اب|اغسطس ايلول|سبتمبر تشرين\\s+الاول|اكتوبر تشرين\\s+الثاني|نوفمبر كانون\\s+الاول|ديسمبر"
    ),
    of=r"\s+(?:من\s+)?(?:عام\s+|سنة\s+)?",
    joint=r"\s?(?:،|,|[-–—]|\bو|\bالى\b|\bاو\b|\bحتى\b)\s?(?:و\s?|الى\s)?",
    percent=r"\s?(?:%|٪|(?:في\s|ب)المائة|(?:في\s|ب)المئة|في\sالمايه)",
    scales={
        "(?:ال)?ا?لاف": 10**3, "(?:ال)?الفا?": 10**3, "(?:ال)?مليون(?:ا|ي)?": 10**6, "(?:ال)?ملايين": 10**6,
        "(?:ال)?بليون(?:ا|ي)?": 10**9, "(?:ال)?بلايين": 10**9, "(?:ال)?تريليون(?:ا|ات)?": 10**12,
        "(?:ال)?مليار(?:ا|ات)?": 10**9,
    },
    currencies={r"دولار(?:ا|ات)?": "USD", "يورو": "EUR"},
    article=r"\b[ولبف]?(?:ال|ل)?(?:مادة|مادتين|مادتان|مواد)",
    paragraph=r"\b[ولبف]?(?:ال|ل)?(?:فقرة|فقرتين|فقرتان|فقرات)",
    reversed_groups=True,
)  # fmt: skip
_ALL = {
    "en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH, "ru": _RUSSIAN, "zh": _CHINESE, "ar": _ARABIC,
}  # fmt: skip


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language; those of English where resdiff does not know it."""
    return _ALL.get(language, _ENGLISH)
