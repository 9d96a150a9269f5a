"""What a change cites, asks and counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from aligner import compare
from aligner.changes.ledgers import Citation, Ledgers, citations, ledgers, mandates
from corpora import bundled
from corpora.model import Paragraph, Provenance, Resolution, Symbol

LANGUAGES = ("fr", "en", "es", "ru", "zh", "ar")


def document(year: int, *texts: str) -> Resolution:
    return Resolution(
        Symbol(f"A/RES/{year - 1945}/1"),
        "en",
        tuple(Paragraph(f"op{n}", "operative", text, f"{n}.") for n, text in enumerate(texts, 1)),
        Provenance("local", str(year), ""),
        dt.date(year, 12, 18),
    )


def between(old: list[str], new: list[str]) -> Ledgers:
    return ledgers(compare(document(2005, *old), document(2006, *new)))


@pytest.fixture(params=LANGUAGES)
def bundled_pair(request: pytest.FixtureRequest) -> Ledgers:
    old, new = (bundled.load(s, request.param) for s in ("A/RES/60/156", "A/RES/61/168"))
    return ledgers(compare(old, new))


def test_the_predecessor_takes_its_predecessors_place(bundled_pair: Ledgers) -> None:
    told = {(c.fate, c.symbol, c.old, c.new, c.days) for c in bundled_pair.citations}
    assert told == {
        ("dropped", "59/187", ("pp2",), (), ("2004-12-20", "")),
        ("added", "60/156", (), ("pp2",), ("", "2005-12-16")),
    }


def test_the_one_new_mandate_is_found_in_every_language(bundled_pair: Ledgers) -> None:
    told = [
        (c.fate, c.new.paragraph if c.new else "", c.new.verb if c.new else "") for c in bundled_pair.mandates
    ]
    assert told == [
        ("kept", "op4", "urge"), ("kept", "op8", "call upon"), ("kept", "op8", "encourage"), ("kept", "op9", "invite"),
        ("new", "op10", "request"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "addressee"),
    [
        ("en", "the Secretary-General"), ("fr", "le Secrétaire général"), ("es", "Secretario General"),
        ("ru", "Генерального секретаря"), ("zh", "秘书长"), ("ar", "الأمين العام"),
    ],
)  # fmt: skip
def test_whoever_is_asked_is_named(language: str, addressee: str) -> None:
    found = {m.paragraph: m for m in mandates(bundled.load("A/RES/61/168", language))}
    assert found["op10"].addressee.startswith(addressee)
    assert found["op10"].action


ASK = (
    "Requests the Secretary-General to submit to it at its sixty-{} session a report on {} of the Convention;"
)
KEEP = "Recalls the duty of all States to settle their disputes by peaceful means and in good faith;"


def fates(old: list[str], new: list[str]) -> list[str]:
    return [c.fate for c in between(old, new).mandates]


def test_mandates_lapse_are_extended_and_change() -> None:
    first = ASK.format("first", "the status")
    assert fates([KEEP, first], [KEEP, ASK.format("second", "the status")]) == ["extended"]
    assert fates([KEEP, first], [KEEP, ASK.format("first", "the full implementation")]) == ["changed"]
    assert fates([KEEP, first], [KEEP]) == ["lapsed"]
    assert fates([KEEP], [KEEP, first]) == ["new"]
    assert fates([KEEP, first], [KEEP, first]) == ["kept"]


def test_a_deadline_is_a_session_or_a_day() -> None:
    text = "Requests the Secretary-General to report by 31 March 2007 and again at its sixty-second session;"
    (found,) = mandates(document(2006, text))
    assert (found.addressee, found.deadlines) == ("the Secretary-General", ("2007-03-31", "session 62"))


def test_an_action_is_told_from_a_name_with_to_in_it() -> None:
    text = "Encourages the Special Rapporteur on the right to food and States parties to continue their dialogue;"
    (found,) = mandates(document(2006, text))
    assert (found.addressee, found.action) == (
        "the Special Rapporteur on the right to food and States parties", "continue their dialogue",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "addressee", "action"),
    [
        ("Urges, once again, all States not to adopt such measures;", "en", "all States", "not to adopt such measures"),
        ("Objects to them, and in this context calls upon States neither to recognize nor to apply them;", "en",
         "States", "neither to recognize nor to apply them"),
        ("Requests the High Commissioner, in discharging his functions of promotion and bearing in mind the impact of "
         "such measures, to give priority to it;", "en", "the High Commissioner", "give priority to it"),
        ("Requests the Office of the High Commissioner for Human Rights, as a matter of priority, to publish them;",
         "en", "the Office of the High Commissioner for Human Rights", "publish them"),
        ("Reiterates its request to the Government to pay the costs;", "en", "the Government", "pay the costs"),
        ("Prend note du rapport et, à cet égard, invite également les États à fournir une aide ;", "fr",
         "les États", "fournir une aide"),
        ("Solicita al Secretario General que inste a los órganos a que realicen un estudio;", "es",
         "Secretario General", "inste a los órganos a que realicen un estudio"),
        ("欢迎该协定， 敦促世界贸易组织成员迅速批准该协定；", "zh", "世界贸易组织成员", "迅速批准该协定"),
        ("تطلب إلى الأمين العام مواصلة تقديم الدعم إلى الفريق؛", "ar", "الأمين العام", "مواصلة تقديم الدعم إلى الفريق"),
    ],
)  # fmt: skip
def test_how_it_is_asked_is_neither_who_nor_what(
    text: str, language: str, addressee: str, action: str
) -> None:
    asked = replace(document(2006, text), language=language)
    (found,) = mandates(asked)
    assert (found.addressee, found.action) == (addressee, action)


def test_a_citation_has_the_day_beside_it_alone() -> None:
    text = "Recalls resolution 2005/54 of 20 April 2005, the Declaration and its annex, as well as decision 60/251;"
    (p,) = document(2006, text).paragraphs
    assert citations(p, "en") == (Citation("2005/54", "2005-04-20"), Citation("60/251"))


def test_another_day_for_the_same_document_is_told() -> None:
    old, new = (f"Recalls its resolution 55/2 of {day} September 2000 on the Declaration;" for day in (8, 18))
    (change,) = between([KEEP, old], [KEEP, new]).citations
    assert (change.fate, change.symbol, change.days) == ("redated", "55/2", ("2000-09-08", "2000-09-18"))


def test_amounts_are_told_by_value() -> None:
    text = "Approves a budget of {} dollars and decides to keep {} posts in its secretariat at headquarters;"
    (change,) = between([KEEP, text.format("1.5 million", 12)], [KEEP, text.format("1,700,000", 12)]).amounts
    assert change.dropped == (("money", "1500000"),)
    assert change.added == (("money", "1700000"),)
