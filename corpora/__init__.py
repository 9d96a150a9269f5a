"""What a document is, and where documents come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from corpora.readers import read

__all__ = ["__version__", "read"]


def __getattr__(name: str) -> Any:
    # Lazy, so that `--version` and help need no reader.
    if name == "read":
        from corpora.readers import read

        return read
    raise AttributeError(f"module 'corpora' has no attribute {name!r}")
