"""Bare paragraphs of resolutions across languages: are they linked without their labels, and with some gone or joined?

    python benchmarks/bitext_paragraphs.py FOLDER [--share 0.1] [--seed 1] [--witness BITEXT]

FOLDER holds series of Akoma Ntoso files, ``SYMBOL.LANG.xml``. Documents whose versions in all six languages have
paragraphs of the same kinds and labels are aligned with English by their texts alone; then again with a share of
one side's paragraphs dropped or joined to the next. With --witness, gold alignments that have machine translations
beside them (``DOC.LANG.mt-…``, a segment a line) are aligned without and with each of these.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from gold import Links, cases, count, strict_f1

import corpora
from aligner import align_segments
from corpora.languages import CODES
from corpora.model import Paragraph

BODY = ("preambular", "operative", "subparagraph", "heading", "annex", "table", "plain")


def versions(folder: Path) -> Iterator[dict[str, tuple[Paragraph, ...]]]:
    """The body of each document that has the same shape in all six languages, by language."""
    files: defaultdict[str, dict[str, Path]] = defaultdict(dict)
    for path in sorted(folder.rglob("*.xml")):
        symbol, _, code = path.stem.rpartition(".")
        files[symbol][code] = path
    for found in files.values():
        if set(found) == set(CODES):
            bodies = {code: corpora.read(found[code]).of_kind(*BODY) for code in CODES}
            if len({tuple(p.id for p in body) for body in bodies.values()}) == 1:
                yield bodies


def disturbed(
    texts: list[str], share: float, language: str, chance: random.Random
) -> tuple[list[str], Links]:
    """The texts with a share of them dropped or joined to the next, and the links from the whole ones."""
    out: list[str] = []
    links: Links = []
    places = iter(range(len(texts)))
    for n in places:
        drawn = chance.random()
        if drawn < share / 2:
            links.append(((n,), ()))
        elif drawn < share and n + 1 < len(texts):
            following = next(places)
            links.append(((n, following), (len(out),)))
            out.append(("" if language == "zh" else " ").join((texts[n], texts[following])))
        else:
            links.append(((n,), (len(out),)))
            out.append(texts[n])
    return out, links


def paragraphs(folder: Path, share: float, chance: random.Random) -> None:
    """Print how many links are right on whole documents, and strict F1 on disturbed ones."""
    whole: Counter[str] = Counter()
    cut: Counter[str] = Counter()
    documents = 0
    for bodies in versions(folder):
        documents += 1
        here = [p.text for p in bodies["en"]]
        for code in CODES[1:]:
            there = [p.text for p in bodies[code]]
            wanted: Links = [((n,), (n,)) for n in range(len(here))]
            count(wanted, align_segments(here, there, languages=("en", code)), whole)
            shorter, wanted = disturbed(there, share, code, chance)
            count(wanted, align_segments(here, shorter, languages=("en", code)), cut)
    print(f"{documents} documents, English with five languages: {whole['recalled']} of {whole['gold']} links")
    print(f"a share of {share} dropped or joined: strict F1 {strict_f1(cut):.4f}")


def witnesses(folder: Path) -> None:
    """Print strict F1 without a witness and with each machine translation that lies beside a text."""
    for case in cases(folder):
        directory = next(folder.rglob(f"{case.document}.{'-'.join(case.languages)}.gold")).parent
        for path in (None, *sorted(directory.glob(f"{case.document}.{case.languages[0]}.mt-*"))):
            told = path.read_text("utf-8").splitlines() if path else None
            if told is not None and len(told) != len(case.a):
                continue
            counts: Counter[str] = Counter()
            links = align_segments(case.a, case.b, languages=case.languages, witness=(told, None))
            count(case.links, links, counts)
            if path or any(directory.glob(f"{case.document}.*.mt-*")):
                print(f"{case.set}, {path.name if path else 'no witness'}: strict F1 {strict_f1(counts):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--witness", type=Path)
    options = parser.parse_args()
    paragraphs(options.folder, options.share, random.Random(options.seed))
    if options.witness:
        witnesses(options.witness)


if __name__ == "__main__":
    main()
