"""What kind of change each link is: roll-over with its proof, editorial, or substantive.

When in doubt, substantive: a reader loses a moment on a change shown in vain, and the text on one hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from aligner.changes.hunks import ChangedHunk, Hunk, hunks
from aligner.changes.rollover import Calendar, calendar, line_proof, short_symbol
from aligner.changes.spans import ValueSpan, apart, spans
from aligner.changes.style import only_citing, phrases, same_joint, same_stacking, same_wording
from aligner.model import JOINT, Change, Comparison, Link
from corpora.languages import CODES, facts
from corpora.model import UNKNOWN_LANGUAGE, Resolution

_REWORDED = ("edited", "split", "merged")  # the relations of links that have words on both sides


class _Pair(NamedTuple):
    """The texts of a link with their values, and all that its hunks are judged by."""

    old: str
    new: str
    labels: tuple[str, str]
    old_spans: Sequence[ValueSpan]
    new_spans: Sequence[ValueSpan]
    cited: frozenset[str]
    language: str
    times: Calendar


def classify(comparison: Comparison, series: Iterable[Resolution] = ()) -> Comparison:
    """The same comparison of two years with the kind of every change, and its proofs among the evidence.

    `series` may give further documents of the same yearly series: with them a predecessor is known although
    it is neither of the two. A comparison of languages comes back as it is.
    """
    if comparison.axis != "years":
        return comparison
    times = calendar(comparison.old, comparison.new, series)
    return replace(comparison, links=tuple(_classified(link, comparison, times) for link in comparison.links))


def changed_hunks(
    comparison: Comparison, link: Link, series: Iterable[Resolution] = ()
) -> tuple[ChangedHunk, ...]:
    """The edits of one link, each with its kind."""
    return _judged_hunks(link, comparison, calendar(comparison.old, comparison.new, series))


def _classified(link: Link, comparison: Comparison, times: Calendar) -> Link:
    if link.relation == "same" and not link.moved:
        proof = _label_proof(link, comparison, times)
        return _proven(link, "rollover", (proof,)) if proof else link
    if link.relation not in _REWORDED:
        return replace(link, change="substantive")
    judged = _judged_hunks(link, comparison, times)
    kinds = {h.change for h in judged}
    change: Change = (
        "substantive" if "substantive" in kinds else "rollover" if "rollover" in kinds else "editorial"
    )
    if link.relation != "edited" or link.moved:
        change = "substantive"
    return _proven(link, change, (h.proof for h in judged if h.proof), judged)


def _proven(link: Link, change: Change, proofs: Iterable[str], judged: tuple[ChangedHunk, ...] = ()) -> Link:
    """The link with its kind and edits; proofs that it has already are not told twice."""
    return replace(
        link, change=change, evidence=tuple(dict.fromkeys((*link.evidence, *proofs))), hunks=judged
    )


def _label_proof(link: Link, comparison: Comparison, times: Calendar) -> str:
    """Why the number printed before the title is another one."""
    if not link.renumbered or link.new != ("title",):
        return ""
    old, new = ((side["title"].label or "").rstrip(" .-") for side in (comparison.old, comparison.new))
    return f"{old} → {new}: each document's own number"


def _line_proof(link: Link, comparison: Comparison, times: Calendar) -> str:
    """Why a masthead line or the closing rolls over as a whole."""
    old, new = comparison.old_paragraphs(link), comparison.new_paragraphs(link)
    if len(old) != 1 or len(new) != 1 or new[0].kind not in ("masthead", "closing"):
        return ""
    return line_proof(old[0], new[0], _language(comparison), times)


def _judged_hunks(link: Link, comparison: Comparison, times: Calendar) -> tuple[ChangedHunk, ...]:
    old, new = (
        JOINT.join(p.text for p in side)
        for side in (comparison.old_paragraphs(link), comparison.new_paragraphs(link))
    )
    if proof := _line_proof(link, comparison, times):
        return (ChangedHunk(old, new, "rollover", proof, ops=(0, len(link.ops))),)
    labels = tuple(
        side[0].label or "" for side in (comparison.old_paragraphs(link), comparison.new_paragraphs(link))
    )
    pair = _pair(old, new, (labels[0], labels[1]), _language(comparison), times)
    found = hunks(link.ops, pair.old_spans, pair.new_spans, pair.language)
    judged = (_judged(h, pair) for h in found if _counts(h, link))
    return tuple(h for h in judged if h.old.strip() or h.new.strip() or link.relation == "edited")


def _counts(h: Hunk, link: Link) -> bool:
    """Whether an edit differs in something that was to be looked at."""
    edits = {place for place in range(*h.ops) if link.ops[place][0] != "equal"}
    return not edits <= set(link.ignored)


def _language(comparison: Comparison) -> str:
    new = comparison.new.language
    return comparison.old.language if new == UNKNOWN_LANGUAGE else new


def _pair(old: str, new: str, labels: tuple[str, str], language: str, times: Calendar) -> _Pair:
    old_spans, new_spans = (
        apart([*spans(text, language, times.sessions), *phrases(text, language)]) for text in (old, new)
    )
    cited = frozenset(short_symbol(s.value) for s in (*old_spans, *new_spans) if s.kind == "symbol")
    return _Pair(old, new, labels, old_spans, new_spans, cited, language, times)


def _judged(h: Hunk, pair: _Pair) -> ChangedHunk:
    old, new = pair.old[h.old_start : h.old_end], pair.new[h.new_start : h.new_end]
    change, proof = _kind(h, pair, old, new)
    return ChangedHunk(old, new, change, proof, h.old_start, h.new_start, h.ops)


def _kind(h: Hunk, pair: _Pair, old: str, new: str) -> tuple[Change, str]:
    old_spans = [s for s in pair.old_spans if h.old_start <= s.start and s.end <= h.old_end]
    new_spans = [s for s in pair.new_spans if h.new_start <= s.start and s.end <= h.new_end]
    if _is_dress(old, new, pair.old[: h.old_start], pair.language) or _is_label(h, pair, old, new):
        return "editorial", ""
    proofs = _value_proofs(h, pair, old_spans, new_spans)
    if proofs is None:
        proofs = _citation_proofs(h, pair, old_spans, new_spans)
    if proofs is None:
        return "substantive", ""
    return ("rollover" if proofs else "editorial"), "; ".join(proofs)


def _is_dress(old: str, new: str, before: str, language: str) -> bool:
    return (
        same_wording(old, new, language)
        or same_joint(before, old, new, language)
        or same_stacking(before, old, new, language)
        or (bool(old.strip() and new.strip()) and _is_number_of_citations(old, new, language))
    )


def _is_label(h: Hunk, pair: _Pair, old: str, new: str) -> bool:
    """Whether one text begins with what is the other's label: "(g)" printed within or before it."""
    return (
        h.old_start == h.new_start == 0
        and bool(old) != bool(new)
        and (old or new).strip() == pair.labels[0 if new else 1]
    )


def _is_number_of_citations(old: str, new: str, language: str) -> bool:
    """Whether "resolution" became "resolutions", as it does where a list grows."""
    if language not in CODES or any(c.isdigit() for c in old + new):
        return False
    resolution = facts(language).resolution
    return only_citing(old, language, resolution) and only_citing(new, language, resolution)


def _value_proofs(
    h: Hunk, pair: _Pair, old_spans: list[ValueSpan], new_spans: list[ValueSpan]
) -> list[str] | None:
    """Why each value took another's place; None unless all is proven and the words around are the same."""
    if not old_spans or len(old_spans) != len(new_spans):
        return None
    if not same_wording(
        _without(pair.old, h.old_start, h.old_end, old_spans),
        _without(pair.new, h.new_start, h.new_end, new_spans),
        pair.language,
    ):
        return None
    proofs = []
    for a, b in zip(old_spans, new_spans, strict=True):
        if a.kind == b.kind and a.value == b.value:
            continue  # the same in another spelling
        proof = pair.times.proof(a, b, pair.cited)
        if not proof:
            return None
        proofs.append(proof)
    return proofs


def _citation_proofs(
    h: Hunk, pair: _Pair, old_spans: list[ValueSpan], new_spans: list[ValueSpan]
) -> list[str] | None:
    """Why a list of citations is longer: the later text also cites its predecessor, and drops nothing.

    Seen on the edit alone, then on the whole paragraph, because a word diff may show the list's last members as
    exchanged.
    """
    if pair.language not in CODES or not (old_spans or new_spans):
        return None
    resolution = facts(pair.language).resolution
    around = " ".join(
        (
            _without(pair.old, h.old_start, h.old_end, old_spans),
            _without(pair.new, h.new_start, h.new_end, new_spans),
        )
    )
    if not only_citing(around, pair.language, resolution):
        return None
    return _joined_by_predecessors(old_spans, new_spans, pair) or _joined_by_predecessors(
        pair.old_spans, pair.new_spans, pair
    )


def _joined_by_predecessors(
    old: Sequence[ValueSpan], new: Sequence[ValueSpan], pair: _Pair
) -> list[str] | None:
    """The proofs of all values that the later side has more than the earlier, which must have none more."""
    earlier, later = (new, old) if pair.times.swapped else (old, new)
    before, after = (Counter((s.kind, short_symbol(s.value)) for s in side) for side in (earlier, later))
    if before - after:
        return None
    proofs = [pair.times.predecessor(kind, value, pair.cited) for kind, value in after - before]
    return proofs if proofs and all(proofs) else None


def _without(text: str, start: int, end: int, cut: Sequence[ValueSpan]) -> str:
    """The text from `start` to `end` with a sign in place of each value."""
    out, at = [], start
    for span in cut:
        out += [text[at : span.start], "#"]
        at = span.end
    return "".join([*out, text[at:end]])
