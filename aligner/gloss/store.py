"""Glosses kept beside the library, and the log of what was sent."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from aligner.gloss.model import Gloss
from corpora.errors import LibraryError

CACHE_NAME, LOG_NAME = "glosses.sqlite3", "glosses-sent.jsonl"
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS gloss (text TEXT, source TEXT, target TEXT, provider TEXT, day TEXT, gloss TEXT, "
    "PRIMARY KEY (text, source, target, provider)) WITHOUT ROWID"
)


class GlossStore:
    """A folder with the glosses made so far, by text, languages and provider; raises `LibraryError` where it fails."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, text: str, source: str, target: str, provider: str) -> Gloss | None:
        """The gloss of a text, if it was made before."""
        if not (self._folder / CACHE_NAME).exists():
            return None
        query = "SELECT gloss, day FROM gloss WHERE text = ? AND source = ? AND target = ? AND provider = ?"
        try:
            with closing(self._open()) as base:
                row = base.execute(query, (_key(text), source, target, provider)).fetchone()
        except sqlite3.Error as error:
            raise self._trouble(error) from error
        return Gloss(row[0], target, provider, row[1]) if row else None

    def keep(self, text: str, source: str, gloss: Gloss) -> None:
        """Keep a gloss."""
        row = (_key(text), source, gloss.language, gloss.provider, gloss.day, gloss.text)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as base, base:
                base.execute(_SCHEMA)
                base.execute("INSERT OR REPLACE INTO gloss VALUES (?, ?, ?, ?, ?, ?)", row)
        except (sqlite3.Error, OSError) as error:
            raise self._trouble(error) from error

    def log(self, when: str, provider: str, source: str, target: str, text: str) -> None:
        """Write down what is about to be sent, before it is."""
        line = {"when": when, "provider": provider, "from": source, "to": target, "text": text}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with (self._folder / LOG_NAME).open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        except OSError as error:
            raise self._trouble(error) from error

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._folder / CACHE_NAME, timeout=10)

    def _trouble(self, error: Exception) -> LibraryError:
        return LibraryError(
            f"glosses cannot be kept: {error}", str(self._folder), "check the folder, or remove the file"
        )


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
