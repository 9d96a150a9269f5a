"""Glosses of paragraphs: from the store, else from a provider that the user turned on."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence

from aligner.gloss.chunks import cut, join
from aligner.gloss.model import Gloss, Translator
from aligner.gloss.store import GlossStore
from aligner.gloss.validation import fault
from corpora.errors import FetchError, OptionError

PAUSE = 0.6
"""Seconds between two requests, at least; free services refuse more than one or two a second. Range 0.2-5."""
TRIES = 3
"""How often one piece is asked for; range 1-5."""
PATIENCE = 2.0
"""Seconds to wait before the second try, doubled for each further one; range 0.5-10."""


class RetryError(FetchError):
    """A refusal that may pass: too many requests, a server error, no answer in time."""


class Glosser:
    """Makes glosses, keeps them, and says in one line why there are none.

    Args:
        translator: the provider.
        store: where glosses are kept and sendings logged.
        allowed: that the user turned glosses on; without it nothing is ever sent, and only kept glosses are given.
        sleep, now: the clock, for tests.
    """

    def __init__(
        self, translator: Translator, store: GlossStore, *, allowed: bool,
        sleep: Callable[[float], None] = time.sleep, now: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:  # fmt: skip
        self._translator, self._store, self._allowed = translator, store, allowed
        self._sleep, self._now = sleep, now
        self._asked = False
        self.notice = ""
        """One quiet line for the user where glosses are missing; empty where all is well."""

    def gloss(self, texts: Sequence[str], source: str, target: str) -> list[Gloss | None]:
        """The gloss of each paragraph, None where there is none; never raises because of a provider.

        Raises `OptionError` where a text would have to leave the machine and the user has not turned glosses on.
        """
        out: list[Gloss | None] = []
        for text in texts:
            gloss = self._store.find(text, source, target, self._translator.name)
            if gloss is None and text.strip() and not self.notice:
                gloss = self._fresh(text, source, target)
            out.append(gloss)
        return out

    def _fresh(self, text: str, source: str, target: str) -> Gloss | None:
        if not self._allowed:
            raise OptionError(
                "glosses are off: no text leaves this machine", remedy="turn them on with --gloss"
            )
        try:
            pieces = [self._piece(piece, source, target) for piece in cut(text, self._translator.limit)]
        except FetchError as error:
            self.notice = f"no glosses from {self._translator.name}: {error.what}"
            return None
        gloss = Gloss(join(pieces, target), target, self._translator.name, self._now().date().isoformat())
        self._store.keep(text, source, gloss)
        return gloss

    def _piece(self, piece: str, source: str, target: str) -> str:
        for turn in range(TRIES):
            if self._asked:
                self._sleep(PAUSE if turn == 0 else PATIENCE * 2 ** (turn - 1))
            self._asked = True
            self._store.log(
                self._now().isoformat(timespec="seconds"), self._translator.name, source, target, piece
            )
            try:
                answer = self._translator.translate([piece], source, target)[0]
            except RetryError:
                if turn + 1 == TRIES:
                    raise
                continue
            wrong = fault(piece, answer)
            if not wrong:
                return answer
            if turn + 1 == TRIES:
                raise FetchError(
                    f"it gave {wrong}", self._translator.name, "try again later or another provider"
                )
        raise AssertionError("unreachable")
