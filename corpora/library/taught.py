"""What pairs of documents taught about their languages, kept with them; what it is, only who learns it knows.

A row is of two versions of one resolution, and goes with either of them. Whoever learns reads both texts, takes
what time it takes outside of any transaction, and hands in what was taught; it is kept if the texts still stand.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from corpora.library.store import BEST_FIRST, Library


@dataclass(frozen=True, slots=True)
class Versions:
    """The best document of one resolution in either of two languages, by number.

    `taught` is what was learnt from them by the present rules, None where nothing was yet; `paragraphs` is how many
    they have together.
    """

    symbol: str
    one: int
    two: int
    paragraphs: int
    taught: bytes | None


def versions(
    library: Library, languages: tuple[str, str], rules: int, but: Collection[str] = ()
) -> list[Versions]:
    """The resolutions that are here in both languages, the first added first.

    Args:
        library: an open library.
        languages: ISO 639 codes; what is taught is kept for them in this order.
        rules: the version of the rules of learning; what others taught counts as not learnt.
        but: symbols and hashes of documents to leave out.
    """
    best: dict[tuple[str, str], tuple[int, int, str]] = {}
    for symbol, language, key, paragraphs, sha256 in library.rows(
        f"""SELECT symbol, language, id, paragraphs, sha256 FROM document
        WHERE symbol IS NOT NULL AND language IN (?, ?) {BEST_FIRST}""",
        *languages,
    ):
        best.setdefault((symbol, language), (key, paragraphs, sha256))
    known = {
        (one, two): bytes(counts)
        for one, two, counts in library.rows(
            """SELECT one, two, counts FROM taught JOIN document x ON x.id = one JOIN document y ON y.id = two
            WHERE x.language = ? AND y.language = ? AND rules = ?""",
            *languages,
            rules,
        )
    }
    found = []
    for (symbol, language), (one, here, sha256) in best.items():
        other = best.get((symbol, languages[1]))
        if language == languages[0] and other and not {symbol, sha256, other[2]} & set(but):
            two, there, _ = other
            found.append(Versions(symbol, one, two, here + there, known.get((one, two))))
    return sorted(found, key=lambda v: (max(v.one, v.two), v.one))


def texts(library: Library, pair: Versions) -> tuple[str, str] | None:
    """The parsed texts of both, as they are stored; None where one was taken out meanwhile."""
    found = dict(
        library.rows("SELECT document, json FROM parsed WHERE document IN (?, ?)", pair.one, pair.two)
    )
    return (found[pair.one], found[pair.two]) if len(found) == 2 else None


def keep(library: Library, pair: Versions, read: tuple[str, str], rules: int, taught: bytes) -> None:
    """Keep what two documents taught, unless they were taken out or read anew since `read` was read.

    Raises:
        LibraryError: the library cannot be written.
    """
    with library.changing() as db:
        db.execute(
            """INSERT OR REPLACE INTO taught (one, two, rules, counts)
            SELECT x.document, y.document, ?, ? FROM parsed x, parsed y
            WHERE x.document = ? AND y.document = ? AND x.json = ? AND y.json = ?""",
            (rules, taught, pair.one, pair.two, *read),
        )
