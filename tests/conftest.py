"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine, however slow: a red run is a fault in the code, not in the weather.
settings.register_profile("resdiff", deadline=None, derandomize=True)
settings.load_profile("resdiff")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("RESDIFF_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"the real documents are not here: no folder {folder}")
    return folder


@dataclass(frozen=True)
class Run:
    """What one call of the command line did."""

    status: int
    out: str
    err: str


@pytest.fixture
def resdiff(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Run]:
    """Call the command line in this process, with an empty library and no network."""
    monkeypatch.setenv("RESDIFF_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setenv("RESDIFF_OFFLINE", "1")
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*args: str | Path) -> Run:
        from tui.cli import main

        with pytest.raises(SystemExit) as stop:
            main([str(a) for a in args])
        captured = capsys.readouterr()
        return Run(int(stop.value.code or 0), captured.out, captured.err)

    return run
