"""Every common way to write a symbol."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.errors import SymbolError
from corpora.symbols import cited, find, parse

WRITTEN = {
    "A/RES/61/168": [
        "61/168", "A/RES/61/168", "a/res/61/168", "A_RES_61_168", " 61/168. ", "A / RES / 61 / 168", "Ａ／RES／61／168",
        "General Assembly resolution 61/168", "resolution 61/168", "résolution 61/168",
        "résolution 61/168 de l’Assemblée générale", "resolución 61/168 de la Asamblea General",
        "резолюция 61/168 Генеральной Ассамблеи", "резолюцию 61/168", "第61/168号决议", "大会第61/168号决议",
        "القرار 61/168", "قرار الجمعية العامة 61/168", "القرار ٦١/١٦٨", "А/RES/61/168",
        "UNGA 61/168", "GA res. 61/168", "G.A. Res. 61/168", "U.N. Doc. A/RES/61/168", "рез. 61/168", "AG 61/168",
    ],
    "S/RES/2815 (2026)": [
        "2815 (2026)", "2815(2026)", "S/RES/2815 (2026)", "S/RES/2815(2026)", "s/res/2815(2026)", "S_RES_2815_2026",
        "第2815(2026)号决议", "القرار 2815 (2026)", "Security Council resolution 2815 (2026)",
        "UNSCR 2815 (2026)", "安理会第2815(2026)号决议", "резолюция СБ ООН 2815 (2026)",
    ],
    "S/RES/1325": ["S/RES/1325", "UNSCR 1325", "SC 1325", "S.C. Res. 1325", "UN Security Council Resolution 1325"],
    "A/RES/217 A (III)": [
        "217 A (III)", "217A(III)", "A/RES/217(III)A", "217 ألف (د-3)", "第217A(III)号决议", "A/RES/217(III)[A]",
        "G.A. Res. 217A (III)",
    ],
    "A/RES/2758 (XXVI)": ["2758 (XXVI)", "2758(XXVI)", "A/RES/2758(XXVI)", "2758 (ХХVI)", "القرار 2758 (د-26)"],
    "A/RES/3201 (S-VI)": ["3201 (S-VI)"],
    "A/RES/ES-11/1": ["ES-11/1", "A/RES/ES-11/1", "es-11/1", "دإط-11/1"],
    "A/RES/S-9/1": ["S-9/1", "A/RES/S-9/1"],
    "A/RES/70/248 B": ["70/248 B", "A/RES/70/248B", "a/res/70/248b"],
    "A/RES/75/101 A-B": [
        "A/RES/75/101 A-B", "A/RES/75/101A-B", "75/101 A and B", "75/101 A et B", "75/101 A y B", "75/101 A и B",
        "第75/101A和B号决议", "75/101 ألف وباء",
    ],
    "A/HRC/RES/53/11": [
        "A/HRC/RES/53/11", "HRC/RES/53/11", "HRC 53/11", "HRC res. 53/11", "Human Rights Council resolution 53/11",
        "résolution 53/11 du Conseil des droits de l’homme", "resolución 53/11 del Consejo de Derechos Humanos",
        "резолюция 53/11 Совета по правам человека", "人权理事会第53/11号决议", "قرار مجلس حقوق الإنسان 53/11",
    ],
    "A/HRC/DEC/53/101": ["A/HRC/DEC/53/101", "Human Rights Council decision 53/101"],
    "A/HRC/RES/S-33/1": ["A/HRC/RES/S-33/1"],
    "E/RES/2023/18": ["E/RES/2023/18", "2023/18", "resolución 2023/18", "ECOSOC 2023/18", "经社理事会第2023/18号决议"],
    "E/RES/1503 (XLVIII)": ["E/RES/1503 (XLVIII)", "1503 (XLVIII)", "ECOSOC resolution 1503 (XLVIII)"],
    "E/RES/728 F (XXVIII)": ["E/RES/728 F (XXVIII)", "Economic and Social Council resolution 728 F (XXVIII)"],
    "A/DEC/78/501": ["A/DEC/78/501", "decision 78/501", "décision 78/501"],
    "A/C.3/80/L.35": ["A/C.3/80/L.35", "a/c.3/80/l.35"],
    "A/64/L.63/Rev.1": ["A/64/L.63/Rev.1", "A/64/L.63/REV.1"],
    "A/80/6": ["A/80/6"],
    "A/ES-11/L.1": ["A/ES-11/L.1", "a/es-11/l.1"],
    "A/HRC/S-9/1": ["A/HRC/S-9/1"],
    "A/RES/62/208/Corr.1": ["A/RES/62/208/Corr.1", "a/res/62/208/corr.1"],
}  # fmt: skip


@pytest.mark.parametrize(("symbol", "text"), [(s, t) for s, texts in WRITTEN.items() for t in texts])
def test_written_forms(symbol: str, text: str) -> None:
    assert str(parse(text)) == symbol


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        ("A/RES/61/168", "A/RES/61/168 of 19 December 2006"),
        ("A/RES/61/168", "Resolution 61/168 adopted by the General Assembly on 19 December 2006"),
        ("A/RES/61/168", "大会2006年12月19日第61/168号决议"),
        ("A/RES/61/168", "قرار الجمعية العامة 61/168 المؤرخ 19 كانون الأول/ديسمبر 2006"),
        ("A/HRC/RES/53/11", "Resolution 53/11 adopted by the Human Rights Council on 13 July 2023"),
        ("A/RES/61/168", "61/168"),
    ],
)
def test_whole_citations(symbol: str, text: str) -> None:
    assert str(cited(text)) == symbol


@pytest.mark.parametrize("text", ["61/168 and 60/156", "S/RES/2506 (2020", "61/168/169", "nothing"])
def test_what_names_no_symbol_or_two(text: str) -> None:
    with pytest.raises(SymbolError):
        cited(text)


def test_a_title_that_names_a_resolution_is_not_that_resolution() -> None:
    with pytest.raises(SymbolError):
        parse("Implementation of resolution 61/168 in all regions")


@pytest.mark.parametrize("symbol", WRITTEN)
def test_a_symbol_reads_back_as_itself(symbol: str) -> None:
    assert str(parse(symbol)) == symbol


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("61-168", "did you mean A/RES/61/168?"),
        ("61.168", "did you mean A/RES/61/168?"),
        ("RES/61/168", "did you mean A/RES/61/168?"),
        ("A//RES/61/168", "did you mean A/RES/61/168?"),
        ("A/RES/168/61", "did you mean A/RES/61/168?"),
        ("A/RES/6l/168", "did you mean A/RES/61/168?"),
        ("A/RES/2200 (XXXI)", "write one such as"),
        ("Security Council resolution 61/168", "no resolution of the Security Council is numbered so"),
        ("HRC 2023/18", "write 53/11 or S-33/1"),
        ("UNGA 1325 (2000)", "write 61/168 or 217 A (III)"),
        ("S/RES/2815/2026", "did you mean S/RES/2815 (2026)?"),
        ("A/RES/61", "write it as in A/RES/61/168"),
        ("168", "write 61/168 or 2815 (2026)"),
        ("12/5", "as in 5 (XII)"),
        ("", "write one such as"),
        ("hello", "write one such as"),
    ],
)
def test_a_near_miss_says_what_was_meant(text: str, help_: str) -> None:
    with pytest.raises(SymbolError) as caught:
        parse(text)
    assert help_ in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("la résolution 61/168 a été adoptée", ["A/RES/61/168"]),
        ("la resolución 61/168 y la 60/156", ["A/RES/61/168", "A/RES/60/156"]),
        ("resolutions 74/92 A and B of 13 December 2019", ["A/RES/74/92 A-B"]),
        ("大会第61/168号决议和安理会第1325(2000)号决议", ["A/RES/61/168", "S/RES/1325 (2000)"]),
    ],
)
def test_the_words_around_a_symbol_are_no_part_of_it(text: str, found: list[str]) -> None:
    assert [str(f.symbol) for f in find(text)] == found


def test_symbols_in_running_text() -> None:
    text = (
        "Recalling its resolutions 60/156 of 16 December 2005 and 1514 (XV), resolution 1325 (2000), the report "
        "A/61/443/Add.2 and E/CN.4/2001/2-E/CN.4/Sub.2/2000/46, on 12/05/2006, and/or 1/2 of them"
    )
    found = find(text)
    assert [str(f.symbol) for f in found] == [
        "A/RES/60/156", "A/RES/1514 (XV)", "S/RES/1325 (2000)", "A/61/443/Add.2", "E/CN.4/2001/2",
        "E/CN.4/Sub.2/2000/46",
    ]  # fmt: skip
    assert [text[f.start : f.end] for f in found][:2] == ["60/156", "1514 (XV)"]


@given(st.integers(31, 130), st.integers(1, 9999))
def test_any_numbered_session(session: int, number: int) -> None:
    assert str(parse(f"{session}/{number}")) == f"A/RES/{session}/{number}"


@given(st.text(max_size=40))
def test_any_text_is_a_symbol_or_an_error(text: str) -> None:
    try:
        symbol = parse(text)
    except SymbolError:
        return
    assert parse(str(symbol)) == symbol
