"""Every common way to write a symbol."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.errors import SymbolError
from corpora.symbols import find, parse

WRITTEN = {
    "A/RES/61/168": [
        "61/168", "A/RES/61/168", "a/res/61/168", "A_RES_61_168", " 61/168. ", "A / RES / 61 / 168", "Ａ／RES／61／168",
        "General Assembly resolution 61/168", "resolution 61/168", "résolution 61/168",
        "résolution 61/168 de l’Assemblée générale", "resolución 61/168 de la Asamblea General",
        "резолюция 61/168 Генеральной Ассамблеи", "резолюцию 61/168", "第61/168号决议", "大会第61/168号决议",
        "القرار 61/168", "قرار الجمعية العامة 61/168", "القرار ٦١/١٦٨", "А/RES/61/168",
    ],
    "S/RES/2815 (2026)": [
        "2815 (2026)", "2815(2026)", "S/RES/2815 (2026)", "S/RES/2815(2026)", "s/res/2815(2026)", "S_RES_2815_2026",
        "第2815(2026)号决议", "القرار 2815 (2026)", "Security Council resolution 2815 (2026)",
    ],
    "A/RES/217 A (III)": ["217 A (III)", "217A(III)", "A/RES/217(III)A", "217 ألف (د-3)", "第217A(III)号决议"],
    "A/RES/2758 (XXVI)": ["2758 (XXVI)", "2758(XXVI)", "A/RES/2758(XXVI)", "2758 (ХХVI)", "القرار 2758 (د-26)"],
    "A/RES/3201 (S-VI)": ["3201 (S-VI)"],
    "A/RES/ES-11/1": ["ES-11/1", "A/RES/ES-11/1", "es-11/1", "دإط-11/1"],
    "A/RES/S-9/1": ["S-9/1", "A/RES/S-9/1"],
    "A/RES/70/248 B": ["70/248 B", "A/RES/70/248B"],
    "A/HRC/RES/53/11": ["A/HRC/RES/53/11", "HRC/RES/53/11"],
    "A/HRC/RES/S-33/1": ["A/HRC/RES/S-33/1"],
    "E/RES/2023/18": ["E/RES/2023/18", "2023/18", "resolución 2023/18"],
    "A/DEC/78/501": ["A/DEC/78/501", "decision 78/501", "décision 78/501"],
    "A/C.3/80/L.35": ["A/C.3/80/L.35", "a/c.3/80/l.35"],
    "A/64/L.63/Rev.1": ["A/64/L.63/Rev.1", "A/64/L.63/REV.1"],
    "A/80/6": ["A/80/6"],
}  # fmt: skip


@pytest.mark.parametrize(("symbol", "text"), [(s, t) for s, texts in WRITTEN.items() for t in texts])
def test_written_forms(symbol: str, text: str) -> None:
    assert str(parse(text)) == symbol


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
        ("UNGA 61/168", "did you mean A/RES/61/168?"),
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
