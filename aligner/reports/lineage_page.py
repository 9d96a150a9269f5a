"""A series as a page: changes by year and kind, and every paragraph's life through the versions."""

from __future__ import annotations

from collections import Counter

from aligner.lineage import SIGNS, Lineage, Thread
from aligner.reports.charts import yearly_bars
from aligner.reports.html import page, scrolling, text
from aligner.reports.words import direction, language_name, name

_KINDS = ("rollover", "editorial", "substantive", "born", "dropped")


def lineage(series: Lineage) -> bytes:
    """The page."""
    newest = series.documents[-1]
    title = f"Lineage of {newest.name} ({language_name(newest.language)})"
    bars = yearly_bars([(d.name, _counts(series, n)) for n, d in enumerate(series.documents) if n], _KINDS)
    head = "".join(f'<th scope="col">{text(d.name)}</th>' for d in series.documents)
    body = "".join(_row(series, thread) for thread in series.threads)
    table = f'<table class="grid"><thead><tr><th scope="col">Text</th>{head}</tr></thead><tbody>{body}</tbody></table>'
    origins = "".join(f"<li>{text(d.name)}: {text(d.provenance.notice)}</li>" for d in series.documents)
    content = (
        f'<header><h1>{text(title)}</h1><p><a href="index.html">Back to the dossier</a></p><ul>{origins}</ul></header>'
        f"<main><section><h2>Changes by year and kind</h2>{scrolling(bars + _figures(series), 'Changes by year')}"
        "</section>"
        f"<section><h2>Every paragraph</h2>{scrolling(table, 'Every paragraph')}</section></main>"
    )
    marks = tuple(
        f"{d.name}: {d.provenance.notice}" for d in series.documents if d.provenance.status == "unofficial"
    )
    return page(title, content, marks)


def _counts(series: Lineage, version: int) -> Counter[str]:
    steps = (thread.at(version) for thread in series.threads)
    return Counter(
        step.change if step.change and step.event not in ("born", "dropped") else step.event
        for step in steps
        if step
    )


def _said(kind: str) -> str:
    return "roll-over" if kind == "rollover" else kind


def _figures(series: Lineage) -> str:
    """The bars in figures, and the key to their colours."""
    head = "".join(f'<th scope="col" class="{kind}">{_said(kind)}</th>' for kind in _KINDS)
    lines = []
    for version, document in enumerate(series.documents):
        if version:
            counts = _counts(series, version)
            cells = "".join(f"<td>{counts[kind]}</td>" for kind in _KINDS)
            lines.append(f'<tr><th scope="row">{text(document.name)}</th>{cells}</tr>')
    head = f'<tr><th scope="col">Version</th>{head}</tr>'
    return f'<table class="grid"><thead>{head}</thead><tbody>{"".join(lines)}</tbody></table>'


def _row(series: Lineage, thread: Thread) -> str:
    last = next(step for step in reversed(thread.steps) if step.paragraph)
    document = series.documents[last.version]
    words = document[last.paragraph].text
    shown = text(words if len(words) <= 160 else words[:159] + "…")
    cells = []
    for version in range(len(series.documents)):
        step = thread.at(version)
        if step is None:
            cells.append("<td></td>")
            continue
        place = name(step.paragraph) if step.paragraph else ""
        cells.append(f"<td>{text(f'{SIGNS[step.event]} {place} {_said(step.change or step.event)}')}</td>")
    tongue = f'lang="{text(document.language)}" dir="{direction(document.language, words)}"'
    return f'<tr><th scope="row" {tongue}>{shown}</th>{"".join(cells)}</tr>'
