"""`resdiff align`: which paragraph answers which in two languages."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from corpora.errors import OptionError
from tui.cli import DIFFERENT, SAME, options
from tui.layout.cells import clip, pad

if TYPE_CHECKING:
    from aligner.lexicon.taught import Lexicons
    from aligner.model import Comparison, Link
    from corpora.model import Paragraph, Resolution
    from tui.lexicons import LibraryLexicons

Pair = tuple[tuple[int, ...], tuple[int, ...]]

HEAD = 36  # cells for the score and the ids
DOUBTFUL = 0.5  # below this confidence a link is listed before all others, as one to look at first
FORMATS = ("table", "json", "pairs", "tmx", "xlf", "csv", "xlsx")


@click.command("align")
@click.argument("documents", nargs=-1, required=True, metavar="A [B]")
@click.option("--langs", help="The languages of one symbol, as in en,fr; all for the six.")
@click.option(
    "--segments",
    type=click.Choice(["paragraphs", "sentences", "lines"]),
    default="paragraphs",
    help="What is linked; with lines, each line of a plain file.",
)
@click.option(
    "--gloss-align",
    is_flag=True,
    help="Send A to a translation service; its translation is one more witness of what answers what.",
)
@click.option("--width", type=click.IntRange(40, 1000), help="Cells of a line; by default the terminal's.")
@options.output_options(*FORMATS)
@options.lexicon_option
@options.library_options
def command(
    documents: tuple[str, ...],
    langs: str | None,
    segments: str,
    gloss_align: bool,
    width: int | None,
    format_: str | None,
    output: Path | None,
    lexicon: str,
    library: Path | None,
    fetch: bool,
) -> int:
    """Show which paragraph answers which: A and B, or one symbol in the languages of --langs.

    Exit status 1 if something has no counterpart, 0 otherwise.
    """
    width = width or options.terminal_width()
    lexicons = options.lexicons(lexicon, library)
    if segments == "lines":
        return _align_texts(_lines(documents, langs), lexicons, gloss_align, format_ or "table", width)
    opened = options.open_languages(documents, langs, library, fetch)
    if len(opened) > 2:
        if gloss_align:
            raise OptionError("is for two languages", "--gloss-align", "name two")
        return _align_grid(opened, lexicons, width)
    if segments == "sentences":
        return _align_texts(_sentences(opened), lexicons, gloss_align, format_ or "table", width)
    comparison = _aligned(opened[0], opened[1], lexicons, gloss_align)
    if output is not None or format_ not in (None, "table", "pairs"):
        options.write(comparison, format_, output)
    elif format_ == "pairs":
        _say(_pair(p) for p in _places(comparison))
    else:
        _say(_table(comparison, width))
    return DIFFERENT if comparison.changes else SAME


def _aligned(a: Resolution, b: Resolution, lexicons: Lexicons | None, gloss_align: bool) -> Comparison:
    from aligner.languages import Translations, align, linked_by_words

    translations = None
    if gloss_align:
        from tui.cli.glosses import witness

        paragraphs = linked_by_words(a)
        told = witness([p.text for p in paragraphs], a.language, b.language)
        if told:
            by_id = {p.id: text for p, text in zip(paragraphs, told.texts, strict=True)}
            translations = Translations(by_id, told.provider)
    return align(a, b, lexicon=lexicons(a, b) if lexicons else None, translations=translations)


class _Texts(NamedTuple):
    """The segments of two texts, their languages, and by which names a library may have them."""

    a: list[str]
    b: list[str]
    languages: tuple[str, str]
    names: frozenset[str]


def _lines(documents: Sequence[str], langs: str | None) -> _Texts:
    if len(documents) != 2:
        raise OptionError("lines are those of two files", "--segments lines", "name both files")
    from hashlib import sha256

    from corpora.languages import detect
    from corpora.readers.decoding import decode

    files = [Path(name).read_bytes() for name in documents]
    a, b = (decode(raw, name)[0].splitlines() for raw, name in zip(files, documents, strict=True))
    # Any language will do here: bare lines need no table of facts.
    languages = langs.split(",") if langs else [detect("\n".join(t)) for t in (a, b)]
    if len(languages) != 2:
        raise OptionError("two files have two languages", "--langs", "name both, as in en,fr")
    names = frozenset(sha256(raw).hexdigest() for raw in files)
    return _Texts(a, b, (languages[0], languages[1]), names)


def _sentences(opened: Sequence[Resolution]) -> _Texts:
    from aligner.lessons import names_of
    from aligner.sentences import split

    a, b = ([s for p in r.paragraphs for s in split(p.text, r.language)] for r in opened)
    return _Texts(a, b, (opened[0].language, opened[1].language), names_of(*opened))


def _align_texts(
    texts: _Texts, lexicons: LibraryLexicons | None, gloss_align: bool, format_: str, width: int
) -> int:
    from aligner import align_segments

    if format_ not in ("table", "pairs", "json"):
        raise OptionError("of bare segments there is only", "--format", "table, pairs or json")
    a, b, languages, names = texts
    told = None
    if gloss_align:
        from tui.cli.glosses import witness

        told = witness(a, *languages)
    lexicon = lexicons.between(languages, names) if lexicons else None
    pairs = align_segments(
        a, b, languages=languages, witness=(told.texts if told else None, None), lexicon=lexicon
    )
    if format_ == "pairs":
        _say(_pair(p) for p in pairs)
    elif format_ == "json":
        import json

        _say([json.dumps([[list(x), list(y)] for x, y in pairs])])
    else:
        _say(
            _columns(" ".join(a[i] for i in x), " ".join(b[j] for j in y), _pair((x, y)), width)
            for x, y in pairs
        )
    return DIFFERENT if any(not x or not y for x, y in pairs) else SAME


def _align_grid(opened: Sequence[Resolution], lexicons: Lexicons | None, width: int) -> int:
    from aligner.grid import grid

    table = grid(opened, lexicons=lexicons)
    column = max(6, (width - 2) // len(opened) - 2)
    _say(["  ".join(pad(r.language, column) for r in opened).rstrip()])
    _say("  ".join(pad("+".join(cell) or "–", column) for cell in row.cells).rstrip() for row in table.rows)
    _say(table.disagreements)
    return DIFFERENT if any(not cell for row in table.rows for cell in row.cells) else SAME


def _table(comparison: Comparison, width: int) -> Iterator[str]:
    from tui.cli.printed import heading, left_out

    yield from heading(comparison, width)
    yield ""
    doubtful = [link for link in comparison.links if link.similarity < DOUBTFUL and link.old and link.new]
    if doubtful:
        yield "Doubtful, to be looked at first:"
        yield from (_row(comparison, link, width) for link in doubtful)
        yield ""
    yield from (_row(comparison, link, width) for link in comparison.links)
    yield ""
    counts = ", ".join(f"{n} {name}" for name, n in comparison.summary.items() if n)
    yield f"{len(comparison.links)} links: {counts}"
    yield from left_out(comparison)


def _row(comparison: Comparison, link: Link, width: int) -> str:
    ids = f"{'+'.join(link.old) or '–'} : {'+'.join(link.new) or '–'}"
    score = f"{link.similarity:.2f}" if link.old and link.new else "    "
    a, b = (_joined(ps) for ps in (comparison.old_paragraphs(link), comparison.new_paragraphs(link)))
    return _columns(a, b, f"{score}  {ids}", width)


def _columns(a: str, b: str, head: str, width: int) -> str:
    room = min(HEAD, width // 3)
    half = max(8, (width - room - 5) // 2)
    return f"{pad(head, room)}  {pad(a, half)} │ {clip(b, half)}".rstrip()


def _joined(paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(p.text for p in paragraphs)


def _places(comparison: Comparison) -> Iterator[Pair]:
    old, new = ({p.id: n for n, p in enumerate(r.paragraphs)} for r in (comparison.old, comparison.new))
    for link in comparison.links:
        yield tuple(old[i] for i in link.old), tuple(new[i] for i in link.new)


def _pair(pair: Pair) -> str:
    return ":".join("[" + ",".join(map(str, side)) + "]" for side in pair)


def _say(lines: Iterator[str] | Sequence[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
