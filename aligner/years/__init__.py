"""Links between two versions in one language, and what each of them changed."""

from aligner.years.documents import compare

__all__ = ["compare"]
