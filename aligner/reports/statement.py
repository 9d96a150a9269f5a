"""What every report says of itself: which documents, how compared, what was left out; nothing was lost."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from aligner.model import Comparison
from aligner.reports.layout import link_ops, rows, side_ops
from aligner.reports.settings import ReportSettings
from aligner.reports.words import CHANGES, language_name, where
from corpora import __version__
from corpora.model import Resolution


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines, each a name and a value."""

    heading: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """The nothing-lost proof of one side: its text and the text rebuilt from the links have one fingerprint.

    `paragraphs` were read, `linked` of them are in exactly one link. `text` is the SHA-256 of the document's
    paragraphs, `rebuilt` that of the paragraphs which accepting (or rejecting) every change gives.
    """

    paragraphs: int
    linked: int
    text: str
    rebuilt: str

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, doubled or invented."""
        return self.paragraphs == self.linked and self.text == self.rebuilt


def proofs(comparison: Comparison) -> tuple[Proof, Proof]:
    """The proof of the old side and of the new."""
    old_rebuilt: list[tuple[str, str | None, str]] = []
    new_rebuilt: list[tuple[str, str | None, str]] = []
    for row in rows(comparison):
        ops = row.link.ops or link_ops(comparison, row.link)
        for ids, whole, document, drop, out in (
            (row.old, row.link.old, comparison.old, "insert", old_rebuilt),
            (row.new, row.link.new, comparison.new, "delete", new_rebuilt),
        ):
            if not ids:
                continue
            texts = dict(zip(whole, side_ops(document, whole, ops, drop), strict=True))
            out += [(i, document[i].label, "".join(text for _, text in texts[i])) for i in ids]
    return (
        _proof(comparison.old, [link.old for link in comparison.links], old_rebuilt),
        _proof(comparison.new, [link.new for link in comparison.links], new_rebuilt),
    )


def statement(comparison: Comparison, settings: ReportSettings) -> tuple[Section, ...]:
    """The sections that every report ends with."""
    old, new = comparison.old, comparison.new
    first, second = (
        ("Old document", "New document")
        if comparison.axis == "years"
        else ("First document", "Second document")
    )
    made = [("Program", f"resdiff {__version__}")]
    if settings.date:
        made.append(("Date", settings.date.isoformat(sep=" ", timespec="minutes")))
    made += settings.options
    if settings.only:
        made.append(("Shown", f"{CHANGES[settings.only]} changes only"))
    made += _numbered("Pin", settings.pins) or [("Pins", "none")]
    made += _numbered("Witness", comparison.witnesses)
    made += _numbered("Accepted finding", settings.accepted)
    left = [*_left_out(first, old), *_left_out(second, new)]
    left += [("Not compared", line) for line in comparison.not_compared]
    return (
        Section(first, tuple(_document(old))),
        Section(second, tuple(_document(new))),
        Section("How it was made", tuple(made)),
        Section(
            "What was not compared", tuple(left) or (("Nothing", "all text of both documents was compared"),)
        ),
        *_rolled_over(comparison, settings),
        Section("Nothing lost", tuple(_proof_lines(comparison, first, second))),
    )


def notices(comparison: Comparison) -> tuple[str, ...]:
    """What must stand on every page: which of the documents are not the publisher's text."""
    return tuple(
        f"{d.name} ({language_name(d.language)}): {d.provenance.notice}"
        for d in (comparison.old, comparison.new)
        if d.provenance.status == "unofficial"
    )


def _document(document: Resolution) -> list[tuple[str, str]]:
    origin = document.provenance
    lines = [
        ("Symbol", document.name), ("Title", document.title), ("Language", language_name(document.language)),
        ("Adopted", document.adopted.isoformat() if document.adopted else ""),
        ("Status", origin.notice), ("Source", origin.source), ("Note", origin.note),
        ("SHA-256 of the file", origin.sha256),
    ]  # fmt: skip
    return [(key, value) for key, value in lines if value]


def _left_out(side: str, document: Resolution) -> list[tuple[str, str]]:
    lines = [(f"{side}, {part.reason}", part.text) for part in document.unplaced]
    return lines + [(f"{side}, reading", warning) for warning in document.warnings]


def _rolled_over(comparison: Comparison, settings: ReportSettings) -> list[Section]:
    """Each change that only follows from the new year, and what it follows from."""
    shown = comparison.only(settings.only)
    lines = tuple((where(link), "; ".join(link.proofs)) for link in shown.links if link.proofs)
    return [Section("What only rolls over, and why", lines)] if lines else []


def _numbered(what: str, values: Iterable[str]) -> list[tuple[str, str]]:
    return [(f"{what} {n}", value) for n, value in enumerate(values, 1)]


def _proof_lines(comparison: Comparison, first: str, second: str) -> list[tuple[str, str]]:
    lines = []
    for side, act, proof in zip((first, second), ("rejected", "accepted"), proofs(comparison), strict=True):
        lines += [
            (f"{side}: paragraphs", f"{proof.paragraphs} read, {proof.linked} of them in exactly one link"),
            (f"{side}: SHA-256 of the text", proof.text),
            (
                f"{side}: with every change {act}",
                "the same" if proof.text == proof.rebuilt else f"DIFFERENT: {proof.rebuilt}",
            ),
        ]
    return lines


def _proof(
    document: Resolution, linked: list[tuple[str, ...]], rebuilt: list[tuple[str, str | None, str]]
) -> Proof:
    counts = Counter(i for ids in linked for i in ids)
    once = sum(counts[p.id] == 1 for p in document.paragraphs)
    return Proof(
        len(document.paragraphs), once,
        _fingerprint((p.id, p.label, p.text) for p in document.paragraphs), _fingerprint(rebuilt),
    )  # fmt: skip


def _fingerprint(paragraphs: Iterable[tuple[str, str | None, str]]) -> str:
    digest = hashlib.sha256()
    for paragraph_id, label, text in paragraphs:
        digest.update(f"{paragraph_id}\t{label or ''}\t{text}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
