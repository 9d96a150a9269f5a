"""Pins: links that a person fixed or ruled out, kept in a file and applied again next time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from aligner.model import JOINT
from corpora.errors import OptionError
from corpora.model import Resolution

PINS_SCHEMA = "resdiff/pins/1"
Decision = Literal["link", "forbid"]
_HASH_LENGTH = 16  # hexadecimal digits: enough to tell the paragraphs of a document apart
_REMEDY = (
    f'see the format: {{"schema": "{PINS_SCHEMA}", "pins": [{{"decision": "link", "old": […], "new": […]}}]}}'
)


@dataclass(frozen=True, slots=True)
class Pin:
    """One decision about paragraphs of the old and of the new version, by their ids.

    ``link`` says that they answer each other: one with one, one with several, or one with none (it was added
    or removed). ``forbid`` says that one does not answer the other. The hashes are of the paragraphs' texts
    (SHA-256, its first 16 digits; empty: not known): a pin follows a text to its new place, and a pin whose
    text is gone no longer applies.
    """

    decision: Decision
    old: tuple[str, ...]
    new: tuple[str, ...]
    old_hash: str = ""
    new_hash: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.decision not in get_args(Decision):
            raise OptionError(f"no pin decides {self.decision!r}", remedy="choose link or forbid")
        sizes = sorted((len(self.old), len(self.new)))
        if sizes[1] == 0 or sizes[0] > 1 or (self.decision == "forbid" and sizes != [1, 1]):
            raise OptionError(
                "a pin links one paragraph with one, several or none, and forbids one with one", str(self)
            )

    def __str__(self) -> str:
        old, new = (", ".join(ids) or "nothing" for ids in (self.old, self.new))
        return f"{old} {'=' if self.decision == 'link' else '≠'} {new}"

    def mirrored(self) -> Pin:
        """The same decision for the comparison the other way round."""
        return replace(
            self, old=self.new, new=self.old, old_hash=self.new_hash, new_hash=self.old_hash
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placed:
    """A pin and the places in the two documents that it speaks of."""

    pin: Pin
    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pins:
    """All decisions about one pair of documents."""

    pins: tuple[Pin, ...] = ()

    @classmethod
    def read(cls, path: Path | str) -> Pins:
        """Read a pins file, TOML or JSON by its extension; raises OptionError if it is not one."""
        import tomllib

        path = Path(path)
        try:
            text = path.read_text(encoding="utf-8-sig")
            data = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
        except OSError as error:
            raise OptionError("cannot read the pins", str(path), "give a readable file") from error
        except (ValueError, RecursionError) as error:
            raise OptionError("these pins are no valid TOML or JSON", str(path), _REMEDY) from error
        return cls.from_dict(data, str(path))

    @classmethod
    def from_dict(cls, data: Any, where: str = "") -> Pins:
        """Pins from the parsed file; `where` is named in errors."""
        if not isinstance(data, dict) or data.get("schema") != PINS_SCHEMA:
            raise OptionError(f"this is no {PINS_SCHEMA} file", where, _REMEDY)
        rows = data.get("pins", [])
        if not isinstance(rows, list):
            raise OptionError("the pins are no list", where, _REMEDY)
        return cls(tuple(_pin(row, where) for row in rows))

    def to_dict(self) -> dict[str, Any]:
        """These pins as in the file."""
        return {
            "schema": PINS_SCHEMA,
            "pins": [
                {
                    "decision": p.decision, "old": list(p.old), "new": list(p.new),
                    "old_hash": p.old_hash, "new_hash": p.new_hash, "note": p.note,
                }
                for p in self.pins
            ],
        }  # fmt: skip

    def write(self, path: Path | str) -> None:
        """Write a pins file, TOML or JSON by its extension."""
        path = Path(path)
        text = (
            _toml(self.pins)
            if path.suffix == ".toml"
            else json.dumps(self.to_dict(), ensure_ascii=False, indent=1)
        )
        try:
            path.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise OptionError("cannot write the pins", str(path), "give a writable place") from error

    def with_pin(self, pin: Pin, old: Resolution, new: Resolution) -> Pins:
        """These pins and one more, its hashes taken from the documents; what it contradicts gives way."""
        pin = replace(pin, old_hash=_hash_of(old, pin.old), new_hash=_hash_of(new, pin.new))
        kept = [p for p in self.pins if not _contradicts(p, pin)]
        return Pins((*kept, pin))

    def without(self, old: Iterable[str], new: Iterable[str]) -> Pins:
        """These pins without the decisions about exactly these paragraphs."""
        about = (tuple(old), tuple(new))
        return Pins(tuple(p for p in self.pins if (p.old, p.new) != about))

    def mirrored(self) -> Pins:
        """The same decisions for the comparison the other way round."""
        return Pins(tuple(p.mirrored() for p in self.pins))

    def place(self, old: Resolution, new: Resolution) -> tuple[list[Placed], list[Pin]]:
        """Find the paragraphs in two documents; returns the pins that apply and those that no longer do.

        Raises OptionError where two pins claim the same paragraph for different links.
        """
        placed: list[Placed] = []
        stale: list[Pin] = []
        sides = (_Index(old), _Index(new))
        for pin in self.pins:
            rows, columns = sides[0].find(pin.old, pin.old_hash), sides[1].find(pin.new, pin.new_hash)
            if rows is None or columns is None:
                stale.append(pin)
            else:
                placed.append(Placed(pin, rows, columns))
        _refuse_conflicts(placed)
        return placed, stale


class _Index:
    """Where the paragraphs of a document stand, by id and by the hash of their text."""

    def __init__(self, document: Resolution) -> None:
        self.document = document
        self.by_id = {p.id: place for place, p in enumerate(document.paragraphs)}

    def find(self, ids: tuple[str, ...], digest: str) -> tuple[int, ...] | None:
        """The places meant: by the ids if their text is the pinned one, else wherever that text stands once."""
        if all(i in self.by_id for i in ids) and digest in ("", _hash_of(self.document, ids)):
            return tuple(self.by_id[i] for i in ids)
        if len(ids) != 1 or not digest:
            return None
        found = [n for n, p in enumerate(self.document.paragraphs) if _hash(p.text) == digest]
        return (found[0],) if len(found) == 1 else None


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]


def _hash_of(document: Resolution, ids: tuple[str, ...]) -> str:
    if unknown := next((i for i in ids if i not in document), ""):
        raise OptionError(f"there is no paragraph {unknown}", document.name, "name one that the document has")
    return _hash(JOINT.join([document[i].text for i in ids])) if ids else ""


def _contradicts(one: Pin, other: Pin) -> bool:
    if one.decision == other.decision == "forbid":
        return (one.old, one.new) == (other.old, other.new)
    shares_old, shares_new = set(one.old) & set(other.old), set(one.new) & set(other.new)
    if one.decision == other.decision:
        return bool(shares_old or shares_new)
    return bool(shares_old and shares_new)


def _refuse_conflicts(placed: list[Placed]) -> None:
    owners: dict[tuple[int, int], Pin] = {}
    forbidden = {(p.old[0], p.new[0]): p.pin for p in placed if p.pin.decision == "forbid"}
    for p in placed:
        if p.pin.decision == "forbid":
            continue
        clash = next((forbidden[i, j] for i in p.old for j in p.new if (i, j) in forbidden), None)
        for key in [(0, i) for i in p.old] + [(1, j) for j in p.new]:
            clash = clash or owners.get(key)
            owners[key] = p.pin
        if clash:
            raise OptionError(
                f"two pins contradict each other: {clash} and {p.pin}", remedy="remove one of them"
            )


def _pin(row: Any, where: str) -> Pin:
    if not isinstance(row, dict) or not {"decision", "old", "new"} <= row.keys():
        raise OptionError("a pin lacks its decision, old or new", where, _REMEDY)
    sides = []
    for side in ("old", "new"):
        ids = [row[side]] if isinstance(row[side], str) else row[side]
        if not isinstance(ids, list) or not all(isinstance(i, str) for i in ids):
            raise OptionError(f"a pin's {side} is no list of paragraph ids", where, _REMEDY)
        sides.append(tuple(ids))
    rest = {k: row.get(k, "") for k in ("old_hash", "new_hash", "note")}
    if not all(isinstance(v, str) for v in (*rest.values(), row["decision"])):
        raise OptionError("a pin's decision, hashes and note are texts", where, _REMEDY)
    try:
        return Pin(row["decision"], sides[0], sides[1], **rest)
    except OptionError as error:
        raise OptionError(error.what, error.where or where, error.remedy or _REMEDY) from error


def _toml(pins: Iterable[Pin]) -> str:
    """The same as TOML; JSON's strings and lists are TOML's."""
    lines = [f'schema = "{PINS_SCHEMA}"']
    for p in pins:
        lines += ["", "[[pins]]", f'decision = "{p.decision}"']
        for name in ("old", "new"):
            lines.append(f"{name} = {json.dumps(list(getattr(p, name)), ensure_ascii=True)}")
        for name in ("old_hash", "new_hash", "note"):
            if value := getattr(p, name):
                lines.append(f"{name} = {json.dumps(value)}")
    return "\n".join(lines)
