"""Kill `resdiff library add` of 500 files at fifty random moments: is the library always whole?

    python benchmarks/library_kills.py [--kills 50] [--files 500] [--folder FOLDER] [--seed 1]

After each kill the library is opened and verified, and the next run goes on where the last one was stopped;
when all files are in, a new library is begun. Without FOLDER the files are made: short English resolutions.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpora.library import Library, documents
from corpora.library.verify import verify

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-c", "from tui.cli import main; main()", "library", "add"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=3.5, help="Seconds from a start to its kill.")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as place:
        folder = options.folder or _made(Path(place) / "papers", options.files)
        library, began, kills = Path(place) / "library0.sqlite3", 0, Counter[str]()
        before = 0
        while kills.total() < options.kills:
            run = subprocess.Popen(
                [*COMMAND, folder, "--library", library], cwd=ROOT, stderr=subprocess.DEVNULL
            )
            time.sleep(chance.uniform(0.0, options.longest))
            killed = run.poll() is None
            run.kill()
            run.wait()
            now = _whole(library)
            if killed:
                kills["nothing yet" if now == 0 else "no progress" if now == before else "in the middle"] += 1
                assert now >= before, "a document that was in is gone"
                before = now
            else:
                assert now > 0
                began, before = began + 1, 0
                library = Path(place) / f"library{began}.sqlite3"
        subprocess.run(
            [*COMMAND, folder, "--library", library], cwd=ROOT, stderr=subprocess.DEVNULL, check=False
        )
        print(f"{kills.total()} kills ({dict(kills)}), {began} libraries filled meanwhile")
        print(
            f"the last one, added to the end: {_whole(library)} documents; every library opened and verified"
        )


def _whole(path: Path) -> int:
    with Library.open(path, create=True) as library:
        faults = list(verify(library))
        assert not faults, faults
        assert not library.rows("SELECT id FROM document WHERE id NOT IN (SELECT document FROM original)")
        return len(documents(library))


def _made(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(1, count + 1):
        paragraphs = "\n\n".join(f"{n}. Requests report {n} on subject {number};" for n in range(1, 30))
        text = f"A/RES/90/{number}\n\n90/{number}. On subject {number}\n\nThe General Assembly,\n\n{paragraphs}\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


if __name__ == "__main__":
    main()
