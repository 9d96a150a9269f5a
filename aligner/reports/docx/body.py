"""The text of both documents as paragraphs with tracked changes, and their notes as footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aligner.model import Comparison
from aligner.reports.docx.marks import Revisions, RunFormat, State, runs
from aligner.reports.docx.styles import mirrored, style_of
from aligner.reports.flow import Token, flow, paragraphs
from aligner.reports.layout import Row, rows, same_notes
from aligner.reports.words import direction, number
from corpora.model import Resolution

_FIRST_NOTE = 1  # Word keeps -1 and 0 for the lines that part notes from text
_FIRST_MOVE = 1_000_000  # the ranges of moves are numbered apart from the revisions

_States = Mapping[str, State]
_IN_PLACE: _States = {"equal": "equal", "delete": "delete", "insert": "insert"}


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph not yet written: its runs, and what becomes of its mark."""

    style: str
    direction: str
    runs: str
    mark: State
    last: State  # what becomes of its last words
    whole: bool  # whether all of it goes or comes


class Body:
    """Writes the paragraphs and collects the footnotes that they cite."""

    def __init__(self, comparison: Comparison, revisions: Revisions) -> None:
        self._comparison, self._revisions = comparison, revisions
        self._right_to_left = direction(comparison.new.language) == "rtl"
        self._rows = rows(comparison)
        shown = Counter(id(row.link) for row in self._rows)
        self._moved = {key for key, count in shown.items() if count == 2}
        self._same_notes = same_notes(comparison)
        self._note_rows = {(r.old[0], r.new[0]): r for r in self._rows if r.paired}
        self._old_links = {i: link for link in comparison.links for i in link.old}
        self._new_links = {i: link for link in comparison.links for i in link.new}
        self._cited = _cited(comparison.old), _cited(comparison.new)
        self._old_written: set[str] = set()
        self._new_written: set[str] = set()
        self._ranges = _FIRST_MOVE
        self._last: State = "equal"  # of the words before the next paragraph
        self.footnotes: list[str] = []

    def paragraphs(self) -> str:
        """The body, without the section's properties."""
        blocks: list[_Block] = []
        for row in self._rows:
            for part in self._uncited(row) if self._is_note(row) else [row]:
                blocks += self._blocks(part)
        return "".join(
            f"<w:p>{self._properties(block.style, block.direction, block.mark)}{block.runs}</w:p>"
            for block in _with_safe_marks(blocks)
        )

    def _is_note(self, row: Row) -> bool:
        document, ids = self._shown(row)
        return document[ids[0]].kind == "note"

    def _shown(self, row: Row) -> tuple[Resolution, Sequence[str]]:
        return (self._comparison.new, row.new) if row.new else (self._comparison.old, row.old)

    def _uncited(self, row: Row) -> list[Row]:
        """The notes of a row that the text does not cite: they have to stand somewhere.

        Where it cites some of them, those that are left are no pair any more.
        """
        old = tuple(i for i in row.old if i not in self._cited[0])
        new = tuple(i for i in row.new if i not in self._cited[1])
        if (old, new) == (row.old, row.new):
            return [row]
        return [
            part
            for part in (replace(row, old=old, new=()), replace(row, old=(), new=new))
            if part.old or part.new
        ]

    def _states(self, row: Row) -> _States:
        if row.paired:
            return _IN_PLACE
        moved = id(row.link) in self._moved and not self._is_note(row)
        if row.old:
            return {"equal": "from" if moved else "delete", "delete": "delete"}
        return {"equal": "to" if moved else "insert", "insert": "insert"}

    def _blocks(self, row: Row) -> list[_Block]:
        states = self._states(row)
        tokens = flow(self._comparison, row, same_notes=self._same_notes)
        marks = [states[token.op] for token in tokens if token.kind == "break"]
        own = states["equal"] if row.paired or row.elsewhere else states["delete" if row.old else "insert"]
        document, ids = self._shown(row)
        parts, out, at = paragraphs(tokens), [], 0
        for part, mark in zip(parts, [*marks, own], strict=True):
            if row.paired and self._last == "insert":
                part = _begun_with_a_deletion(part)
            inner = "".join(self._token(token, states) for token in part)
            self._last = states[part[-1].op] if part else "equal"
            way = direction(document.language, document[ids[at]].text)
            out.append(_Block(style_of(document[ids[at]]), way, inner, mark, self._last, not row.paired))
            if at + 1 < len(ids) and not (row.paired and mark == "delete"):
                at += 1
        return self._in_range(out, own, row) if own in ("from", "to") else out

    def _in_range(self, blocks: list[_Block], state: State, row: Row) -> list[_Block]:
        """Both ends of a move carry one name, by which a word processor ties them together."""
        self._ranges += 1
        kind = "w:moveFromRange" if state == "from" else "w:moveToRange"
        signed = (
            f'w:id="{self._ranges}" w:name="move-{row.link.old[0]}" {self._revisions.signature(dated=True)}'
        )
        first, last = blocks[0], blocks[-1]
        blocks[0] = replace(first, runs=f"<{kind}Start {signed}/>{first.runs}")
        last = blocks[-1]
        blocks[-1] = replace(last, runs=f'{last.runs}<{kind}End w:id="{self._ranges}"/>')
        return blocks

    def _token(self, token: Token, states: _States) -> str:
        if token.kind == "note":
            return self._note(token)
        state = states[token.op]
        text = f"{token.text}\t" if token.kind == "label" else token.text
        if state == "equal":
            format_ = RunFormat(token.old_italic, token.new_italic)
        else:  # here one side's italics are all there is
            italic = token.old_italic or token.new_italic
            format_ = RunFormat(italic, italic)
        return runs(text, state, format_, self._revisions, right_to_left=self._right_to_left)

    def _note(self, token: Token) -> str:
        old_again, new_again = token.old_note in self._old_written, token.new_note in self._new_written
        if token.op == "equal" and old_again != new_again:
            return self._note(replace(token, op="delete", new_note="")) + self._note(
                replace(token, op="insert", old_note="")
            )
        state = _IN_PLACE[token.op]
        document = self._comparison.new if token.new_note else self._comparison.old
        note = token.new_note or token.old_note
        if note not in document or document[note].kind != "note":
            return ""
        if old_again or new_again:  # a footnote has one place: cited again, its number alone is printed
            again = RunFormat(style="NoteAgain")
            return runs(number(document, note), state, again, self._revisions, right_to_left=False)
        self._old_written |= {token.old_note} - {""}
        self._new_written |= {token.new_note} - {""}
        place = _FIRST_NOTE + len(self.footnotes)
        self.footnotes.append(self._footnote(place, token, state))
        reference = f'<w:r>{_REFERENCE}<w:footnoteReference w:id="{place}"/></w:r>'
        return self._revisions.wrap(state, reference)

    def _footnote(self, place: int, token: Token, state: State) -> str:
        if state == "equal":
            row, states = self._note_rows[token.old_note, token.new_note], _IN_PLACE
        elif state == "delete":
            row = Row(self._old_links[token.old_note], (token.old_note,), ())
            states = {"equal": state, "delete": state}
        else:
            row = Row(self._new_links[token.new_note], (), (token.new_note,))
            states = {"equal": state, "insert": state}
        tokens = flow(self._comparison, row)
        inner = "".join(self._token(t, states) for t in tokens if t.kind == "text")
        way = direction(self._comparison.new.language, "".join(t.text for t in tokens))
        head = f'<w:r>{_REFERENCE}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        body = f"<w:p>{self._properties('FootnoteText', way, 'equal')}{head}{inner}</w:p>"
        return f'<w:footnote w:id="{place}">{body}</w:footnote>'

    def _properties(self, style: str, way: str, mark: State) -> str:
        bidi = ""
        if self._right_to_left:
            bidi = "<w:bidi/>" if way == "rtl" else f'<w:bidi w:val="0"/>{mirrored(style)}'
        revision = self._revisions.mark(mark)
        inner = f"<w:rPr>{revision}</w:rPr>" if revision else ""
        return f'<w:pPr><w:pStyle w:val="{style}"/>{bidi}{inner}</w:pPr>'


_REFERENCE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


def _cited(document: Resolution) -> frozenset[str]:
    return frozenset(i for p in document.paragraphs if p.kind != "note" for i in p.note_targets)


def _begun_with_a_deletion(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The same change told so that a paragraph does not begin with inserted words.

    Where one paragraph ends with inserted words and the next begins with some, LibreOffice joins the two when it
    rejects them. So what is deleted goes first; where nothing is, the first word kept is deleted and inserted.
    """
    count = next((n for n, token in enumerate(tokens) if token.op != "insert"), len(tokens))
    come, rest = tokens[:count], tokens[count:]
    if not come or not rest or rest[0].kind == "note":
        return tokens
    if rest[0].op == "delete":
        count = next((n for n, token in enumerate(rest) if token.op != "delete"), len(rest))
        return (*rest[:count], *come, *rest[count:])
    kept = rest[0]
    word = kept.text.partition(" ")[0] or kept.text if kept.kind == "text" else kept.text
    again = replace(kept, op="insert", text=word)
    tail = (replace(kept, text=kept.text[len(word) :]),) if len(word) < len(kept.text) else ()
    return (replace(again, op="delete"), *come, again, *tail, *rest[1:])


def _with_safe_marks(blocks: list[_Block]) -> list[_Block]:
    """The blocks with the revisions of their marks where every word processor understands them alike.

    A mark stands after its paragraph, but what separates paragraphs stands between them: paragraphs that come can have
    their own marks inserted, or the mark before them and all of theirs but the last. The second way is taken where
    the first fails: at the end of the document, whose last mark no one can remove, and after inserted words,
    where LibreOffice takes the paragraph's kept mark for inserted too.
    """
    out = list(blocks)
    at = 0
    while at < len(out):
        end = at
        while end < len(out) and _comes(out[end]):
            end += 1
        if end > at > 0 and out[at - 1].mark == "equal" and out[at - 1].last in ("insert", "to"):
            _shift(out, at, end)
        at = max(end, at + 1)
    return _end_on_a_kept_mark(out)


def _end_on_a_kept_mark(blocks: list[_Block]) -> list[_Block]:
    tail = len(blocks)
    while tail and blocks[tail - 1].mark != "equal":
        tail -= 1
    gone = [block for block in blocks[tail:] if not _comes(block)]
    come = [block for block in blocks[tail:] if _comes(block)]
    if gone and come:  # the last that goes and the first that comes share a paragraph
        shared = replace(come[0], runs=gone[-1].runs + come[0].runs)
        blocks = [*blocks[:tail], *gone[:-1], shared, *come[1:]]
    elif tail and tail < len(blocks):
        _shift(blocks, tail, len(blocks))
    if not blocks:  # a body has a paragraph at least
        return [_Block("Normal", "ltr", "", "equal", "equal", False)]
    return [*blocks[:-1], replace(blocks[-1], mark="equal")]


def _comes(block: _Block) -> bool:
    return block.whole and block.mark in ("insert", "to")


def _shift(blocks: list[_Block], start: int, end: int) -> None:
    """Each mark's revision goes to the paragraph before; the last paragraph's mark is kept."""
    for place in range(start - 1, end):
        mark = blocks[place + 1].mark if place + 1 < end else "equal"
        blocks[place] = replace(blocks[place], mark=mark)
