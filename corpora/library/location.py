"""Where the user's library lies on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ENVIRONMENT = "RESDIFF_LIBRARY"
FILE_NAME = "library.sqlite3"


def library_path(override: Path | None = None) -> Path:
    """The library's file: `override`, else ``RESDIFF_LIBRARY``, else the platform's data folder.

    A folder may be named as well; the library is then the file ``library.sqlite3`` in it.
    """
    named = override or (Path(value) if (value := os.environ.get(ENVIRONMENT)) else None)
    if named is None:
        return _data_folder() / FILE_NAME
    named = named.expanduser()
    return named / FILE_NAME if named.is_dir() else named


def _data_folder() -> Path:
    if sys.platform == "linux":
        # What platformdirs answers here, without the 12 ms of its import: every comparison asks.
        base = os.environ.get("XDG_DATA_HOME", "").strip()
        return Path(base) / "resdiff" if base else Path("~/.local/share/resdiff").expanduser()
    else:  # noqa: RET505 - the type checker follows one platform a branch
        from platformdirs import user_data_path

        return user_data_path("resdiff", appauthor=False)
