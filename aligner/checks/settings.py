"""What a user may decide about the checks, in a small TOML file.

[severity]
typography = "off"
length = "info"

[terms]
glossary = "terms.tbx"
verbs = "verbs.toml"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aligner.findings import Severity
from corpora.errors import OptionError

LEVELS = ("error", "warning", "info", "off")


@dataclass(frozen=True, slots=True)
class Settings:
    """Which checks run, how severe their findings are, and where the user's own tables lie.

    `severity` maps a check's name to a severity that replaces its own, or to ``off``. `only`, where not empty, names
    the checks to run.
    """

    severity: Mapping[str, str] = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    glossary: Path | None = None
    verbs: Path | None = None

    def runs(self, name: str) -> bool:
        """Whether a check is wanted."""
        return self.severity.get(name) != "off" and (not self.only or name in self.only)

    def severity_of(self, name: str, own: Severity) -> Severity:
        """The severity of a finding of a check."""
        chosen = self.severity.get(name, own)
        return chosen if chosen in ("error", "warning", "info") else own  # type: ignore[return-value]


DEFAULTS = Settings()


def read_settings(path: Path, names: frozenset[str]) -> Settings:
    """The settings in a TOML file; `names` are the checks there are.

    Raises `OptionError` where the file cannot be read, or names a check, severity or key that does not exist.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OptionError(
            f"the settings cannot be read: {error}", str(path), "write them as in docs/checks.md"
        ) from error
    for key in data.keys() - {"severity", "only", "terms"}:
        raise OptionError(f"no setting is called {key!r}", str(path), "use severity, only or terms")
    return Settings(
        severity=_severities(data.get("severity", {}), names, path),
        only=frozenset(_known(data.get("only", []), names, path)),
        glossary=_beside(path, data, "glossary"),
        verbs=_beside(path, data, "verbs"),
    )


def _severities(table: Any, names: frozenset[str], path: Path) -> dict[str, str]:
    if not isinstance(table, dict):
        raise OptionError("severity is not a table", str(path), "write [severity] and a line for each check")
    _known(table, names, path)
    for name, level in table.items():
        if level not in LEVELS:
            raise OptionError(f"{name} cannot be {level!r}", str(path), f"choose one of {', '.join(LEVELS)}")
    return dict(table)


def _known(found: Any, names: frozenset[str], path: Path) -> list[str]:
    for name in found:
        if name not in names:
            raise OptionError(f"no check is called {name!r}", str(path), "resdiff check --explain lists them")
    return list(found)


def _beside(path: Path, data: Mapping[str, Any], key: str) -> Path | None:
    terms = data.get("terms", {})
    value = terms.get(key) if isinstance(terms, dict) else None
    return path.parent / value if isinstance(value, str) else None
