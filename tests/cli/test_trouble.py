"""Trouble is one helpful line on stderr and exit status 2."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run


def complain(run: Run, *words: str) -> None:
    assert run.status == 2
    assert run.out == ""
    lines = run.err.splitlines()
    assert len(lines) == 1, run.err
    assert lines[0].startswith("resdiff: ")
    for word in words:
        assert word in lines[0]


@pytest.mark.parametrize("name", ["99/999", "61/168@de", "A/RES/61/999@fr"])
def test_an_unknown_document(resdiff: Callable[..., Run], name: str) -> None:
    complain(resdiff("compare", name, "61/168@fr"), name.split("@")[0])


def test_a_missing_file(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    complain(resdiff("compare", tmp_path / "absent.txt", "61/168@fr"), "absent.txt")


@pytest.mark.parametrize(
    "content",
    [b"", b"   \n\n", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(64)],
    ids=["empty", "blank", "program", "picture"],
)
def test_a_file_without_text(resdiff: Callable[..., Run], tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    complain(resdiff("compare", path, "61/168@fr"), "odd.txt")


def test_a_folder_is_no_document(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    complain(resdiff("compare", tmp_path, "61/168@fr"))


def test_a_file_name_cannot_reach_the_terminal(resdiff: Callable[..., Run], tmp_path: Path) -> None:
    run = resdiff("compare", f"{tmp_path}/\x1b[31mred.txt", "61/168@fr")
    complain(run)
    assert "\x1b" not in run.err


@pytest.mark.parametrize("args", [("compare",), ("compare", "a", "b", "--no-such"), ("frobnicate",)])
def test_a_wrong_call(resdiff: Callable[..., Run], args: tuple[str, ...]) -> None:
    complain(resdiff(*args))
