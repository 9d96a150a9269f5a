"""What the user's library teaches about two languages: learnt document by document, kept with the documents.

A document teaches by its alignment alone, made without what others taught: what the library knows depends on its
documents, never on their order. Learning is cut into small portions, so that no command waits for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from aligner.languages import align
from aligner.lexicon.counts import RULES, Counts, Pair, count, pack, unpack
from aligner.lexicon.taught import Taught
from aligner.model import Comparison
from corpora.errors import DamagedDocument
from corpora.library import serial
from corpora.library.taught import Versions, keep, texts, versions
from corpora.model import Provenance, Resolution

if TYPE_CHECKING:
    from corpora.library.store import Library

PORTION = 400  # paragraphs of both versions that one command learns from, so that none is held up for long
MOST = 200  # resolutions that teach a pair of languages, the first added ones
SURE = 0.9  # confidence of a link that may teach
_MUTE = ("masthead", "note")  # names and symbols, which need no dictionary


def taught(library: Library, languages: tuple[str, str], *, but: Collection[str] = ()) -> Taught:
    """The lexicon of what was learnt from a library about two languages.

    Args:
        library: an open library.
        languages: ISO 639 codes, in any order.
        but: symbols and hashes of documents about to be aligned, which must not be their own witnesses.

    Raises:
        LibraryError: the library cannot be read.
    """
    one, two = sorted(languages)
    known = [_known(pair) for pair in _teachers(library, (one, two), but)]
    return Taught.of((one, two), [counts for counts in known if counts], sum(not counts for counts in known))


def learn_portion(
    library: Library, languages: tuple[str, str], *, but: Collection[str] = (), room: int = PORTION
) -> int:
    """Learn from documents that nothing was learnt from yet, the first added first, as far as there is room.

    Takes the arguments of `taught`, and `room` for how many paragraphs; gives what is left of it. A library that
    cannot be written learns nothing.

    Raises:
        LibraryError: the library cannot be read or written.
    """
    if not library.writable:
        return room
    one, two = sorted(languages)
    for pair in _teachers(library, (one, two), but):
        if pair.paragraphs <= room and _known(pair) is None:
            room -= pair.paragraphs
            learn(library, pair)
    return room


def names_of(*documents: Resolution) -> frozenset[str]:
    """The symbols and hashes by which `taught` leaves documents out."""
    return frozenset(
        name for d in documents for name in (d.provenance.sha256, d.symbol and d.symbol.text) if name
    )


def _teachers(library: Library, languages: tuple[str, str], but: Collection[str] = ()) -> list[Versions]:
    return versions(library, languages, RULES, but)[:MOST]


def outstanding(library: Library) -> Iterator[Versions]:
    """The versions of resolutions in a library, in any two languages, that nothing was learnt from yet."""
    codes = [code for (code,) in library.rows("SELECT DISTINCT language FROM document ORDER BY language")]
    for languages in combinations(codes, 2):
        yield from (pair for pair in _teachers(library, languages) if _known(pair) is None)


def learn(library: Library, pair: Versions) -> None:
    """Learn from two documents and keep what they taught, unless one was taken out meanwhile.

    Raises:
        LibraryError: the library cannot be read or written.
    """
    read = texts(library, pair)
    if read is None:
        return
    one, two = (serial.load(text, Provenance("local", pair.symbol, "")) for text in read)
    keep(library, pair, read, RULES, pack(count(_sure(align(one, two)))))


def _known(pair: Versions) -> Counts | None:
    if pair.taught is None:
        return None
    try:
        return unpack(pair.taught)
    except DamagedDocument:
        return None  # derived from the documents: learning it anew mends it


def _sure(comparison: Comparison) -> Iterator[Pair]:
    for link in comparison.links:
        if link.old and link.new and link.similarity >= SURE:
            left, right = comparison.old_paragraphs(link), comparison.new_paragraphs(link)
            if left[0].kind not in _MUTE:
                yield " ".join(p.text for p in left), " ".join(p.text for p in right)
