"""Bytes → text: the encoding by byte order mark, then by what decodes and reads as a language."""

from __future__ import annotations

import codecs

from corpora.errors import DamagedDocument, UnsupportedFormat
from corpora.readers.folding import without_controls

# A text may hold a few stray control characters; a binary file has far more.
CONTROL_SHARE = 0.02
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Share of function words from which a decoding makes sense: real texts have 0.15 and more, a wrong code page
# 0.01 at most. Chinese is counted in characters (real texts have 0.01 to 0.04), and its double bytes seldom fit by
# chance.
SENSE, SENSE_CHINESE = 0.02, 0.005
# The code pages in which documents of the six languages were once written, and what each must then read as.
_LEGACY = (
    ("gb18030", ("zh",)),
    ("big5", ("zh",)),
    ("cp1251", ("ru",)),
    ("koi8-r", ("ru",)),
    ("cp866", ("ru",)),
    ("cp1256", ("ar",)),
    ("cp1252", ("fr", "es", "en", "de", "pt", "it", "nl")),
    ("cp1250", ("pl",)),
)


def decode(data: bytes, name: str) -> tuple[str, list[str]]:
    """The text of the bytes and warnings about its encoding.

    Control characters without a meaning in text become U+FFFD, so that none reaches a terminal or a report.
    Raises `UnsupportedFormat` for bytes that are no text, `DamagedDocument` where no encoding fits.
    """
    text, warnings = _text(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    cleaned, controls = without_controls(text)
    if controls > CONTROL_SHARE * len(text) and controls > 8:
        raise UnsupportedFormat(
            "not a text but binary data", name, "give a text, XML, PDF, DOCX or HTML file"
        )
    if controls:
        warnings.append(f"{controls} control characters were replaced by \ufffd")
    return cleaned, warnings


def _text(data: bytes, name: str) -> tuple[str, list[str]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), []
            except UnicodeDecodeError as error:
                raise DamagedDocument(
                    f"broken {encoding.upper()} at byte {error.start + len(mark)}",
                    name,
                    "save it again as UTF-8",
                ) from None
    if encoding := _unmarked_utf16(data):
        return data.decode(encoding, "replace"), [f"read as {encoding.upper()}"]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _legacy(data, name, error.start)


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without a mark shows as a zero in every other byte of Latin text."""
    head = data[:2000]
    if b"\x00" not in head or len(head) < 8:
        return ""
    for encoding, zeros, others in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if zeros.count(0) > 0.7 * len(zeros) and others.count(0) < 0.05 * len(others):
            return encoding
    return ""


def _legacy(data: bytes, name: str, where: int) -> tuple[str, list[str]]:
    from corpora.languages import detect

    if b"\x00" in data:
        raise UnsupportedFormat(
            "not a text but binary data", name, "give a text, XML, PDF, DOCX or HTML file"
        )
    best, text, used = 0.0, "", ""
    for encoding, languages in _LEGACY:
        try:
            candidate = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        code = detect(candidate)
        if code not in languages or without_controls(candidate)[1]:
            continue
        sense = _sense(candidate, code)
        if sense > max(best, SENSE_CHINESE if code == "zh" else SENSE):
            best, text, used = sense, candidate, encoding
    if not used:
        raise DamagedDocument(
            f"not UTF-8 at byte {where}, and no other encoding fits", name, "save it again as UTF-8"
        )
    return text, [f"not UTF-8: read as {used}"]


def _sense(text: str, code: str) -> float:
    """The share of a language's function words among the words (in Chinese among the characters)."""
    from corpora.languages.detection import function_words

    table = function_words(code)
    if code == "zh":
        return sum(c in table for c in text) / max(1, len(text))
    # Words of one letter stand in any gibberish.
    words = [word.strip(".,;:()[]«»\"'،؛") for word in text.lower().split()]
    return sum(len(word) > 1 and word in table for word in words) / max(1, len(words))
