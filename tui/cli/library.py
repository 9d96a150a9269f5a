"""`resdiff library`: the user's documents."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from corpora.errors import OptionError
from tui.cli import options
from tui.cli.library_text import entry_json, hit_json, hit_text, json_out, safe, table

if TYPE_CHECKING:
    from corpora.library.adding import Added
    from corpora.library.store import Library

F = TypeVar("F", bound=Callable[..., object])
TROUBLE = 2


@click.group("library")
def command() -> None:
    """Keep your own documents: add files, fetch by symbol, search, list, correct series.

    A document is named by its symbol, with @fr for the language, or by its number in the list.
    RESDIFF_LIBRARY names another library file; RESDIFF_OFFLINE=1 forbids the network.
    """


def _common(function: F) -> F:
    function = click.option(
        "--format", "form", type=click.Choice(["text", "json"]), default="text", help="What to print."
    )(function)
    return click.option(
        "--library",
        type=click.Path(path_type=Path),
        envvar="RESDIFF_LIBRARY",
        help="The library file to use instead of your usual one.",
    )(function)


@command.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--lang", "language", help="The language that the files are said to be in, as in fr.")
@_common
def add(paths: tuple[Path, ...], language: str | None, library: Path | None, form: str) -> int:
    """Add files, folders, zip and tar archives; - is standard input.

    What the library has already is skipped; what cannot be read is reported, and the rest goes in.
    """
    from corpora.library import Library
    from corpora.library.adding import add as add_all
    from corpora.library.intake import count
    from corpora.library.series import steps

    missing = [str(path) for path in paths if str(path) != "-" and not path.exists()]
    if missing:
        raise OptionError("there is no such file or folder", missing[0], "check the path")
    done: list[Added] = []
    with Library.open(library, create=True) as opened:
        length = count(paths) if sys.stderr.isatty() else None
        with click.progressbar(
            length=length or 1, label="adding", file=sys.stderr, hidden=length is None
        ) as bar:
            for one in add_all(opened, paths, language=language):
                done.append(one)
                bar.update(0 if "!" in one.source else 1)
        steps(opened)  # worked out now, so that the next list need not
    return _added(done, form)


def _added(done: list[Added], form: str) -> int:
    for one in done:
        if one.outcome == "unreadable":
            options.talk(f"{safe(one.source)}: {safe(one.reason)}")
        for warning in one.warnings:
            options.talk(f"{safe(one.source)}: {safe(warning)}")
    unread = sum(one.outcome == "unreadable" for one in done)
    if form == "json":
        rows = [
            {
                "source": one.source,
                "outcome": one.outcome,
                "symbol": one.symbol.text if one.symbol else None,
                "language": one.language,
                "reason": one.reason or None,
            }
            for one in done
        ]
        json_out("library-add", files=rows)
    else:
        counts = {
            name: sum(one.outcome == name for one in done) for name in dict.fromkeys(o.outcome for o in done)
        }
        options.talk(", ".join(f"{n} {name}" for name, n in counts.items()) or "there was no file in it")
    return TROUBLE if unread else 0


@command.command("reread")
@_common
def reread(library: Path | None, form: str) -> int:
    """Read the stored originals anew, as after an update of resdiff."""
    from corpora.library.adding import reread as read_all
    from corpora.library.series import steps

    with _open(library) as opened:
        done = list(read_all(opened))
        steps(opened)
    return _added(done, form)


@command.command("fetch")
@click.argument("names", nargs=-1, required=True, metavar="SYMBOL|FIRST..LAST...")
@click.option(
    "--langs",
    "--lang",
    "langs",
    default=None,
    help="Languages, as in en,fr, or all; English if nothing is said.",
)
@click.option("--offline", is_flag=True, help="Forbid the network: only what was fetched before.")
@_common
def fetch(names: tuple[str, ...], langs: str | None, offline: bool, library: Path | None, form: str) -> int:
    """Fetch documents by symbol: 61/168@fr, 74/150..74/160 (numbers), 74/153..80/204 (a series).

    Two symbols of one session mean all numbers between them; two of different sessions mean the successive
    versions of one resolution, found by what each cites.
    """
    from tui.cli.library_fetch import run

    languages = options.languages_from(langs, least=1) if langs else ()
    rows = run(names, languages, offline, library)
    if form == "json":
        json_out("library-fetch", documents=rows)
    failed = sum(row["outcome"] == "failed" for row in rows)
    options.talk(f"{len(rows) - failed} of {options.counted(len(rows), 'document')} in the library")
    return TROUBLE if failed else 0


@command.command("list")
@click.argument("filter_", required=False, metavar="[SYMBOL|WORD]")
@click.option("--lang", "language", help="Only this language.")
@_common
def list_documents(filter_: str | None, language: str | None, library: Path | None, form: str) -> None:
    """List the documents, all or those whose symbol or title has the word."""
    from corpora.library import documents
    from corpora.library.words import fold

    with _open(library) as opened:
        entries = [e for e in documents(opened) if language in (None, e.language)]
    if filter_:
        sought = fold(filter_)
        entries = [e for e in entries if sought in fold(f"{e.name} {e.title}")]
    if form == "json":
        json_out("library-list", documents=[entry_json(e) for e in entries])
        return
    table(
        ("no.", "document", "lang", "adopted", "text", "title"),
        [
            (str(e.key), e.name, e.language, str(e.adopted or ""), e.provenance.status, e.title)
            for e in entries
        ],
    )


@command.command("search")
@click.argument("words", nargs=-1, metavar="[WORDS...]")
@click.option("--like", metavar="TEXT", help="Where this text was adopted before, in nearly these words.")
@click.option("--lang", "language", help="Only this language.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="How many to print.")
@_common
def search(
    words: tuple[str, ...],
    like: str | None,
    language: str | None,
    limit: int,
    library: Path | None,
    form: str,
) -> None:
    """Search all paragraphs: words, "exact phrases", beginnings (cooper*), symbols.

    Accents, case, tashkeel and the spellings of alef make no difference. With --like, the paragraphs that say a
    whole phrase or paragraph in the same or nearly the same words, the earliest first.
    """
    if bool(words) == (like is not None):
        raise OptionError("needs words or --like, and not both", "search", 'as in search --like "a phrase"')
    with _open(library) as opened:
        if like is not None:
            from tui.cli.library_like import run

            run(opened, like, language, limit, form)
        else:
            _search(opened, words, language, limit, form)


def _search(opened: Library, words: tuple[str, ...], language: str | None, limit: int, form: str) -> None:
    from corpora.library.search import search as find

    # The shell takes the quotation marks away: an argument of several words was a phrase.
    query = words[0] if len(words) == 1 else " ".join(f'"{w}"' if " " in w else w for w in words)
    found = find(opened, query, language=language, limit=limit)
    if form == "json":
        json_out(
            "library-search",
            query=query,
            matches=found.matches,
            more=found.more,
            hits=[hit_json(h) for h in found.hits],
        )
        return
    for hit in found.hits:
        hit_text(hit)
    more = "more than " if found.more else ""
    options.talk(f"{len(found.hits)} of {more}{options.counted(found.matches, 'paragraph')}")


@command.command("show")
@click.argument("name", metavar="DOC")
@click.option("--lang", "language", help="The language, as in fr.")
@click.option("--original", is_flag=True, help="The bytes as they came, instead of the text.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to FILE.")
@_common
def show(
    name: str, language: str | None, original: bool, output: Path | None, library: Path | None, form: str
) -> None:
    """Print one document as it was read, or its original."""
    from tui.cli.library_text import document_json, document_text

    key = None
    if original or name.isdecimal():
        with _open(library) as opened:
            (key, *others) = _keys(opened, name, language)
            if others:
                raise OptionError(
                    "is here several times", name, f"name one number: {_listed([key, *others])}"
                )
            document = opened.get(key)
            content = opened.original(key) if original else b""
    else:
        document = options.open_document(name, language, library, fetch=False)
    if not original:
        content = (document_json(document) if form == "json" else document_text(document)).encode()
    if output is not None:
        output.write_bytes(content)
        options.talk(f"wrote {output}")
    else:
        sys.stdout.buffer.write(content)


@command.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="DOC...")
@click.option("--all", "every", is_flag=True, help="All documents of that name, in every language.")
@_common
def remove(names: tuple[str, ...], every: bool, library: Path | None, form: str) -> None:
    """Take documents out of the library; your files stay where they are."""
    from corpora.library import documents

    with _open(library) as opened:
        keys: list[int] = []
        for name in names:
            found = _keys(opened, name, None)
            if len(found) > 1 and not every:
                remedy = f"name one number ({_listed(found)}), a language (@fr), or --all"
                raise OptionError(f"stands for {len(found)} documents", name, remedy)
            keys += found
        entries = documents(opened, keys)
        opened.remove(keys)
    if form == "json":
        json_out("library-remove", documents=[entry_json(e) for e in entries])
    for entry in entries:
        options.talk(f"removed {safe(entry.name)}@{entry.language} (number {entry.key})")


@command.command("verify")
@_common
def verify(library: Path | None, form: str) -> int:
    """Prove that every stored original is as it came and the search in step; 1 if something is wrong."""
    from corpora.library.verify import verify as check

    with _open(library) as opened:
        faults = list(check(opened))
        ((count,),) = opened.rows("SELECT count(*) FROM document")
    if form == "json":
        json_out(
            "library-verify",
            documents=count,
            faults=[{"number": f.document, "fault": f.what} for f in faults],
        )
    else:
        for fault in faults:
            click.echo(f"document {fault.document}: {fault.what}" if fault.document else fault.what)
    found = options.counted(len(faults), "fault") if faults else "no fault"
    options.talk(f"{options.counted(count, 'document')}, {found}")
    return 1 if faults else 0


@command.command("learn")
@_common
def learn(library: Path | None, form: str) -> None:
    """Learn now how words are translated from documents that are here in several languages.

    The other commands learn a little on the way; --lexicon shipped leaves out what was learnt.
    """
    from tui.cli.library_learn import run

    with _open(library) as opened:
        run(opened, form)


@command.command("series")
@click.argument("name", required=False, metavar="[SYMBOL]")
@click.option("--join", nargs=2, metavar="OLDER NEWER", help="Say that two are versions of one resolution.")
@click.option("--part", nargs=2, metavar="OLDER NEWER", help="Say that two are not.")
@click.option("--forget", nargs=2, metavar="OLDER NEWER", help="Take back what you said of two.")
@_common
def series(
    name: str | None,
    join: tuple[str, str] | None,
    part: tuple[str, str] | None,
    forget: tuple[str, str] | None,
    library: Path | None,
    form: str,
) -> None:
    """Show which resolutions are successive versions of one another, and why; correct it."""
    from corpora.library import series as kinds
    from corpora.symbols import parse
    from tui.cli.library_text import series_text

    with _open(library) as opened:
        if join:
            kinds.decide(opened, parse(join[0]), parse(join[1]), together=True)
        if part:
            kinds.decide(opened, parse(part[0]), parse(part[1]), together=False)
        if forget:
            kinds.forget(opened, parse(forget[0]), parse(forget[1]))
        found = kinds.series(opened)
    if name:
        symbol = parse(name)
        found = tuple(one for one in found if symbol in one.members)
        if not found:
            options.talk(f"{symbol} is in no series here")
    if form == "json":
        rows = [
            {
                "title": one.title,
                "members": [m.text for m in one.members],
                "steps": [
                    {"older": s.older.text, "newer": s.newer.text, "reason": s.reason, "decided": s.decided}
                    for s in one.steps
                ],
            }
            for one in found
        ]
        json_out("library-series", series=rows)
    else:
        click.echo(series_text(found), nl=False)


def _open(library: Path | None) -> Library:
    from corpora.library import Library

    return Library.open(library)


def _keys(library: Library, name: str, language: str | None) -> list[int]:
    """The numbers of the documents that a name means."""
    from corpora.resolve import split_name
    from corpora.symbols import parse

    if name.isdecimal():
        found = library.rows("SELECT id FROM document WHERE id = ?", int(name))
    else:
        bare, suffix = split_name(name)
        query = "SELECT id FROM document WHERE symbol = ? AND language = coalesce(?, language) ORDER BY id"
        found = library.rows(query, parse(bare).text, suffix or language)
    if not found:
        raise OptionError("is not in the library", name, "see resdiff library list")
    return [key for (key,) in found]


def _listed(keys: list[int]) -> str:
    return ", ".join(map(str, keys))
