"""The page about the checks, written from their explanations: ``python -m aligner.checks.docs > docs/checks.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from aligner.checks.explain import Example, Explanation, explanations

HEAD = """\
# The checks

`resdiff check` reads two to six language versions of a resolution and lists the places to look at, the gravest
first. This page is written from the explanations that `resdiff check --explain NAME` prints; every example is a
test. An *error* is a contradiction between the versions, a *warning* a place to look at, *info* a remark that
changes no exit status.

With three or more versions the odd one out is named once ("ru alone has 2004 where en, fr and es have 2005").

## Settings

A TOML file chooses severities and checks, and names a glossary and a table of verbs (paths are relative to the file):

```toml
only = ["number", "symbol"]   # run these alone

[severity]
typography = "off"
length = "info"

[terms]
glossary = "terms.tbx"        # or a CSV with language codes as headings
verbs = "verbs.toml"          # in the shape of aligner/checks/verbs.toml
```

An accepted finding carries a reason. It is known again by what it says and by the paragraphs' texts, so that it
stays accepted in next year's version as long as the text is the same.
"""


def markdown() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for e in explanations().values() for line in _section(e))]).rstrip() + "\n"


def _section(e: Explanation) -> Iterator[str]:
    yield from (f"## {e.name}: {e.title}", "", e.text, "")
    for heading, examples in (("Finds", e.finds), ("Leaves alone", e.leaves)):
        for example in examples:
            yield from (f"{heading}:", "", "```text", *_lines(example), "```", "")


def _lines(example: Example) -> Iterator[str]:
    for document in (example.a, example.b):
        for p in document.paragraphs:
            links = [f" → {m.target}" for m in p.marks if m.target]
            yield f"{document.language} {p.id}  {f'{p.label} ' if p.label else ''}{p.text}{''.join(links)}"


if __name__ == "__main__":
    sys.stdout.write(markdown())
