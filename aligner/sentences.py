"""Sentences of a paragraph, in the six languages and others that end them alike.

A stop ends a sentence unless an abbreviation, an initial, a list number or an ordinal owns it, a small
letter follows, or it stands inside a short quotation or bracket.
"""

from __future__ import annotations

import re

SHORT_QUOTE = 150  # characters: what a quotation or bracket up to this length holds stays together

_STOP = re.compile(r"(?:[.!?…؟۔]+[\"'”’»)\]]*(?=\s)|[。！？]+[”’」』》）]*)\s*")
_WORD_BEFORE = re.compile(r"([^\W_]+)\.$")
_LETTER_STOP = re.compile(r"[^\W\d_]\.")  # "z. B.", "т. е.": the second half of an abbreviation
_HALVED = re.compile(r"(?<!\w)[^\W\d_]\.\s?[^\W\d_]\.$")
_LABEL = re.compile(r"\s*(?:\(?\w{1,4}[.)]|[-–•])$")
_QUOTES = {"«": "»", "“": "”", "„": "“", "‘": "’", "(": ")", "[": "]", "《": "》", "（": "）", "「": "」"}

# What owns its stop, wherever it stands; single letters are initials and need no entry.
_ABBREVIATIONS = {
    "en": "art arts no nos vol vols p pp para paras sect sects chap chaps fig figs mr mrs ms dr prof st vs cf al "
    "inc ltd rev add corr ed eds approx dept gen gov hon jr sr",
    "fr": "art al p pp chap fig mm mme mlle dr cf éd vol no nos n° par paragr sect suppl add rév corr st ste",
    "es": "art arts núm núms no pág págs párr párrs cap caps secc sr sra sres dr dra ud uds ee uu vol ej p pp add rev",
    "ru": "ст стт п пп т см ср рис стр с гл ч руб тыс млн млрд им ул проф акад табл подп разд доп испр",
    "ar": "م د ص ج ق أ ف ب",
    "de": "art abs nr bzw ca vgl dr prof st hr fr bd kap ziff lit sog evtl ggf inkl bes geb gest hrsg",
    "pl": "art ust pkt np tzn tj dr prof ul nr str poz ww św godz im ok lit rozdz zob por",
}
# These may also end a sentence: they do when a capital letter follows.
_ENDING = {
    "ru": "г гг др пр д",
    "en": "etc",
    "fr": "etc",
    "es": "etc",
    "de": "usw etc",
    "pl": "itd itp r in",
    "ar": "",
}


def split(text: str, language: str) -> list[str]:
    """The sentences of one paragraph, in order, without the white space between them.

    Args:
        text: one paragraph.
        language: its ISO 639 code; a language without a table of abbreviations is cut by the marks alone.
    """
    kept = _kept_together(text)
    sentences, start = [], 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if end < len(text) and not kept[stop.start()] and _ends(text, start, stop, language):
            sentences.append(text[start:end].strip())
            start = end
    return [*sentences, text[start:].strip()] if text[start:].strip() else sentences


def _ends(text: str, start: int, stop: re.Match[str], language: str) -> bool:
    """Whether a sentence that began at `start` ends with this stop."""
    after = text[stop.end()]
    marks = stop[0].rstrip()
    if marks[0] in "。！？؟۔":
        return True
    if after.islower():
        return False
    head = text[start : stop.start() + 1]
    if _LABEL.match(head):
        return False
    word = _WORD_BEFORE.search(head)
    if marks[0] != "." or not word:
        return True
    halved = _HALVED.search(head) is not None
    return not (_LETTER_STOP.match(text, stop.end()) or _owns_stop(word[1], after, language, halved))


def _owns_stop(word: str, after: str, language: str, halved: bool) -> bool:
    """Whether the stop after a word is the word's own; `halved` as the second half of "т. е."."""
    folded = word.casefold()
    if folded in _ENDING.get(language, "").split():
        return not after.isupper()
    if folded in _ABBREVIATIONS.get(language, "").split():
        return True
    if len(word) == 1 and word.isalpha():
        return word.isupper() or not after.isupper() or halved
    # German and Polish write ordinals so: "am 16. Dezember".
    return language in ("de", "pl") and word.isdigit() and len(word) <= 2


def _kept_together(text: str) -> list[bool]:
    """For each character whether it stands inside a short quotation or bracket that is closed."""
    inside = [False] * len(text)
    for at, mark in enumerate(text):
        if mark in _QUOTES:
            closing = text.find(_QUOTES[mark], at + 1, at + SHORT_QUOTE)
            if closing > 0:
                inside[at + 1 : closing] = [True] * (closing - at - 1)
    return inside
