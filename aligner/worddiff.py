"""The readable word diff of one pair of texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

from aligner.model import Op
from aligner.tokens import HAN_LANGUAGES, tokens
from aligner.worddiff_readable import Hunk, Line, readable

CONTEXT = 6  # 3–20: blanks kept beside the first and the last difference
CONTEXT_HAN = 2  # 1–4: the same for marks in Chinese


class Interner(dict[str, str]):
    """Gives every distinct word one code point, so that a text becomes a short string for rapidfuzz."""

    def __init__(self) -> None:
        super().__init__()
        self._codes: dict[str, str] = {}

    def __missing__(self, token: str) -> str:
        code = self[token] = self._codes.setdefault(token.strip(), chr(len(self._codes)))
        return code


def diff_words(old: str, new: str, language: str = "und") -> list[Op]:
    """Show a change as a careful editor would: equal, deleted and inserted words in the order of the text.

    The texts of all but the inserts give `old`, of all but the deletes `new`, character by character.
    `language` is an ISO 639 code. Blocks are a longest common subsequence of tokens (Indel distance).
    """
    if old == new:
        return [("equal", old)] if old else []
    if old > new:  # the same choice among equally short diffs, whichever text comes first
        return mirrored(diff_words(new, old, language))
    han = language in HAN_LANGUAGES
    head, tail = _shared_ends(old, new, *(("，。；、", CONTEXT_HAN) if han else (" ", CONTEXT)))
    ops = _diff(old[head : len(old) - tail], new[head : len(new) - tail], language, han)
    return _framed(old[:head], ops, old[len(old) - tail :])


def _diff(old: str, new: str, language: str, han: bool) -> list[Op]:
    a, b = tokens(old, language), tokens(new, language)
    code = Interner()
    one, two = Line(a, "".join(map(code.__getitem__, a))), Line(b, "".join(map(code.__getitem__, b)))
    hunks = readable(one, two, _hunks(one.codes, two.codes), han=han)
    if han:
        from aligner.worddiff_han import whole_words

        hunks = whole_words(one, two, hunks)
    return _render(a, b, hunks)


def _shared_ends(old: str, new: str, stops: str, context: int) -> tuple[int, int]:
    """How many characters at the beginning and at the end need no comparing, as both texts share them.

    Only whole tokens are spared, and some beside the first and last difference are kept: an insertion may
    slide over them.
    """
    most = min(len(old), len(new))
    head = _shared(lambda n: old.startswith(new[:n]), most)
    most -= head
    end = len(old) - _shared(lambda n: old.endswith(new[len(new) - n :]), most)
    for _ in range(context):
        head = max([old.rfind(stop, 0, head) for stop in stops])
        if head < 0:
            break
    for _ in range(context):
        found = [at for stop in stops if (at := old.find(stop, end + 1)) >= 0]
        if not found:
            return max(0, head), 0
        end = min(found)
    return max(0, head), len(old) - end


def _shared(same: Callable[[int], bool], most: int) -> int:
    """The greatest length up to `most` for which `same` holds, by bisection."""
    if same(most):
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if same(middle) else (low, middle)
    return low


def _hunks(a: str, b: str) -> list[Hunk]:
    """The changed runs of a shortest diff."""
    hunks: list[Hunk] = []
    for op in Indel.opcodes(a, b):
        if op.tag == "equal":
            continue
        if hunks and hunks[-1][1] == op.src_start and hunks[-1][3] == op.dest_start:
            hunks[-1][1], hunks[-1][3] = op.src_end, op.dest_end
        else:
            hunks.append([op.src_start, op.src_end, op.dest_start, op.dest_end])
    return hunks


def mirrored(ops: Sequence[Op]) -> list[Op]:
    """The same diff from the other side: what was deleted is inserted; deletions still come first."""
    out: list[Op] = []
    for name, text in ops:
        if name == "insert":
            out.insert(len(out) - (bool(out) and out[-1][0] == "insert"), ("delete", text))
        else:
            out.append(("insert" if name == "delete" else name, text))
    return out


def _framed(head: str, ops: list[Op], tail: str) -> list[Op]:
    """Put what was spared back around a diff."""
    if head and ops[0][0] == "equal":
        ops[0] = ("equal", head + ops[0][1])
    elif head:
        ops.insert(0, ("equal", head))
    if tail and ops[-1][0] == "equal":
        ops[-1] = ("equal", ops[-1][1] + tail)
    elif tail:
        ops.append(("equal", tail))
    return ops


def _render(a: list[str], b: list[str], hunks: list[Hunk]) -> list[Op]:
    """Ops from hunks of tokens; blanks that differ between equal words become edits of their own."""
    out = _Writer()
    i = j = 0
    for a0, a1, b0, b1 in hunks:
        out.equal(a[i:a0], b[j:b0])
        out.replace("".join(a[a0:a1]), "".join(b[b0:b1]))
        i, j = a1, b1
    out.equal(a[i:], b[j:])
    return out.finish()


class _Writer:
    """Collects hunks and writes what both sides of a hunk share at its ends as equal."""

    def __init__(self) -> None:
        self.ops: list[Op] = []
        self.gone: list[str] = []
        self.come: list[str] = []

    def replace(self, old: str, new: str) -> None:
        self.gone.append(old)
        self.come.append(new)

    def equal(self, old: list[str], new: list[str]) -> None:
        if old == new:
            self._keep("".join(old))
            return
        for x, y in zip(old, new, strict=True):
            if x == y:
                self._keep(x)
            else:
                word = x.lstrip()
                self.replace(x[: len(x) - len(word)], y[: len(y) - len(word)])
                self._keep(word)

    def _keep(self, text: str) -> None:
        if not text:
            return
        head, tail = self._flush()
        text = head + tail + text
        if self.ops and self.ops[-1][0] == "equal":
            text = self.ops.pop()[1] + text
        self.ops.append(("equal", text))

    def _flush(self) -> tuple[str, str]:
        """Write the pending hunk; returns the blanks at its end that both sides share."""
        old, new = "".join(self.gone), "".join(self.come)
        self.gone, self.come = [], []
        if not old and not new:
            return "", ""
        head = _shared_blanks(old, new)
        old, new = old[len(head) :], new[len(head) :]
        tail = _shared_blanks(old[::-1], new[::-1])[::-1]
        if tail:
            old, new = old[: -len(tail)], new[: -len(tail)]
        if not old and not new:
            return head, tail
        if head:
            if self.ops and self.ops[-1][0] == "equal":
                head = self.ops.pop()[1] + head
            self.ops.append(("equal", head))
        if old:
            self.ops.append(("delete", old))
        if new:
            self.ops.append(("insert", new))
        return "", tail

    def finish(self) -> list[Op]:
        head, tail = self._flush()
        if head + tail:
            self._keep(head + tail)
        return self.ops


def _shared_blanks(old: str, new: str) -> str:
    """The blanks that both texts begin with."""
    n = 0
    while n < len(old) and n < len(new) and old[n] == new[n] and old[n].isspace():
        n += 1
    return old[:n]
