"""Full-text search over all paragraphs: words, exact phrases, beginnings of words, symbols."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpora.errors import OptionError
from corpora.library import serial
from corpora.library.store import Library
from corpora.library.words import cited_words, places, words

LIMIT = 20
# So many matches are weighed against one another; of a word that is nearly everywhere the order means little,
# and weighing every paragraph of a large library would cost what the reader waits for. Range 500 to 10,000.
WEIGHED = 2000

_TERM = re.compile(r'["“„«](?P<phrase>[^"“”„«»]*)["”“»]|(?P<word>\S+)')
_FULL_SYMBOL = re.compile(r"[A-Z]{1,2}/[^\s]*\d[^\s]*(?:\s?\(\w+\))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that was found: whose it is, its text, and where in it the words stand."""

    document: int
    symbol: str | None
    language: str
    title: str
    paragraph: str
    label: str | None
    text: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, and of how many matches; `more` says that there are still others."""

    hits: tuple[Hit, ...]
    matches: int
    more: bool


@dataclass(frozen=True, slots=True)
class _Term:
    """Folded words that must stand side by side; the last one may be the beginning of a word."""

    words: tuple[str, ...]
    beginning: bool = False

    @property
    def query(self) -> str:
        return f'"{" ".join(self.words)}"' + ("*" if self.beginning else "")


def search(library: Library, query: str, *, language: str | None = None, limit: int = LIMIT) -> Found:
    """The paragraphs in which all of `query` stands, the best first; failing that, the documents.

    Accents, case, tashkeel and the spellings of alef make no difference; words in quotation marks must stand
    side by side; ``cooper*`` is the beginning of a word; a symbol finds its document and its citations.

    Args:
        library: an open library.
        query: what a person typed.
        language: ISO 639 code of the only language that is wanted.
        limit: how many paragraphs are handed back.

    Raises:
        OptionError: there is no word in the query.
    """
    terms = tuple(_terms(query))
    if not terms:
        raise OptionError("there is no word to look for", repr(query), "write a word, a phrase or a symbol")
    rows = _matching(library, " AND ".join(term.query for term in terms), language)
    if not rows and len(terms) > 1:
        rows = _scattered(library, terms, language)
    # Words that stand as they were typed come first. The stationery repeats the commonest words in its short
    # lines: it comes last.
    typed = _Term(tuple(word for term in terms for word in term.words), terms[-1].beginning)
    whole = {row[0] for row in _matching(library, typed.query, language)} if len(terms) > 1 else set()
    ranked = [row[0] for row in sorted(rows, key=lambda row: (row[2], row[0] not in whole, row[1], row[0]))]
    chosen = list(dict.fromkeys([*_titles(library, query, language), *ranked]))
    hits = tuple(hit_at(library, place, lambda text: tuple(_spans(text, terms))) for place in chosen[:limit])
    return Found(hits, min(len(chosen), WEIGHED), len(rows) > WEIGHED)


def _matching(library: Library, match: str, language: str | None) -> list[tuple[int, float, bool, int]]:
    """The passages that match, with their rank (the smaller the better), whether stationery, and document."""
    return library.rows(
        """SELECT words.rowid, bm25(words), paragraph LIKE 'm.%', passage.document FROM words
        JOIN passage ON passage.id = words.rowid JOIN document ON document.id = passage.document
        WHERE words MATCH ? AND document.language = coalesce(?, document.language) LIMIT ?""",
        match,
        language,
        WEIGHED + 1,
    )


def _scattered(
    library: Library, terms: tuple[_Term, ...], language: str | None
) -> list[tuple[int, float, bool, int]]:
    """Where no paragraph has all the terms: of each document that has them all, the best paragraph for one."""
    found = [_matching(library, term.query, language) for term in terms]
    common = set.intersection(*({row[3] for row in rows} for rows in found))
    best: dict[int, tuple[int, float, bool, int]] = {}
    rarest = min(found, key=lambda rows: len(rows))
    for row in sorted(rarest, key=lambda row: (row[2], row[1])):
        if row[3] in common:
            best.setdefault(row[3], row)
    return list(best.values())


def _terms(query: str) -> Iterator[_Term]:
    rest = query
    for symbol in _FULL_SYMBOL.findall(query):
        yield _Term(cited_words(symbol))
        rest = rest.replace(symbol, " ", 1)
    for found in _TERM.finditer(rest):
        text = found["phrase"] if found["phrase"] is not None else found["word"]
        folded = tuple(words(text))
        if folded:
            yield _Term(folded, found["phrase"] is None and text.endswith("*"))


def _titles(library: Library, query: str, language: str | None) -> list[int]:
    """The first passages of the documents whose own symbol the query is."""
    from corpora.errors import SymbolError
    from corpora.symbols import parse

    try:
        symbol = parse(query.strip())
    except SymbolError:
        return []
    found = library.rows(
        """SELECT coalesce(min(CASE paragraph WHEN 'title' THEN passage.id END), min(passage.id))
        FROM passage JOIN document ON document.id = passage.document
        WHERE symbol = ? AND language = coalesce(?, language) GROUP BY document.id ORDER BY document.id""",
        symbol.text,
        language,
    )
    return [place for (place,) in found]


def hit_at(library: Library, place: int, spans: Callable[[str], tuple[tuple[int, int], ...]]) -> Hit:
    """The paragraph with this number in the index; `spans` says where in its text the words stand."""
    # The passages of a document are numbered in a row: the database finds the paragraph in its JSON by place,
    # in a tenth of the time that it takes to parse the whole here.
    ((document, symbol, language, title, paragraph, row),) = library.rows(
        """SELECT document.id, symbol, language, title, paragraph, json_extract(json, '$.paragraphs[' ||
        (passage.id - (SELECT min(p.id) FROM passage AS p WHERE p.document = passage.document)) || ']')
        FROM passage JOIN document ON document.id = passage.document
        JOIN parsed ON parsed.document = document.id WHERE passage.id = ?""",
        place,
    )
    label, text = serial.paragraph(row, paragraph)
    return Hit(document, symbol, language, title, paragraph, label, text, spans(text))


def _spans(text: str, terms: tuple[_Term, ...]) -> list[tuple[int, int]]:
    """Where the terms stand in the text as it is written."""
    written = places(text)
    spans = set()
    for term in terms:
        size = len(term.words)
        for start in range(len(written) - size + 1):
            window = [word for _, _, word in written[start : start + size]]
            last = window[-1].startswith(term.words[-1]) if term.beginning else window[-1] == term.words[-1]
            if last and tuple(window[:-1]) == term.words[:-1]:
                spans.add((written[start][0], written[start + size - 1][1]))
    return sorted(spans)
