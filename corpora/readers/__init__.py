"""Bytes → Resolution: one module per format, chosen by content, and one shared structure recogniser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, cast

from corpora.errors import DocumentError, EmptyDocument, UnsupportedFormat
from corpora.model import Provenance, Resolution

if TYPE_CHECKING:
    from pathlib import Path

Reader = Callable[[bytes, Provenance, str | None], Resolution]

Revisions = Literal["after", "before"]

MAX_BYTES = 50_000_000  # the largest real document is below 5 MB; beyond this memory is at stake

__all__ = ["read", "read_bytes"]


def read(
    source: Path | str | bytes, *, language: str | None = None, revisions: Revisions = "after"
) -> Resolution:
    """The document in a file or in bytes, its format told by its content.

    Args:
        source: a path, or the bytes themselves.
        language: ISO 639-1 code that the caller expects; the document's own wins, with a warning.
        revisions: what tracked changes of a Word file leave: "after" as if all were accepted, "before" rejected.

    Raises:
        EmptyDocument, UnsupportedFormat, DamagedDocument: it cannot be read.
    """
    from hashlib import sha256

    name, data = _load(source)
    digest = sha256(data).hexdigest()
    if revisions == "after":
        return read_bytes(data, Provenance("local", name, digest), language)
    if (kind := _format(data)) not in ("docx", "doc"):
        raise UnsupportedFormat("only Word files hold tracked changes", name, "read it as it is")
    from importlib import import_module

    module = import_module(f"corpora.readers.{kind}")
    provenance = Provenance("local", f"{name} before its tracked changes", digest)
    return cast(Resolution, module.read(data, provenance, language, revisions=revisions))


def read_bytes(data: bytes, provenance: Provenance, language: str | None = None) -> Resolution:
    """The document in bytes of known provenance; as `read` otherwise."""
    name = provenance.source
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise EmptyDocument("there is no text in it", name, "choose another file")
    return _reader(data, name)(data, provenance, language)


def _format(data: bytes) -> str:
    from corpora.readers import sniff

    return sniff.format_of(data)


def _load(source: Path | str | bytes) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        return "bytes", source
    from pathlib import Path

    path = Path(source)
    try:
        if path.is_dir():
            raise DocumentError("this is a folder", str(path), "name a file in it")
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path.name)
        return path.name, path.read_bytes()
    except FileNotFoundError:
        raise DocumentError("there is no such file", str(path), "check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(
            f"cannot be read: {reason}", str(path), "check the path and its permissions"
        ) from None


def _too_large(name: str) -> DocumentError:
    return DocumentError(f"larger than {MAX_BYTES // 1_000_000} MB", name, "split it or choose another file")


def _reader(data: bytes, name: str) -> Reader:
    """The reader for these bytes, imported only now."""
    from corpora.readers import sniff

    return sniff.reader(data, name)
