"""Words of grammar, which a change of the first language may touch without asking anything of the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from aligner.changes.style import folded

# Words of grammar: another language may have no word for them, or another form, and still say the same. Words that
# join, deny, bind or count ("or", "not", "shall", "all") are none of them.
GRAMMAR = {
    "en": (
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "him", "he", "she", "it", "its", "they",
        "their", "them", "is", "are", "was", "were", "be", "been", "has", "have", "of", "in", "on", "at", "to", "for",
        "from", "with", "by", "as", "which", "who", "whom", "whose", "s",
    ),
    "fr": (
        "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "à", "ce", "cet", "cette", "ces",
        "son", "sa", "ses", "leur", "leurs", "il", "elle", "ils", "elles", "lui", "en", "y", "est", "sont", "a", "ont",
        "par", "pour", "dans", "sur",
    ),
    "es": (
        "el", "la", "los", "las", "lo", "un", "una", "unos", "unas", "de", "del", "al", "a", "su", "sus", "le", "les",
        "este", "esta", "estos", "estas", "ese", "esa", "en", "por", "para", "con", "es", "son", "ha", "han",
    ),
    "ru": (
        "в", "во", "на", "с", "со", "о", "об", "от", "для", "к", "ко", "из", "за", "его", "ее", "их", "он", "она",
        "они", "это", "этот", "эта", "эти",
    ),
    "zh": ("的", "了", "之", "其", "在", "于"),
    "ar": ("في", "من", "على", "إلى", "عن", "التي", "الذي", "هذا", "هذه", "هو", "هي"),
}  # fmt: skip


# Two forms of one word begin alike for so many letters at least and differ in so few at most at their ends ("present",
# "presented"). Range 3 to 6, and 2 to 4; chosen on the rows of the seven series that docs/concordance.md names.
STEM, ENDING = 4, 3


def only_grammar(old: str, new: str, language: str) -> bool:
    """Whether an edit changes nothing but words of `GRAMMAR` and the forms of other words."""
    bare = [[w for w in _words(text, language) if w not in _known(language)] for text in (old, new)]
    return len(bare[0]) == len(bare[1]) and all(map(_one_word, *bare))


def _words(text: str, language: str) -> Sequence[str]:
    words = folded(text, language)[1]
    return words if language == "zh" else words.split()


def _one_word(a: str, b: str) -> bool:
    if a == b or any(c.isdigit() for c in a + b):
        return a == b
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return shared >= STEM and max(len(a), len(b)) - shared <= ENDING


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset(folded(word, language)[1] for word in GRAMMAR.get(language, ()))
