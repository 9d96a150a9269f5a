"""The operative verb: does each version ask with the same strength?"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from aligner.checks.rows import Pair
from aligner.checks.settings import Settings
from aligner.findings import Finding
from corpora.errors import OptionError

Table = Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]  # language → (pattern of a head, kind of act)


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


_PASSED = {
    "en": _any(
        r"also", r"further", r"once again", r"again", r"once more", r"in this (?:regard|respect|context),?",
        r"therefore", r"accordingly", r"urgently",
    ),
    "fr": _any(
        r"également", r"aussi", r"en outre", r"de nouveau", r"à nouveau", r"une fois (?:encore|de plus)",
        r"à cet égard,?", r"encore", r"par ailleurs,?", r"dans ce contexte,?", r"de plus,?", r"ainsi",
    ),
    "es": _any(
        r"también", r"además", r"una vez más", r"nuevamente", r"de nuevo",
        r"a(?:l)? (?:este|ese) respecto,?", r"asimismo", r"en este (?:sentido|contexto),?",
    ),
    "ru": _any(
        r"также", r"далее", r"вновь", r"снова", r"еще раз", r"в (?:этой|данной) связи,?",
        r"в связи с этим,?", r"в этом контексте,?", r"поэтому",
    ),
    "zh": _any(
        r"又", r"还", r"并", r"再次", r"再度", r"重新", r"因此", r"为此", r"就此", r"在这方面，?", r"在此背景下，?",
    ),
    "ar": _any(
        r"مرة أخرى", r"من جديد", r"في هذا الصدد،?", r"كذلك", r"أيضا", r"،",
    ),
}  # fmt: skip
"""Words that may stand before the verb, or between its parts."""


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Operative paragraphs whose verbs do not answer each other."""
    acts = table(settings.verbs)
    for row in pair.rows:
        if row.kind != "operative" or len(row.a) != 1 or len(row.b) != 1:
            continue
        a, b = row.languages
        here, there = head(row.text_a, a, acts), head(row.text_b, b, acts)
        if here and there and not here[1] & there[1]:
            asked, done = "/".join(sorted(here[1])), "/".join(sorted(there[1]))
            message = f"{b} “{there[0]}” ({done}), {a} “{here[0]}” ({asked})"
            yield row.finding("verb", "warning", message, about=f"{asked}>{done}")


def head(text: str, language: str, acts: Table) -> tuple[str, frozenset[str]] | None:
    """The opening verb of a paragraph and the kinds of act that it may be; None where the table has it not."""
    if language not in acts:
        return None
    gap = "" if language == "zh" else r"\s+"
    bare = re.sub(rf"^(?:{_PASSED.get(language, '(?!)')}{gap})+", "", text.lower().lstrip("*_ "))
    found: dict[str, int] = {}
    longest = ""
    for pattern, act in acts[language]:
        if match := pattern.match(bare):
            found[act] = max(found.get(act, 0), match.end())
            longest = max(longest, match[0], key=len)
    if not found:
        return None
    reach = max(found.values())
    return longest.strip(), frozenset(act for act, end in found.items() if end == reach)


@lru_cache(maxsize=8)
def table(path: Path | None = None) -> Table:
    """The verbs that ship, or a user's own table of the same shape.

    Raises `OptionError` where the user's table cannot be read.
    """
    try:
        text = (
            path.read_text("utf-8") if path else (files("aligner.checks") / "verbs.toml").read_text("utf-8")
        )
        data = tomllib.loads(text)
        acts: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for act, languages in data.items():
            for language, words in languages.items():
                acts.setdefault(language, []).append((_pattern(words, language), act))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, AttributeError, TypeError) as error:
        remedy = "give each kind of act a table with a list of verbs for each language"
        raise OptionError(f"the table of verbs cannot be read: {error}", str(path), remedy) from error
    return {language: tuple(found) for language, found in acts.items()}


def _pattern(verbs: Sequence[str], language: str) -> re.Pattern[str]:
    """Any of the verbs at the head of a paragraph, the longest first; other words may stand between their parts."""
    gap = "" if language == "zh" else rf"\s+(?:{_PASSED.get(language, '(?!)')}\s+)*"
    heads = [
        gap.join(re.escape(part).replace(r"\*", r"\w*") for part in verb.lower().split())
        for verb in sorted(verbs, key=len, reverse=True)
    ]
    return re.compile(f"(?:{'|'.join(heads)})" + ("" if language == "zh" else r"(?!\w)"))
