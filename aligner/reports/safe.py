"""Text from documents made harmless and visible, whatever format it goes into.

Control characters, bidirectional overrides, lone surrogates and non-characters have no place in a resolution:
they are shown as what they are. Directional marks and joiners, which Arabic and Persian text needs, stay.
"""

from __future__ import annotations

import re

# Tab stays; the line feed stays because it joins the paragraphs of a split or merge.
_STRANGE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_FORMULA = re.compile(r"^[\s\u200e\u200f\u061c]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def visible(text: str) -> str:
    """The text with every character that could act or hide replaced by its picture or its number."""
    return _STRANGE.sub(_picture, text)


def formula_safe(text: str) -> str:
    """Visible text that no spreadsheet takes for a formula: an apostrophe before a leading = + - @ or tab."""
    text = visible(text)
    return "'" + text if _FORMULA.match(text) or text.startswith(("\t", "\n")) else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\\u{{{code:04X}}}"
