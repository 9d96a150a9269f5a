"""Names and borrowed words across scripts: Cyrillic in Latin letters, Arabic and others by their consonants."""

from __future__ import annotations

import re

_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэіґ", "abvgdeziiklmnoprstufyeig", strict=True))
    | {
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
    }
    | {"ї": "i", "є": "e", "ў": "u"}
)
_ARABIC = str.maketrans(
    dict(zip("بتثجحخدذرزسشصضطظغفقكلمن", "bttghhddrzsssdtzgfkklmn", strict=True))
    | {"پ": "b", "چ": "s", "ڤ": "f", "گ": "g"}
)
_LATIN = tuple(
    (re.compile(pattern), kept)
    for pattern, kept in (
        ("ph", "f"), ("[st]?ch|sh|sch|ts|zh", "s"), ("kh", "h"), ("x", "ks"), ("c(?=[eiy])", "s"),
        ("[cq]", "k"), ("p", "b"), ("v", "f"), ("j", "g"), ("[aeiouyw]", ""),
    )
)  # fmt: skip
_NOT_CONSONANT = re.compile("[^bcdfghjklmnpqrstvwxz]")
_DOUBLED = re.compile(r"(.)\1+")


def is_arabic(form: str) -> bool:
    """Whether a folded word is in Arabic script."""
    return "\u0600" <= form[:1] <= "\u06ff"


def romanized(form: str) -> str:
    """A folded Cyrillic word in Latin letters; others as they are."""
    return form.translate(_CYRILLIC) if "\u0400" <= form[:1] <= "\u04ff" else form


def skeleton(form: str) -> str:
    """The consonants of a folded word in classes that transliteration keeps apart; empty for other scripts."""
    if is_arabic(form):
        letters = form.removeprefix("ال").translate(_ARABIC)
    else:
        letters = romanized(form)
        for pattern, kept in _LATIN:
            letters = pattern.sub(kept, letters)
    return _DOUBLED.sub(r"\1", _NOT_CONSONANT.sub("", letters)).replace("h", "")
