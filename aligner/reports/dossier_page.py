"""The dossier's own pages: an index to be read in one minute, and the concordance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from aligner.changes.verbs import verbs
from aligner.concord import Concordance, Row
from aligner.findings import Finding
from aligner.model import Comparison, Link
from aligner.reports.charts import change_map, language_grid
from aligner.reports.flow import flow
from aligner.reports.html import marked, page, scrolling, text
from aligner.reports.layout import rows, same_notes
from aligner.reports.settings import ReportSettings
from aligner.reports.statement import statement
from aligner.reports.words import CHANGES, direction, heading, language_name, name, names
from corpora.model import Paragraph, Resolution

_MOST_FINDINGS = 12  # on the index page; the sheet has them all


def index(
    changes: Sequence[Comparison],
    together: Concordance | None,
    findings: Sequence[Finding] | None,
    paths: Sequence[str],
    settings: ReportSettings,
) -> bytes:
    """The index page.

    Args:
        changes: the comparison of the two versions in each language; the first is summed up.
        paths: of all files of the dossier, relative to the page.
    """
    first = changes[0]
    body = "\n".join((
        f"<header><h1>{text(_title(first))}</h1>{_documents(changes)}</header>",
        "<main>",
        _what_is_new(first),
        _who_must_do_what(first),
        _languages(together) if together else "",
        _reviser(findings) if findings is not None else "",
        _files(paths, [c.new.language for c in changes]),
        "</main>",
        f'<footer class="statement"><h2>About this dossier</h2>{_statements(changes, settings)}</footer>',
    ))  # fmt: skip
    return page(_title(first), body, _marks(changes))


def concordance(together: Concordance) -> bytes:
    """Each change followed through all languages, as a table."""
    codes = list(together.comparisons)
    first = next(iter(together.comparisons.values()))
    head = "".join(f'<th scope="col">{text(language_name(code))}</th>' for code in codes)
    body = "".join(_concordance_row(together, n, row, codes) for n, row in enumerate(together.rows))
    title = f"Concordance: {_title(first)}"
    head = f'<tr><th scope="col">Paragraph</th>{head}</tr>'
    table = f'<table class="grid"><thead>{head}</thead><tbody>{body}</tbody></table>'
    main = "".join((
        f"<h2>Which languages disagree</h2>{_disagreements(together)}<h2>Paragraph by paragraph</h2>",
        "<p>= the same · ~ edited · + added · − removed · → moved. “rollover”: changed only as the year requires.</p>",
        scrolling(table, "Concordance"),
    ))  # fmt: skip
    top = f'<header><h1>{text(title)}</h1><p><a href="index.html">Back to the dossier</a></p></header>'
    return page(title, f"{top}<main>{main}</main>", _marks(list(together.comparisons.values())))


def _title(comparison: Comparison) -> str:
    return f"{comparison.old.name} → {comparison.new.name}"


def _marks(changes: Sequence[Comparison]) -> tuple[str, ...]:
    """Which texts are no official ones, the languages of a document together."""
    found: dict[tuple[str, str], list[str]] = {}
    for document in (d for comparison in changes for d in (comparison.old, comparison.new)):
        if document.provenance.status == "unofficial":
            found.setdefault((document.provenance.notice, document.name), []).append(document.language)
    return tuple(f"{name} in {', '.join(codes)}: {notice}" for (notice, name), codes in found.items())


def _documents(changes: Sequence[Comparison]) -> str:
    first = changes[0].new
    items = "".join(
        f"<li>{text(language_name(c.new.language))}: {_origin(c.old)}; {_origin(c.new)}</li>" for c in changes
    )
    warnings = "".join(f'<p class="warn">{text(line)}</p><br>' for line in _marks(changes))
    return (
        f'<p class="lead" lang="{text(first.language)}" dir="{direction(first.language, first.title)}">'
        f"{text(first.title)}</p>{warnings}<details><summary>{len(changes)} language{'s' * (len(changes) > 1)}, and "
        f"where each text comes from</summary><ul>{items}</ul></details>"
    )


def _origin(document: Resolution) -> str:
    return f"{text(document.name)}, {text(document.provenance.notice)}"


def _what_is_new(first: Comparison) -> str:
    counts = Counter(link.change for link in first.links if link.changed)
    told = ", ".join(f"{counts[kind]} {word}" for kind, word in CHANGES.items() if counts[kind])
    notes = same_notes(first)
    items = [
        _item(
            first,
            row.link,
            marked(first.new if row.new else first.old, flow(first, row, same_notes=notes), "", True),
        )
        for row in rows(first)
        if row.link.change == "substantive" and not (row.elsewhere and row.old)
    ]
    listed = "".join(items) or "<li>Nothing of substance.</li>"
    return (
        f'<section aria-labelledby="new"><h2 id="new">What is new</h2><p>{text(told or "Nothing differs")}.</p>'
        f'{change_map(first, f"changes/{first.new.language}.html")}<ul class="brief">{listed}</ul></section>'
    )


def _item(first: Comparison, link: Link, inner: str) -> str:
    document = first.new if link.new else first.old
    place = (link.new or link.old)[0]
    anchor = place if link.new else f"old-{place}"
    language = first.new.language
    what = "moved" if link.moved and link.relation == "same" else link.relation
    return (
        f'<li><a href="changes/{text(language)}.html#{text(anchor)}">{text(names(link.new or link.old))}</a> '
        f'<b>{text(what)}</b><br><span lang="{text(language)}" dir="{direction(language, document[place].text)}">'
        f"{inner}</span></li>"
    )


def _who_must_do_what(first: Comparison) -> str:
    """The operative paragraphs that ask or decide, in the document's own words; those that changed come first."""
    states = {i: _state(link) for link in first.links for i in link.new}
    asked = [
        (p, states.get(p.id, ""))
        for p in first.new.of_kind("operative", "subparagraph")
        if any(verb.ladder == "ask" for verb in verbs(p.text, first.new.language))
    ]
    asked.sort(key=lambda pair: pair[1] == "as before")
    items = "".join(_asked(first.new, p, state) for p, state in asked)
    if not items:
        return ""
    return (
        '<section aria-labelledby="who"><h2 id="who">Who is asked to do what</h2>'
        f'<table class="grid"><thead><tr><th scope="col">Place</th><th scope="col">Since last time</th>'
        f'<th scope="col">In the words of the text</th></tr></thead><tbody>{items}</tbody></table></section>'
    )


def _asked(document: Resolution, p: Paragraph, state: str) -> str:
    language = document.language
    shown, at = [], 0
    for verb in verbs(p.text, language):
        if verb.ladder == "ask":
            shown.append(f"{text(p.text[at : verb.start])}<b>{text(p.text[verb.start : verb.end])}</b>")
            at = verb.end
    words = "".join(shown) + text(p.text[at:])
    place = f'<a href="changes/{text(language)}.html#{text(p.id)}">{text(name(p.id))}</a>'
    tongue = f'lang="{text(language)}" dir="{direction(language, p.text)}"'
    return f'<tr><th scope="row">{place}</th><td>{text(state)}</td><td {tongue}>{words}</td></tr>'


def _state(link: Link) -> str:
    if link.relation == "added":
        return "new"
    if link.change == "substantive":
        return "changed"
    return "as before" if link.change in (None, "rollover") and not link.moved else "edited"


def _languages(together: Concordance) -> str:
    codes = list(together.comparisons)
    lines = [
        (_row_name(together, row), f"concordance.html#row{n}",
         {code: (cell.marks, cell.state) for code, cell in row.cells.items()})
        for n, row in enumerate(together.rows)
        if any(cell.state != "same" for cell in row.cells.values())
    ]  # fmt: skip
    chart = scrolling(language_grid(lines, codes), "Languages by paragraphs") if lines else ""
    return (
        '<section aria-labelledby="languages"><h2 id="languages">Which languages disagree</h2>'
        f'{_disagreements(together)}{chart}<p><a href="concordance.html">The whole concordance</a></p></section>'
    )


def _disagreements(together: Concordance) -> str:
    if not together.findings and not together.sweeps:
        return "<p>None: the text changed alike in all of them.</p>"
    items = "".join(
        f'<li class="{f.severity}"><b>{text(f.severity)}</b> <a href="concordance.html#row{f.row}">'
        f"{text(_row_name(together, together.rows[f.row]))}</a>: {text(f.message)}</li>"
        for f in together.findings
    )
    swept = "".join(f"<li>{text(sweep.message)}</li>" for sweep in together.sweeps)
    return f'<ul class="findings">{items}{swept}</ul>'


def _row_name(together: Concordance, row: Row) -> str:
    code = next(iter(row.cells))
    return names(together.paragraphs(row, code))


def _concordance_row(together: Concordance, number: int, row: Row, codes: Iterable[str]) -> str:
    cells = []
    for code in codes:
        cell = row.cells.get(code)
        if cell is None or cell.state == "absent":
            cells.append('<td class="no">absent</td>')
            continue
        ids = together.paragraphs(row, code)
        link = together.comparisons[code].links[cell.links[0]]
        anchor = ids[0] if link.new else f"old-{ids[0]}"
        cells.append(
            f'<td><a href="changes/{text(code)}.html#{text(anchor)}">{text(names(ids))}</a> '
            f"{text(cell.marks)} {text('' if cell.state == 'same' else cell.state)}</td>"
        )
    head = text(_row_name(together, row))
    return f'<tr id="row{number}"><th scope="row">{head}</th>{"".join(cells)}</tr>'


def _reviser(findings: Sequence[Finding]) -> str:
    counts = Counter(f.severity for f in findings)
    told = (
        ", ".join(f"{count} {severity}" for severity, count in counts.items()) or "The checks found nothing"
    )
    items = "".join(
        f'<li class="{f.severity}"><b>{text(f.severity)}</b> {text(" ".join(f.languages))} '
        f"{text(names(f.a or f.b))}: {text(f.message)}</li>"
        for f in findings[:_MOST_FINDINGS]
    )
    more = (
        f"<p>and {len(findings) - _MOST_FINDINGS} more in the sheet.</p>"
        if len(findings) > _MOST_FINDINGS
        else ""
    )
    return (
        '<section aria-labelledby="reviser"><h2 id="reviser">What needs a reviser</h2>'
        f'<p>{text(told)}. <a href="checks.xlsx">The sheet to fill in</a></p><ul class="findings">{items}</ul>'
        f"{more}</section>"
    )


def _files(paths: Sequence[str], codes: Sequence[str]) -> str:
    """The files: a line for each language, then what is about all of them."""
    lines, listed = [], set()
    for code in codes:
        own = [path for path in paths if _language(path) == code]
        listed |= set(own)
        links = " · ".join(_link(path) for path in own)
        lines.append(f'<tr><th scope="row">{text(language_name(code))}</th><td>{links}</td></tr>')
    for folder, label in (("aligned/", "Languages side by side"), ("", "All languages"), ("data/", "Data")):
        own = [
            p for p in paths if p not in listed and p.startswith(folder) and "/" not in p.removeprefix(folder)
        ]
        if own:
            links = " · ".join(_link(path) for path in own)
            lines.append(f'<tr><th scope="row">{label}</th><td>{links}</td></tr>')
    return (
        '<section aria-labelledby="files"><h2 id="files">Files</h2>'
        f'<table class="grid"><tbody>{"".join(lines)}</tbody></table></section>'
    )


def _language(path: str) -> str:
    """The language of a file that is about one: ``changes/fr.html``, ``tracked/A_RES_61_168.fr.docx``."""
    folder, _, file = path.rpartition("/")
    return file.rsplit(".", 2)[-2] if folder in ("tracked", "changes", "data") else ""


def _link(path: str) -> str:
    return f'<a href="{text(path)}">{text(path.rpartition("/")[2])}</a>'


def _statements(changes: Sequence[Comparison], settings: ReportSettings) -> str:
    return "".join(
        f"<details><summary>{text(heading(comparison))}</summary>"
        + "".join(
            f"<h3>{text(part.heading)}</h3><dl>"
            + "".join(f"<dt>{text(key)}</dt><dd>{text(value)}</dd>" for key, value in part.lines)
            + "</dl>"
            for part in statement(comparison, settings)
        )
        + "</details>"
        for comparison in changes
    )
