"""Learn the word-translation statistics that ship with the aligner, from paragraphs aligned in six languages.

    python benchmarks/learn_lexicon.py FOLDER [--skip ga-78.tsv.xz] [-o aligner/lexicon/learnt]

FOLDER holds ``*.tsv.xz`` files whose lines are symbol, place, en, fr, es, ru, zh, ar. For every pair of
languages: count in how many paragraphs two units meet; keep the likeliest partners by Dice; let them compete
for each other's occurrences in a few rounds of IBM Model 1 trained in both directions by agreement (Brown et
al. 1993; Liang, Taskar and Klein 2006); keep what is certain enough. No text is kept. Needs numpy and scipy;
some minutes on one core and about 2 GB.
"""

from __future__ import annotations

import argparse
import itertools
import lzma
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy import sparse

from aligner.bitext.units import characters, units
from aligner.lexicon.store import PairTable, pack

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
MIN_PARAGRAPHS = 3  # a unit seen in fewer is no evidence
PARTNERS = 16  # candidates of a unit before they compete; not tuned
ROUNDS = 6  # of Model 1; not tuned
NULL = 0.02  # what "no partner here" weighs in the competition
KEPT = 6  # translations kept of a unit
MIN_SCORE = 0.04  # the weakest entry that is kept; not tuned
CHUNK = 400  # paragraphs crossed at once


def read(folder: Path, skipped: set[str]) -> list[list[str]]:
    """The distinct paragraphs: one list of six texts each."""
    rows: dict[tuple[str, ...], None] = {}
    for path in sorted(folder.glob("*.tsv.xz")):
        if path.name in skipped:
            continue
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                texts = tuple(line.rstrip("\n").split("\t")[2:])
                if len(texts) == len(LANGUAGES) and all(texts):
                    rows[texts] = None
    return [list(texts) for texts in rows]


def incidence(texts: list[str]) -> tuple[list[str], sparse.csr_matrix]:
    """The units of one language and the paragraphs × units matrix of ones."""
    bags = []
    for text in texts:
        bag = set(units(text))
        bag.update(c for unit in tuple(bag) for c in characters(unit))
        bags.append({unit for unit in bag if not unit.startswith("#") and (len(unit) > 1 or unit.isalpha())})
    counts = Counter(itertools.chain.from_iterable(bags))
    vocabulary = sorted(unit for unit, n in counts.items() if MIN_PARAGRAPHS <= n <= 0.9 * len(texts))
    place = {unit: i for i, unit in enumerate(vocabulary)}
    rows = [sorted(place[u] for u in bag if u in place) for bag in bags]
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter(itertools.chain.from_iterable(rows), dtype=np.int32, count=starts[-1])
    ones = np.ones(len(columns), dtype=np.float32)
    return vocabulary, sparse.csr_matrix((ones, columns, starts), shape=(len(texts), len(vocabulary)))


def ranks(one: np.ndarray, score: np.ndarray) -> np.ndarray:
    """The place of each entry among those of the same unit, best score first."""
    order = np.lexsort((-score, one))
    first = np.r_[0, np.flatnonzero(np.diff(one[order])) + 1]
    out = np.empty(len(order), dtype=np.int64)
    out[order] = np.arange(len(order)) - np.repeat(first, np.diff(np.r_[first, len(order)]))
    return out


def candidates(a: sparse.csr_matrix, b: sparse.csr_matrix) -> np.ndarray:
    """A units × units mask of the pairs that are among the best partners of either side by Dice."""
    meets = (a.T @ b).tocoo()
    n_a, n_b = np.asarray(a.sum(0)).ravel(), np.asarray(b.sum(0)).ravel()
    often = meets.data >= 2
    row, col, n = meets.row[often], meets.col[often], meets.data[often]
    dice = 2 * n / (n_a[row] + n_b[col])
    kept = (ranks(row, dice) < PARTNERS) | (ranks(col, dice) < PARTNERS)
    mask = np.zeros(meets.shape, dtype=bool)
    mask[row[kept], col[kept]] = True
    return mask


def meetings(
    a: sparse.csr_matrix, b: sparse.csr_matrix, mask: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The positions (in the data of `a` and of `b`) of all candidate pairs that stand in one paragraph."""
    for start in range(0, a.shape[0], CHUNK):
        left, right = [], []
        for row in range(start, min(start + CHUNK, a.shape[0])):
            i = np.arange(a.indptr[row], a.indptr[row + 1], dtype=np.int32)
            j = np.arange(b.indptr[row], b.indptr[row + 1], dtype=np.int32)
            x, y = np.nonzero(mask[np.ix_(a.indices[i], b.indices[j])])
            left.append(i[x])
            right.append(j[y])
        yield np.concatenate(left), np.concatenate(right)


def train(a: sparse.csr_matrix, b: sparse.csr_matrix) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs of units and how firmly they translate each other, 0..1."""
    found = list(meetings(a, b, candidates(a, b)))
    at_a, at_b = (np.concatenate([pair[side] for pair in found]) for side in (0, 1))
    keys = a.indices[at_a].astype(np.int64) * b.shape[1] + b.indices[at_b]
    pairs, which = np.unique(keys, return_inverse=True)
    u, v = (pairs // b.shape[1]).astype(np.int32), (pairs % b.shape[1]).astype(np.int32)
    n_a, n_b = np.asarray(a.sum(0)).ravel(), np.asarray(b.sum(0)).ravel()
    meets = np.bincount(which)
    t_ab, t_ba = meets / n_a[u], meets / n_b[v]
    for _ in range(ROUNDS):
        w_ab, w_ba = t_ab[which], t_ba[which]
        # Each occurrence in b asks which unit of a it stems from, and the other way round; both must agree.
        from_a = w_ab / (np.bincount(at_b, w_ab, minlength=b.nnz)[at_b] + NULL)
        from_b = w_ba / (np.bincount(at_a, w_ba, minlength=a.nnz)[at_a] + NULL)
        links = np.bincount(which, from_a * from_b)
        t_ab, t_ba = links / n_a[u], links / n_b[v]
    return u, v, np.sqrt(t_ab * t_ba)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--skip", action="append", default=[], help="a file to hold out")
    parser.add_argument("-o", "--output", type=Path, default=Path("aligner/lexicon/learnt"))
    args = parser.parse_args()
    began = time.perf_counter()
    rows = read(args.folder, set(args.skip))
    print(f"{len(rows)} distinct paragraphs, {time.perf_counter() - began:.0f} s", flush=True)
    sides = {code: incidence([row[k] for row in rows]) for k, code in enumerate(LANGUAGES)}
    print(
        {code: len(words) for code, (words, _) in sides.items()},
        f"{time.perf_counter() - began:.0f} s",
        flush=True,
    )
    args.output.mkdir(parents=True, exist_ok=True)
    for one, two in itertools.combinations(sorted(LANGUAGES), 2):
        (words_a, a), (words_b, b) = sides[one], sides[two]
        u, v, score = train(a, b)
        keep = ((ranks(u, score) < KEPT) | (ranks(v, score) < KEPT)) & (score >= MIN_SCORE)
        table = PairTable.of(words_a, words_b, u[keep].tolist(), v[keep].tolist(), score[keep].tolist())
        size = (args.output / f"{one}-{two}.bin").write_bytes(pack(table))
        print(
            f"{one}-{two}: {int(keep.sum())} entries, {size} bytes, {time.perf_counter() - began:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
