"""Time and memory of segment alignment at growing sizes, next to hunalign where it is installed.

    python benchmarks/bitext_speed.py FOLDER [--sizes 100 1000 10000 20000] [--languages en fr]

FOLDER holds ``*.tsv.xz`` files whose lines are symbol, place, en, fr, es, ru, zh, ar. Their paragraphs, cut to
about the length of sentences, are dropped and joined at random on either side; a process of its own aligns
each size. hunalign is looked for on the PATH and runs in turn with ours, without a dictionary; so does
NLTK's Gale–Church (lengths alone, quadratic: up to 1,000 segments) and galechurch, the same in Rust on all cores, where
they are installed.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from gold import Links, count, strict_f1

CODES = ("en", "fr", "es", "ru", "zh", "ar")
GALE_CHURCH_MOST = 1000  # segments beyond which its quadratic table is not waited for
SHARE = 0.3  # of each paragraph's words that are kept: about a sentence


def made(folder: Path, size: int, one: str, two: str) -> tuple[list[str], list[str], Links]:
    """Two texts of about `size` segments, and which answers which."""
    rng = random.Random(size)
    rows = deque(islice(_paragraphs(folder, CODES.index(one), CODES.index(two)), size))
    a: list[str] = []
    b: list[str] = []
    links: Links = []
    while rows:
        fate = rng.random()
        left, right = rows.popleft()
        if fate < 0.04:
            links.append(((len(a),), ()))
            a.append(left)
        elif fate < 0.08:
            links.append(((), (len(b),)))
            b.append(right)
        elif fate < 0.12 and rows:
            further, other = rows.popleft()
            links.append(((len(a), len(a) + 1), (len(b),)))
            a += [left, further]
            b.append(f"{right} {other}")
        else:
            links.append(((len(a),), (len(b),)))
            a.append(left)
            b.append(right)
    return a, b, links


def _paragraphs(folder: Path, one: int, two: int) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.tsv.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                texts = line.rstrip("\n").split("\t")[2:]
                yield _cut(texts[one]), _cut(texts[two])


def _cut(text: str) -> str:
    if " " not in text:
        return text[: max(6, int(len(text) * SHARE))]
    words = text.split()
    return " ".join(words[: max(4, int(len(words) * SHARE))])


def ours(one: Path, two: Path, languages: tuple[str, str]) -> tuple[Links, float, float, int]:
    """Links, wall and processor seconds and peak megabytes of a process that aligns two files."""
    program = (
        "import json, sys; from pathlib import Path; from aligner import align_segments; "
        "a, b = (Path(p).read_text('utf-8').splitlines() for p in sys.argv[1:3]); "
        "print(json.dumps(align_segments(a, b, languages=(sys.argv[3], sys.argv[4]))))"
    )
    out, wall, cpu, memory = _run([sys.executable, "-c", program, str(one), str(two), *languages])
    return [(tuple(x), tuple(y)) for x, y in json.loads(out)], wall, cpu, memory


def gale_church(one: Path, two: Path) -> tuple[Links, float]:
    """Links and processor seconds of NLTK's Gale–Church in a process that aligns two files."""
    program = (
        "import json, sys; from pathlib import Path; from nltk.translate.gale_church import align_blocks; "
        "sizes = [[len(x) for x in Path(p).read_text('utf-8').splitlines()] for p in sys.argv[1:3]]; "
        "print(json.dumps(align_blocks(*sizes)))"
    )
    out, _, cpu, _ = _run([sys.executable, "-c", program, str(one), str(two)])
    joined: list[tuple[set[int], set[int]]] = []
    for i, j in json.loads(out):  # pairs of places; those that share one are one link
        if joined and (i in joined[-1][0] or j in joined[-1][1]):
            joined[-1][0].add(i)
            joined[-1][1].add(j)
        else:
            joined.append(({i}, {j}))
    return [(tuple(sorted(x)), tuple(sorted(y))) for x, y in joined], cpu


def compiled_gale_church(one: Path, two: Path) -> tuple[Links, float, float, int]:
    """Links, wall and processor seconds and peak megabytes of galechurch, compiled from Rust."""
    program = (
        "import json, sys; from pathlib import Path; import galechurch; "
        "a, b = (Path(p).read_text('utf-8').splitlines() for p in sys.argv[1:3]); "
        "print('\\n'.join(galechurch.align(a, b, max_block_size=10**9).to_pharaoh_lines()))"
    )
    out, wall, cpu, memory = _run([sys.executable, "-c", program, str(one), str(two)])
    links = [line.split(":") for line in out.splitlines()]
    return [(tuple(json.loads(x)), tuple(json.loads(y))) for x, y in links], wall, cpu, memory


def _run(command: list[str]) -> tuple[str, float, float, int]:
    """Output, wall and processor seconds and peak megabytes of one process."""
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"{command[0]} failed with status {status}")
        out.seek(0)
        wall = time.perf_counter() - began
        return out.read(), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000, 20_000])
    parser.add_argument("--languages", nargs=2, default=["en", "fr"])
    args = parser.parse_args()
    hunalign = shutil.which("hunalign")
    print("" if hunalign else "hunalign is not on the PATH: our figures alone")
    nltk = find_spec("nltk") is not None
    print("" if nltk else "nltk is not installed: no ratio to its Gale–Church")
    compiled = find_spec("galechurch") is not None
    print("" if compiled else "galechurch is not installed: no ratio to it")
    print("segments        wall s   cpu s   us/segment     MB   strict F1   hunalign: wall s  cpu s     MB")
    for size in args.sizes:
        a, b, links = made(args.folder, size, *args.languages)
        with tempfile.TemporaryDirectory() as folder:
            one, two, empty = (Path(folder) / name for name in ("one", "two", "empty"))
            one.write_text("\n".join(a) + "\n", encoding="utf-8")
            two.write_text("\n".join(b) + "\n", encoding="utf-8")
            empty.write_text("", encoding="utf-8")
            got, wall, cpu, memory = ours(one, two, tuple(args.languages))
            row = f"{len(a):6d} × {len(b):<6d} {wall:7.2f} {cpu:7.2f} {1e6 * cpu / (len(a) + len(b)):12.0f} {memory:6d}"
            row += f" {accuracy(links, got):11.4f}"
            if hunalign:
                _, wall, cpu, memory = _run([hunalign, str(empty), str(one), str(two), "-realign"])
                row += f"{wall:19.2f} {cpu:6.2f} {memory:6d}"
            print(row, flush=True)
            if nltk and size <= GALE_CHURCH_MOST:
                peer, peer_cpu = gale_church(one, two)
                said = f"{peer_cpu:.2f} s cpu, F1 {accuracy(links, peer):.4f}"
                print(f"    nltk: {said}; ours {cpu / peer_cpu:.2f} of its time")
            if compiled:
                peer, _, peer_cpu, memory = compiled_gale_church(one, two)
                said = f"{peer_cpu:.2f} s cpu, {memory} MB, F1 {accuracy(links, peer):.4f}"
                print(f"    galechurch: {said}; ours {cpu / peer_cpu:.2f} of its time", flush=True)


def accuracy(links: Links, got: Links) -> float:
    """Strict F1."""
    counts: Counter[str] = Counter()
    count(links, got, counts)
    return strict_f1(counts)


if __name__ == "__main__":
    main()
