"""The documents that ship with the program: complete, labelled, and the same facts in six languages."""

from __future__ import annotations

import difflib
import hashlib
import re
from pathlib import Path

import pytest

from corpora import bundled
from corpora.errors import DamagedDocument, SymbolError

LANGUAGES = ("fr", "en", "es", "ru", "zh", "ar")
OLD, NEW = "A/RES/60/156", "A/RES/61/168"
NOTE_MARKS = "¹²³⁴"


def lines(symbol: str, language: str) -> list[str]:
    found = bundled.find(symbol, language)
    assert found is not None
    return found.path.read_text(encoding="utf-8").split("\n")


def test_every_document_is_listed_and_every_entry_has_its_file() -> None:
    on_disk = set(Path(bundled.FOLDER).iterdir()) - {Path(bundled.INDEX)}
    listed = [d.path for d in bundled.documents()]
    assert set(listed) == on_disk
    assert len(listed) == len(set(listed))
    assert {(str(d.symbol), d.language) for d in bundled.documents()} == {
        (symbol, language) for symbol in (OLD, NEW) for language in LANGUAGES
    }


def test_only_the_supplied_french_text_is_official() -> None:
    official = [d for d in bundled.documents() if d.status == "official"]
    assert [(str(d.symbol), d.language) for d in official] == [(NEW, "fr")]
    for d in bundled.documents():
        if d.status != "official":
            assert d.note.startswith("unofficial edition, not the UN's text; ")


def test_the_official_text_is_untouched() -> None:
    found = bundled.find(NEW, "fr")
    assert found is not None
    digest = hashlib.sha256(found.path.read_bytes()).hexdigest()
    assert digest == "dcf2bb396378ebd4440f907aa71cc5600bd5143781f0a93413943383d90dd069"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_years_differ_only_where_the_resolutions_do(language: str) -> None:
    """Nine lines roll over or cite the predecessor; one preambular and one operative paragraph are new."""
    old, new = lines(OLD, language), lines(NEW, language)
    rows = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed_old = [n + 1 for tag, i, j, _, _ in rows if tag != "equal" for n in range(i, j)]
    changed_new = [n + 1 for tag, _, _, i, j in rows if tag != "equal" for n in range(i, j)]
    masthead = [8, 10, 11, 13, 15, 17]
    assert changed_old == [*masthead, 23, 63, 65, 66]
    assert [n for n in changed_new if new[n - 1]] == [*masthead, 23, 29, 65, 67, 69, 70]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("symbol", [OLD, NEW])
def test_all_languages_print_the_same_shape(symbol: str, language: str) -> None:
    """Line by line the same: blank or not, numbered alike, citing and carrying the same notes."""

    def shape(line: str) -> tuple[bool, str, str]:
        numbered = re.match(r"(\d+)(?:\.| -) \*", line)
        return bool(line), numbered[1] if numbered else "", "".join(c for c in line if c in NOTE_MARKS)

    assert [shape(line) for line in lines(symbol, language)] == [shape(line) for line in lines(symbol, "fr")]


def test_an_unknown_document_is_named_with_what_there_is() -> None:
    with pytest.raises(SymbolError, match="A/RES/60/156, A/RES/61/168"):
        bundled.load("A/RES/1/1", "fr")
    with pytest.raises(SymbolError, match="there is one in fr, en, es, ru, zh, ar"):
        bundled.load(NEW, "de")


@pytest.mark.parametrize("content", ["", "symbol\tlanguage\nA/RES/1/1\tfr\n"])
def test_a_damaged_index_is_told_in_one_line(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "index.tsv"
    index.write_text(content, encoding="utf-8")
    monkeypatch.setattr(bundled, "INDEX", str(index))
    bundled.documents.cache_clear()
    try:
        with pytest.raises(DamagedDocument, match="reinstall resdiff") as told:
            bundled.documents()
        assert "\n" not in str(told.value)
    finally:
        bundled.documents.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("symbol", "preambular", "operative"), [(OLD, 8, 10), (NEW, 9, 11)])
def test_every_edition_is_read_whole(symbol: str, preambular: int, operative: int, language: str) -> None:
    r = bundled.load(symbol, language)
    entry = bundled.find(symbol, language)
    assert entry is not None
    assert [p.id for p in r.of_kind("preambular")] == [f"pp{n + 1}" for n in range(preambular)]
    assert [p.id for p in r.of_kind("operative")] == [f"op{n + 1}" for n in range(operative)]
    assert not r.unplaced
    assert not r.warnings
    assert (str(r.symbol), r.language, r.title, r.adopted) == (symbol, language, entry.title, entry.adopted)
    masthead = {p.id for p in r.of_kind("masthead")}
    assert {"m.session", "m.agenda", "m.adopted", "m.report", "m.published"} <= masthead
    assert len(r.of_kind("closing")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("symbol", "last"), [(OLD, "pp8"), (NEW, "pp9")])
def test_every_note_is_tied_to_its_reference(symbol: str, last: str, language: str) -> None:
    r = bundled.load(symbol, language)
    cited = {p.id: p.note_targets for p in r.paragraphs if p.note_targets}
    assert cited == {"pp1": ("fn1",), "pp2": ("fn2", "fn3"), last: ("fn4",)}
    assert [note.id for note in r.notes] == ["fn1", "fn2", "fn3", "fn4"]
    assert not any(c in p.text for p in r.paragraphs for c in NOTE_MARKS + "*^")


def test_provenance_travels_with_the_text() -> None:
    for d in bundled.documents():
        origin = bundled.load(d.symbol, d.language).provenance
        assert (origin.status, origin.source, origin.note) == (d.status, d.source, d.note)
        assert origin.sha256 == hashlib.sha256(d.path.read_bytes()).hexdigest()


def test_the_index_has_the_hash_of_every_file() -> None:
    for document in bundled.documents():
        assert hashlib.sha256(document.path.read_bytes()).hexdigest() == document.sha256, document.path.name
