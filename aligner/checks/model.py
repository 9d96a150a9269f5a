"""What a check is: a name, a severity and a function that finds; its explanation and examples are in `explained`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from aligner.checks.rows import Pair
from aligner.checks.settings import Settings
from aligner.findings import Finding
from corpora.model import Resolution

PairCheck = Callable[[Pair, Settings], Iterable[Finding]]
SingleCheck = Callable[[Resolution, Settings], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: `pair` looks at two linked versions, `single` at each version alone."""

    name: str
    pair: PairCheck | None = None
    single: SingleCheck | None = None

    def of_pair(self, pair: Pair, settings: Settings) -> Iterable[Finding]:
        """What it finds between two versions."""
        if self.pair is not None:
            languages = (pair.a.language, pair.b.language)
            for finding in self.pair(pair, settings):
                yield replace(finding, languages=languages, message=_line(finding.message))

    def of_single(self, document: Resolution, settings: Settings) -> Iterable[Finding]:
        """What it finds in one version, as findings of the second side."""
        if self.single is not None:
            for finding in self.single(document, settings):
                yield replace(finding, languages=("", document.language), message=_line(finding.message))


def _line(message: str) -> str:
    """A message on one line, whatever the texts that it quotes hold."""
    return " ".join(message.split())


def version(document: Resolution) -> str:
    """How a message calls a document: by its language, by its name where that is unknown."""
    return document.language if document.language != "und" else document.name
