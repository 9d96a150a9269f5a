"""The exception tree.

ResdiffError
├── DocumentError      a source that cannot be read
│   ├── EmptyDocument
│   ├── UnsupportedFormat
│   └── DamagedDocument
├── SymbolError        a symbol that is not one, or that names nothing here
├── LibraryError       the user's library
├── FetchError         the network
└── OptionError        a request that contradicts itself or names what does not exist

Every leaf carries what went wrong, where, and what to do, and prints as one line.
"""

from __future__ import annotations


class ResdiffError(Exception):
    """Trouble that the user can act on: `what` happened, `where`, and the `remedy`."""

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.remedy}" if self.remedy else head


class DocumentError(ResdiffError):
    """A source that cannot be read."""


class EmptyDocument(DocumentError):  # noqa: N818 - the tree above reads better without the suffix
    """There is no text in it."""


class UnsupportedFormat(DocumentError):  # noqa: N818
    """Its bytes are of no format that has a reader."""


class DamagedDocument(DocumentError):  # noqa: N818
    """Its format is known but its content is broken."""


class SymbolError(ResdiffError):
    """A symbol that is not one, or that names nothing here."""


class LibraryError(ResdiffError):
    """The user's library cannot do this."""


class FetchError(ResdiffError):
    """A source on the network did not give the document."""


class OptionError(ResdiffError):
    """A request that contradicts itself or names what does not exist."""
