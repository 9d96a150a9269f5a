"""Marks inside plain text and Markdown: italics, superscripts, note references, hyperlinks."""

from __future__ import annotations

import re
from functools import cache

from corpora.readers.blocks import Block, Hint, TextBuilder
from corpora.readers.structure.notes import SUPERSCRIPT_TO_DIGIT

_SIGNS = frozenset("*_[^⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ\n")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"\*\*(?P<bold>[^\s*](?:[^*]*?[^\s*])?)\*\*"
        r"|\*(?P<star>[^\s*](?:[^*]*?[^\s*])?)\*"
        r"|(?<![\w_])_(?P<under>[^\s_](?:[^_]*?[^\s_])?)_(?![\w_])"
        r"|\[\^(?P<note>[^\]\s]{1,20})\]"
        r"|\[(?P<anchor>[^\[\]\n]+)\]\((?P<href>https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)"
        r"|(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]+[ᵃᵇᶜᵈᵉ]?)"
        r"|(?<=\w)\^(?P<raised>\w{1,4})"
        r"|(?P<line>\n)"
    )


def block(text: str, *, label: str = "", hint: Hint = "") -> Block:
    """A block of marked-up plain text; its line ends become breaks."""
    builder = TextBuilder()
    _add(builder, text, italic=False)
    return builder.block(label=label, hint=hint)


def _add(builder: TextBuilder, text: str, italic: bool) -> None:
    if _SIGNS.isdisjoint(text):
        builder.add(text, italic=italic)
        return
    done = 0
    for found in _pattern().finditer(text):
        builder.add(text[done : found.start()], italic=italic)
        done = found.end()
        kind = found.lastgroup
        if kind in ("bold", "star", "under"):
            _add(builder, found[kind], italic or kind != "bold")
        elif kind == "note":
            builder.note(found["note"])
        elif kind == "href":
            builder.add(found["anchor"], italic=italic, link=found["href"])
        elif kind == "super":
            builder.add(found[0], italic=italic, note=found[0].translate(SUPERSCRIPT_TO_DIGIT))
        elif kind == "raised":
            builder.add(found["raised"], italic=italic, note=found["raised"])
        else:
            builder.line_break()
    builder.add(text[done:], italic=italic)
