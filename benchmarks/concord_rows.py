"""List every row in which the languages of a series disagree, with what each language changed, to be read by people.

    python benchmarks/concord_rows.py FOLDER... [--rows]     folders of `A_RES_74_153.en.xml`, one a series

Each pair of consecutive versions is followed through all the languages that both have. Without `--rows` only the
figures are printed, a line a series, as a table in Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import corpora
from aligner.concord import Concordance, Disagreement, concord
from corpora.model import Resolution

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
AROUND = 60  # characters shown before and after an edit


def versions(folder: Path) -> list[dict[str, Resolution]]:
    """The versions of a series by language, oldest first."""
    found: defaultdict[str, dict[str, Resolution]] = defaultdict(dict)
    for path in folder.glob("*.xml"):
        symbol, _, code = path.stem.rpartition(".")
        found[symbol][code] = corpora.read(path)
    ordered = [{code: v[code] for code in LANGUAGES if code in v} for v in found.values()]
    return sorted(ordered, key=lambda v: str(min(r.adopted or "" for r in v.values())))


def told(finding: Disagreement, found: Concordance) -> Iterator[str]:
    """A finding and the edits of each language in their surroundings."""
    yield f"{finding.severity} · {finding.reason} · {','.join(finding.apart)} · {finding.message}"
    row = found.rows[finding.row]
    for code, cell in row.cells.items():
        comparison = found.comparisons[code]
        links = [comparison.links[place] for place in cell.links]
        names = "+".join(found.paragraphs(row, code)) or "–"
        yield f"  {code} {cell.state} {cell.marks} {names}"
        for link in links:
            if link.relation in ("added", "removed"):
                side = comparison.new_paragraphs(link) or comparison.old_paragraphs(link)
                yield f"     {link.relation}: {side[0].text}"
            elif link.relation != "same":
                yield "     " + "".join(_marked(link.ops))


def _marked(ops: tuple[tuple[str, str], ...]) -> Iterator[str]:
    marks = {"delete": "[-{}-]", "insert": "{{+{}+}}"}
    for name, text in ops:
        if name != "equal":
            yield marks[name].format(text)
        elif len(text) > 2 * AROUND:
            yield f"{text[:AROUND]} … {text[-AROUND:]}"
        else:
            yield text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rows", action="store_true", help="Print the rows, not only how many there are.")
    options = parser.parse_args()
    figures = [
        "| Series | Pairs | Rows | Flagged | Error, warning, information | Sweeps |",
        "|---|---|---|---|---|---|",
    ]
    number = 0
    for folder in options.folders:
        every = [concord(old, new) for old, new in pairwise(versions(folder))]
        for found in every if options.rows else ():
            first = next(iter(found.comparisons.values()))
            print(f"== {folder.name}: {first.old.name} → {first.new.name}")
            for finding in found.findings:
                number += 1
                print(f"#{number}", *told(finding, found), sep="\n", end="\n\n")
            print(*(f"sweep {sweep.message}" for sweep in found.sweeps), sep="\n", end="\n\n")
        severities = [f.severity for found in every for f in found.findings]
        counts = ", ".join(str(severities.count(s)) for s in ("error", "warning", "info"))
        sweeps = sum(len(found.sweeps) for found in every)
        rows = sum(len(found.rows) for found in every)
        figures.append(f"| {folder.name} | {len(every)} | {rows} | {len(severities)} | {counts} | {sweeps} |")
    print(*figures, sep="\n")


if __name__ == "__main__":
    sys.exit(main())
