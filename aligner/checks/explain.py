"""The explanations of the checks, and their examples as documents."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from aligner.checks.registry import NAMES
from corpora.errors import OptionError
from corpora.model import Kind, Mark, Paragraph, Provenance, Resolution, Symbol


@dataclass(frozen=True, slots=True)
class Example:
    """Two versions, and what the check says of them; nothing where it leaves them alone."""

    a: Resolution
    b: Resolution
    says: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a check looks for and why, with what it finds and what it leaves alone."""

    name: str
    title: str
    text: str
    finds: tuple[Example, ...]
    leaves: tuple[Example, ...]
    glossary: str = ""
    before: Example | None = None


def explain(name: str) -> str:
    """The explanation of a check, for people."""
    e = explanation(name)
    lines = [f"{e.name}: {e.title}", "", e.text]
    for heading, examples in (("It finds", e.finds), ("It leaves alone", e.leaves)):
        lines += ["", f"{heading}:"]
        for example in examples:
            lines += ["", *_shown(example.a), *_shown(example.b)]
    return "\n".join(lines)


def _shown(document: Resolution) -> list[str]:
    return [
        f"  {document.language} {p.id}: {f'{p.label} ' if p.label else ''}{p.text}"
        for p in document.paragraphs
    ]


def explanation(name: str) -> Explanation:
    """The explanation of one check; raises `OptionError` where there is no such check."""
    found = explanations().get(name)
    if found is None:
        raise OptionError(f"no check is called {name!r}", remedy=f"choose among {', '.join(sorted(NAMES))}")
    return found


@cache
def explanations() -> Mapping[str, Explanation]:
    """All explanations by name, in the order of the documentation."""
    data = tomllib.loads((files("aligner.checks") / "explained.toml").read_text("utf-8"))
    return {name: _explanation(name, part) for name, part in data.items()}


def _explanation(name: str, part: Mapping[str, Any]) -> Explanation:
    return Explanation(
        name, part["title"], part["text"], tuple(map(_example, part.get("finds", ()))),
        tuple(map(_example, part.get("leaves", ()))), part.get("glossary", ""),
        _example(part["before"]) if "before" in part else None,
    )  # fmt: skip


def _example(part: Mapping[str, Any]) -> Example:
    one, two = part["lang"]
    symbol = part.get("symbol", "")
    return Example(
        document(one, part["a"], symbol, note=part.get("note_a")),
        document(two, part["b"], symbol, link=part.get("link"), note=part.get("note_b")),
        part.get("says", ""),
    )


def document(
    language: str, texts: Mapping[str, str], symbol: str = "", *,
    link: tuple[str, str, str] | None = None, note: tuple[str, str] | None = None,
) -> Resolution:  # fmt: skip
    """A small document out of paragraph ids and texts; an id may carry its printed label after a colon."""
    body = []
    for key, text in texts.items():
        id_, _, label = key.partition(":")
        marks: tuple[Mark, ...] = ()
        if link and link[0] == id_:
            start = text.index(link[1])
            marks = (Mark(start, start + len(link[1]), "link", link[2]),)
        if note and note[0] == id_:
            marks = (Mark(len(text), len(text), "note", note[1]),)
        body.append(Paragraph(id_, kind_of(id_), text, label or None, marks))
    digest = hashlib.sha256("\n".join(texts.values()).encode()).hexdigest()
    return Resolution(
        Symbol(symbol) if symbol else None, language, tuple(body), Provenance("local", "example", digest)
    )


def kind_of(paragraph_id: str) -> Kind:
    """The kind that a paragraph's id tells."""
    kinds: dict[str, Kind] = {
        "title": "title", "opening": "opening", "closing": "closing", "m": "masthead", "pp": "preambular",
        "fn": "note", "annex": "annex", "h": "heading", "op": "operative",
    }  # fmt: skip
    head, dot, _ = paragraph_id.partition(".")
    if head.startswith("op") and dot:
        return "subparagraph"
    return kinds.get(head.rstrip("0123456789"), "plain")
