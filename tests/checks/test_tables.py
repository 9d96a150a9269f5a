"""A user's own glossary and table of verbs."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.checks import check
from aligner.checks.explain import document
from aligner.checks.glossary import read_glossary
from aligner.checks.settings import Settings
from aligner.checks.verbs import table
from corpora.errors import OptionError

EN = document("en", {"op1": "Calls upon States to exercise due diligence in supply chains;"})
RU = document("ru", {"op1": "призывает государства проявлять осторожность в цепочках поставок;"})
TBX = """<?xml version="1.0"?><martif xmlns="urn:iso:std:iso:30042:ed-1"><text><body><termEntry>
<langSet xml:lang="en"><tig><term>due diligence</term></tig></langSet>
<langSet xml:lang="ru"><tig><term>должная осмотрительность</term></tig>
<tig><term>должная осторожность</term></tig></langSet>
</termEntry></body></text></martif>"""


def messages(settings: Settings, name: str) -> list[str]:
    return [f.message for f in check(EN, RU, settings=settings) if f.check == name]


def test_a_glossary_in_tbx_is_read_with_its_synonyms(tmp_path: Path) -> None:
    file = tmp_path / "terms.tbx"
    file.write_text(TBX, encoding="utf-8")
    (entry,) = read_glossary(file)
    assert entry.terms["ru"] == ("должная осмотрительность", "должная осторожность")
    assert messages(Settings(glossary=file), "glossary") == [
        "en “due diligence” should be “должная осмотрительность” in ru"
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_glossary_in_csv_is_read_whatever_parts_its_cells(separator: str, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    rows = [("en", "ru"), ("due diligence", "осторожность"), ("", "лишнее")]
    file.write_text("\ufeff" + "\n".join(separator.join(r) for r in rows), encoding="utf-8")
    assert [e.terms for e in read_glossary(file)] == [{"en": ("due diligence",), "ru": ("осторожность",)}]
    assert messages(Settings(glossary=file), "glossary") == []


@pytest.mark.parametrize(
    "content",
    [b"", b"en,ru\n", b"<martif>", b"\xff\xfe\x00", b'<!DOCTYPE x [<!ENTITY a "b">]><martif>&c;</martif>'],
)
def test_what_is_no_glossary_is_told_in_one_line(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "terms.tbx"
    file.write_bytes(content)
    with pytest.raises(OptionError) as caught:
        read_glossary(file)
    assert "\n" not in str(caught.value)


def test_entities_of_a_glossary_reach_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("inner matter")
    file = tmp_path / "terms.tbx"
    entity = f'<!DOCTYPE martif [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    file.write_text(
        TBX.replace("<martif", entity + "<martif", 1).replace("due diligence", "&s;due diligence")
    )
    assert all("inner" not in t for e in read_glossary(file) for terms in e.terms.values() for t in terms)


def test_a_missing_glossary_is_told(tmp_path: Path) -> None:
    with pytest.raises(OptionError):
        read_glossary(tmp_path / "none.csv")


def test_a_table_of_verbs_of_one_s_own_takes_the_place_of_the_other(tmp_path: Path) -> None:
    assert messages(Settings(), "verb") == []
    own = tmp_path / "verbs.toml"
    own.write_text('[call]\nen = ["calls upon"]\n[beg]\nru = ["призывает"]\n', encoding="utf-8")
    assert messages(Settings(verbs=own), "verb") == ["ru “призывает” (beg), en “calls upon” (call)"]


@pytest.mark.parametrize("text", ["[", "call = 3\n", "[call]\nen = 3\n"])
def test_what_is_no_table_of_verbs_is_told(text: str, tmp_path: Path) -> None:
    own = tmp_path / "verbs.toml"
    own.write_text(text)
    with pytest.raises(OptionError):
        table(own)
