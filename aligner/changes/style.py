"""Editorial differences: the same words in another dress.

One table of house style (`SYNONYMS`) to edit: each row holds wordings that the translation services of the
United Nations use for the same thing, so that passing from one to another says nothing new. A row belongs
here only if no reader could draw a consequence from the difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from aligner.changes.spans import HYPHENS, ValueSpan

SYNONYMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("program", "programme"), ("center", "centre"), ("labor", "labour"), ("defense", "defence"),
        ("sub-commission", "subcommission"), ("cooperation", "co-operation"), ("plow", "plough"),
        ("in this regard", "in that regard", "in this respect", "in that respect"),
        ("among others", "inter alia", "among other things"), ("toward", "towards"), ("amongst", "among"),
        ("per cent", "percent", "%"),
    ),
    "fr": (
        # From its seventy-seventh session on the French texts say "droits humains".
        ("droits de l'homme", "droits humains", "droits de la personne"),
        ("à nouveau", "de nouveau"), ("à cet égard", "à ce sujet"),
        ("évènement", "événement"), ("évènements", "événements"),
        ("pour cent", "%"),
    ),
    "es": (
        ("éste", "este"), ("ésta", "esta"), ("éstos", "estos"), ("éstas", "estas"),
        ("periodo", "período"), ("periodos", "períodos"), ("sólo", "solo"), ("núm.", "n.º", "no.", "nº"),
        ("a este respecto", "en este sentido", "a ese respecto", "en ese sentido"),
        ("por ciento", "%"),
    ),
    "ru": (
        ("государства-члены", "государства — члены"), ("в этой связи", "в связи с этим"),
        ("процентов", "%"),
    ),
    "zh": (
        ("在这方面", "在此方面", "为此"), ("相关的不容忍", "相关不容忍"), ("以及", "及"),
        ("冠状病毒病", "covid-19"), ("作出", "做出"),
    ),
    "ar": (("في هذا الصدد", "في هذا الشأن"), ("فيما", "في ما"), ("في المائة", "%")),
}  # fmt: skip

# What joins the last member of a list to the others; a comma says the same.
JOINTS = {
    "en": ("and",), "fr": ("et",), "es": ("y", "e"), "ru": ("и",), "zh": ("和", "及", "以及", "与"), "ar": ("و",),
}  # fmt: skip

# What a paragraph's first verb takes on only because the paragraph before has the same verb.
STACKING = {
    "en": ("also", "further", "likewise"), "fr": ("également", "aussi", "en outre", "de plus"),
    "es": ("también", "asimismo", "además"), "ru": ("также", "далее"), "zh": ("又", "还", "并"),
    "ar": ("أيضا", "كذلك", "و"),
}  # fmt: skip
# What stands between the symbols and dates of a list of resolutions, beside the words for "resolution".
CITING = {
    "en": ("of", "its", "in", "on", "including", "entitled"),
    "fr": ("du", "de", "ses", "sa", "en", "date", "notamment", "intitulée", "intitulées"),
    "es": ("de", "del", "sus", "su", "incluida", "incluidas", "titulada", "tituladas"),
    "ru": ("от", "года", "годов", "свои", "свою", "включая", "озаглавленную", "озаглавленные"),
    "ar": (
        "المؤرخ", "المؤرخة", "المؤرخين", "في", "و", "قرارها", "قراريها", "قراراتها", "وقرارها", "وقراريها",
        "وقراراتها", "المعنون", "المعنونة", "المعنونين", "والمعنون", "والمعنونة", "والمعنونين",
    ),
}  # fmt: skip
OPENING = 40  # characters: the longest verb with its adverbs ("Reafirmando también su profunda preocupación")

_COMMAS = tuple(",،、，")
_LIST_MARKS = " ,،、，"
_APOSTROPHES = "’‘ʼ`´"
# Marks that part or quote; not "/", "%", "+" or "§", which say something.
_MARKS = "\"“”„«»‹›'()[]（）【】《》〈〉,،、，;；؛:：.。·…!¡¿*_"
_SILENT = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_ARABIC_SIGNS = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
_KEPT = {".": "\u0001", ",": "\u0002", ":": "\u0003", "'": "\u0004"}  # between digits


@cache
def typography() -> dict[int, str]:
    """One shape for apostrophes and one for hyphens; no character goes or comes."""
    return {ord(c): "'" for c in _APOSTROPHES} | HYPHENS


@cache
def _dress() -> dict[int, str | None]:
    """What folding does to single characters, once the marks between digits are safe."""
    table: dict[int, str | None] = {ord(c): " " for c in _MARKS}
    table |= {ord(c): None for c in _SILENT + _ARABIC_SIGNS}
    return table | {ord(c): "ا" for c in "أإآٱ"} | {ord("ئ"): "ي", ord("ؤ"): "و", ord("ё"): "е"}


def phrases(text: str, language: str) -> Iterator[ValueSpan]:
    """Where the text has a wording of the table; the value is the first wording of its row."""
    folded = text.translate(typography()).lower()
    if len(folded) != len(text):
        return  # a letter that changes its length in lower case: the places would not agree
    for row in SYNONYMS.get(language, ()):
        for wording in row:
            at = folded.find(wording)
            while at >= 0:
                end = at + len(wording)
                if language == "zh" or not _inside_word(folded, at, end):
                    yield ValueSpan(at, end, "style", row[0])
                at = folded.find(wording, end)


def folded(text: str, language: str) -> tuple[str, str]:
    """The text as far as its wording goes, hyphens taken out and hyphens read as blanks.

    Two texts either of whose foldings agree differ in punctuation, typography, case or spelling alone. A mark
    between digits stays: "1.5" is not "15".
    """
    text = unicodedata.normalize("NFKC", text).translate(typography()).lower()
    if any(c > "9" and c.isdecimal() for c in text):  # the digits of every script are the same number
        text = re.sub(r"[^\W\D0-9]", lambda m: str(unicodedata.decimal(m[0])), text)
    if any(c in text for c in _KEPT):
        text = re.sub(r"(?<=\d)[.,:'](?=\d)", lambda m: _KEPT[m[0]], text)
    text = text.translate(_dress())
    if " /" in text or "/ " in text:
        text = re.sub(r"\s*/\s*", "/", text)
    if language == "en" and "iz" in text:
        text = re.sub(r"iz(?=e\b|ed\b|es\b|er\b|ers\b|ing\b|ation|able\b)", "is", text)
    joint = "" if language == "zh" else " "
    return joint.join(text.replace("-", "").split()), joint.join(text.replace("-", " ").split())


def same_wording(old: str, new: str, language: str) -> bool:
    """Whether two texts differ in nothing but punctuation, typography, case or spelling."""
    if old == new:
        return True
    (joined_old, parted_old), (joined_new, parted_new) = folded(old, language), folded(new, language)
    if joined_old == joined_new or parted_old == parted_new:
        return True
    # Blanks within numbers and symbols say nothing; between words they may ("any one" is not "anyone").
    numeric = any(c.isdigit() for c in old)
    return numeric and joined_old.replace(" ", "") == joined_new.replace(" ", "")


def same_joint(before: str, old: str, new: str, language: str) -> bool:
    """Whether one text has "and" where the other has a comma: a list is joined elsewhere.

    `before` is what precedes the edit; the comma may stand there.
    """
    bare = [side.strip(_LIST_MARKS) for side in (old, new)]
    joints = JOINTS.get(language, ())
    parted = before.rstrip()[-1:] in _COMMAS or any(c in _COMMAS for c in old + new)
    return any(side in joints for side in bare) and all(
        side in joints or (side == "" and parted) for side in bare
    )


def only_citing(text: str, language: str, resolution: Iterable[str]) -> bool:
    """Whether a text has no words but those that hold citations together; `resolution` are words for that."""
    plain = "".join(c if c.isalnum() else " " for c in text.lower())
    if language == "zh":
        return all(c in "号和及与第决议其年月日的、以包括" for c in plain if not c.isspace())
    allowed = {*CITING.get(language, ()), *JOINTS.get(language, ()), *resolution}
    return all(word in allowed for word in plain.split())


def same_stacking(before: str, old: str, new: str, language: str) -> bool:
    """Whether the opening verbs differ only in "also" or "further"; `before` is what precedes the edit."""
    if len(before) > OPENING or any(c in before for c in ",،，;؛；.") or max(len(old), len(new)) > OPENING:
        return False
    sides = [_unstacked(side, language) for side in (old, new)]
    return sides[0] == sides[1]


@cache
def _stacking(language: str) -> tuple[str, ...]:
    return tuple(folded(word, language)[1] for word in STACKING.get(language, ()))


def _unstacked(text: str, language: str) -> list[str]:
    words = folded(text, language)[1]
    for word in _stacking(language):
        if language == "zh":
            words = words.removeprefix(word)
        elif language == "ar" and len(word) == 1:
            words = words.removeprefix(word)  # "وإذ" begins every paragraph of the preamble but the first
        else:
            words = f" {words} ".replace(f" {word} ", " ")
    return words.split()


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start + 1], text[end - 1 : end + 1]
    return any(len(edge) == 2 and edge.isalnum() for edge in (before, after))
