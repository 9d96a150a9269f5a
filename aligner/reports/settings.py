"""What a caller may decide about a report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from aligner.findings import Finding
from aligner.model import Change


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """Everything a report depends on besides the comparison: equal settings give equal bytes.

    `date` is printed, and dates the tracked changes, only where it is given. `options` are the settings of
    the comparison as (name, value); `pins` and `accepted` (findings a person accepted) are lines to print.
    `findings` is None where nothing was checked, and empty where the checks found nothing.
    `summary_page` puts a page before the DOCX's text. `only` leaves the other kinds of change out of what is
    shown, never out of what is counted and proved; a DOCX and its tracked changes are always whole.
    """

    date: dt.datetime | None = None
    author: str = "resdiff"
    options: tuple[tuple[str, str], ...] = ()
    pins: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    findings: tuple[Finding, ...] | None = None
    summary_page: bool = False
    side_by_side: bool = True
    only: Change | None = None


DEFAULTS = ReportSettings()
