"""Words of grammar, which a change of the first language may touch without asking anything of the others."""

from __future__ import annotations

from functools import cache

from aligner.changes.style import folded

# Words of grammar: another language may have no word for them, or another form, and still say the same. Words that
# join, deny, bind or count ("or", "not", "shall", "all") are none of them.
GRAMMAR = {
    "en": (
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "him", "he", "she", "it", "its", "they",
        "their", "them", "is", "are", "was", "were", "be", "been", "has", "have", "of", "in", "on", "at", "to", "for",
        "from", "with", "by", "as",
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


def only_grammar(text: str, language: str) -> bool:
    """Whether a text has no words but those of `GRAMMAR`."""
    words = folded(text, language)[1]
    return all(word in _known(language) for word in (words if language == "zh" else words.split()))


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset(folded(word, language)[1] for word in GRAMMAR.get(language, ()))
