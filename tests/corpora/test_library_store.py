"""What goes into the library comes out as it went in, or the library says why not."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_cases import document

from corpora.errors import LibraryError
from corpora.library import Library, documents, schema, serial
from corpora.library.location import ENVIRONMENT, library_path
from corpora.library.verify import verify
from corpora.model import Mark, Paragraph, Provenance, Resolution, Symbol, Unplaced

text = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
marks = st.builds(
    Mark, st.integers(0, 9), st.integers(0, 9), st.sampled_from(["italic", "note", "link"]), text
)
resolutions = st.builds(
    Resolution,
    symbol=st.none() | st.builds(Symbol, text.filter(bool)),
    language=st.sampled_from(["en", "zh", "ar", "und"]),
    paragraphs=st.lists(
        st.builds(
            Paragraph,
            id=st.uuids().map(str),
            kind=st.sampled_from(["title", "operative", "note"]),
            text=text,
            label=st.none() | text,
            marks=st.lists(marks, max_size=2).map(tuple),
        ),
        max_size=4,
    ).map(tuple),
    provenance=st.just(Provenance("local", "a.txt", "0" * 64)),
    adopted=st.none() | st.dates(),
    unplaced=st.lists(st.builds(Unplaced, text, text), max_size=2).map(tuple),
    warnings=st.lists(text, max_size=2).map(tuple),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


@given(resolutions)
def test_every_document_comes_back_as_it_was(resolution: Resolution) -> None:
    assert serial.load(serial.dump(resolution), resolution.provenance) == resolution


def test_a_document_and_its_bytes_come_back(path: Path) -> None:
    made, content = document()
    with Library.open(path, create=True) as library:
        assert library.add(made, content) == "added"
    with Library.open(path) as library:
        assert made.symbol is not None
        assert library.find(made.symbol, "en") == made
        assert library.find(made.symbol, "fr") is None
        assert library.original(1) == content
        assert [e.name for e in documents(library)] == ["A/RES/90/1"]
        assert not list(verify(library))


def test_the_same_bytes_are_kept_once_and_learn_that_they_are_official(path: Path) -> None:
    made, content = document()
    fetched, _ = document(status="official", source="https://example.org/1")
    with Library.open(path, create=True) as library:
        assert [library.add(made, content) for _ in range(2)] == ["added", "already here"]
        assert library.add(fetched, content) == "now official"
        assert library.add(made, content) == "already here"
        found = library.find(Symbol("A/RES/90/1"))
        assert found is not None
        assert found.provenance == fetched.provenance
        assert len(documents(library)) == 1


def test_the_most_official_document_is_found_then_the_newest(path: Path) -> None:
    with Library.open(path, create=True) as library:
        for status, word in [
            ("local", "old"),
            ("official", "true"),
            ("unofficial", "ours"),
            ("local", "new"),
        ]:
            library.add(*document(texts=(word,), status=status))  # type: ignore[arg-type]
        assert _first_text(library) == "true"
        library.remove([2])
        assert _first_text(library) == "new"


def _first_text(library: Library) -> str:
    found = library.find(Symbol("A/RES/90/1"))
    assert found is not None
    return found["pp1"].text


def test_what_is_removed_leaves_nothing_behind(path: Path) -> None:
    with Library.open(path, create=True) as library:
        for number in (1, 2):
            library.add(*document(f"A/RES/90/{number}"))
        assert library.remove([1, 77]) == 1
        tables = ("document", "original", "parsed")
        assert [library.rows(f"SELECT count(*) FROM {t}") for t in tables] == [[(1,)]] * 3
        assert (
            library.rows("SELECT count(*) FROM words")
            == library.rows("SELECT count(*) FROM passage")
            == [(3,)]
        )
        assert not list(verify(library))


def test_a_failing_change_changes_nothing(path: Path) -> None:
    with Library.open(path, create=True) as library:
        library.add(*document())
        with pytest.raises(RuntimeError):
            _change_and_fail(library)
        assert len(documents(library)) == 1


def _change_and_fail(library: Library) -> None:
    with library.changing() as db:
        db.execute("DELETE FROM document")
        raise RuntimeError


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            "UPDATE original SET bytes = cast(x'00' || substr(bytes, 2) AS BLOB)",
            "its original is not the one that was added",
        ),
        ("UPDATE parsed SET json = '{}'", "the stored text is damaged"),
        (
            "UPDATE parsed SET json = replace(json, 'kilogram', 'pound')",
            "the search does not know its paragraphs",
        ),
        ("DELETE FROM passage WHERE paragraph = 'pp1'", "the search knows 1 paragraphs of no document"),
        (
            "UPDATE parsed SET json = replace(json, '\"Recalling', '5, \"Recalling')",
            "the stored text is damaged",
        ),
        ("DELETE FROM original", "there is no document 1"),
        ("UPDATE document SET paragraphs = 9", "it has 3 paragraphs instead of 9"),
    ],
)
def test_verify_notices(path: Path, change: str, fault: str) -> None:
    with Library.open(path, create=True) as library:
        library.add(*document())
        library.connection.execute("PRAGMA foreign_keys = OFF")
        with library.changing() as db:
            db.execute(change)
        assert any(fault in f.what for f in verify(library))


def test_an_older_library_is_brought_forward_with_its_documents(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    monkeypatch.setattr(schema, "STEPS", schema.STEPS[:1])
    monkeypatch.setattr(schema, "VERSION", 1)
    with Library.open(path, create=True) as library:
        library.add(*document())
        assert library.rows("PRAGMA user_version") == [(1,)]
    monkeypatch.undo()
    with Library.open(path) as library:
        assert library.rows("PRAGMA user_version") == [(schema.VERSION,)]
        assert [e.title for e in documents(library)] == ["On weights and measures"]
        assert not list(verify(library))


def test_a_library_of_a_newer_program_is_left_alone(path: Path) -> None:
    with Library.open(path, create=True) as library:
        library.connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(LibraryError, match="newer resdiff"):
        Library.open(path)


def test_other_files_are_refused_and_left_alone(tmp_path: Path) -> None:
    text_file = tmp_path / "a.txt"
    text_file.write_text("not a database, but a text of some length " * 40)
    with pytest.raises(LibraryError, match="is no database"):
        Library.open(text_file)
    other = tmp_path / "b.sqlite3"
    with sqlite3.connect(other) as foreign:
        foreign.execute("CREATE TABLE theirs (x)")
    foreign.close()
    with pytest.raises(LibraryError, match="another program"):
        Library.open(other, create=True)
    with pytest.raises(LibraryError, match="there is no library here"):
        Library.open(tmp_path / "c.sqlite3")


def test_a_damaged_library_says_so_in_one_line(path: Path) -> None:
    with Library.open(path, create=True) as library:
        for number in range(40):
            library.add(*document(f"A/RES/90/{number}", texts=(f"Noting {number} " * 200,)))
    content = bytearray(path.read_bytes())
    content[8192:-4096] = b"\xa5" * (len(content) - 8192 - 4096)
    path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"^[^\n]*damaged[^\n]*$"):
        _look_through(path)


def test_a_damaged_date_is_one_line(path: Path) -> None:
    with Library.open(path, create=True) as library:
        library.add(*document())
        with library.changing() as db:
            db.execute("UPDATE document SET adopted = 'the first of never'")
        with pytest.raises(LibraryError, match="date in it is damaged"):
            documents(library)


def _look_through(path: Path) -> None:
    with Library.open(path) as library:
        list(verify(library))
        documents(library)


def test_where_the_library_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    platformdirs = pytest.importorskip("platformdirs")
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert library_path().parent == platformdirs.user_data_path("resdiff", appauthor=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert library_path().parent == platformdirs.user_data_path("resdiff", appauthor=False)
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "mine"))
    assert library_path() == tmp_path / "mine"
    assert library_path(tmp_path) == tmp_path / "library.sqlite3"
    assert library_path(tmp_path / "theirs") == tmp_path / "theirs"


_WRITER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from library_cases import document
from corpora.library import Library
with Library.open(Path(sys.argv[1]), create=True) as library:
    for number in range(30):
        library.add(*document(f"A/RES/{sys.argv[2]}/{number}", texts=(f"By {sys.argv[2]}, {number}",)))
"""


def test_two_processes_make_and_fill_the_same_library(path: Path) -> None:
    here = Path(__file__).parent
    arguments = [str(here), str(here.parent.parent)]
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(path), str(session), *arguments])
        for session in (88, 89, 90)
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    with Library.open(path) as library:
        assert len(documents(library)) == 90
        assert not list(verify(library))


def test_reading_goes_on_while_another_writes(path: Path) -> None:
    with Library.open(path, create=True) as library:
        library.add(*document())
        inside, done = threading.Event(), threading.Event()

        def write() -> None:
            with Library.open(path) as other, other.changing() as db:
                db.execute("UPDATE document SET title = 'changed'")
                inside.set()
                done.wait(10)

        writer = threading.Thread(target=write)
        writer.start()
        assert inside.wait(10)
        titles = [library.rows("SELECT title FROM document")]
        done.set()
        writer.join()
        titles.append(library.rows("SELECT title FROM document"))
        assert titles == [[("On weights and measures",)], [("changed",)]]
