"""Where the user's library lies on this machine."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = "RESDIFF_LIBRARY"
FILE_NAME = "library.sqlite3"


def library_path(override: Path | None = None) -> Path:
    """The library's file: `override`, else ``RESDIFF_LIBRARY``, else the platform's data folder.

    A folder may be named as well; the library is then the file ``library.sqlite3`` in it.
    """
    from pathlib import Path

    return Path(library_file(override))


def library_file(override: Path | None = None) -> str:
    """The same as a string: every comparison asks, and importing pathlib would cost it 2 ms."""
    named = str(override) if override else os.environ.get(ENVIRONMENT)
    if not named:
        return os.path.join(_data_folder(), FILE_NAME)
    named = os.path.expanduser(named)
    return os.path.join(named, FILE_NAME) if os.path.isdir(named) else named


def _data_folder() -> str:
    if sys.platform == "linux":
        # What platformdirs answers here, without the 12 ms of its import.
        base = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")
        return os.path.join(base, "resdiff")
    else:  # noqa: RET505 - the type checker follows one platform a branch
        from platformdirs import user_data_dir

        return user_data_dir("resdiff", appauthor=False)
