"""What the checks find. Apart from the links, because a comparison of two years has none of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of one paragraph's text."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One place for a reviser to look at; `a` and `b` are paragraph ids of the two documents.

    `about` is the difference by value ("60/156>60/165"), equal for equal differences whatever the languages;
    `languages` are those of `a` and `b`, so that findings about many versions can stand in one list.
    """

    check: str
    severity: Severity
    a: tuple[str, ...]
    b: tuple[str, ...]
    message: str
    spans_a: tuple[Span, ...] = ()
    spans_b: tuple[Span, ...] = ()
    suggestion: str = ""
    about: str = ""
    languages: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """This finding as in the published schema."""
        return {
            "check": self.check, "severity": self.severity, "a": list(self.a), "b": list(self.b),
            "message": self.message, "suggestion": self.suggestion, "languages": list(self.languages),
            "spans_a": [[s.id, s.start, s.end] for s in self.spans_a],
            "spans_b": [[s.id, s.start, s.end] for s in self.spans_b],
        }  # fmt: skip
