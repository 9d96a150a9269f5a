"""Translation checks: where two language versions of a resolution do not say the same."""

from __future__ import annotations

from aligner.checks.run import check

__all__ = ["check"]
