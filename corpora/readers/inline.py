"""What lines of plain text hold: italics, superscripts, note references, hyperlinks; notes, and rows of tables."""

from __future__ import annotations

import re
from functools import cache

from corpora.readers.blocks import Block, Hint, TextBuilder
from corpora.readers.structure.notes import SUPERSCRIPT_TO_DIGIT

MIN_ROWS = 2  # one line with a tab is no table
_SUPERSCRIPTS = "[⁰¹²³⁴⁵⁶⁷⁸⁹]+[ᵃᵇᶜᵈᵉ]?"
_SIGNS = frozenset("*_[^⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ\n")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"\*\*(?P<bold>[^\s*](?:[^*]*?[^\s*])?)\*\*"
        r"|\*(?P<star>[^\s*](?:[^*]*?[^\s*])?)\*"
        r"|(?<![\w_])_(?P<under>[^\s_](?:[^_]*?[^\s_])?)_(?![\w_])"
        r"|\[\^(?P<note>[^\]\s]{1,20})\]"
        r"|\[(?P<anchor>[^\[\]\n]+)\]\((?P<href>https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)"
        rf"|(?P<super>{_SUPERSCRIPTS})"
        r"|(?<=\w)\^(?P<raised>\w{1,4})"
        r"|(?P<line>\n)"
    )


def block(text: str, *, label: str = "", hint: Hint = "") -> Block:
    """A block of marked-up plain text; its line ends become breaks."""
    builder = TextBuilder()
    _add(builder, text, italic=False)
    return builder.block(label=label, hint=hint)


def note_block(lines: list[str]) -> Block | None:
    """The note that lines are where they begin with its marker, "[^1]:"; None where they do not."""
    found = _note().match(lines[0]) if lines[0][:1] == "[" else None
    if found is None:
        return None
    return block(" ".join([lines[0][found.end() :], *lines[1:]]), label=found[1], hint="note")


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"\[\^([^\]\s]{1,20})\]:\s*")


def rows(lines: list[str]) -> list[Block] | None:
    """Table rows, where neighbouring lines have the same number of cells; None where they do not."""
    if len(lines) < MIN_ROWS:
        return None
    if all(line.startswith("|") and line.endswith("|") and len(line) > 1 for line in lines):
        cells = [[c.strip() for c in line[1:-1].split("|")] for line in lines]
    elif all("\t" in line for line in lines):
        cells = [line.split("\t") for line in lines]
    else:
        return None
    if len({len(row) for row in cells}) != 1:
        return None
    return [block("\t".join(row), hint="row") for row in cells]


def add_raised(builder: TextBuilder, text: str, *, italic: bool = False, link: str = "") -> None:
    """Add text in which only superscripts mean something."""
    done = 0
    for found in _raised().finditer(text):
        builder.add(text[done : found.start()], italic=italic, link=link)
        builder.add(found[0], italic=italic, note=found[0].translate(SUPERSCRIPT_TO_DIGIT))
        done = found.end()
    builder.add(text[done:], italic=italic, link=link)


@cache
def _raised() -> re.Pattern[str]:
    return re.compile(_SUPERSCRIPTS)


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
