"""How quick the screen is, against a bare Textual app that shows the same amount of plain text.

Run it from the repository's root: ``python benchmarks/screen.py``. Prints ratios and medians of interleaved runs:
time from process start to the first readable paint for 30 and 600 paragraphs, time to handle a scroll step at 5,000
paragraphs, and the memory that takes.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import resource
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARKER = "Zwischenruf"  # stands in the first paragraph only; painted, it can be read
WAIT = 60.0

BARE = """
import sys
from pathlib import Path
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Static
class Bare(App):
    def compose(self):
        with VerticalScroll():
            yield Static("\\n\\n".join(Path(p).read_text() for p in sys.argv[1:]), markup=False)
Bare().run()
"""
OURS = "import sys; sys.argv[0] = 'resdiff'; from tui.__main__ import main; main()"


def paragraphs(count: int, seed: int) -> list[str]:
    """Made-up paragraphs of 40 to 120 words."""
    rng = random.Random(seed)
    words = [
        "".join(rng.choice("bcdfglmnprstv") + rng.choice("aeiou") for _ in range(rng.randint(1, 4)))
        for _ in range(3000)
    ]
    return [" ".join(rng.choices(words, k=rng.randint(40, 120))) + ";" for _ in range(count)]


def pair(folder: Path, count: int) -> tuple[Path, Path]:
    """Two versions of a document, a tenth of whose paragraphs differ in some words."""
    rng = random.Random(count)
    old = paragraphs(count, 1)
    old[0] = f"{MARKER} {old[0]}"
    new = [
        p.replace(p.split()[7], "novelty", 1) if n and rng.random() < 0.1 else p for n, p in enumerate(old)
    ]
    paths = folder / f"old-{count}.txt", folder / f"new-{count}.txt"
    for path, texts in zip(paths, (old, new), strict=True):
        path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    return paths


def first_paint(code: str, arguments: list[str], compiled: Path) -> float:
    """Seconds from the start of a process to the moment when the marker is on its terminal.

    Byte code of everything is kept in `compiled`: an installed package has its own.
    """
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "RESDIFF_LIBRARY": "/nonexistent",
        "RESDIFF_STATE": str(compiled / "screen.json"),
        "PYTHONPYCACHEPREFIX": str(compiled),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdin=child, stdout=child, stderr=child, env=environment,
        start_new_session=True,
    )  # fmt: skip
    os.close(child)
    seen = b""
    try:
        while MARKER.encode() not in seen:
            ready, _, _ = select.select([parent], [], [], WAIT)
            if not ready:
                raise TimeoutError(seen[-2000:].decode(errors="replace"))
            seen += os.read(parent, 65536)
        return time.perf_counter() - begun
    finally:
        process.kill()
        process.wait()
        os.close(parent)


def start_ratio(count: int, rounds: int, folder: Path) -> float:
    """Median of ours over median of the bare app, interleaved; the first of each only compiles."""
    old, new = pair(folder, count)
    bare, ours = [], []
    for _ in range(rounds + 1):
        bare.append(first_paint(BARE, [str(old), str(new)], folder))
        ours.append(first_paint(OURS, ["view", str(old), str(new)], folder))
    del bare[0], ours[0]
    ratio = statistics.median(ours) / statistics.median(bare)
    print(
        f"first readable paint, {count} paragraphs: ours {statistics.median(ours):.3f} s, "
        f"bare {statistics.median(bare):.3f} s, ratio {ratio:.2f}"
    )
    return ratio


def scrolling(count: int) -> None:
    """Time of a scroll step and memory at many paragraphs, in this process."""
    import asyncio

    from aligner.model import Comparison, Link
    from corpora.model import Paragraph, Provenance, Resolution
    from tui.app import ResdiffApp
    from tui.desk import Desk

    texts = paragraphs(count, 2)
    origin = Provenance("local", "made up", "0" * 64)
    documents = [
        Resolution(None, "fr", tuple(Paragraph(f"p{n}", "plain", t) for n, t in enumerate(texts, 1)), origin)
        for _ in range(2)
    ]
    links = tuple(Link("same", (f"p{n}",), (f"p{n}",)) for n in range(1, count + 1))

    class Ready(Desk):
        def compare(self, old: Resolution, new: Resolution) -> Comparison:
            return Comparison("years", old, new, links)

    async def main() -> list[float]:
        app = ResdiffApp(*documents, desk=Ready())
        steps = []
        async with app.run_test(size=(160, 48)) as pilot:
            await pilot.pause()
            screen = app.screen
            for _ in range(300):
                begun = time.process_time()
                screen.action_scroll(3)
                await pilot.pause(0)
                steps.append(time.process_time() - begun)
        return steps

    steps = asyncio.run(main())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"scroll step at {count} paragraphs, processor time: median {statistics.median(steps) * 1000:.1f} ms"
    )
    print(f"memory at {count} paragraphs: {peak:.0f} MB at the peak")


def main() -> None:
    """Run everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        for count in (30, 600):
            start_ratio(count, rounds, Path(name))
    scrolling(5000)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
