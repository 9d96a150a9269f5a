"""Links between two versions: accuracy by kind of edit, and time as a ratio to peers in the same run.

    python benchmarks/years.py                      invented paragraphs, 20 to 5,000
    python benchmarks/years.py --text FILE…         real ones, a paragraph a line (the language from NAME.LANG.txt)

The peers need numpy and scikit-learn (`pip install .[benchmarks]`); one that is missing is left out, with a word.
Truth and edits come from `versions.make`; seeds from 1000 on are used for nothing else.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.versions import Pair, invented, make
from benchmarks.years_peers import PEERS, cdist_matrix

SEED = 1000
SIZES = (20, 100, 300, 1000, 5000)
SEEDS_FOR = {20: 8, 100: 3}  # small pairs vary: several of them
KINDS = ("same", "light", "medium", "heavy", "split", "merge")


def ours(
    old: Sequence[str], new: Sequence[str], language: str
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Our links as pairs of places, and those among them that are moves."""
    import aligner

    links = aligner.compare_segments(old, new, language=language)
    pairs = {(i, j): k.moved for k in links for i in k.old for j in k.new}
    return set(pairs), {pair for pair, moved in pairs.items() if moved}


def score(
    pair: Pair, links: set[tuple[int, int]], moves: set[tuple[int, int]] | None, c: Counter[str]
) -> None:
    """Count what was found; `moves` is None for a tool that does not tell them."""
    true = {(k.old, k.new): k for k in pair.links}
    c["hit"] += len(links & true.keys())
    c["found"] += len(links)
    c["true"] += len(true)
    for place, known in true.items():
        c[f"{known.kind} true"] += 1
        c[f"{known.kind} hit"] += place in links
    alone = {(0, i) for i in pair.removed} | {(1, j) for j in pair.added}
    left = {(0, i) for i in range(len(pair.old))} - {(0, i) for i, _ in links}
    left |= {(1, j) for j in range(len(pair.new))} - {(1, j) for _, j in links}
    c["alone hit"] += len(alone & left)
    c["alone found"] += len(left)
    c["alone true"] += len(alone)
    if moves is not None:
        moved = {place for place, known in true.items() if known.moved}
        c["move hit"] += len(moved & moves)
        c["move found"] += len(moves)
        c["move true"] += len(moved)


def line(name: str, c: Counter[str]) -> str:
    """One row of the table of accuracy."""

    def share(a: str, b: str) -> float:
        return c[a] / c[b] if c[b] else float("nan")

    def f1(kind: str = "") -> float:
        both = c[f"{kind}found"] + c[f"{kind}true"]
        return 2 * c[f"{kind}hit"] / both if both else float("nan")

    kinds = "".join(f"{share(f'{k} hit', f'{k} true'):8.3f}" for k in KINDS)
    moves = (
        f"{share('move hit', 'move found'):8.3f}{share('move hit', 'move true'):8.3f}"
        if "move true" in c
        else "       –       –"
    )
    return f"  {name:28}{f1():8.4f}{kinds}{f1('alone '):8.3f}{moves}"


def seconds(run: Callable[[], object], budget: float = 1.0) -> float:
    """The median processor time of some runs, at least one; other processes on the machine do not count."""
    times: list[float] = []
    while not times or (sum(times) < budget and len(times) < 9):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)


def peak_megabytes(size: int) -> float:
    """What one comparison of `size` invented paragraphs takes at most, in a process of its own."""
    code = f"from benchmarks.years import peak_here; peak_here({size})"
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    return float(done.stdout)


def peak_here(size: int) -> None:
    """Compare, then print the peak of this process in megabytes."""
    pair = make(invented(size + size // 4, SEED), size, SEED)
    ours(pair.old, pair.new, pair.language)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--text", nargs="+", type=Path, help="paragraphs to edit, one a line")
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    args = parser.parse_args()
    peers = {
        name: run for name, (run, needs, _) in PEERS.items() if all(map(importlib.util.find_spec, needs))
    }
    for name, (_, needs, _) in PEERS.items():
        if name not in peers:
            print(f"left out: {name} needs {' and '.join(needs)} (pip install .[benchmarks])")
    sources = [
        (p.suffixes[-2].lstrip("."), p.read_text(encoding="utf-8").splitlines()) for p in args.text or ()
    ]
    if 5000 in args.sizes:  # first: a child's peak counts what its parent held when it was started
        print(f"5,000 against 5,000 paragraphs: {peak_megabytes(5000):.0f} MB at most")
    ours_at: dict[int, float] = {}
    for size in args.sizes:
        stock = sources or [("en", invented(size + size // 4 + 20, SEED))]
        pairs = [
            make(texts, size, SEED + n, lang) for lang, texts in stock for n in range(SEEDS_FOR.get(size, 1))
        ]
        ours_at[size] = _report(size, pairs, peers)
    if {300, 5000} <= ours_at.keys():
        print(
            f"\ngrowth from 300 to 5,000 paragraphs: exponent {log(ours_at[5000] / ours_at[300]) / log(5000 / 300):.2f}"
        )


def _report(size: int, pairs: list[Pair], peers: dict[str, Callable[..., set[tuple[int, int]]]]) -> float:
    """Print one size's rows; returns our time for its first pair."""
    head = "".join(f"{k:>8}" for k in ("F1", *KINDS, "alone", "move P", "move R"))
    print(f"\n{size:,} paragraphs, {len(pairs)} pairs\n  {'':28}{head}    time, ours = 1")
    counts: Counter[str] = Counter()
    for pair in pairs:
        score(pair, *ours(pair.old, pair.new, pair.language), counts)
    first = pairs[0]
    mine = seconds(lambda: ours(first.old, first.new, first.language))
    print(f"{line('resdiff', counts)}    1 = {1000 * mine:.1f} ms here")
    for name, run in peers.items():
        if size > PEERS[name][2]:
            continue
        counts = Counter()
        for pair in pairs if name != "difflib, words, all pairs" or size < 300 else pairs[:1]:
            score(pair, run(pair.old, pair.new), None, counts)
        theirs, again = _side_by_side(lambda run=run: run(first.old, first.new), first)
        print(f"{line(name, counts)}    {theirs / again:.1f}")
    if "rapidfuzz cdist, greedy" in peers:
        theirs, again = _side_by_side(lambda: cdist_matrix(first.old, first.new), first)
        print(f"  {'rapidfuzz cdist, matrix only':28}{'':88}    {theirs / again:.1f}")
    return mine


def _side_by_side(run: Callable[[], object], pair: Pair) -> tuple[float, float]:
    """Medians of a peer's time and of ours, run in turn."""
    both: list[tuple[float, float]] = []
    while len(both) < 5 and sum(a + b for a, b in both) < 4:
        both.append((seconds(run, 0), seconds(lambda: ours(pair.old, pair.new, pair.language), 0)))
    return statistics.median(a for a, _ in both), statistics.median(b for _, b in both)


if __name__ == "__main__":
    main()
