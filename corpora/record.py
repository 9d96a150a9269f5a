"""What published values share: equality, hash and repr, written once.

A dataclass otherwise compiles them anew for each class, and every start of the command line waits for it.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any


class Record:
    """Base of a frozen dataclass without `eq` and `repr` of its own: equal where class and fields are equal."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)  # type: ignore[arg-type]
        return f"{self.__class__.__qualname__}({shown})"


def _values(record: Any) -> tuple[object, ...]:
    return tuple(getattr(record, f.name) for f in fields(record) if f.compare)
