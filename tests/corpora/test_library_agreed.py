"""Where a text was adopted before: changed in some words, in every language, the earliest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from library_cases import document

from corpora.errors import OptionError
from corpora.library import Library
from corpora.library.adding import add
from corpora.library.agreed import LEAST, agreed

WHEAT = "Requests the Secretary-General to consult Member States and wheat growers on fair prices;"

OTHERS = {
    "fr": "Prie le Secrétaire général de consulter les États Membres sur l’équité des prix du blé ;",
    "es": "Solicita al Secretario General que consulte a los Estados Miembros sobre los precios del trigo;",
    "ru": "просит Генерального секретаря провести консультации с государствами-членами о ценах на пшеницу;",
    "zh": "请秘书长就小麦的公平价格问题与会员国和种植者进行协商；",
    "ar": "تطلب إلى الأمين العام أن يتشاور مع الدول الأعضاء بشأن الأسعار العادلة للقمح؛",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("agreed") / "library.sqlite3"
    with Library.open(path, create=True) as opened:
        for symbol, language, day, text in [
            ("A/RES/92/1", "en", dt.date(2047, 12, 1), WHEAT),
            ("A/RES/90/1", "en", dt.date(2045, 12, 1), WHEAT.replace("wheat growers", "grain growers")),
            ("A/RES/91/1", "en", dt.date(2046, 12, 1), f"Recalling resolution 90/1 on grain, {WHEAT[:-1]}, and so on;"),
            ("A/RES/90/8", "en", None, WHEAT.replace("fair", "just")),
            ("A/RES/90/9", "en", dt.date(2045, 1, 1), "Requests the Secretary-General to report on weights;"),
            *(("A/RES/90/1", language, dt.date(2045, 12, 1), text) for language, text in OTHERS.items()),
        ]:  # fmt: skip
            opened.add(*document(symbol, language, f"Title {symbol} {language}", (text,), adopted=day))
        yield opened


def test_the_earliest_comes_first_and_the_undated_last(library: Library) -> None:
    found = agreed(library, WHEAT)
    names = [one.hit.symbol for one in found.found]
    assert names == ["A/RES/90/1", "A/RES/91/1", "A/RES/92/1", "A/RES/90/8"]
    assert [one.adopted and one.adopted.year for one in found.found] == [2045, 2046, 2047, None]
    assert found.found[2].score == 100
    assert LEAST <= found.found[0].score < 100
    assert found.matches == 4
    assert len(agreed(library, WHEAT, limit=1).found) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "prie le secretaire general de consulter tous les Etats Membres sur l'equite des prix du riz"),
        ("es", "Pide al Secretario General que consulte a los Estados Miembros sobre los precios del maiz"),
        ("ru", "Просит Генерального секретаря провести консультации с государствами-членами о ценах на рожь"),
        ("zh", "请秘书长就大米的公平价格问题与会员国和种植者进行协商"),
        ("ar", "تطلب الى الامين العام ان يتشاور مع الدول الاعضاء بشأن الاسعار العادلة للأرز"),
    ],
)
def test_some_words_may_differ_in_every_language(library: Library, language: str, text: str) -> None:
    (one,) = agreed(library, text).found
    assert (one.hit.language, one.hit.paragraph) == (language, "pp1")
    assert agreed(library, text, language="en").found == ()


def test_the_words_that_match_are_told(library: Library) -> None:
    (one, *_) = agreed(
        library, "Requests the Secretary-General to consult all States and grain growers"
    ).found
    marked = [one.hit.text[a:b] for a, b in one.hit.places]
    assert "Requests the Secretary-General to consult" in marked
    assert any("growers" in words for words in marked)
    assert not any("prices" in words or "Member" in words for words in marked)


def test_a_text_without_words_is_refused(library: Library) -> None:
    with pytest.raises(OptionError, match="no word"):
        agreed(library, " … ")
    assert agreed(library, "nothing of this kind was ever adopted about zebras").found == ()


def test_a_sentence_of_a_real_series_is_found_with_words_changed(shared_data: Path, tmp_path: Path) -> None:
    folder = shared_data / "akn" / "enhancement-of-international-cooperation-in-the-field"
    with Library.open(tmp_path / "library.sqlite3", create=True) as library:
        read = [one for one in add(library, [folder]) if one.outcome == "added"]
        assert len(read) >= 12
        for (key,) in library.rows("SELECT id FROM document"):
            text = library.get(key)
            long = [p for p in text.paragraphs if p.kind == "operative" and len(p.text.split()) > 25]
            for paragraph in long[:1]:
                words = paragraph.text.split()
                words[3], words[11], words[19] = "zebra", "quux", "zebra"
                found = agreed(library, " ".join(words), language=text.language, limit=100).found
                assert (key, paragraph.id) in {(one.hit.document, one.hit.paragraph) for one in found}
                days = [one.adopted for one in found if one.adopted]
                assert days == sorted(days)
