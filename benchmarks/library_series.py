"""Are yearly series found whole and pure among all resolutions of five sessions?

    python benchmarks/library_series.py AKN PARALLEL [--language en]

AKN holds a folder for each known series, of files `A_RES_74_153.en.xml`; PARALLEL holds `ga-*.tsv.xz` with all
resolutions of the same sessions as bare paragraphs, without titles, which are what the series may be confused
with. Printed: for each known series whether it is exact, and how many others were found.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from library_search import LANGUAGES, _documents

import corpora
from corpora.library import Library
from corpora.library.series import series


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("akn", type=Path)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("--language", default="en", choices=LANGUAGES)
    parser.add_argument(
        "--untitled", action="store_true", help="Leave the titles of the known ones out as well."
    )
    options = parser.parse_args()
    known: dict[str, set[str]] = {}
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "l", create=True) as library:
        for place in sorted(options.akn.iterdir()):
            for file in sorted(place.glob(f"*.{options.language}.xml")):
                document = corpora.read(file)
                known.setdefault(place.name, set()).add(str(document.symbol))
                if not options.untitled:
                    library.add(document, file.read_bytes())
        titled = set() if options.untitled else set.union(*known.values())
        for made in _documents(options.parallel):
            if made.language == options.language and str(made.symbol) not in titled:
                library.add(made, repr(made).encode())
        began = time.perf_counter()
        found = series(library)
        print(f"{time.perf_counter() - began:.1f} s for {len(library.symbols())} resolutions")
    groups = [{str(member) for member in one.members} for one in found]
    for name, members in known.items():
        present = members & {member for group in groups for member in group}
        exact = any(
            group & members == present and len(group - members) == 0 for group in groups if group & members
        )
        if not exact or present != members:
            print(f"{name[:50]:50} {[sorted(g) for g in groups if g & members]}")
    exact = sum(members in groups for members in known.values())
    sizes = sorted(map(len, groups), reverse=True)
    print(
        f"{exact} of {len(known)} known series exact; {len(groups)} found, of {sizes[0]} to {sizes[-1]} members"
    )


if __name__ == "__main__":
    main()
