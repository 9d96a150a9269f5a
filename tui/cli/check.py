"""`resdiff check`: places where language versions do not say the same."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cli import DIFFERENT, SAME, options
from tui.layout.cells import shown

if TYPE_CHECKING:
    from aligner.model import Finding
    from corpora.model import Resolution

SCHEMA = "resdiff/findings/1"
SIGNS = {"error": "✗ error  ", "warning": "! warning", "info": "· info   "}


@click.command("check")
@click.argument("documents", nargs=-1, required=True, metavar="A [B ...]")
@click.option("--langs", help="The languages of one symbol, as in en,fr; all for the six.")
@click.option("--all", "all_", is_flag=True, help="Print the informational findings too.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="What to print."
)
@options.library_options
def command(
    documents: tuple[str, ...], langs: str | None, all_: bool, format_: str, library: Path | None, fetch: bool
) -> int:
    """Check language versions against each other: two or more documents, or one symbol in the languages of --langs.

    Exit status 1 if there is a finding, 0 otherwise.
    """
    from aligner.checks import check_all

    opened = options.open_languages(documents, langs, library, fetch)
    found = check_all(opened)
    wanted = [f for f in found if all_ or f.severity != "info"]
    if format_ == "json":
        sys.stdout.write(json.dumps(_data(opened, wanted), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(opened, wanted, len(found) - len(wanted)))
    return DIFFERENT if wanted else SAME


def _lines(opened: Sequence[Resolution], findings: Sequence[Finding], kept_back: int) -> Iterator[str]:
    for document in opened:
        yield shown(f"{document.name} · {document.language} · {document.provenance.notice}")
    yield ""
    for f in findings:
        yield f"{SIGNS[f.severity]}  {_where(f):<22}  {shown(f.message)}  [{f.check}]"
        if f.suggestion:
            yield f"{'':35}→ {shown(f.suggestion)}"
    counts = Counter(f.severity for f in findings)
    told = ", ".join(f"{n} {severity}{'s' * (n != 1)}" for severity, n in counts.items()) or "no finding"
    more = f" ({kept_back} informational: --all)" if kept_back else ""
    yield f"{told[0].upper()}{told[1:]} in {len(opened)} versions{more}"


def _where(f: Finding) -> str:
    """The paragraphs with their languages: ``en pp2 : fr pp2``."""
    languages = dict(zip(("a", "b"), f.languages, strict=False))
    sides = [
        f"{languages.get(side, '')} {'+'.join(ids)}".strip() for side, ids in (("a", f.a), ("b", f.b)) if ids
    ]
    return " : ".join(sides)


def _data(opened: Sequence[Resolution], findings: Sequence[Finding]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "documents": [
            {
                "symbol": str(d.symbol) if d.symbol else None,
                "language": d.language,
                "provenance": {
                    "status": d.provenance.status,
                    "source": d.provenance.source,
                    "sha256": d.provenance.sha256,
                },
            }
            for d in opened
        ],
        "findings": [f.to_dict() for f in findings],
    }
