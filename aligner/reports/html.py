"""One self-contained HTML page: side by side or unified, readable without any script, printable.

Whoever reads it chooses the view and the kinds of change with radio buttons and check boxes that CSS alone
obeys. Every paragraph of the new document has a permanent anchor, its id (``#op8``); those of the old one
begin with ``old-``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files

from aligner.model import JOINT, Comparison, Link, Op
from aligner.reports.charts import change_map
from aligner.reports.layout import Row, link_ops, rows, side_ops
from aligner.reports.safe import visible
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import notices, statement
from aligner.reports.words import direction, heading, language_name, name, sign, tally, what, where
from corpora.model import Paragraph, Resolution

_KINDS = (
    ("same", "unchanged"), ("rollover", "roll-over"), ("editorial", "editorial"),
    ("substantive", "substantive"), ("added", "added"), ("removed", "removed"), ("moved", "moved"),
    ("other", "other"),
)  # fmt: skip


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The page, in UTF-8."""
    all_rows = rows(comparison)
    present = {_kind(row) for row in all_rows}
    body = "\n".join(_row(comparison, row) for row in all_rows)
    title = text(heading(comparison))
    sides = "".join(f"<span>{_side_name(d)}</span>" for d in (comparison.old, comparison.new))
    view = "side" if settings.side_by_side else "unified"
    page = f"""<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="resdiff">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style_sheet()}</style>
</head>
<body class="comparison">
<a class="skip" href="#changes">Skip to the text</a>
<header class="masthead">
<h1>{title}</h1>
{_documents(comparison)}
<p class="tally">{text(tally(comparison))}</p>
{_findings(settings)}
{change_map(comparison)}
</header>
{_controls(present, view)}
<main id="changes" class="{comparison.axis}">
<div class="columns" aria-hidden="true">{sides}</div>
{body}
</main>
<footer class="statement">
<h2>About this report</h2>
{_statement(comparison, settings)}
</footer>
{running_notice(notices(comparison))}
</body>
</html>
"""
    return page.encode()


def text(value: str) -> str:
    """Text from a document as HTML."""
    return escape(visible(value))


def style_sheet() -> str:
    """The style sheet that all pages share."""
    return files("aligner.reports").joinpath("report.css").read_text("utf-8")


def running_notice(lines: Iterable[str]) -> str:
    """The strip that repeats on every printed page."""
    shown = " · ".join(text(line) for line in lines)
    return f'<p class="running" role="note">{shown}</p>' if shown else ""


def _documents(comparison: Comparison) -> str:
    heads = ("Old", "New") if comparison.axis == "years" else ("First", "Second")
    cards = "".join(
        f'<div class="card {d.provenance.status}"><h2>{head}: {_side_name(d)}</h2>'
        f'<p lang="{text(d.language)}" dir="{direction(d.language)}">{text(d.title)}</p>'
        f'<p class="provenance">{text(d.provenance.notice)}</p></div>'
        for head, d in zip(heads, (comparison.old, comparison.new), strict=True)
    )
    return f'<div class="cards">{cards}</div>'


def _side_name(document: Resolution) -> str:
    return f"{text(document.name)} ({text(language_name(document.language))})"


def _controls(present: set[str], view: str) -> str:
    views = "".join(
        f'<label><input type="radio" name="view" id="view-{key}"{" checked" * (key == view)}> {label}</label>'
        for key, label in (("side", "side by side"), ("unified", "unified"))
    )
    kinds = "".join(
        f'<label><input type="checkbox" id="show-{key}" checked> {label}</label>'
        for key, label in _KINDS
        if key in present
    )
    return (
        '<form class="controls" aria-label="What to show">'
        f"<fieldset><legend>View</legend>{views}</fieldset><fieldset><legend>Show</legend>{kinds}</fieldset></form>"
    )


def _row(comparison: Comparison, row: Row) -> str:
    link, kind = row.link, _kind(row)
    changed = link.changed or link.renumbered
    head = _row_head(row, changed)
    ops = link_ops(comparison, link)
    old_side, new_side = "", ""
    if row.old:
        old_side = _side(
            comparison.old, row.old, side_ops(comparison.old, link.old, ops, "insert"), link, "old"
        )
    if row.new:
        new_side = _side(
            comparison.new, row.new, side_ops(comparison.new, link.new, ops, "delete"), link, "new"
        )
    unified = _unified(comparison, row, ops) if row.paired and comparison.axis == "years" else ""
    paired = " paired" if unified else ""
    label = text(f"{where(link)}: {what(link)}")
    return (
        f'<section class="row {kind}{paired}" aria-label="{label}">{head}'
        f'<div class="old">{old_side}</div><div class="new">{new_side}</div>{unified}</section>'
    )


def _row_head(row: Row, changed: bool) -> str:
    link = row.link
    key = row.new[0] if row.new else f"old-{row.old[0]}"
    words = text(what(link)) if changed else ""
    elsewhere = ""
    if row.elsewhere:
        target = row.elsewhere[0] if row.old else f"old-{row.elsewhere[0]}"
        way = "to" if row.old else "from"
        elsewhere = f' <a href="#{text(target)}">{way} {text(name(row.elsewhere[0]))}</a>'
    why = "".join(f"<li>{text(line)}</li>" for line in link.evidence)
    details = (
        f"<details><summary>why</summary><ul>{why}<li>similarity {link.similarity:.2f}</li></ul></details>"
        if changed and link.old and link.new
        else ""
    )
    return (
        f'<p class="head"><span class="sign" aria-hidden="true">{text(sign(row))}</span> '
        f'<a class="place" href="#{text(key)}">{text(where(link))}</a> '
        f'<span class="what">{words}</span>{elsewhere}</p>{details}'
    )


def _side(
    document: Resolution, ids: Sequence[str], parts: Sequence[Sequence[Op]], link: Link, side: str
) -> str:
    whole = link.old if side == "old" else link.new
    ops = dict(zip(whole, parts, strict=True))
    anchor = "old-" if side == "old" else ""
    # Between languages there is no word diff: both texts stand unmarked.
    plain = link.relation not in ("added", "removed") and not link.ops
    return "".join(
        f'<p id="{anchor}{text(i)}" class="{text(document[i].kind)}" lang="{text(document.language)}" '
        f'dir="{direction(document.language)}">{_label(document[i])}'
        f"{_marked([('equal', document[i].text)] if plain else ops[i])}</p>"
        for i in ids
    )


def _unified(comparison: Comparison, row: Row, ops: Sequence[Op]) -> str:
    language = comparison.new.language
    old, new = (comparison.old[row.old[0]].label, comparison.new[row.new[0]].label)
    label = _label(comparison.new[row.new[0]])
    if old != new:
        label = _marked([op for op in (("delete", old or ""), ("insert", new or "")) if op[1]]) + " "
    kind = comparison.new[row.new[0]].kind
    return (
        f'<div class="both"><p class="{kind}" lang="{text(language)}" dir="{direction(language)}">{label}'
        f"{_marked(ops)}</p></div>"
    )


def _label(paragraph: Paragraph) -> str:
    return f'<b class="label">{text(paragraph.label)}</b> ' if paragraph.label else ""


def _marked(ops: Iterable[Op]) -> str:
    out = []
    for name_, value in ops:
        shown = text(value).replace(JOINT, '<span class="joint">¶</span><br>')
        if name_ == "equal":
            out.append(shown)
        else:
            tag = "del" if name_ == "delete" else "ins"
            out.append(f"<{tag}>{shown}</{tag}>")
    return "".join(out)


def _kind(row: Row) -> str:
    link = row.link
    if link.moved or row.elsewhere:
        return "moved"
    if link.relation in ("same", "translated") and not link.renumbered:
        return "same"
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
