"""Hard-wrapped texts."""

from __future__ import annotations

from corpora.readers.blocks import Block


def is_wrapped(lines: list[str]) -> bool:
    return False


def blocks(text: str) -> list[Block]:
    raise NotImplementedError
