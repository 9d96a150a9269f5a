"""What the aligned documents of a library teach: strict F1 before and after, on documents that were not learnt from.

    python benchmarks/taught.py BITEXT [--resolutions FOLDER] [--documents 5 20 80]

BITEXT holds sets of ``DOC.LANG`` and ``DOC.L1-L2.gold`` files, a set a folder. Each document of a set is aligned
with what the others of its languages taught (a set of one document: each half with what the other half taught).
With --resolutions, a folder of ``*.tsv.xz`` files whose lines are symbol, place, en, fr, es, ru, zh, ar, so many of
its resolutions teach each pair of languages, and news and scripture are aligned with that alone: without the
lexicons that ship, as it is for languages that have none. What is taught is counted from the links that the
aligner itself finds, never from the gold ones.
"""

from __future__ import annotations

import argparse
import lzma
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bitext_ablation import LEFT_OUT, without
from gold import Case, cases, count, strict_f1

from aligner.bitext import align_segments, link_segments
from aligner.lessons import SURE
from aligner.lexicon.counts import Counts
from aligner.lexicon.counts import count as count_words
from aligner.lexicon.taught import Taught

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
ALONE = ("gdpr_disturbed", "maligna", "textberg_dev")
FAR = ("ntrex_six", "bible_six")
SEED = 3


def taught_by(a: Sequence[str], b: Sequence[str], languages: tuple[str, str]) -> Counts:
    """What a pair of texts teaches, its languages in alphabetical order."""
    if languages[0] > languages[1]:
        a, b, languages = b, a, (languages[1], languages[0])
    beads = link_segments(a, b, languages, confidence=True)
    return count_words(
        (" ".join(a[x.start_a : x.end_a]), " ".join(b[x.start_b : x.end_b]))
        for x in beads
        if x.is_link and x.confidence >= SURE
    )


def scored(chosen: Iterable[tuple[Case, Taught | None]]) -> float:
    """Strict F1 over alignments, each with its lexicon."""
    counts: Counter[str] = Counter()
    for case, lexicon in chosen:
        count(case.links, align_segments(case.a, case.b, case.languages, lexicon=lexicon), counts)
    return strict_f1(counts)


def halves(case: Case) -> list[Case]:
    """A case cut in two at a link near its middle."""
    middle = next(k for k, (a, b) in enumerate(case.links) if a and b and a[0] >= len(case.a) // 2)
    (at_a, *_), (at_b, *_) = case.links[middle]
    first = replace(case, a=case.a[:at_a], b=case.b[:at_b], links=case.links[:middle])
    rest = [(tuple(i - at_a for i in a), tuple(j - at_b for j in b)) for a, b in case.links[middle:]]
    return [first, replace(case, a=case.a[at_a:], b=case.b[at_b:], links=rest)]


def left_one_out(chosen: Sequence[Case]) -> Iterator[tuple[Case, Taught]]:
    """Each case with what the others taught."""
    taught = [taught_by(case.a, case.b, case.languages) for case in chosen]
    for k, case in enumerate(chosen):
        one, two = sorted(case.languages)
        yield case, Taught.of((one, two), [*taught[:k], *taught[k + 1 :]])


def near(folder: Path) -> None:
    """Documents with what others of their own set taught, beside everything that ships."""
    print("set".ljust(20), "pair ", "documents", " before", "  after")
    for name in ALONE:
        by_pair: defaultdict[frozenset[str], list[Case]] = defaultdict(list)
        for case in cases(folder / name):
            by_pair[frozenset(case.languages)].append(case)
        for group in by_pair.values():
            chosen = group if len(group) > 1 else halves(group[0])
            before = scored((case, None) for case in chosen)
            after = scored(left_one_out(chosen))
            pair = "-".join(group[0].languages)
            print(f"{name:20} {pair} {len(chosen):9} {before:7.3f} {after:7.3f}", flush=True)


def resolutions(folder: Path) -> list[list[tuple[str, ...]]]:
    """The resolutions of a folder, shuffled: each a list of paragraphs in six languages."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    with lzma.open(min(folder.glob("*.tsv.xz")), "rt", encoding="utf-8") as lines:
        for line in lines:
            symbol, _, *texts = line.rstrip("\n").split("\t")
            if len(texts) == len(LANGUAGES) and all(texts):
                found[symbol].append(tuple(texts))
    shuffled = [found[symbol] for symbol in sorted(found)]
    random.Random(SEED).shuffle(shuffled)
    return shuffled


def far(folder: Path, source: Path, sizes: Sequence[int], every: int) -> None:
    """News and scripture with what resolutions taught, without the lexicons that ship and with them."""
    teachers = resolutions(source)[: max(sizes)]
    by_set = {name: list(cases(folder / name))[::every] for name in FAR}
    pairs = sorted({case.languages for group in by_set.values() for case in group})
    taught: dict[tuple[str, str], list[Counts]] = {}
    began = time.process_time()
    with without(LEFT_OUT["no lexicon at all"]):
        for one, two in pairs:
            x, y = LANGUAGES.index(one), LANGUAGES.index(two)
            taught[one, two] = [
                taught_by([p[x] for p in document], [p[y] for p in document], (one, two))
                for document in teachers
            ]
    spent = (time.process_time() - began) / (len(pairs) * len(teachers))
    paragraphs = sum(map(len, teachers)) / len(teachers)
    print(f"\n{spent:.2f} s to learn from a resolution in two languages, of {paragraphs:.0f} paragraphs each")
    print("lexicon".ljust(36), *(name.rjust(10) for name in FAR))

    def row(label: str, documents: int, left_out: str) -> None:
        known = {pair: Taught.of(pair, parts[:documents]) for pair, parts in taught.items()}
        with without(LEFT_OUT[left_out]):
            found = [scored((c, known[c.languages]) for c in group) for group in by_set.values()]
        print(label.ljust(36), *(f"{score:10.3f}" for score in found), flush=True)

    row("none", 0, "no lexicon at all")
    for size in sizes:
        row(f"taught by {size} resolutions alone", size, "no lexicon at all")
    row("shipped", 0, "everything")
    row(f"shipped, and taught by {max(sizes)}", max(sizes), "everything")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("bitext", type=Path)
    parser.add_argument("--resolutions", type=Path)
    parser.add_argument("--documents", type=int, nargs="+", default=[5, 20, 80])
    parser.add_argument("--every", type=int, default=1, help="take each n-th alignment of news and scripture")
    args = parser.parse_args()
    near(args.bitext)
    if args.resolutions:
        far(args.bitext, args.resolutions, args.documents, args.every)


if __name__ == "__main__":
    main()
