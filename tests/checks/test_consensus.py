"""With three and more versions the odd one out is named once."""

from __future__ import annotations

from aligner.checks import check_all
from aligner.checks.explain import document

SAID = {
    "en": "Recalling its resolution 60/156 of 16 December {year},",
    "fr": "Rappelant sa résolution 60/156 du 16 décembre {year},",
    "es": "Recordando su resolución 60/156, de 16 de diciembre de {year},",
    "ru": "ссылаясь на свою резолюцию 60/156 от 16 декабря {year} года,",
    "zh": "回顾其{year}年12月16日第60/156号决议，",
    "ar": "إذ تشير إلى قرارها 60/156 المؤرخ 16 كانون الأول/ديسمبر {year}،",
}


def messages(**years: int) -> list[str]:
    versions = [document(c, {"pp1": text.format(year=years.get(c, 2005))}) for c, text in SAID.items()]
    return [f.message for f in check_all(versions)]


def test_versions_that_agree_give_no_finding() -> None:
    assert messages() == []


def test_one_version_against_five() -> None:
    assert messages(ru=2004) == ["ru alone has 2004-12-16 where 5 others have 2005-12-16"]


def test_the_first_version_can_be_the_odd_one() -> None:
    assert messages(en=2004) == ["en alone has 2004-12-16 where 5 others have 2005-12-16"]


def test_two_versions_with_the_same_slip_are_named_together() -> None:
    assert messages(ru=2004, ar=2004) == ["ru and ar have 2004-12-16 where en, fr, es and zh have 2005-12-16"]


def test_two_versions_with_different_slips_are_named_each() -> None:
    assert len(messages(ru=2004, ar=2003)) == 2
