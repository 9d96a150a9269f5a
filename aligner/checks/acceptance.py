"""Findings that a person accepted with a reason, and findings that were there before.

A finding is known again by what it says and by the texts that it is about, not by symbol or place: accepted
once, it stays accepted in next year's version as long as the text is the same, and comes back when it changes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from aligner.findings import Finding
from corpora.errors import LibraryError, OptionError
from corpora.model import Resolution

BASELINE_SCHEMA = "resdiff/findings-baseline/1"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted finding: its fingerprint, what it said, why it was accepted, and when."""

    fingerprint: str
    check: str
    message: str
    reason: str
    day: str


def fingerprint(finding: Finding, documents: Sequence[Resolution]) -> str:
    """What a finding is known by: its check, its difference by value and the texts on both sides."""
    texts = []
    for language, ids in zip(finding.languages or ("", ""), (finding.a, finding.b), strict=False):
        document = next((d for d in documents if d.language == language), None)
        texts.append([document[i].text for i in ids if document is not None and i in document])
    said = json.dumps(
        [finding.check, finding.about or finding.message, finding.languages, texts], ensure_ascii=False
    )
    return hashlib.sha256(said.encode()).hexdigest()[:20]


def accept(finding: Finding, documents: Sequence[Resolution], reason: str, day: dt.date) -> Acceptance:
    """A finding accepted; raises `OptionError` where no reason is given."""
    if not reason.strip():
        raise OptionError("a finding is accepted only with a reason", remedy="say why it may stand")
    return Acceptance(
        fingerprint(finding, documents), finding.check, finding.message, reason.strip(), day.isoformat()
    )


def divide(
    findings: Iterable[Finding], documents: Sequence[Resolution], accepted: Iterable[Acceptance]
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Acceptance], ...]]:
    """The findings that are open, and those that were accepted, each with its acceptance."""
    known = {a.fingerprint: a for a in accepted}
    still, done = [], []
    for finding in findings:
        found = known.get(fingerprint(finding, documents))
        if found is None:
            still.append(finding)
        else:
            done.append((finding, found))
    return tuple(still), tuple(done)


def read_accepted(path: Path) -> tuple[Acceptance, ...]:
    """The acceptances kept in a file, none where it does not exist; raises `LibraryError` where it is damaged."""
    if not path.exists():
        return ()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return tuple(Acceptance(**json.loads(line)) for line in lines if line.strip())
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, TypeError) as error:
        raise LibraryError(
            f"the accepted findings cannot be read: {error}", str(path), "repair or remove it"
        ) from error


def keep(path: Path, new: Acceptance) -> None:
    """Add an acceptance to the file, in place of an earlier one of the same finding."""
    others = [a for a in read_accepted(path) if a.fingerprint != new.fingerprint]
    text = "".join(json.dumps(asdict(a), ensure_ascii=False) + "\n" for a in (*others, new))
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise LibraryError(
            f"the acceptance cannot be kept: {error.strerror}", str(path), "check the folder"
        ) from error


def baseline(findings: Iterable[Finding], documents: Sequence[Resolution]) -> str:
    """The JSON that says which findings there are now, for `fresh` to compare with later."""
    known = sorted({fingerprint(f, documents) for f in findings})
    return json.dumps({"schema": BASELINE_SCHEMA, "findings": known}, indent=1) + "\n"


def fresh(findings: Iterable[Finding], documents: Sequence[Resolution], path: Path) -> tuple[Finding, ...]:
    """The findings that a baseline does not know; raises `OptionError` where the file is no baseline."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != BASELINE_SCHEMA:
            raise KeyError(data["schema"])
        known = set(data["findings"])
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError) as error:
        raise OptionError(
            "this is no baseline of findings", str(path), "write one with --write-baseline"
        ) from error
    return tuple(f for f in findings if fingerprint(f, documents) not in known)
