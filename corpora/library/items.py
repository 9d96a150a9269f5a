"""One file on its way into the library."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

# The largest document that is read, in bytes: ten times the largest published one; range 10 to 500 MB.
MAX_FILE = 50_000_000


@dataclass(frozen=True, slots=True)
class Item:
    """One file: where it is, and its bytes or the reason why there are none."""

    source: str
    content: bytes | None
    trouble: str = ""


def printable(name: str) -> str:
    """A file's name that a terminal and a database can bear: no control characters, no broken encoding."""
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in name)
