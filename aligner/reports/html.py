"""One self-contained HTML page: side by side or unified, readable without any script, printable.

Whoever reads it chooses the view and the kinds of change with radio buttons and check boxes that CSS alone
obeys. Every paragraph of the new document has a permanent anchor, its id (``#op8``); those of the old one
begin with ``old-``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby

from aligner.model import Axis, Comparison
from aligner.reports.charts import change_map
from aligner.reports.flow import Token, flow, one_text, paragraphs
from aligner.reports.layout import Row, same_notes, shown_rows
from aligner.reports.safe import visible
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices, statement
from aligner.reports.words import direction, heading, language_name, name, number, place, sign, tally, what
from corpora.model import Resolution

_KINDS = (
    ("same", "unchanged"), ("rollover", "roll-over"), ("editorial", "editorial"),
    ("substantive", "substantive"), ("added", "added"), ("removed", "removed"), ("moved", "moved"),
    ("renumbered", "renumbered only"), ("other", "other"),
)  # fmt: skip


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The page, in UTF-8."""
    shown = shown_rows(comparison, settings.only, quiet=True)
    present = {_kind(row) for row in shown}
    notes = same_notes(comparison)
    body = "\n".join(_row(comparison, row, notes) for row in shown)
    title = text(heading(comparison))
    sides = "".join(f"<span>{_side_name(d)}</span>" for d in (comparison.old, comparison.new))
    view = "side" if settings.side_by_side else "unified"
    body = f"""<a class="skip" href="#changes">Skip to the text</a>
<header class="masthead">
<h1>{title}</h1>
{_documents(comparison)}
<p class="tally">{text(tally(comparison))}</p>
{_findings(settings)}
{change_map(comparison)}
</header>
{_controls(present, view, comparison.axis)}
<main id="changes" class="{comparison.axis}" dir="{_page_direction(comparison)}">
<div class="columns" aria-hidden="true">{sides}</div>
{body}
</main>
<footer class="statement">
<h2>About this report</h2>
{_statement(comparison, settings)}
</footer>"""
    return page(heading(comparison), body, notices(comparison))


def page(title: str, body: str, marks: Iterable[str]) -> bytes:
    """A whole page in UTF-8: no script, nothing fetched.

    Args:
        body: HTML.
        marks: lines for the foot of every printed page.
    """
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="resdiff">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{text(title)}</title>
<style>
{style_sheet()}{running_notice(marks)}
</style>
</head>
<body>
{body}
</body>
</html>
""".encode()


def text(value: str) -> str:
    """Text from a document as HTML."""
    return escape(visible(value))


def style_sheet() -> str:
    """The style sheet that all pages share."""
    return files("aligner.reports").joinpath("report.css").read_text("utf-8")


def scrolling(inner: str, label: str) -> str:
    """What may be wider than the page, in a region that the keyboard reaches."""
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">{inner}</div>'


def running_notice(lines: Iterable[str]) -> str:
    """Style rules that repeat lines at the foot of every printed page."""
    # Every character as its number: no text can end the string or the style element.
    shown = "".join(f"\\{ord(c):06x}" for c in visible(" · ".join(lines)))
    return f'@page {{ @bottom-left {{ content: "{shown}"; }} }}'


def _page_direction(comparison: Comparison) -> str:
    """Where both sides run from right to left, the old one stands where reading begins."""
    both = {direction(comparison.old.language), direction(comparison.new.language)}
    return "rtl" if both == {"rtl"} else "ltr"


def _documents(comparison: Comparison) -> str:
    heads = ("Old", "New") if comparison.axis == "years" else ("First", "Second")
    cards = "".join(
        f'<div class="card {d.provenance.status}"><h2 dir="ltr">{head}: {_side_name(d)}</h2>'
        f'<p lang="{text(d.language)}" dir="{direction(d.language, d.title)}">{text(d.title)}</p>'
        f'<p class="provenance" dir="ltr">{text(d.provenance.notice)}</p></div>'
        for head, d in zip(heads, (comparison.old, comparison.new), strict=True)
    )
    return f'<div class="cards" dir="{_page_direction(comparison)}">{cards}</div>'


def _side_name(document: Resolution) -> str:
    return f"{text(document.name)} ({text(language_name(document.language))})"


def _controls(present: set[str], view: str, axis: Axis) -> str:
    views = "".join(
        f'<label><input type="radio" name="view" id="view-{key}"{" checked" * (key == view)}> {label}</label>'
        for key, label in (("side", "side by side"), ("unified", "unified"))
    )
    labels = dict(_KINDS) | ({"same": "translated"} if axis == "languages" else {})
    kinds = "".join(
        f'<label><input type="checkbox" id="show-{key}" checked> {label}</label>'
        for key, label in labels.items()
        if key in present
    )
    choice = f"<fieldset><legend>View</legend>{views}</fieldset>" if axis == "years" else ""
    return (
        f'<form class="controls" aria-label="What to show">{choice}'
        f"<fieldset><legend>Show</legend>{kinds}</fieldset></form>"
    )


def _row(comparison: Comparison, row: Row, notes: frozenset[tuple[str, str]]) -> str:
    tokens = flow(comparison, row, same_notes=notes)
    old = _side(comparison.old, row.old, tokens, "insert", comparison.axis)
    new = _side(comparison.new, row.new, tokens, "delete", comparison.axis)
    both = _unified(comparison, row, tokens) if row.paired and comparison.axis == "years" else ""
    classes = f"row {_kind(row)}{' paired' if both else ''}"
    label = text(f"{place(row)}: {what(row) or row.link.relation}")
    return (
        f'<section class="{classes}" aria-label="{label}">{_row_head(row)}'
        f'<div class="old">{old}</div><div class="new">{new}</div>{both}</section>'
    )


def _row_head(row: Row) -> str:
    link = row.link
    key = row.new[0] if row.new else f"old-{row.old[0]}"
    words = text(what(row))
    if row.elsewhere:
        target = row.elsewhere[0] if row.old else f"old-{row.elsewhere[0]}"
        words = f'<a href="#{text(target)}">{words}</a>'
    why = "".join(f"<li>{text(line)}</li>" for line in link.evidence)
    details = f"<details><summary>why</summary><ul>{why}</ul></details>" if why and link.changed else ""
    return (
        f'<div class="head"><span class="sign" dir="ltr" aria-hidden="true">{text(sign(row))}</span> '
        f'<a class="place" dir="ltr" href="#{text(key)}">{text(place(row))}</a> '
        f'<span class="what" dir="ltr">{words}</span>{details}</div>'
    )


def _side(document: Resolution, ids: Sequence[str], tokens: Iterable[Token], drop: str, axis: str) -> str:
    if not ids:
        return ""
    anchor = "old-" if drop == "insert" else ""
    parts = paragraphs(token for token in tokens if token.op != drop)
    return "".join(
        f'<p id="{anchor}{text(i)}" class="{document[i].kind}" lang="{text(document.language)}" '
        f'dir="{direction(document.language, document[i].text)}">{marked(document, part, anchor, axis == "years")}</p>'
        for i, part in zip(ids, parts, strict=True)
    )


def _unified(comparison: Comparison, row: Row, tokens: Iterable[Token]) -> str:
    language, first = comparison.new.language, comparison.new[row.new[0]]
    tongue = f'lang="{text(language)}" dir="{direction(language, first.text)}"'
    inner = marked(comparison.new, one_text(tokens), "", True)
    return f'<div class="both"><p class="{first.kind}" {tongue}>{inner}</p></div>'


def marked(document: Resolution, tokens: Iterable[Token], anchor: str, marks: bool) -> str:
    """HTML of tokens; neighbours with one operation share one element, a label has its own.

    Args:
        anchor: what the ids of the notes begin with: ``old-`` for the old side by itself.
        marks: whether operations are shown.
    """
    out = []
    for (op, label), group in groupby(
        tokens, key=lambda t: (t.look if marks else "equal", t.kind == "label")
    ):
        inner = "".join(_token(document, token, anchor) for token in group)
        tag = {"delete": "del", "insert": "ins"}.get(op)
        out.append((f"<{tag}>{inner}</{tag}>" if tag else inner) + " " * label)
    return "".join(out)


def _token(document: Resolution, token: Token, anchor: str) -> str:
    if token.kind == "break":
        return '<span class="joint">¶</span><br>'
    if token.kind == "label":
        return f'<b class="label">{text(token.text)}</b>'
    if token.kind == "note":
        note = token.old_note if anchor or not token.new_note else token.new_note
        prefix = "old-" if note == token.old_note and (anchor or not token.new_note) else ""
        return f'<sup><a href="#{prefix}{text(note)}">{text(number(document, note))}</a></sup>'
    shown = text(token.text)
    italic = token.old_italic if token.op == "delete" or anchor else token.new_italic
    return f"<i>{shown}</i>" if italic else shown


def _kind(row: Row) -> str:
    link = row.link
    if link.moved or row.elsewhere:
        return "moved"
    if link.relation in ("same", "translated"):
        return "renumbered" if link.renumbered else "same"
    if link.relation in ("added", "removed"):
        return link.relation
    return link.change or "other"


def _findings(settings: ReportSettings) -> str:
    if settings.findings is None:
        return ""
    if not settings.findings:
        return '<p class="findings">The checks found nothing.</p>'
    items = "".join(
        f'<li class="{f.severity}"><b>{text(f.severity)}</b> {text(f.check)}: '
        + " ".join(f'<a href="#{text(i)}">{text(name(i))}</a>' for i in (f.b or ()))
        + f" {text(f.message)}{f' — {text(f.suggestion)}' if f.suggestion else ''}</li>"
        for f in settings.findings
    )
    return f'<section class="findings"><h2>Findings</h2><ul>{items}</ul></section>'


def _statement(comparison: Comparison, settings: ReportSettings) -> str:
    return "".join(
        f"<h3>{text(section.heading)}</h3><dl>"
        + "".join(f"<dt>{text(key)}</dt><dd>{text(value)}</dd>" for key, value in section.lines)
        + "</dl>"
        for section in statement(comparison, settings)
    )
