"""Every word is found however it is written, in all six languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_cases import document

from corpora.errors import OptionError
from corpora.library import Library
from corpora.library.search import Hit, search
from corpora.library.words import fold, places, words


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("search") / "library.sqlite3"
    with Library.open(path, create=True) as opened:
        for symbol, language, text in [
            ("A/RES/90/1", "en", "Recalling resolution 89/7, and welcoming the co-operation of States,"),
            ("A/RES/90/1", "fr", "Rappelant l’Assemblée générale, œuvrant pour l'égalité des peuples,"),
            ("A/RES/90/1", "es", "Acogiendo con beneplácito la cooperación y los años de paz,"),
            ("A/RES/90/1", "ru", "Приветствуя ещё одну ёлку и мой доклад,"),
            ("A/RES/90/1", "zh", "欢迎人权理事会关于度量衡的报告，回顾第89/7号决议，"),
            ("A/RES/90/1", "ar", "وإذ تُرحِّب بالحُقوقِ الأســاسية للإنسان، والقرار ٨٩/٧،"),
            ("A/RES/89/7", "en", "Noting that peace follows from weights that are equal,"),
            (None, "en", "Equal are the weights of a paper without symbol,"),
        ]:
            opened.add(*document(symbol, language, f"Title of {symbol} {language}", (text,)))
        yield opened


@pytest.mark.parametrize(
    ("query", "languages"),
    [
        ("assemblee", "fr"),
        ("ASSEMBLÉE générale", "fr"),
        ("oeuvrant", "fr"),
        ("egalite", "fr"),
        ('"l’égalité des peuples"', "fr"),
        ("años", "es"),
        ("anos cooperacion", "es"),
        ("еще ёлку", "ru"),
        ("ещё елку", "ru"),
        ("人权", "zh"),
        ("理事", "zh"),
        ("度量衡 报告", "zh"),
        ("بالحقوق", "ar"),
        ("بِالحُقُوقِ", "ar"),
        ("الاساسية", "ar"),
        ("الأساسية", "ar"),
        ("co-operation", "en"),
        ('"co operation of states"', "en"),
        ("recall* oper*", "en"),
        ("“the co-operation”", "en"),
    ],
)
def test_finds(library: Library, query: str, languages: str) -> None:
    assert _languages(search(library, query).hits) == languages.split()


@pytest.mark.parametrize(
    "query", ["权人", "人会", "operatio", '"operation co"', '"peace weights"', "мои", "nothing"]
)
def test_does_not_find(library: Library, query: str) -> None:
    assert search(library, query).hits == ()


def test_a_symbol_finds_its_document_first_then_its_citations(library: Library) -> None:
    for query in ("89/7", "A/RES/89/7"):
        hits = search(library, query).hits
        assert (hits[0].symbol, hits[0].paragraph) == ("A/RES/89/7", "title")
        assert sorted(h.language for h in hits[1:] if h.symbol == "A/RES/90/1") == ["ar", "en", "zh"]


def test_words_that_no_paragraph_has_together_find_the_document(library: Library) -> None:
    hits = search(library, "title peace equal").hits
    assert [(h.symbol, h.paragraph) for h in hits] == [("A/RES/89/7", "pp1")]
    assert search(library, '"title peace" equal').hits == ()


def test_words_as_they_were_typed_come_first(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.sqlite3", create=True) as opened:
        texts = (
            "Of wheat the price, wheat and price,",
            "Noting at length and with regret the price of wheat today,",
        )
        opened.add(*document(texts=texts))
        assert [h.paragraph for h in search(opened, "the price of wheat").hits] == ["pp2", "pp1"]


def test_only_one_language(library: Library) -> None:
    assert _languages(search(library, "89/7", language="zh").hits) == ["zh"]


def test_tells_how_many_there_are(library: Library) -> None:
    found = search(library, "weights", limit=1)
    assert (len(found.hits), found.matches, found.more) == (1, 2, False)


def test_marks_what_it_found_as_it_is_written(library: Library) -> None:
    for query, written in [
        ("بالحقوق", "بالحُقوقِ"),
        ("الاساسية", "الأســاسية"),
        ("assemblee generale", "Assemblée générale"),
        ("人权", "人权"),
        ("oper*", "operation"),
    ]:
        (hit,) = search(library, query).hits
        assert " ".join(hit.text[a:b] for a, b in hit.places) == written


@pytest.mark.parametrize("query", ["", "  ", '""', "…", "*"])
def test_a_query_without_words_is_refused(library: Library, query: str) -> None:
    with pytest.raises(OptionError, match="no word"):
        search(library, query)


@given(st.text(max_size=40))
def test_no_query_breaks_the_search(library: Library, query: str) -> None:
    try:
        found = search(library, query)
    except OptionError:
        assert not words(query)
    else:
        assert found.matches >= len(found.hits)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_places_are_in_order_and_within_the_text(text: str) -> None:
    found = places(text)
    assert all(0 <= a < b <= len(text) for a, b, _ in found)
    assert [a for a, _, _ in found] == sorted(a for a, _, _ in found)


def _languages(hits: tuple[Hit, ...]) -> list[str]:
    return sorted({hit.language for hit in hits})
