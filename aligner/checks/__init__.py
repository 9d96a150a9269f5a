"""Translation checks: where language versions of a resolution do not say the same."""

from __future__ import annotations

from aligner.checks.run import check, check_all

__all__ = ["check", "check_all"]
