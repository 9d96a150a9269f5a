"""What each kind of evidence adds: strict F1 with one kind left out, by set and by language pair.

    python benchmarks/bitext_ablation.py FOLDER [--half even|odd|all] [--every N]

FOLDER holds sets of ``DOC.LANG`` and ``DOC.L1-L2.gold`` files, a set a folder.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean
from typing import Any

from gold import Case, cases, count, strict_f1

import aligner.bitext as bitext
from aligner.bitext import lengths, side


def _nothing(*_: Any) -> dict[tuple[int, int], float]:
    return {}


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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("even", "odd", "all"), default="odd")
    parser.add_argument("--every", type=int, default=1, help="take each n-th alignment of a set")
    args = parser.parse_args()
    by_set: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases(args.folder, args.half):
        by_set[case.set].append(case)
    chosen = [case for group in by_set.values() for case in group[:: args.every]]
    pairs = sorted({"-".join(case.languages) for case in chosen})
    print(
        "evidence".ljust(22),
        *(name[:8].rjust(8) for name in by_set),
        "    mean",
        *(pair.rjust(6) for pair in pairs),
    )
    for label, changes in LEFT_OUT.items():
        sets: defaultdict[str, Counter[str]] = defaultdict(Counter)
        languages: defaultdict[str, Counter[str]] = defaultdict(Counter)
        with without(changes):
            for case in chosen:
                got = bitext.align_segments(case.a, case.b, languages=case.languages)
                count(case.links, got, sets[case.set])
                count(case.links, got, languages["-".join(case.languages)])
        scores = [strict_f1(sets[name]) for name in by_set]
        row = [f"{score:8.3f}" for score in (*scores, mean(scores))]
        print(label.ljust(22), *row, *(f"{strict_f1(languages[pair]):6.3f}" for pair in pairs), flush=True)


if __name__ == "__main__":
    main()
