"""The kinds of 200 real edits, as judged by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import corpora
from aligner import diff_words
from aligner.changes import ChangedHunk, changed_hunks
from aligner.model import Comparison, Link

GOLD = Path(__file__).parent.parent / "golden" / "changes.tsv"
RIGHT = 0.95  # of the edits
SLID = 2  # characters by which an insertion may be drawn earlier or later ("a[, b], c" or "a, [b, ]c")


class Judged(NamedTuple):
    """One edit by its place in both documents, and its kind."""

    language: str
    old: str
    new: str
    old_paragraph: str
    new_paragraph: str
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    kind: str


def judged() -> Iterator[Judged]:
    rows = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    for language, old, new, a, b, *places, kind in rows[1:]:
        yield Judged(language, old, new, a, b, *(int(place) for place in places), kind)


def comparison_of(row: Judged, folder: Path) -> Comparison:
    """Both documents without links: the judged paragraphs are linked by the gold itself."""
    sides = []
    for symbol in (row.old, row.new):
        (path,) = folder.glob(f"akn/*/{symbol.replace('/', '_')}.{row.language}.xml")
        sides.append(corpora.read(path))
    return Comparison("years", *sides, ())


def found_at(row: Judged, comparison: Comparison) -> ChangedHunk | None:
    """The edit that the program sees at a judged place."""
    if row.old_paragraph not in comparison.old or row.new_paragraph not in comparison.new:
        return None
    old, new = comparison.old[row.old_paragraph].text, comparison.new[row.new_paragraph].text
    ops = tuple(diff_words(old, new, row.language))
    link = Link("edited", (row.old_paragraph,), (row.new_paragraph,), ops=ops)
    near = [
        found
        for found in changed_hunks(comparison, link)
        if _shared(found.old_start, found.old, row.old_start, row.old_end) >= 0
        and _shared(found.new_start, found.new, row.new_start, row.new_end) >= 0
    ]
    return max(
        near, key=lambda found: _shared(found.new_start, found.new, row.new_start, row.new_end), default=None
    )


def _shared(at: int, text: str, start: int, end: int) -> int:
    """How many characters two places share; less than none if they are farther apart than an edit may slide."""
    return min(at + len(text), end) - max(at, start) + SLID


@pytest.mark.slow
def test_kinds_are_right_and_nothing_of_substance_is_hidden(shared_data: Path) -> None:
    by_pair: defaultdict[tuple[str, str, str], list[Judged]] = defaultdict(list)
    for row in judged():
        by_pair[row[:3]].append(row)
    seen: Counter[tuple[str, str]] = Counter()
    hidden, missing = [], []
    for rows in by_pair.values():
        comparison = comparison_of(rows[0], shared_data)
        for row in rows:
            found = found_at(row, comparison)
            if found is None:
                missing.append(row)
                continue
            seen[row.kind, found.change] += 1
            if row.kind == "substantive" and found.change != "substantive":
                hidden.append(row)
    assert len(missing) <= 4, missing  # a finer word diff may draw an edit elsewhere
    assert hidden == []
    right = sum(n for (kind, change), n in seen.items() if kind == change)
    assert right / sum(seen.values()) >= RIGHT, seen
