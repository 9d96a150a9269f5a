"""How near one resolution is to another: title, citation, text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpora.library.store import Library
from corpora.library.words import cited_words, words
from corpora.model import Resolution, Symbol

# What makes a step, with the range that makes sense.
SAME_TITLE = 0.9  # 0.8 to 1: from here on, titles are the same but for a word
SHARED_WITH_TITLE = 0.1  # 0.05 to 0.3: text that must be shared beside the title, where nothing is cited
SHARED_WITH_CITATION = (
    0.3  # 0.2 to 0.6: and beside a citation, where the title is another one or there is none
)

# The title is weighed by itself; the stationery and the notes say little of the subject.
_APART = ("masthead", "title", "opening", "note", "closing")
_LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Work:
    """A resolution apart from its languages; `documents` and `titles` are by language."""

    symbol: Symbol
    documents: dict[str, int]
    titles: dict[str, str]

    @property
    def title(self) -> str:
        """Its title in the first of the languages that it is here in."""
        return next((self.titles[code] for code in _ordered(self.titles) if self.titles[code]), "")

    @property
    def body(self) -> str:
        """Who adopted it, as far as the symbol says: what stands before the first number."""
        return re.split(r"\d", self.symbol.text, maxsplit=1)[0]

    @property
    def age(self) -> tuple[tuple[int, ...], str]:
        """What sorts the resolutions of one body: session or year, then the number."""
        numbers = tuple(int(number) for number in re.findall(r"\d+", self.symbol.text))
        roman = re.search(r"\(([IVXLC]+)\)", self.symbol.text)
        return ((_value(roman[1]), *numbers) if roman else numbers), self.symbol.text

    @property
    def turn(self) -> str:
        """The session or year in which a body adopts a subject once; the Security Council has none."""
        if roman := re.search(r"\(([IVXLC]+)\)", self.symbol.text):
            return self.body + roman[1]
        return self.symbol.text.rpartition("/")[0] if "(" not in self.symbol.text else self.symbol.text

    @property
    def cited_as(self) -> str:
        """The folded words by which another text cites it."""
        return " ".join(cited_words(self.symbol.text))


@dataclass(frozen=True, slots=True)
class Kin:
    """An older and a newer resolution that may be versions of one another, and what speaks for it."""

    older: Work
    newer: Work
    title: float
    cited: bool
    shared: float

    @property
    def same_title(self) -> bool:
        """Whether the titles are the same but for a word."""
        return self.title >= SAME_TITLE

    @property
    def holds(self) -> bool:
        """Whether this is enough to call the one the predecessor of the other."""
        if self.same_title:
            return self.cited or self.shared >= SHARED_WITH_TITLE
        return self.cited and self.shared >= SHARED_WITH_CITATION

    @property
    def strength(self) -> float:
        """For the order in which they are believed: any two that hold compare."""
        return self.same_title + self.shared + self.cited / 2

    @property
    def reason(self) -> str:
        """The evidence in words."""
        parts = []
        if self.same_title:
            parts.append("same title" if self.title == 1 else "nearly the same title")
        if self.cited:
            parts.append(f"cites {self.older.symbol}")
        if self.shared:
            parts.append(f"shares {self.shared:.0%} of its text")
        return "; ".join(parts)


def works(library: Library) -> tuple[Work, ...]:
    """The resolutions of the library, each with its best document in every language."""
    gathered: dict[str, Work] = {}
    rows = library.rows(
        """SELECT symbol, language, id, title FROM document WHERE symbol IS NOT NULL
        ORDER BY instr('official local unofficial', status) DESC, id"""
    )
    for symbol, language, key, title in rows:
        work = gathered.setdefault(symbol, Work(Symbol(symbol), {}, {}))
        work.documents[language] = key
        work.titles[language] = title
    return tuple(sorted(gathered.values(), key=lambda work: (work.body, work.age)))


def kin(library: Library) -> list[Kin]:
    """All pairs that hold, those to be believed first: of each newer one the best predecessor first."""
    texts = _Texts(library)
    by_newer: dict[Symbol, list[Kin]] = defaultdict(list)
    for older, newer, cited in _candidates(library, works(library)):
        one = Kin(older, newer, _title_likeness(older, newer), cited, texts.shared(older, newer))
        if one.holds:
            by_newer[newer.symbol].append(one)
    ranked = []
    for group in by_newer.values():
        group.sort(key=lambda one: (one.same_title, one.older.age), reverse=True)
        ranked += [(place, -one.strength, one.newer.age, one) for place, one in enumerate(group)]
    return [one for *_, one in sorted(ranked, key=lambda entry: entry[:3])]


def between(older: Resolution, newer: Resolution) -> Kin:
    """What speaks for two documents in one language being versions of one another, without a library.

    Args:
        older, newer: both with a symbol.
    """
    a, b = _work(older), _work(newer)
    texts = [[words(p.text) for p in d.paragraphs if p.kind not in _APART] for d in (older, newer)]
    cited = any(f" {a.cited_as} " in f" {' '.join(text)} " for text in texts[1])
    return Kin(a, b, _title_likeness(a, b), cited, _shared(_triples(texts[0]), _triples(texts[1])))


def _work(document: Resolution) -> Work:
    if document.symbol is None:
        raise ValueError("a document without a symbol is no version of another")
    return Work(document.symbol, {document.language: 0}, {document.language: document.title})


def _candidates(library: Library, known: Iterable[Work]) -> Iterator[tuple[Work, Work, bool]]:
    """Older, newer, and whether the newer cites the older; of one body, never of one session."""
    of_document = {key: work for work in known for key in work.documents.values()}
    by_title: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for work in known:
        for language, title in work.titles.items():
            if folded := " ".join(words(title)):
                by_title[language, folded].append(work)
    namesakes: dict[Symbol, list[Work]] = defaultdict(list)
    for group in by_title.values():
        for work in group:
            namesakes[work.symbol] += group
    for older in known:
        citing = {work.symbol: work for work in map(of_document.get, _citing(library, older)) if work}
        others = {work.symbol: work for work in namesakes[older.symbol]}
        for symbol, newer in (others | citing).items():
            if older.body == newer.body and older.turn != newer.turn and older.age < newer.age:
                yield older, newer, symbol in citing


def _citing(library: Library, work: Work) -> list[int]:
    found = library.rows(
        """SELECT DISTINCT passage.document FROM words JOIN passage ON passage.id = words.rowid
        WHERE words MATCH ?""",
        f'"{work.cited_as}"',
    )
    return [key for (key,) in found]


def _title_likeness(a: Work, b: Work) -> float:
    """The share of words that two titles have in common, in the language that agrees best: Dice, 0 to 1."""
    best = 0.0
    for language in a.titles.keys() & b.titles.keys():
        x, y = Counter(words(a.titles[language])), Counter(words(b.titles[language]))
        if x and y:
            best = max(best, 2 * (x & y).total() / (x.total() + y.total()))
    return best


class _Texts:
    """The texts as sets of three words in a row, made when they are asked for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.made: dict[int, frozenset[int]] = {}

    def shared(self, a: Work, b: Work) -> float:
        """How much of their text two works share in a language both are here in; 0 where there is none."""
        common = _ordered(a.documents.keys() & b.documents.keys())
        return _shared(*(self._of(work.documents[common[0]]) for work in (a, b))) if common else 0.0

    def _of(self, document: int) -> frozenset[int]:
        if document not in self.made:
            rows = self.library.rows(
                """SELECT text FROM words JOIN passage ON passage.id = words.rowid
                WHERE document = ? AND paragraph NOT IN ('title', 'opening', 'closing')
                AND paragraph NOT LIKE 'm.%' AND paragraph NOT LIKE 'fn%'""",
                document,
            )
            self.made[document] = _triples(text.split() for (text,) in rows)
        return self.made[document]


def _triples(texts: Iterable[list[str]]) -> frozenset[int]:
    triples: set[int] = set()
    for folded in texts:
        triples.update(map(hash, zip(folded, folded[1:], folded[2:], strict=False)))
    return frozenset(triples)


def _shared(a: frozenset[int], b: frozenset[int]) -> float:
    """How much of the shorter text stands in the longer, 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _ordered(languages: Iterable[str]) -> list[str]:
    return sorted(languages, key=lambda c: (_LANGUAGES.index(c) if c in _LANGUAGES else len(_LANGUAGES), c))


def _value(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
