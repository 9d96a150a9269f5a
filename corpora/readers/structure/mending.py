"""Paragraphs that a file breaks in mid-sentence are made whole."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.languages import LanguageFacts
from corpora.readers.blocks import Block, join
from corpora.readers.structure import wording

SHORTEST = 40  # characters: below this a block without end punctuation may be a heading
SHOWN = 40  # characters of the text in a warning


def mend(
    blocks: Sequence[tuple[int, Block]], facts: LanguageFacts
) -> tuple[list[tuple[int, Block]], list[str]]:
    """The blocks with broken paragraphs joined, and a warning for each.

    A break is certain where a long block ends without any punctuation and the next one has neither number
    nor verb and goes on in lower case; scripts without case give no such certainty and stay as they are.
    """
    out: list[tuple[int, Block]] = []
    warnings: list[str] = []
    for place, block in blocks:
        if out and _goes_on(out[-1][1], block, facts):
            warnings.append(f"joined a paragraph that the file breaks before “{block.text[:SHOWN]}…”")
            out[-1] = (out[-1][0], join([out[-1][1], block]))
        else:
            out.append((place, block))
    return out, warnings


def _goes_on(last: Block, block: Block, facts: LanguageFacts) -> bool:
    text = block.text
    if block.label or not text[:1].islower() or text[1:2] in (")", ".") or len(last.text) < SHORTEST:
        return False
    if {last.hint, block.hint} & {"row", "heading", "closing"} or wording.ends_sentence(last.text):
        return False
    return not (wording.is_preambular(text, facts) or wording.is_operative(text, facts))
