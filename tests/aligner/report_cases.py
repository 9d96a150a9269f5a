"""Comparisons built by hand, so that the reports are tested apart from the matching."""

from __future__ import annotations

import datetime as dt
import difflib
import re

from hypothesis import strategies as st

from aligner.model import JOINT, Comparison, Link, Op
from corpora.model import Kind, Mark, Paragraph, Provenance, Resolution, Symbol, Unplaced

KINDS: tuple[tuple[str, Kind], ...] = (
    ("pp", "preambular"), ("op", "operative"), ("fn", "note"), ("m", "masthead"), ("h", "heading"),
    ("p", "plain"),
)  # fmt: skip

HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "[red]not red[/red]",
    "\x1b[31mred\x1b[0m \x07 bell",
    "null \x00 and \x0b and \x0c",
    "over\u202eride\u202c and \u2066isolate\u2069",
    "lone \ud83d and \udc80",
    "]]> & &amp; \"quotes\" 'and' `ticks` **bold** ~~gone~~ | cell",
    "+1 @now -2",
    "\ufffe\uffff \x85 \x9b31m",
    "# heading\n- item",
)


def resolution(
    paragraphs: list[Paragraph],
    symbol: str = "A/RES/60/156",
    language: str = "en",
    status: str = "unofficial",
    **more,
) -> Resolution:
    provenance = Provenance(status, f"{symbol}.{language}", "0" * 64)
    return Resolution(
        Symbol(symbol), language, tuple(paragraphs), provenance, adopted=dt.date(2005, 12, 16), **more
    )


def paragraph(
    paragraph_id: str, text: str, label: str | None = None, marks: tuple[Mark, ...] = ()
) -> Paragraph:
    head = paragraph_id.split(".")[0].rstrip("0123456789")
    return Paragraph(
        paragraph_id, dict(KINDS).get(head, "title" if head == "title" else "plain"), text, label, marks
    )


def diff(old: str, new: str) -> tuple[Op, ...]:
    """A word diff that is slow and obvious."""
    a, b = (re.findall(r"\w+|\W", side) for side in (old, new))
    out: list[Op] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            out.append(("equal", "".join(a[i:j])))
            continue
        out += [op for op in (("delete", "".join(a[i:j])), ("insert", "".join(b[k:m]))) if op[1]]
    return tuple(out)


def link(
    old: Resolution, new: Resolution, relation: str, left: tuple[str, ...], right: tuple[str, ...], **more
) -> Link:
    texts = [JOINT.join(d[i].text for i in ids) for d, ids in ((old, left), (new, right))]
    return Link(relation, left, right, ops=diff(*texts), **more)


def yearly() -> Comparison:
    """Every relation once, a move, a renumbering, notes and italics."""
    old = resolution([
        paragraph("title", "Enhancement of international cooperation", "60/156."),
        paragraph("pp1", "Reaffirming its commitment,", None, (Mark(27, 27, "note", "fn1"),)),
        paragraph("pp2", "Recalling its resolution 59/187 of 20 December 2004,"),
        paragraph("op1", "Welcomes the report;", "1.", (Mark(0, 8, "italic"),)),
        paragraph("op2", "Urges all actors to build an order; calls upon them to act;", "2."),
        paragraph("op3", "Decides to meet;", "3."),
        paragraph("op4", "Decides to report;", "4."),
        paragraph("op5", "Requests the Secretary-General to consult;", "5."),
        paragraph("op6", "Deplores the delay;", "6."),
        paragraph("op7", "Decides to continue at its sixty-first session.", "7."),
        paragraph("fn1", "A/CONF.157/24 (Part I), chap. III."),
    ], unplaced=(Unplaced("06-12345", "job number"),))  # fmt: skip
    note_at_31 = (Mark(31, 31, "note", "fn2"),)
    new = resolution([
        paragraph("title", "Enhancement of international cooperation", "61/168."),
        paragraph("pp1", "Reaffirming its commitment,", None, (Mark(27, 27, "note", "fn1"),)),
        paragraph("pp2", "Recalling its resolution 60/156 of 16 December 2005,", None, note_at_31),
        paragraph("pp3", "Recognizing that dialogue helps,"),
        paragraph("op1", "Requests the Secretary-General, again, to consult;", "1.", (Mark(0, 8, "italic"),)),
        paragraph("op2", "Welcomes the report;", "2.", (Mark(0, 8, "italic"),)),
        paragraph("op3", "Urges all actors to build an order;", "3."),
        paragraph("op4", "calls upon them to act;", "4."),
        paragraph("op5", "Decides to meet; Decides to report;", "5."),
        paragraph("op6", "Decides to continue at its sixty-second session.", "6."),
        paragraph("fn1", "A/CONF.157/24 (Part I), chap. III."),
        paragraph("fn2", "See resolution 55/2."),
    ], "A/RES/61/168", status="official")  # fmt: skip

    def make(*args, **more) -> Link:
        return link(old, new, *args, **more)

    return Comparison("years", old, new, (
        make("same", ("title",), ("title",), renumbered=True),
        make("same", ("pp1",), ("pp1",)),
        make("edited", ("pp2",), ("pp2",), change="rollover", evidence=("re-cites its predecessor",)),
        make("added", (), ("pp3",), change="substantive", similarity=0.0),
        make("edited", ("op5",), ("op1",), moved=True, renumbered=True, similarity=0.9, change="substantive"),
        make("same", ("op1",), ("op2",), renumbered=True),
        make("split", ("op2",), ("op3", "op4"), renumbered=True, change="editorial", similarity=0.95),
        make("merged", ("op3", "op4"), ("op5",), renumbered=True, change="editorial", similarity=0.95),
        make("removed", ("op6",), (), change="substantive", similarity=0.0),
        make("edited", ("op7",), ("op6",), renumbered=True, change="rollover", similarity=0.97),
        make("same", ("fn1",), ("fn1",)),
        make("added", (), ("fn2",), change="substantive", similarity=0.0),
    ), not_compared=("the annex of A/RES/60/156 is a picture",))  # fmt: skip


def hostile(axis: str = "years") -> Comparison:
    """Text that tries to act, in every place where a document can put it."""
    texts = list(enumerate(HOSTILE, 1))
    old = resolution(
        [paragraph(f"p{n}", text, "=1+1") for n, text in texts],
        symbol="A/RES/<b>\x1b[1m",
        unplaced=(Unplaced("<img onerror=x>\x1b", "\u202efurniture"),),
    )
    new = resolution(
        [paragraph(f"p{n}", f"{text} {HOSTILE[n % len(HOSTILE)]}", "@x") for n, text in texts],
        symbol="=A1&<\ud800>",
        warnings=("<u>\x00",),
    )
    relation = "edited" if axis == "years" else "translated"
    more = {"evidence": ("<i>\x1b",), "similarity": 0.5}
    links = tuple(link(old, new, relation, (p.id,), (p.id,), **more) for p in old.paragraphs)
    return Comparison(axis, old, new, links, not_compared=("\x1b]0;title\x07",))


def bilingual() -> Comparison:
    """English and Arabic, one paragraph without an answer, one split."""
    en = resolution([
        paragraph("title", "Human rights", "61/168."),
        paragraph("op1", "Welcomes the report A/61/443; notes it;", "1."),
        paragraph("op2", "Decides to continue.", "2."),
    ])  # fmt: skip
    ar = resolution([
        paragraph("title", "حقوق الإنسان", "61/168."),
        paragraph("op1", "ترحب بالتقرير A/61/443؛", "1 -"),
        paragraph("op2", "تحيط علما به؛", "2 -"),
    ], language="ar")  # fmt: skip
    return Comparison("languages", en, ar, (
        Link("translated", ("title",), ("title",), 0.9), Link("split", ("op1",), ("op1", "op2"), 0.8),
        Link("removed", ("op2",), (), 0.0),
    ))  # fmt: skip


_TEXTS = st.text(st.sampled_from("aب文 .\n\x1b\u202e\ud800<&=*"), max_size=12) | st.sampled_from(
    ("Recalling its resolution 59/187,", "Decides to meet; decides to report;", "Welcomes the report")
)


@st.composite
def _document(draw: st.DrawFn) -> Resolution:
    out = []
    notes = draw(st.integers(0, 3))
    cited = list(range(1, notes + 1))
    for n in range(1, draw(st.integers(0, 7)) + 1):
        text = draw(_TEXTS)
        marks = []
        if cited and draw(st.booleans()):
            at = draw(st.integers(0, len(text)))
            marks.append(Mark(at, at, "note", f"fn{cited.pop(0)}"))
        if text and draw(st.booleans()):
            start = draw(st.integers(0, len(text) - 1))
            marks.append(Mark(start, draw(st.integers(start + 1, len(text))), "italic"))
        out.append(
            Paragraph(
                f"op{n}", "operative", text, draw(st.sampled_from((None, f"{n}.", "(a)"))), tuple(marks)
            )
        )
    out += [Paragraph(f"fn{n}", "note", draw(_TEXTS)) for n in range(1, notes + 1)]
    return resolution(out, language=draw(st.sampled_from(("en", "ar", "zh"))))


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Any links at all between any two documents: crossing, scattered, unmarked moves and all."""
    old, new = draw(_document()), draw(_document())
    links: list[Link] = []
    for notes in (False, True):
        left, right = ([p.id for p in d.paragraphs if (p.kind == "note") == notes] for d in (old, new))
        left, right = list(draw(st.permutations(left))) if draw(st.booleans()) else left, right
        while left or right:
            take = draw(st.sampled_from(((1, 1), (1, 1), (1, 1), (1, 0), (0, 1), (1, 2), (2, 1))))
            a, left = tuple(left[: take[0]]), left[take[0] :]
            b, right = tuple(right[: take[1]]), right[take[1] :]
            if not a and not b:
                continue
            relation = (
                "removed"
                if not b
                else "added"
                if not a
                else "split"
                if len(b) > 1
                else "merged"
                if len(a) > 1
                else "edited"
            )
            moved = bool(a and b) and draw(st.booleans())
            links.append(link(old, new, relation, a, b, moved=moved))
    return Comparison("years", old, new, tuple(links))
