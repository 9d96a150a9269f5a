"""Paragraphs that stand in another order than in the other version."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from aligner.checks.affinity import Affinity
from aligner.checks.model import Pair, Row, version
from aligner.model import Finding
from corpora.model import Paragraph

POOR = 0.45
"""Affinity of two linked paragraphs below which they are tried against others; range 0.3-0.6. Of 6,340 true pairs of
the 78th session 1% lie below 0.40 to 0.57, by language; unrelated neighbours have 0.14 to 0.20."""
GAIN = 0.1
"""By how much the crossed pairs have to be better, in the sum of both; range 0-0.3. True pairs were never below 0.24 the
other way round."""
FIT = 0.4
"""Affinity from which a paragraph without link answers another one without."""
ENOUGH = 60  # characters of a paragraph that say something


def find(pair: Pair) -> Iterator[Finding]:
    """Swapped paragraphs, and paragraphs without link that answer each other across the document."""
    rows = [r for r in pair.rows if len(r.a) == len(r.b) == 1 and r.kind not in ("masthead", "closing", "note")]
    if not rows:
        return
    affinity = Affinity([r.text_a for r in rows], [r.text_b for r in rows], rows[0].languages)
    poor = [(r, s) for r in rows if len(r.text_a) >= ENOUGH and (s := affinity(r.text_a, r.text_b)) < POOR]
    done: set[str] = set()
    for (one, fit_one), (two, fit_two) in combinations(poor, 2):
        crossed = affinity(one.text_a, two.text_b) + affinity(two.text_a, one.text_b)
        if crossed > fit_one + fit_two + GAIN and not done & {one.ids_b[0], two.ids_b[0]}:
            done |= {one.ids_b[0], two.ids_b[0]}
            yield _swapped(pair, one, two)
    yield from _moved(pair, affinity)


def _swapped(pair: Pair, one: Row, two: Row) -> Finding:
    ids = f"{one.ids_b[0]} and {two.ids_b[0]}"
    message = f"{ids} of {version(pair.b)} stand in the other order than in {version(pair.a)}"
    return Finding("order", "error", one.ids_a + two.ids_a, one.ids_b + two.ids_b, message)


def _moved(pair: Pair, affinity: Affinity) -> Iterator[Finding]:
    for here, there in moved_pairs(pair, affinity):
        message = f"{there.id} of {version(pair.b)} answers {here.id} of {version(pair.a)}, which stands elsewhere"
        yield Finding("order", "error", (here.id,), (there.id,), message)


def moved_pairs(pair: Pair, affinity: Affinity) -> list[tuple[Paragraph, Paragraph]]:
    """Paragraphs without link on either side that answer each other."""
    links = pair.comparison.links
    lone_a = [pair.a[i] for k in links if not k.new for i in k.old if len(pair.a[i].text) >= ENOUGH]
    lone_b = [pair.b[i] for k in links if not k.old for i in k.new if len(pair.b[i].text) >= ENOUGH]
    out = []
    for p in lone_a:
        best = max(lone_b, key=lambda q: affinity(p.text, q.text), default=None)
        if best is not None and affinity(p.text, best.text) >= FIT:
            lone_b.remove(best)
            out.append((p, best))
    return out
