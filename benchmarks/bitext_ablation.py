"""What each kind of evidence adds: strict F1 with one kind left out, by set and by language pair.

    python benchmarks/bitext_ablation.py FOLDER [--half even|odd|all] [--every N] [--joined] [--only LABEL...]

FOLDER holds sets of ``DOC.LANG`` and ``DOC.L1-L2.gold`` files, a set a folder. With --joined, the documents of a set
in the same two languages are one long text.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import mean
from typing import Any

from gold import Case, cases, count, strict_f1

import aligner.bitext as bitext
from aligner.bitext import lengths, priors, side


def _nothing(*_: Any) -> dict[tuple[int, int], float]:
    return {}


def _uncut(text: str) -> list[str]:
    return [text]


def _no_length(*_: Any) -> float:
    return 0.0


# What to put in the place of what, for each kind of evidence.
LEFT_OUT: dict[str, tuple[tuple[Any, str, Any], ...]] = {
    "everything": (),
    "no learnt lexicon": ((bitext, "known_pairs", _nothing),),
    "no everyday words": ((bitext, "core_pairs", _nothing),),
    "no lexicon at all": ((bitext, "known_pairs", _nothing), (bitext, "core_pairs", _nothing)),
    "no set phrases": ((side, "openings_of", lambda *_: ()),),
    "no shared spellings": ((bitext, "shared", _nothing),),
    "no cognates": ((bitext, "cognates", _nothing),),
    "no self-learnt words": ((bitext, "learnt_pairs", _nothing),),
    "segments not cut": ((bitext, "cut", _uncut),),
    "no whole segments": ((priors, "WHOLE", -1e9),),
    "pieces alone in full": ((priors, "ALONE_MORE", 1.0),),
    "one round": ((bitext, "ROUNDS", 1),),
    "no lengths": ((lengths.LengthModel, "score", _no_length),),
    "lengths alone": (
        (bitext, "known_pairs", _nothing), (bitext, "core_pairs", _nothing), (bitext, "shared", _nothing),
        (bitext, "cognates", _nothing), (bitext, "learnt_pairs", _nothing),
    ),
}  # fmt: skip


@contextmanager
def without(changes: tuple[tuple[Any, str, Any], ...]) -> Iterator[None]:
    """Leave some evidence out for a while."""
    before: list[tuple[Any, str, Callable[..., Any]]] = [
        (home, name, getattr(home, name)) for home, name, _ in changes
    ]
    for home, name, other in changes:
        setattr(home, name, other)
    try:
        yield
    finally:
        for home, name, kept in before:
            setattr(home, name, kept)


def joined(chosen: Iterable[Case]) -> list[Case]:
    """The documents of each set in the same two languages, one after the other."""
    long: dict[tuple[str, tuple[str, str]], Case] = {}
    for case in chosen:
        before = long.get((case.set, case.languages))
        long[case.set, case.languages] = _after(before, case) if before else case
    return list(long.values())


def _after(one: Case, two: Case) -> Case:
    n, m = len(one.a), len(one.b)
    moved = [(tuple(i + n for i in x), tuple(j + m for j in y)) for x, y in two.links]
    return replace(one, a=one.a + two.a, b=one.b + two.b, links=one.links + moved)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("even", "odd", "all"), default="odd")
    parser.add_argument("--every", type=int, default=1, help="take each n-th alignment of a set")
    parser.add_argument("--joined", action="store_true", help="make one long text of a set's documents")
    parser.add_argument("--only", nargs="+", choices=LEFT_OUT, default=list(LEFT_OUT), metavar="LABEL")
    args = parser.parse_args()
    by_set: defaultdict[str, list[Case]] = defaultdict(list)
    found = cases(args.folder, args.half)
    for case in joined(found) if args.joined else found:
        by_set[case.set].append(case)
    chosen = [case for group in by_set.values() for case in group[:: args.every]]
    pairs = sorted({"-".join(case.languages) for case in chosen})
    print(
        "evidence".ljust(22),
        *(name[:8].rjust(8) for name in by_set),
        "    mean",
        *(pair.rjust(6) for pair in pairs),
    )
    for label in args.only:
        sets: defaultdict[str, Counter[str]] = defaultdict(Counter)
        languages: defaultdict[str, Counter[str]] = defaultdict(Counter)
        with without(LEFT_OUT[label]):
            for case in chosen:
                got = bitext.align_segments(case.a, case.b, languages=case.languages)
                count(case.links, got, sets[case.set])
                count(case.links, got, languages["-".join(case.languages)])
        scores = [strict_f1(sets[name]) for name in by_set]
        row = [f"{score:8.3f}" for score in (*scores, mean(scores))]
        print(label.ljust(22), *row, *(f"{strict_f1(languages[pair]):6.3f}" for pair in pairs), flush=True)


if __name__ == "__main__":
    main()
