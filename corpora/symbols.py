"""Reading and writing document symbols."""

from __future__ import annotations

import re

from corpora.errors import SymbolError
from corpora.model import Symbol


def parse(text: str, *, language: str | None = None) -> Symbol:
    """The symbol that a text names."""
    t = text.strip()
    if re.fullmatch(r"\d{1,3}/\d{1,4}[A-Z]?", t):
        return Symbol(f"A/RES/{t}")
    if re.fullmatch(r"[ASE]/\S+(?: \(\d{4}\))?", t):
        return Symbol(t)
    raise SymbolError(f"{text!r} is no symbol")
