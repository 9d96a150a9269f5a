"""A user's glossary as a check: where the one version has a term, the other has to have its translation."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aligner.checks.rows import Pair
from aligner.checks.settings import Settings
from aligner.findings import Finding
from corpora.errors import OptionError

MOST_BYTES = 32 * 2**20  # a glossary larger than this is none
ROOT, ENDING = 4, 3
"""Words are the same if they share a beginning and differ in so many letters at the end; ranges 3-5 and 2-4."""
_WORD = re.compile(r"[^\W\d_]+")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept: its terms by language."""

    terms: dict[str, tuple[str, ...]]


def find(pair: Pair, settings: Settings) -> Iterator[Finding]:
    """Terms of the glossary that the other version says otherwise."""
    if settings.glossary is None:
        return
    a, b = pair.a.language, pair.b.language
    entries = [
        ([_words(t, a) for t in e.terms[a]], e.terms[a], [_words(t, b) for t in e.terms[b]], e.terms[b])
        for e in read_glossary(settings.glossary)
        if e.terms.get(a) and e.terms.get(b)
    ]
    for row in pair.rows:
        here, there = _words(row.text_a, a), _words(row.text_b, b)
        for stems_a, terms_a, stems_b, terms_b in entries:
            said = next((t for s, t in zip(stems_a, terms_a, strict=True) if holds(here, s)), None)
            if said and not any(holds(there, s) for s in stems_b):
                message = f"{a} “{said}” should be “{terms_b[0]}” in {b}"
                yield row.finding("glossary", "warning", message, suggestion=terms_b[0], about=f"{said}>")


def holds(text: Words, term: Words) -> bool:
    """Whether the words of a term stand in a text, in a row."""
    n = len(term)
    return n > 0 and any(
        all(map(_same_word, text[i : i + n], term))
        for i in range(len(text) - n + 1)
        if text[i][:1] == term[0][:1]
    )


def _same_word(one: str, two: str) -> bool:
    """Whether two words differ by their endings at most."""
    shared = next(
        (k for k, (c, d) in enumerate(zip(one, two, strict=False)) if c != d), min(len(one), len(two))
    )
    return one == two or shared >= max(ROOT, max(len(one), len(two)) - ENDING)


@lru_cache(maxsize=4096)
def _words(text: str, language: str) -> Words:
    if language == "zh":
        return tuple(c for c in text if not c.isspace())
    return tuple(m[0].casefold() for m in _WORD.finditer(text))


@lru_cache(maxsize=4)
def read_glossary(path: Path) -> tuple[Entry, ...]:
    """The entries of a glossary in TBX, or in CSV with language codes as headings and | between synonyms.

    Raises `OptionError` where the file cannot be read as either.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise OptionError(
            f"the glossary cannot be read: {error.strerror}", str(path), "check the path"
        ) from error
    if len(raw) > MOST_BYTES:
        raise OptionError("the glossary is too large", str(path), "split it")
    entries = _tbx(raw, path) if raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else _csv(raw, path)
    if not entries:
        raise OptionError("the glossary has no entry with two languages", str(path), "see docs/checks.md")
    return entries


def _csv(raw: bytes, path: Path) -> tuple[Entry, ...]:
    try:
        text = raw.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
    except (UnicodeDecodeError, csv.Error) as error:
        raise OptionError(f"the glossary is no CSV in UTF-8: {error}", str(path), "save it anew") from error
    codes = [c.strip().lower()[:2] for c in rows[0]] if rows else []
    entries = []
    for cells in rows[1:]:
        terms = {
            code: tuple(t.strip() for t in cell.split("|") if t.strip())
            for code, cell in zip(codes, cells, strict=False)
            if code and cell.strip()
        }
        if len(terms) > 1:
            entries.append(Entry(terms))
    return tuple(entries)


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max("\t;,", key=head.count)


def _tbx(raw: bytes, path: Path) -> tuple[Entry, ...]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise OptionError(
            f"the glossary is no well-formed TBX: {error.msg}", str(path), "export it anew"
        ) from error
    entries = []
    for concept in root.iter("{*}termEntry", "{*}conceptEntry"):
        terms: dict[str, tuple[str, ...]] = {}
        for part in concept.iter("{*}langSet", "{*}langSec"):
            code = (part.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower()[:2]
            found = tuple(t for e in part.iter("{*}term") if (t := "".join(e.itertext()).strip()))
            if code and found:
                terms[code] = terms.get(code, ()) + found
        if len(terms) > 1:
            entries.append(Entry(terms))
    return tuple(entries)
