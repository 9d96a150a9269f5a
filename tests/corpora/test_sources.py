"""Fetching survives and explains everything that has been reported of the sources."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from library_cases import plain_resolution
from serving import PAGE, Reply, Server, akoma_ntoso

from corpora.errors import FetchError
from corpora.library import Library
from corpora.model import Symbol
from corpora.resolve import resolve
from corpora.sources import Fetched, Fetcher, Settings, fetch_into
from corpora.sources.naming import answers
from corpora.sources.ranges import parse_range, walk
from corpora.sources.transport import Transport

REPOSITORY = "UNxml/GAresolutions"
ONE = Symbol("A/RES/90/1")
TEXTS = [
    "Recalling its resolution 89/7 of 2 December 2044 on weights and measures,",
    "Convinced that weights and measures concern everyone who buys and sells in the market,",
]
ENGLISH = akoma_ntoso("1", "eng", "On weights and measures", TEXTS)
FRENCH_TEXTS = [
    "Rappelant sa résolution 89/7 du 2 décembre 2044 sur les poids et les mesures,",
    "Convaincue que les poids et les mesures concernent tous ceux qui achètent et vendent au marché,",
]
FRENCH = akoma_ntoso("1", "fra", "Poids et mesures", FRENCH_TEXTS)
PLAIN = plain_resolution(1).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture
def settings(server: Server, tmp_path: Path) -> Settings:
    return Settings(
        listing=server.address,
        files=server.address,
        documents=server.address,
        cache=tmp_path / "cache",
        offline=False,
        first_wait=0.01,
        longest_wait=0.05,
        silence_seconds=0.6,
        connect_seconds=2.0,
        whole_seconds=1.5,
    )


def fetch(settings: Settings, symbol: Symbol = ONE, language: str = "en") -> Fetched:
    with Fetcher(settings) as fetcher:
        return fetcher.fetch(symbol, language)


def failure(settings: Settings, symbol: Symbol = ONE, language: str = "en") -> str:
    with pytest.raises(FetchError) as raised:
        fetch(settings, symbol, language)
    line = str(raised.value)
    assert "\n" not in line
    assert raised.value.remedy
    assert line.startswith(f"{symbol}@{language}: ")
    return line


def no_repository(server: Server) -> None:
    server.repository(REPOSITORY, {})


def test_the_repository_comes_first(server: Server, settings: Settings) -> None:
    files = {
        "90session/English/A_RES_90_1-4512345E.xml": ENGLISH,
        "90session/French/A_RES_90_1-4512345F.xml": FRENCH,
        "90session/English/A_RES_90_11-4512346E.xml": b"another",
    }
    server.repository(REPOSITORY, files)
    got = fetch(settings)
    assert got.content == ENGLISH
    assert (got.document.symbol, got.document.language, got.document.title) == (
        ONE,
        "en",
        "On weights and measures",
    )
    assert got.document.provenance.status == "official"
    assert got.document.provenance.source.endswith("90session/English/A_RES_90_1-4512345E.xml")
    assert "UNxml/GAresolutions" in got.document.provenance.note
    assert fetch(settings, language="fr").document.language == "fr"
    assert server.asked["/api/symbol/access"] == 0
    assert server.asked[f"/repos/{REPOSITORY}/git/trees/HEAD"] == 1


def test_a_reissue_replaces_the_file_before_it(server: Server, settings: Settings) -> None:
    first, second = (
        "90session/English/A_RES_90_1-4512345E.xml",
        "90session/English/A_RES_90_1-4512345E_reissue.xml",
    )
    server.repository(REPOSITORY, {first: FRENCH, second: ENGLISH})
    assert fetch(settings).document.provenance.source.endswith(second)


@pytest.mark.parametrize(
    ("symbol", "language", "path", "expected"),
    [
        ("A/RES/80/1", "fr", "80session/French/A_RES_80_1-2515106F.xml", True),
        ("A/RES/80/10", "fr", "80session/French/A_RES_80_1-2515106F.xml", False),
        ("A/RES/80/1", "en", "80session/French/A_RES_80_1-2515106F.xml", False),
        ("A/RES/75/100", "ar", "75session/Arabic/75_100_A.xml", True),
        ("A/RES/75/101", "ar", "75session/Arabic/75_101A-B_A.xml", True),
        ("A/RES/75/101 B", "ar", "75session/Arabic/75_101A-B_A.xml", True),
        ("A/RES/75/101 C", "ar", "75session/Arabic/75_101A-B_A.xml", False),
        ("A/HRC/RES/54/10", "ar", "54session/Arabic/A_HRC_RES_54_10A.xml", True),
        ("A/HRC/RES/57/2", "en", "52session/English/A_HRC_RES_57_2E.xml", True),
        ("S/RES/2504 (2020)", "zh", "2020/Chinese/S_RES_2504 (2020)-2000407C.xml", True),
        ("S/RES/2504", "zh", "2020/Chinese/S_RES_2504 (2020)-2000407C.xml", True),
        ("S/RES/2729 (2024)", "en", "2729 (2024)session/English/S_RES_2729-2407697E.xml", True),
        ("S/RES/2505", "zh", "2020/Chinese/S_RES_2504 (2020)-2000407C.xml", False),
        ("E/RES/2021/2 B", "ar", "2021/Arabic/E_RES_2021_2 B-2110300A.xml", True),
        ("A/DEC/76/402 B", "ar", "76 session/Arabic/GA decision 76_402 B_A.xml", True),
        ("A/RES/74/153", "en", "74session/GA resolutions_74session_English.zip", False),
    ],
)
def test_files_are_told_by_their_names(symbol: str, language: str, path: str, expected: bool) -> None:
    assert answers(Symbol(symbol), path, language) is expected


def test_what_was_fetched_is_kept_and_needs_no_network(server: Server, settings: Settings) -> None:
    server.repository(REPOSITORY, {"90session/English/A_RES_90_1-4512345E.xml": ENGLISH})
    fetch(settings)
    before = server.asked.total()
    assert fetch(replace(settings, offline=True)).content == ENGLISH
    assert server.asked.total() == before
    for kept in (settings.cache / "fetched").iterdir():
        kept.write_bytes(b"{}" * 400)
    assert fetch(settings).content == ENGLISH


def test_a_list_that_lacks_a_new_document_is_asked_for_again(server: Server, settings: Settings) -> None:
    server.repository(REPOSITORY, {})
    server.service((404, {}, b""))
    failure(settings)
    server.repository(REPOSITORY, {"90session/English/A_RES_90_1-4512345E.xml": ENGLISH})
    assert fetch(replace(settings, doubt_age=0.0)).content == ENGLISH


def test_the_capital_path_is_served_in_small_letters(server: Server, settings: Settings) -> None:
    no_repository(server)
    server.service((302, {"location": "/DOC/UNDOC/GEN/N45/123/45/DOC/N4512345.DOC"}, b""))
    server.reply("/doc/undoc/gen/n45/123/45/doc/n4512345.doc", PLAIN)
    got = fetch(settings)
    assert got.content == PLAIN
    assert got.document.provenance.source.endswith("/n4512345.doc")


def test_a_capital_path_that_is_meant_is_taken_too(server: Server, settings: Settings) -> None:
    no_repository(server)
    server.service((302, {"location": "/DOC/N4512345.DOC"}, b""))
    server.reply("/DOC/N4512345.DOC", PLAIN)
    assert fetch(settings).content == PLAIN


def test_slashes_are_tried_both_ways(server: Server, settings: Settings) -> None:
    def answer(query: dict[str, str]) -> Reply:
        return (200, {}, PLAIN) if "A%2FRES%2F90%2F1&" in query["raw"] else (302, {"location": "/error"}, b"")

    no_repository(server)
    server.reply("/error", PAGE)
    server.service(answer)
    assert fetch(settings).content == PLAIN


def test_a_pdf_is_asked_for_when_the_word_file_fails(server: Server, settings: Settings) -> None:
    def answer(query: dict[str, str]) -> Reply:
        return (200, {}, PLAIN if query["t"] == "pdf" else b"\xffWPC" + bytes(900))

    no_repository(server)
    server.service(answer)
    assert fetch(settings).content == PLAIN


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        ((200, {}, b""), "empty file"),
        ((200, {}, b" \n "), "empty file"),
        ((200, {"content-type": "application/pdf"}, PAGE), "page of its application"),
        ((302, {"location": "/error"}, b""), "does not know this symbol"),
        ((404, {}, b"no"), "no file at its address (404)"),
        ((403, {}, b"no"), "refused (403)"),
        ((502, {}, b""), "overloaded (502), 4 times in a row"),
        ((503, {}, b""), "overloaded (503), 4 times in a row"),
        ((429, {"retry-after": "0"}, b""), "too many requests"),
        ((200, {}, b"tiny"), "only 4 bytes"),
        ((200, {}, b"\xffWPC" + bytes(900)), "WordPerfect"),
        ((200, {}, bytes(range(256)) * 10), "cannot be read"),
        ((200, {}, plain_resolution(2).encode()), "another document: it is A/RES/90/2"),
        ((302, {"location": "/api/symbol/access?s=again"}, b""), "circle"),
        ((302, {"location": "http://192.0.2.1/x"}, b""), "another site"),
        ((302, {"location": "file:///etc/passwd"}, b""), "leads to 'file:///etc/passwd'"),
    ],
)
def test_each_failure_has_its_sentence(
    server: Server, settings: Settings, reply: Reply, sentence: str
) -> None:
    no_repository(server)
    server.reply("/error", PAGE)
    server.service(reply)
    assert sentence in failure(settings)


def test_a_look_up_is_not_repeated_in_vain(server: Server, settings: Settings) -> None:
    no_repository(server)
    server.reply("/error", PAGE)
    for reply, look_ups in [
        ((302, {"location": "/error"}, b""), 2),  # the two spellings
        ((200, {}, b""), 2),  # the two kinds
        ((503, {}, b""), 4),  # the four attempts
    ]:
        server.asked.clear()
        server.service(reply)
        failure(settings)
        assert server.asked["/api/symbol/access"] == look_ups


def test_english_instead_of_the_language_is_noticed(server: Server, settings: Settings) -> None:
    server.repository(REPOSITORY, {"90session/French/A_RES_90_1-4512345F.xml": ENGLISH})
    server.service((200, {}, PLAIN))
    line = failure(settings, language="fr")
    assert "gave 'en' instead of 'fr'" in line
    assert "no version in this language" in line


def test_a_language_that_is_not_published_is_not_asked_for(server: Server, settings: Settings) -> None:
    assert "no documents in 'de'" in failure(settings, language="de")
    assert server.asked["/api/symbol/access"] == 0


def test_a_server_that_recovers_is_asked_again(server: Server, settings: Settings) -> None:
    replies = [(503, {}, b""), (502, {}, b""), (200, {}, PLAIN)]
    no_repository(server)
    server.service(lambda _: replies.pop(0))
    assert fetch(settings).content == PLAIN
    assert replies == []


def test_waiting_grows_and_follows_the_server(server: Server, settings: Settings) -> None:
    waits: list[float] = []
    transport = Transport(replace(settings, first_wait=1.0, longest_wait=60.0), sleep=waits.append)
    server.reply("/busy", status=503)
    server.reply("/later", status=429, retry_after="7")
    for path in ("/busy", "/later"):
        with pytest.raises(FetchError):
            transport.get(server.address + path)
    transport.close()
    assert all(0.75 * base <= wait <= 1.25 * base for wait, base in zip(waits[:3], (1, 2, 4), strict=True))
    assert waits[3:] == [7.0, 7.0, 7.0]


def test_a_silent_server_is_left(server: Server, settings: Settings) -> None:
    no_repository(server)
    server.service(lambda _: (time.sleep(0.8), (200, {}, PLAIN))[1])
    assert "did not answer in time" in failure(replace(settings, silence_seconds=0.1, retries=0))


def test_a_dripping_server_is_left(server: Server, settings: Settings) -> None:
    no_repository(server)
    server.service(lambda _: (200, {"x-drip": "0.05"}, PLAIN * 100))
    began = time.monotonic()
    assert "too slowly" in failure(replace(settings, whole_seconds=0.15, retries=0))
    assert time.monotonic() - began < 10


def test_an_answer_that_is_too_large_is_left(server: Server, settings: Settings) -> None:
    no_repository(server)
    server.service((200, {}, bytes(3 * 2**20)))
    assert "larger than 1 MB" in failure(replace(settings, largest=2**20))


def test_no_server_at_all(settings: Settings) -> None:
    nowhere = "http://127.0.0.1:9"
    line = failure(replace(settings, listing=nowhere, files=nowhere, documents=nowhere))
    assert "no connection" in line


def test_a_list_that_is_refused_or_broken_leaves_the_other_source(server: Server, settings: Settings) -> None:
    server.service((200, {}, PLAIN))
    for reply in [
        (403, {}, b""),
        (200, {}, b"<html>"),
        (200, {}, b'{"tree": [1]}'),
        (200, {}, b"[" * 100_000),
    ]:
        server.replies[f"/repos/{REPOSITORY}/git/trees/HEAD"] = reply
        assert fetch(replace(settings, cache=settings.cache / str(len(reply[2])))).content == PLAIN


def test_at_most_four_at_once(server: Server, settings: Settings) -> None:
    no_repository(server)

    def answer(query: dict[str, str]) -> Reply:
        time.sleep(0.05)
        return 200, {}, plain_resolution(int(query["s"].rpartition("/")[2])).encode()

    server.service(answer)
    wanted = [(Symbol(f"A/RES/90/{number}"), "en") for number in range(1, 13)]
    with Fetcher(settings) as fetcher:
        outcomes = list(fetcher.fetch_all(wanted))
    assert [(symbol, language) for symbol, language, _ in outcomes] == wanted
    assert all(isinstance(outcome, Fetched) for *_, outcome in outcomes)
    assert 1 < server.most_at_once <= 4


def test_one_failure_does_not_cost_the_others(server: Server, settings: Settings) -> None:
    no_repository(server)
    server.service(lambda q: (200, {}, PLAIN) if q["s"] == "A/RES/90/1" else (200, {}, b""))
    with Fetcher(settings) as fetcher:
        kinds = [type(o) for *_, o in fetcher.fetch_all([(Symbol("A/RES/90/2"), "en"), (ONE, "en")])]
    assert kinds == [FetchError, Fetched]


def test_offline_asks_nobody(server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "network is forbidden" in failure(replace(settings, offline=True))
    assert server.asked.total() == 0
    for value, expected in [("1", True), ("yes", True), ("0", False), ("", False)]:
        monkeypatch.setenv("RESDIFF_OFFLINE", value)
        assert Settings().offline is expected


@pytest.fixture
def environment(server: Server, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LISTING", "FILES", "DOCUMENTS"):
        monkeypatch.setenv(f"RESDIFF_{name}_URL", server.address + "/")
    monkeypatch.setenv("RESDIFF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("RESDIFF_LIBRARY", str(tmp_path / "library.sqlite3"))
    monkeypatch.delenv("RESDIFF_OFFLINE", raising=False)
    return tmp_path / "library.sqlite3"


def test_resolving_may_fetch_and_keeps_what_it_got(server: Server, environment: Path) -> None:
    server.repository(REPOSITORY, {"90session/French/A_RES_90_1-4512345F.xml": FRENCH})
    told: list[str] = []
    assert resolve("90/1@fr", fetch=True, say=told.append).title == "Poids et mesures"
    (sentence,) = told
    assert sentence.startswith(f"fetched A/RES/90/1@fr from {server.address}/{REPOSITORY}/HEAD/90session/")
    server.close()
    assert resolve("90/1@fr").title == "Poids et mesures"


def test_fetching_into_a_library(server: Server, environment: Path) -> None:
    no_repository(server)
    server.service((200, {}, PLAIN))
    got = fetch_into(None, ONE, "en")
    with Library.open() as library:
        assert library.find(ONE, "en") == got
        assert library.original(1) == PLAIN


def a_series(server: Server, gap: int | None = None) -> None:
    files = {}
    for session in (87, 88, 89, 90):
        before = "" if session in (87, gap) else f" {session - 1}/4"
        recalled = f"Recalling its resolutions {session - 1}/3 on wheat and{before} on weights and measures,"
        for number, title in (("3", "On wheat"), ("4", "On weights and measures")):
            texts = (
                [recalled, *TEXTS[1:]] if number == "4" else ["Noting that wheat was dear in all markets,"]
            )
            content = akoma_ntoso(number, "eng", title, texts, str(session))
            files[f"{session}session/English/A_RES_{session}_{number}-{session}0000{number}E.xml"] = content
    server.repository(REPOSITORY, files)


def test_a_series_is_walked_back_along_its_citations(server: Server, settings: Settings) -> None:
    a_series(server)
    told: list[str] = []
    with Fetcher(settings) as fetcher:
        walked = list(walk(parse_range("87/4..90/4"), lambda s: fetcher.fetch(s, "en").document, told.append))
    assert [s.text for s in walked] == [f"A/RES/{session}/4" for session in (90, 89, 88, 87)]
    assert "same title; cites A/RES/89/4" in told[0]


def test_a_walk_that_ends_early_says_so(server: Server, settings: Settings) -> None:
    a_series(server, gap=89)
    told: list[str] = []
    with Fetcher(settings) as fetcher:
        walked = list(walk(parse_range("87/4..90/4"), lambda s: fetcher.fetch(s, "en").document, told.append))
    assert [s.text for s in walked] == ["A/RES/90/4", "A/RES/89/4", "A/RES/87/4"]
    assert "names no older version" in told[-1]
