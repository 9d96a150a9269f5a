"""What the screen remembers between two sessions: where one was in each pair of documents, which theme."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aligner.findings import Finding
    from aligner.model import Comparison
    from corpora.model import Resolution

FORMAT = 1
PLACES_KEPT = 500  # pairs of documents; the longest unread go first


def state_path() -> Path:
    """The file: `RESDIFF_STATE`, or the platform's place for such things."""
    if named := os.environ.get("RESDIFF_STATE"):
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("resdiff", appauthor=False) / "screen.json"


class State:
    """A small table in a file; one that is damaged or cannot be written is as good as none."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or state_path()
        self._table: dict[str, Any] | None = None

    @property
    def table(self) -> dict[str, Any]:
        """What is remembered, read at first use."""
        if self._table is None:
            try:
                read = json.loads(self.path.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                read = None
            sound = (
                isinstance(read, dict)
                and read.get("format") == FORMAT
                and isinstance(read.get("places"), dict)
            )
            self._table = read if sound else {"format": FORMAT, "places": {}, "theme": ""}
        return self._table

    def place(self, comparison: Comparison) -> str | None:
        """The paragraph at which this pair was left."""
        found = self.table["places"].get(_key(comparison))
        return found if isinstance(found, str) else None

    def keep_place(self, comparison: Comparison, paragraph_id: str) -> None:
        """Remember the paragraph at which this pair is left."""
        places: dict[str, str] = self.table["places"]
        places.pop(_key(comparison), None)
        places[_key(comparison)] = paragraph_id
        for old in list(places)[:-PLACES_KEPT]:
            del places[old]

    @property
    def theme(self) -> str:
        """The theme chosen last; empty if none was."""
        return str(self.table.get("theme", ""))

    @theme.setter
    def theme(self, name: str) -> None:
        self.table["theme"] = name

    def glosses_from(self, provider: str) -> bool | None:
        """Whether texts may be sent to a provider of glosses; None where the reader was not asked."""
        kept = self.table.get("glosses")
        found = kept.get(provider) if isinstance(kept, dict) else None
        return found if isinstance(found, bool) else None

    def allow_glosses(self, provider: str, answer: bool) -> None:
        """Remember what the reader said of a provider of glosses."""
        kept = self.table.get("glosses")
        self.table["glosses"] = {**(kept if isinstance(kept, dict) else {}), provider: answer}

    def accepted(self, comparison: Comparison, finding: Finding) -> str | None:
        """The reason for which a finding was accepted; None if it was not."""
        found = self.table.setdefault("accepted", {}).get(_finding_key(comparison, finding))
        return found if isinstance(found, str) else None

    def accept(self, comparison: Comparison, finding: Finding, reason: str) -> None:
        """Remember that a finding is no fault. It comes back when a text that it speaks of changes."""
        self.table.setdefault("accepted", {})[_finding_key(comparison, finding)] = reason

    def pins(self, old: Resolution, new: Resolution) -> dict[str, Any] | None:
        """The decisions about a pair, as their file has them."""
        found = self.table.setdefault("pins", {}).get(_pair_key(old, new))
        return found if isinstance(found, dict) else None

    def keep_pins(self, old: Resolution, new: Resolution, pins: dict[str, Any]) -> None:
        """Remember the decisions about a pair."""
        self.table.setdefault("pins", {})[_pair_key(old, new)] = pins

    @property
    def recent(self) -> list[str]:
        """The pairs read lately, the latest first, as ``old|new|language``."""
        return list(reversed(self.table["places"]))

    def save(self) -> bool:
        """Write the file whole or not at all; says whether it could."""
        import tempfile  # with what it needs itself, too much for a start that only reads

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", dir=self.path.parent, prefix=self.path.name, delete=False
            ) as file:
                json.dump(self.table, file, ensure_ascii=False)
            Path(file.name).replace(self.path)
        except OSError:
            return False
        return True


def _finding_key(comparison: Comparison, finding: Finding) -> str:
    """A finding by what it says and the texts it says it of; whatever else changes in the documents."""
    import hashlib

    texts = [comparison.old[i].text for i in finding.a] + [comparison.new[i].text for i in finding.b]
    codes = (comparison.old.language, comparison.new.language)
    parts = (finding.check, *codes, *texts, finding.message)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _key(comparison: Comparison) -> str:
    return _pair_key(comparison.old, comparison.new)


def _pair_key(old: Resolution, new: Resolution) -> str:
    return "|".join((old.name, new.name, "-".join(dict.fromkeys((old.language, new.language)))))
