"""What starts without what: the command line is felt at every call."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "httpx", "requests", "deep_translator", "numpy", "lxml", "sqlite3", "pypdfium2")


def imported_by(*args: str) -> set[str]:
    """The modules that a run of the command line imports, from Python's own import log."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tui", *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode in (0, 1), run.stderr[-2000:]
    return {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in run.stderr.splitlines() if "|" in line}


@pytest.mark.parametrize(
    "args",
    [
        ("--version",),
        ("--help",),
        ("compare", "--help"),
        ("compare", "60/156", "61/168", "--lang", "fr"),
        ("compare", "60/156", "61/168", "--lang", "zh", "--format", "json"),
    ],
    ids=" ".join,
)
def test_the_command_line_starts_without_heavy_libraries(args: tuple[str, ...]) -> None:
    modules = imported_by(*args)
    assert "click" in modules
    assert not modules & set(HEAVY)
