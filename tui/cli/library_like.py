"""`resdiff library search --like`: where agreed language was adopted before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli import options
from tui.cli.library_text import hit_json, hit_text, json_out

if TYPE_CHECKING:
    from corpora.library.store import Library

UNDATED = "undated   "


def run(library: Library, text: str, language: str | None, limit: int, form: str) -> None:
    """Print the paragraphs that say `text`, the earliest first."""
    from corpora.library.agreed import agreed

    precedents = agreed(library, text, language=language, limit=limit)
    if form == "json":
        rows = [
            {**hit_json(one.hit), "adopted": one.adopted and one.adopted.isoformat(), "score": one.score}
            for one in precedents.found
        ]
        json_out("library-like", text=text, matches=precedents.matches, hits=rows)
        return
    for one in precedents.found:
        hit_text(one.hit, one.adopted.isoformat() if one.adopted else UNDATED, f"{one.score:3.0f}")
    options.talk(f"{len(precedents.found)} of {precedents.matches} paragraphs, the earliest first")
