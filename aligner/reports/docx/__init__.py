"""A Word document whose tracked changes turn the old text into the new one: accept all or reject all, exactly."""

from __future__ import annotations

from aligner.reports.docx.document import render

__all__ = ["render"]
