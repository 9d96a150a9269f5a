"""What Word's styles say of a paragraph or run, inherited along `basedOn`: italics, outline level, numbering."""

from __future__ import annotations

from functools import cache
from typing import Any

from corpora.readers.docx.package import Package

W = Package.W
MAX_CHAIN = 20  # styles based on styles; a ring of them must end
_FALSE = frozenset(("0", "false", "off", "none"))


def switched_on(element: Any | None) -> bool | None:
    """The value of an on/off property: None where the element is absent."""
    if element is None:
        return None
    return element.get(W + "val", "1") not in _FALSE


class Styles:
    """The styles part, looked up by style id."""

    def __init__(self, root: Any | None) -> None:
        self._styles = {s.get(W + "styleId"): s for s in root.iter(W + "style")} if root is not None else {}
        self._default = next((k for k, s in self._styles.items() if s.get(W + "default") == "1"
                              and s.get(W + "type") == "paragraph"), None)  # fmt: skip
        self.italic = cache(self._italic)
        self.is_heading = cache(self._is_heading)
        self.numbering = cache(self._numbering)

    def _numbering(self, style: str | None) -> tuple[str | None, str | None]:
        """(numId, level) that a paragraph style brings."""
        number = level = None
        for s in self._chain(style):
            properties = s.find(f"{W}pPr/{W}numPr")
            if properties is not None:
                number = number or _value(properties.find(W + "numId"))
                level = level or _value(properties.find(W + "ilvl"))
        return number, level

    def _italic(self, style: str | None) -> bool:
        found = (switched_on(s.find(f"{W}rPr/{W}i")) for s in self._chain(style))
        return next((f for f in found if f is not None), False)

    def _is_heading(self, style: str | None) -> bool:
        for s in self._chain(style):
            name = _value(s.find(W + "name")) or ""
            level = _value(s.find(f"{W}pPr/{W}outlineLvl"))
            if name.lower().startswith("heading") or (level and level.isdigit() and int(level) < 9):
                return True
        return False

    def _chain(self, style: str | None) -> list[Any]:
        chain: list[Any] = []
        style = style or self._default
        while style in self._styles and len(chain) < MAX_CHAIN:
            chain.append(self._styles[style])
            style = _value(chain[-1].find(W + "basedOn"))
        return chain


def _value(element: Any | None) -> str | None:
    return None if element is None else element.get(W + "val")
