"""Answers of the network kept in a folder, each under the hash of its address."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from pathlib import Path


class Cache:
    """Bytes by address. A cache that cannot be read or written counts as empty: it must fail no command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "fetched"

    def get(self, address: str, age: float) -> bytes | None:
        """What was kept under `address` less than `age` seconds ago."""
        path = self._path(address)
        try:
            if time.time() - path.stat().st_mtime < age:
                return path.read_bytes()
        except OSError:
            return None
        return None

    def put(self, address: str, content: bytes) -> None:
        """Keep `content`; whoever reads meanwhile sees the old or the new, never a part."""
        path = self._path(address)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(name).replace(path)
        except OSError:
            return

    def _path(self, address: str) -> Path:
        return self.folder / hashlib.sha256(address.encode()).hexdigest()
