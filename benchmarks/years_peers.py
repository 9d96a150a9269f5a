"""What other tools make of two versions: each peer returns links as pairs of places, and says what it needs.

All peers get the same words. None finds splits or merges as such; where one pairs every paragraph with its
best partner, both halves of a split count as found.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Links = set[tuple[int, int]]
WORDS = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
THRESHOLD = 0.4  # the best of 0.3 to 0.7 for all three on made pairs of 100 paragraphs


def words(texts: Sequence[str]) -> list[list[str]]:
    """The words of each paragraph; Han characters one by one."""
    return [WORDS.findall(text.lower()) for text in texts]


def difflib_words(old: Sequence[str], new: Sequence[str]) -> Links:
    """difflib's ratio of the words of all pairs, best first."""
    pairs = []
    columns = words(new)
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
    for i, a in enumerate(words(old)):
        matcher.set_seq2(a)
        for j, b in enumerate(columns):
            matcher.set_seq1(b)
            pairs.append((matcher.ratio(), i, j))
    return _greedy(pairs)


def cdist_matrix(old: Sequence[str], new: Sequence[str]) -> Any:
    """RapidFuzz's similarities of all pairs on interned words: the matrix alone."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    codes: dict[str, str] = {}
    a, b = ([_interned(row, codes) for row in words(texts)] for texts in (old, new))
    return cdist(a, b, scorer=Indel.normalized_similarity)


def cdist_greedy(old: Sequence[str], new: Sequence[str]) -> Links:
    """The matrix of RapidFuzz, best first."""
    import numpy as np

    matrix = cdist_matrix(old, new)
    return _greedy((float(matrix[i, j]), int(i), int(j)) for i, j in np.argwhere(matrix >= THRESHOLD))


def tfidf_assignment(old: Sequence[str], new: Sequence[str]) -> Links:
    """Cosine of TF-IDF vectors of words (scikit-learn), the best assignment (Jonker–Volgenant in SciPy)."""
    from scipy.optimize import linear_sum_assignment
    from sklearn.feature_extraction.text import TfidfVectorizer

    rows, columns = words(old), words(new)
    vectors = TfidfVectorizer(analyzer=lambda row: row, sublinear_tf=True).fit([*rows, *columns])
    cosine = (vectors.transform(rows) @ vectors.transform(columns).T).toarray()
    return {
        (int(i), int(j))
        for i, j in zip(*linear_sum_assignment(-cosine), strict=True)
        if cosine[i, j] >= THRESHOLD
    }


PEERS: dict[str, tuple[Callable[[Sequence[str], Sequence[str]], Links], tuple[str, ...], int]] = {
    # name → what it does, what it imports, the most paragraphs it is asked for
    "difflib, words, all pairs": (difflib_words, (), 300),
    "rapidfuzz cdist, greedy": (cdist_greedy, ("numpy",), 5000),
    "TF-IDF and assignment": (tfidf_assignment, ("sklearn", "scipy"), 5000),
}


def _interned(row: Sequence[str], codes: dict[str, str]) -> str:
    return "".join([codes.setdefault(word, chr(len(codes) + 1)) for word in row])


def _greedy(pairs: Iterable[tuple[float, int, int]]) -> Links:
    links: Links = set()
    rows: set[int] = set()
    columns: set[int] = set()
    for score, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if score < THRESHOLD:
            break
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            links.add((i, j))
    return links
