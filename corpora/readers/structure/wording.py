"""What the words of a block say of its place: an opening, a preambular or operative verb, a heading …"""

from __future__ import annotations

import re
from functools import cache

from corpora.languages import LanguageFacts, parse_date
from corpora.languages import facts as language_facts
from corpora.languages.model import Organ

HEADING_WORDS = 24  # longest heading without end punctuation seen in real documents: 21 words
HEADING_CHARACTERS = 200  # the same for scripts without spaces and for very long words
HEAD = 80  # characters within which the opening words stand
LONGEST_OPENING = 60  # characters: an opening formula
VERB_WITHIN = 4  # words of a paragraph within which its verb stands
DATE_LINE = 60  # characters: a line that holds little else than a date or a meeting
CLOSING_CHARACTERS = 90  # meeting and date

_PAUSES = ",;:،؛，；：、"
_STOPS = ".。!?؟．"
_TRAILING = "*_\"'”’»)]）】 \u00a0"
_COMMAS = ",،，"
_ANNEX_NUMBER = (
    r"\s*(?:[ivx]+|\d+|[a-zа-я]|[一二三四五六七八九十]+|الأول|الثاني|الثالث|الرابع)?\s*(?:[.:：*]|$)"
)
_ROMAN_HEADING = re.compile(r"(?:[IVX]{1,6}|[A-Z])(?:\.(?=\s|$)|\s|$)")
_PART = re.compile(r"[A-ZА-Я]|ألف|باء|جيم|دال|هاء|واو|زاي|حاء")
LONGEST_PART = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’\-\u2011][^\W\d_]+)*")
_DIACRITICS = dict.fromkeys([*range(0x064B, 0x0653), 0x0670, 0x0640])  # Arabic vowel signs, tatweel
_FOLD = str.maketrans({"’": "'", "ё": "е", "\u00a0": " ", "\u202f": " "}) | _DIACRITICS
_FOLDED = re.compile(f"[{''.join(map(chr, _FOLD))}]")  # to look for them is cheaper than to translate


def fold(text: str) -> str:
    """Text for comparing words: lower case, straight apostrophes, no Arabic vowel signs."""
    return (text.translate(_FOLD) if _FOLDED.search(text) else text).lower()


def ends_open(text: str) -> bool:
    """Whether a text ends with a comma, semicolon or colon: more follows."""
    return text.rstrip(_TRAILING)[-1:] in _PAUSES if text else False


def ends_with_comma(text: str) -> bool:
    """Whether a text ends with a comma of any script, as preambular paragraphs do."""
    return text.rstrip(_TRAILING)[-1:] in (",", "،", "，") if text else False


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a paragraph does: a pause or a full stop."""
    return text.rstrip(_TRAILING)[-1:] in _PAUSES + _STOPS if text else False


def is_opening(text: str, facts: LanguageFacts) -> bool:
    """Whether a block is an opening formula: an organ's name and a comma, nothing more."""
    if len(text) > LONGEST_OPENING:
        return False
    bare = text.strip(" *_")
    return bare.strip(_COMMAS) != bare and is_organ(bare, facts)


def is_organ(text: str, facts: LanguageFacts) -> bool:
    """Whether a block is an organ's name as it opens resolutions, with or without a comma."""
    return len(text) <= LONGEST_OPENING and fold(text).strip(" *_,，،") in _openings(facts.code)


def opening_end(text: str, facts: LanguageFacts) -> int:
    """Where an opening formula at the head of a longer text ends, 0 if there is none."""
    head = fold(text[:LONGEST_OPENING])
    for name in _openings(facts.code):
        if head.startswith(name) and (rest := head[len(name) :].lstrip())[:1] in _COMMAS and rest:
            return len(head) - len(rest) + 1
    return 0


def organ(text: str, facts: LanguageFacts) -> Organ | None:
    """The organ that an opening formula names."""
    head = fold(text).lstrip("*_ ")
    return next((organ for name, organ in _openings(facts.code).items() if head.startswith(name)), None)


@cache
def _openings(code: str) -> dict[str, Organ]:
    """The folded names that open a resolution, with the organ."""
    return {fold(name): organ for name, organ in language_facts(code).openings.items()}


def first_words(text: str) -> list[str]:
    """The first words, folded; none where something else than markup stands before them."""
    head = fold(text[:HEAD]).lstrip("*_ «“\"'([")
    return _WORD.findall(head)[:VERB_WITHIN] if _WORD.match(head) else []


def is_preambular(text: str, facts: LanguageFacts) -> bool:
    """Whether a paragraph opens as preambular ones do."""
    return _opens_with(text, facts, facts.preambular)


def is_operative(text: str, facts: LanguageFacts) -> bool:
    """Whether a paragraph opens as operative ones do."""
    return _opens_with(text, facts, facts.operative)


def _opens_with(text: str, facts: LanguageFacts, words: tuple[str, ...]) -> bool:
    if facts.code == "zh":
        return text.lstrip("*_ ").startswith(words)
    head = first_words(text)
    if not head:
        return False
    # "Further recalls", "с удовлетворением отмечает": the verb follows an adverb.
    return head[0] in words or (head[0] in facts.adverbs and any(word in words for word in head[1:]))


def is_annex(text: str, facts: LanguageFacts) -> bool:
    """Whether a block is the heading of an annex: "Annex", "Annexe II", "附件一", "Anexo: título" …"""
    if len(text) > HEADING_CHARACTERS or ends_open(text):
        return False
    low = fold(text)
    word = next((word for word in facts.annex if low.startswith(word)), "")
    return bool(word) and bool(re.match(_ANNEX_NUMBER, low[len(word) :]))


def is_part(text: str) -> bool:
    """Whether a block is the letter of a resolution's part: the "A" of 75/290 A, with its "B" in the same document."""
    return len(text) <= LONGEST_PART and bool(_PART.fullmatch(text))


def part_end(text: str) -> int:
    """Where the letter of a part ends that stands before the part's title; 0 if there is none."""
    letter, blank, title = text.partition(" ")
    return len(letter) if blank and title and is_part(letter) else 0


def is_heading(text: str) -> bool:
    """Whether a block without a number looks like a heading: short, capitalised, no end punctuation."""
    if not text or len(text) > HEADING_CHARACTERS or ends_sentence(text):
        return bool(_ROMAN_HEADING.fullmatch(text))
    return len(text.split()) <= HEADING_WORDS and not text[0].islower()


def is_closing(text: str, facts: LanguageFacts) -> bool:
    """Whether a block names the meeting and perhaps the day of adoption."""
    width = 2 * len(text) if facts.code == "zh" else len(text)
    if width > CLOSING_CHARACTERS or (ends_open(text) and len(text) > DATE_LINE):
        return False
    if is_preambular(text, facts) or is_operative(text, facts):
        return False
    low = fold(text)
    return any(fold(word) in low for word in facts.meeting) and any(c.isdecimal() for c in low)


def is_date_line(text: str, facts: LanguageFacts) -> bool:
    """Whether a block holds a date and little else."""
    if (2 * len(text) if facts.code == "zh" else len(text)) > DATE_LINE or ends_open(text):
        return False
    return parse_date(text, facts.code) is not None and not is_operative(text, facts)
