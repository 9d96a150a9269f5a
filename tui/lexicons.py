"""What the user's library taught about two languages, learnt on the way and told of once. It knows of no screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from corpora.errors import LibraryError
from corpora.model import UNKNOWN_LANGUAGE

if TYPE_CHECKING:
    from pathlib import Path

    from aligner.lexicon.taught import Taught
    from corpora.library.store import Library
    from corpora.model import Resolution


class LibraryLexicons:
    """Gives the library's lexicon for two documents; the first calls also learn one portion of what is new.

    Args:
        library: its file, where it is not the usual one.
        say: is told once of each pair of languages what is used, and what hindered the learning.
    """

    def __init__(self, library: Path | None, say: Callable[[str], None]) -> None:
        self._path, self._say = library, say
        self._room: int | None = None
        self._told: set[frozenset[str]] = set()

    def __call__(self, a: Resolution, b: Resolution) -> Taught | None:
        """What was taught about the languages of `a` and `b`, these two left out; None where there is nothing."""
        from aligner.lessons import names_of

        return self.between((a.language, b.language), names_of(a, b))

    def between(self, languages: tuple[str, str], but: Collection[str]) -> Taught | None:
        """The same for two languages, documents of these symbols and hashes being left out.

        Raises:
            LibraryError: the library cannot be read.
        """
        from corpora.library.location import library_file

        path = library_file(self._path)
        if languages[0] == languages[1] or UNKNOWN_LANGUAGE in languages or not os.path.exists(path):  # noqa: PTH110
            return None
        from pathlib import Path

        from aligner.lessons import taught
        from corpora.library.store import Library

        with Library.open(Path(path)) as library:
            trouble = self._learn(library, languages, but)
            found = replace(taught(library, languages, but=but), trouble=trouble)
        if not found.documents and not trouble:
            return None
        if frozenset(languages) not in self._told:
            self._told.add(frozenset(languages))
            self._say(f"{' and '.join(found.languages)}: the lexicon that ships and the {found}")
        return found

    def _learn(self, library: Library, languages: tuple[str, str], but: Collection[str]) -> str:
        """Learn a portion; what hindered it, for what was learnt before still serves."""
        from aligner.lessons import PORTION, learn_portion

        room = PORTION if self._room is None else self._room
        try:
            self._room = learn_portion(library, languages, but=but, room=room)
        except LibraryError as error:
            self._room = 0
            return str(error)
        return ""
