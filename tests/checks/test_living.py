"""Settings, acceptance and baseline."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from aligner.checks import check
from aligner.checks.acceptance import accept, baseline, divide, fresh, keep, read_accepted
from aligner.checks.explain import document
from aligner.checks.registry import NAMES
from aligner.checks.settings import Settings, read_settings
from corpora.errors import LibraryError, OptionError

EN = document("en", {"pp1": "Recalling its resolution 60/156 of 16 December 2005,"}, "A/RES/61/168")
FR = document("fr", {"pp1": "Rappelant sa résolution 60/165 du 16 décembre 2005,"}, "A/RES/61/168")
DAY = dt.date(2026, 1, 2)


def test_a_severity_is_replaced_or_switched_off() -> None:
    assert [f.severity for f in check(EN, FR)] == ["error"]
    assert [f.severity for f in check(EN, FR, settings=Settings({"symbol": "info"}))] == ["info"]
    assert check(EN, FR, settings=Settings({"symbol": "off"})) == ()
    assert check(EN, FR, settings=Settings(only=frozenset(("date",)))) == ()


def test_settings_are_read_and_paths_are_beside_the_file(tmp_path: Path) -> None:
    file = tmp_path / "checks.toml"
    file.write_text('only = ["date"]\n[severity]\nlength = "info"\n[terms]\nglossary = "t.tbx"\n')
    settings = read_settings(file, NAMES)
    assert settings == Settings({"length": "info"}, frozenset(("date",)), tmp_path / "t.tbx")


NONSENSE = (
    "[severity]\nnonsense = 'off'\n", "[severity]\ndate = 'loud'\n", "only = ['x']\n", "what = 1\n",
    "severity = 3\n", "[",
)  # fmt: skip


@pytest.mark.parametrize("text", NONSENSE)
def test_settings_that_say_nothing_sensible_are_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "checks.toml"
    file.write_text(text)
    with pytest.raises(OptionError):
        read_settings(file, NAMES)


def test_an_accepted_finding_stays_accepted_next_year_while_the_text_is_the_same(tmp_path: Path) -> None:
    kept = tmp_path / "library" / "accepted.jsonl"
    (finding,) = check(EN, FR)
    keep(kept, accept(finding, (EN, FR), "as the Committee decided", DAY))
    later = (
        document("en", {"pp2": EN["pp1"].text}, "A/RES/62/160"),
        document("fr", {"pp2": FR["pp1"].text}, "A/RES/62/160"),
    )
    still, done = divide(check(*later), later, read_accepted(kept))
    assert still == ()
    assert [a.reason for _, a in done] == ["as the Committee decided"]
    changed = (
        later[0],
        document("fr", {"pp2": FR["pp1"].text.replace("Rappelant", "Rappelant aussi")}, "A/RES/62/160"),
    )
    assert len(divide(check(*changed), changed, read_accepted(kept))[0]) == 1


def test_an_acceptance_needs_a_reason_and_replaces_an_earlier_one(tmp_path: Path) -> None:
    (finding,) = check(EN, FR)
    with pytest.raises(OptionError):
        accept(finding, (EN, FR), "  ", DAY)
    kept = tmp_path / "accepted.jsonl"
    for reason in ("one", "two"):
        keep(kept, accept(finding, (EN, FR), reason, DAY))
    assert [a.reason for a in read_accepted(kept)] == ["two"]
    kept.write_text("not json\n")
    with pytest.raises(LibraryError):
        read_accepted(kept)


def test_a_baseline_lets_only_new_findings_through(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(baseline(check(EN, FR), (EN, FR)))
    assert fresh(check(EN, FR), (EN, FR), file) == ()
    worse = document("fr", {"pp1": FR["pp1"].text.replace("16 décembre", "17 décembre")}, "A/RES/61/168")
    assert [f.check for f in fresh(check(EN, worse), (EN, worse), file)] == ["symbol", "date"]
    file.write_text("{}")
    with pytest.raises(OptionError):
        fresh((), (), file)


def test_what_one_version_alone_has_is_named_as_its_own_side() -> None:
    english = document("en", {"pp1": "Recalling the the resolution,", "pp2": "Noting it,"}, "A/RES/61/168")
    french = document("fr", {"pp1": "Rappelant la résolution,"}, "A/RES/61/168")
    repeated = Settings(only=frozenset(("repeated",)))
    (left,), (right,) = check(english, french, settings=repeated), check(french, english, settings=repeated)
    assert (left.a, left.b, left.languages) == (("pp1",), (), ("en", ""))
    assert (right.a, right.b, right.languages) == ((), ("pp1",), ("", "en"))
    assert left.spans_a == right.spans_b != ()
