"""Writing a diff down: from hunks of tokens to equal, deleted and inserted text."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category

from aligner.model import Op
from aligner.worddiff_readable import Hunk

APOSTROPHES = "'\u2019"


def render(old: Sequence[str], new: Sequence[str], hunks: Sequence[Hunk]) -> list[Op]:
    """Ops from hunks of tokens.

    What differs between tokens that count as equal, their blanks above all, becomes edits of its own.
    """
    out = _Writer()
    i = j = 0
    for a0, a1, b0, b1 in hunks:
        out.equal(old[i:a0], new[j:b0])
        out.hunk("".join(old[a0:a1]), "".join(new[b0:b1]))
        i, j = a1, b1
    out.equal(old[i:], new[j:])
    return out.finish()


def mirrored(ops: Sequence[Op]) -> list[Op]:
    """The same diff from the other side: what was deleted is inserted; deletions still come first."""
    out: list[Op] = []
    for name, text in ops:
        if name == "insert":
            out.insert(len(out) - (bool(out) and out[-1][0] == "insert"), ("delete", text))
        else:
            out.append(("insert" if name == "delete" else name, text))
    return out


def framed(head: str, ops: list[Op], tail: str) -> list[Op]:
    """A diff with equal text put before and after it."""
    return joined([("equal", head), *ops, ("equal", tail)])


def joined(ops: Sequence[Op]) -> list[Op]:
    """Ops without empty texts, equal neighbours as one, a deletion before its insertion."""
    out: list[Op] = []
    for name, text in ops:
        if not text:
            continue
        if out and out[-1][0] == name:
            out[-1] = (name, out[-1][1] + text)
        elif name == "delete" and out and out[-1][0] == "insert":
            if len(out) > 1 and out[-2][0] == "delete":
                out[-2] = (name, out[-2][1] + text)
            else:
                out.insert(-1, (name, text))
        else:
            out.append((name, text))
    return out


class _Writer:
    """Collects hunks and writes what both sides of a hunk share at its ends as equal."""

    def __init__(self) -> None:
        self.ops: list[Op] = []
        self.gone: list[str] = []
        self.come: list[str] = []

    def hunk(self, old: str, new: str) -> None:
        """Words that one side has instead of the other's; an edit before them that is none of theirs stands apart."""
        if self.gone and (head := _shared_blanks(old, new)):
            self._keep(old[:head])
            old, new = old[head:], new[head:]
        self.replace(old, new)

    def replace(self, old: str, new: str) -> None:
        """Text that one side has instead of the other's."""
        self.gone.append(old)
        self.come.append(new)

    def equal(self, old: Sequence[str], new: Sequence[str]) -> None:
        """Tokens that count as equal one by one, whatever blanks stand before them."""
        if old == new:
            self._keep("".join(new))
            return
        for x, y in zip(old, new, strict=True):
            if x == y:
                self._keep(x)
            else:
                for part, other in zip(_parts(x), _parts(y), strict=True):
                    if part == other:
                        self._keep(part)
                    else:
                        self.replace(part, other)

    def _keep(self, text: str) -> None:
        if not text:
            return
        text = self._flush() + text
        text = self._with_blanks_after(text)
        if self.ops and self.ops[-1][0] == "equal":
            text = self.ops.pop()[1] + text
        self.ops.append(("equal", text))

    def _flush(self) -> str:
        """Write the pending hunk; returns the blanks and marks at its end that both sides share."""
        old, new = "".join(self.gone), "".join(self.come)
        self.gone, self.come = [], []
        head = _shared_edge(old, new)
        if head:
            self._keep_blanks(old[:head])
            old, new = old[head:], new[head:]
        tail = _shared_edge(old[::-1], new[::-1])
        rest = old[len(old) - tail :]
        old, new = old[: len(old) - tail], new[: len(new) - tail]
        if old:
            self.ops.append(("delete", old))
        if new:
            self.ops.append(("insert", new))
        return rest

    def _with_blanks_after(self, text: str) -> str:
        """Let what was put in or taken out end with the blanks that part it, rather than begin with them."""
        if (
            not text[0].isspace()
            or not self.ops
            or self.ops[-1][0] == "equal"
            or not self.ops[-1][1][0].isspace()
        ):
            return text
        if len(self.ops) > 1 and self.ops[-2][0] != "equal":
            return text  # a replacement, not an insertion or deletion alone
        name, edit = self.ops[-1]
        blanks = edit[: len(edit) - len(edit.lstrip())]
        if not text.startswith(blanks) or blanks == edit or not edit[len(blanks)].isalnum():
            return text
        self.ops.pop()
        self._keep_blanks(blanks)
        self.ops.append((name, edit[len(blanks) :] + blanks))
        return text[len(blanks) :]

    def _keep_blanks(self, blanks: str) -> None:
        if self.ops and self.ops[-1][0] == "equal":
            blanks = self.ops.pop()[1] + blanks
        self.ops.append(("equal", blanks))

    def finish(self) -> list[Op]:
        """All ops; nothing may follow."""
        if rest := self._flush():
            self._keep_blanks(rest)
        return self.ops


def _parts(token: str) -> tuple[str, str, str, str]:
    """A token's blanks, the marks before its word, the word, the marks after it."""
    blanks = len(token) - len(token.lstrip())
    start = next((n for n in range(blanks, len(token)) if token[n].isalnum()), len(token))
    end = next((n for n in range(len(token), start, -1) if category(token[n - 1])[0] in "LMN"), start)
    return token[:blanks], token[blanks:start], token[start:end], token[end:]


def _shared_blanks(old: str, new: str) -> int:
    """How many blanks both texts begin with."""
    n = 0
    while n < len(old) and n < len(new) and old[n] == new[n] and old[n].isspace():
        n += 1
    return n


def _shared_edge(old: str, new: str) -> int:
    """How many blanks, and marks that belong to no word, both texts begin with."""
    n = 0
    while n < len(old) and n < len(new) and old[n] == new[n] and _is_loose(old[n]):
        n += 1
    return n


def _is_loose(c: str) -> bool:
    return c.isspace() or (category(c)[0] == "P" and c not in APOSTROPHES)
