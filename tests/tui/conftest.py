"""Documents and comparisons made by hand, small enough to see through."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.model import Comparison, Link
from corpora.model import Mark, Paragraph, Provenance, Resolution, Symbol


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what the user's screen remembers."""
    monkeypatch.setenv("RESDIFF_STATE", str(tmp_path / "screen.json"))
    monkeypatch.setenv("RESDIFF_LIBRARY", str(tmp_path / "library.sqlite"))


def document(symbol: str, language: str, *paragraphs: Paragraph, status: str = "unofficial") -> Resolution:
    """A document whose text is nowhere but here."""
    origin = Provenance(status, "made by hand", "0" * 64)  # type: ignore[arg-type]
    return Resolution(Symbol(symbol), language, paragraphs, origin)


def paragraph(paragraph_id: str, text: str, *marks: Mark, label: str | None = None) -> Paragraph:
    """A paragraph of the kind that its id says."""
    kinds = {"pp": "preambular", "op": "operative", "fn": "note", "title": "title", "m": "masthead"}
    kind = kinds.get(paragraph_id.split(".")[0].rstrip("0123456789"), "plain")
    return Paragraph(paragraph_id, kind, text, label, marks)  # type: ignore[arg-type]


def small_pair() -> Comparison:
    """One of each: same, edited, added, split, moved, removed, a note."""
    old = document(
        "A/RES/60/1", "fr",
        paragraph("m.session", "Soixantième session"),
        paragraph("title", "Coopération dans le domaine des droits de l’homme"),
        paragraph("pp1", "Réaffirmant sa volonté de promouvoir la coopération,"),
        paragraph("pp2", "Rappelant sa résolution 59/187 du 20 décembre 2004,", Mark(30, 30, "note", "fn1")),
        paragraph("pp3", "Prenant acte du rapport et se félicitant de son dépôt,"),
        paragraph("op1", "Réaffirme que la coopération importe ;", Mark(0, 9, "italic"), label="1."),
        paragraph("op2", "Prie le Secrétaire général de consulter les États ;", label="2."),
        paragraph("op3", "Décide de rester saisie de la question.", label="3."),
        paragraph("fn1", "Voir A/CONF.157/24, chap. III.", label="1"),
    )  # fmt: skip
    new = document(
        "A/RES/61/1", "fr",
        paragraph("m.session", "Soixante et unième session"),
        paragraph("title", "Coopération dans le domaine des droits de l’homme"),
        paragraph("pp1", "Réaffirmant sa volonté de promouvoir la coopération,"),
        paragraph("pp2", "Rappelant sa résolution 60/156 du 16 décembre 2005,", Mark(30, 30, "note", "fn1")),
        paragraph("pp3", "Considérant que le dialogue est utile,"),
        paragraph("pp4", "Prenant acte du rapport,"),
        paragraph("pp5", "Se félicitant de son dépôt,"),
        paragraph("op1", "Prie le Secrétaire général de consulter les États ;", label="1."),
        paragraph("op2", "Réaffirme que la coopération importe ;", Mark(0, 9, "italic"), label="2."),
        paragraph("fn1", "Voir A/CONF.157/24, chap. III.", label="1"),
    )  # fmt: skip
    links = (
        Link("edited", ("m.session",), ("m.session",), 0.8, change="rollover", ops=(
            ("delete", "Soixantième"), ("insert", "Soixante et unième"), ("equal", " session"))),
        Link("same", ("title",), ("title",)),
        Link("same", ("pp1",), ("pp1",)),
        Link("edited", ("pp2",), ("pp2",), 0.9, change="rollover", ops=(
            ("equal", "Rappelant sa résolution "), ("delete", "59/187"), ("insert", "60/156"),
            ("equal", " du "), ("delete", "20"), ("insert", "16"), ("equal", " décembre "),
            ("delete", "2004"), ("insert", "2005"), ("equal", ","))),
        Link("added", (), ("pp3",), 0.0, change="substantive"),
        Link("split", ("pp3",), ("pp4", "pp5"), 0.9, change="editorial", ops=(
            ("equal", "Prenant acte du rapport"), ("delete", " et se"), ("insert", ",\nSe"),
            ("equal", " félicitant de son dépôt,"))),
        Link("same", ("op2",), ("op1",), renumbered=True),
        Link("same", ("op1",), ("op2",), moved=True, renumbered=True),
        Link("removed", ("op3",), (), 0.0, change="substantive"),
        Link("same", ("fn1",), ("fn1",)),
    )  # fmt: skip
    return Comparison("years", old, new, links)
