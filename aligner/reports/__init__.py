"""Reports: one comparison in many forms, each by a module of its own, all fed by the same result."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from aligner.model import Comparison
from aligner.reports.settings import DEFAULTS, ReportSettings
from corpora.errors import OptionError

__all__ = ["FORMATS", "ReportSettings", "format_of", "render", "write"]

# The format, which is also the file's extension, and the module that writes it; loaded at first use.
FORMATS = {
    "html": "html", "docx": "docx", "md": "markdown", "txt": "text", "json": "json", "csv": "csv", "xlsx": "xlsx",
    "tmx": "tmx", "xlf": "xliff",
}  # fmt: skip


def format_of(path: Path) -> str:
    """The format that a file's extension asks for.

    Raises:
        OptionError: no format has this extension.
    """
    name = path.suffix.lower().lstrip(".")
    if name not in FORMATS:
        known = " ".join(f".{f}" for f in FORMATS)
        raise OptionError(
            f"no report format has the extension {path.suffix!r}", str(path), f"use one of {known}"
        )
    return name


def render(comparison: Comparison, format_: str, settings: ReportSettings = DEFAULTS) -> bytes:
    """A comparison in one of `FORMATS`; the same comparison and settings give the same bytes.

    Raises:
        OptionError: there is no such format.
    """
    if format_ not in FORMATS:
        raise OptionError(f"no report format {format_!r}", remedy=f"use one of {' '.join(FORMATS)}")
    data: bytes = import_module(f"aligner.reports.{FORMATS[format_]}").render(comparison, settings)
    return data


def write(
    comparison: Comparison, path: Path, *, format_: str | None = None, settings: ReportSettings = DEFAULTS
) -> None:
    """Write a comparison to a file; its extension picks the format unless `format_` names one.

    Raises:
        OptionError: no format has this extension, or the file cannot be written.
    """
    data = render(comparison, format_ or format_of(path), settings)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OptionError(f"cannot write: {error.strerror}", str(path), "choose another place") from error
