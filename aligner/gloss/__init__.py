"""Machine glosses: a rough reading of a paragraph in another language, never a text of the United Nations.

No text leaves the machine unless the user turned glosses on. A gloss is always shown with its provider and its day, and
decides nothing by itself.
"""

from __future__ import annotations

from aligner.gloss.model import Gloss, Translator
from aligner.gloss.service import Glosser

__all__ = ["Gloss", "Glosser", "Translator"]
