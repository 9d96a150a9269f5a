"""Markdown's blocks: headings, lists, tables, quotations, notes, escapes, HTML between.

A text is read here only where it has signs that plain text does not have: emphasis, links and note references are read
in any text (`inline`). Numbers are taken as they are written, not as a browser would count them, and a text that
stands deep stays text: in resolutions that is a sub-paragraph, never program code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from corpora.model import Unplaced
from corpora.readers import inline, wrapped
from corpora.readers.blocks import Block, Hint, TextBuilder
from corpora.readers.structure import labels

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TAGS = frozenset(
    "a abbr address article b blockquote body br caption center cite code col colgroup dd del details div dl dt em "
    "figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins li main mark nav ol p pre q s section small "
    "span strong sub summary sup table tbody td tfoot th thead time tr u ul".split()
)
MAX_NESTING = 60  # of quotations and lists, each item counting twice; real texts stay below ten
BULLET = "•"  # as Word's lists have it
# To look for these is cheap; what has none of them has none of the signs below.
_TRACES = ("# ", "--", "==", "> ", "```", "\\", "<", "- ", "* ", "+ ")


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(
        r"\A---\n"  # front matter
        r"|^#{1,6} \S"  # a heading
        r"|^[^\n]*\S[^\n]*\n={3,}\s*$"  # a heading underlined
        r"|^ {0,3}\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$"  # below the head of a table
        r"|^> \S"
        r"|^```"
        r"|^\s*\d{1,3}\\[.)]"  # a number that is to begin no list
        r"|\\[*_\[\]#|]"
        r"|^\s*[-*+]\s+\(?\w{1,4}\)\s"  # a bullet before a label
        r"|<!--|</?(?:br|sup|sub|p|div|em|i|b|strong|u|span|table)\b[^>\n]{0,80}>",
        re.MULTILINE,
    )


def is_markdown(text: str) -> bool:
    """Whether a text has signs of Markdown beyond emphasis, links and notes."""
    return any(trace in text for trace in _TRACES) and bool(_signs().search(text))


def blocks(text: str) -> tuple[list[Block], list[Unplaced]] | None:
    """The paragraphs of a Markdown text, and what was left out of them; None if its blocks are nested too deep."""
    tokens = _parser().parse(text)
    if any(token.level >= MAX_NESTING - 1 for token in tokens):
        return None  # the parser leaves out what is deeper
    walk = _Walk(joined=wrapped.is_wrapped(text.split("\n")))
    for token in tokens:
        walk.take(token)
    walk.flush()
    return walk.blocks, walk.left_out


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING}).enable("table")
    # What these take away are characters of a text: brackets, and whole lines that look like definitions of links.
    parser.disable(["code", "autolink", "reference"])
    # Without its tail the plugin leaves each note where it stands, cited or not.
    return parser.use(footnote_plugin, inline=False).disable("footnote_tail").use(front_matter_plugin)


class _Walk:
    """Goes through the tokens in order and collects blocks."""

    def __init__(self, joined: bool) -> None:
        self.blocks: list[Block] = []
        self.left_out: list[Unplaced] = []
        self._joined = joined  # lines are wrapped, not paragraphs
        self._builder = TextBuilder()
        self._label = ""
        self._hint: Hint = ""
        self._italic = 0
        self._link = ""
        self._raised = False

    def take(self, token: Token) -> None:
        """One token of the text's blocks."""
        kind = token.type
        if kind == "inline" and not self._hint and (rows := inline.rows(token.content.split("\n"))):
            self.blocks += rows
        elif kind == "inline":
            self._inline(token.children or ())
        elif kind == "heading_open":
            self._hint = "heading"
        elif kind == "list_item_open":
            self._flush_label()
            self._label = f"{token.info}{token.markup}" if token.info else BULLET
        elif kind == "footnote_reference_open":
            self._label, self._hint = str(token.meta["label"]), "note"
        elif kind == "tr_open":
            self._hint = "row"
        elif kind in ("td_close", "th_close"):
            self._builder.add("\t")
        elif kind in ("tr_close", "heading_close", "footnote_reference_close", "list_item_close"):
            self.flush()
            self._hint = ""
            self._flush_label()
        elif kind == "paragraph_close":
            self._builder.add(" ") if self._hint == "note" else self.flush()
        elif kind in ("fence", "code_block"):
            for line in token.content.splitlines():
                self._text(line)
                self.flush()
        elif kind == "html_block":
            self._html(token.content)
        elif kind == "front_matter":
            self.left_out.append(Unplaced(token.content, "front matter"))

    def flush(self) -> None:
        """Close the paragraph that is being read."""
        block = self._builder.block(self._label, self._hint)
        if not block.text:
            return
        if self._label == BULLET and labels.sublabel_at_start(block.text):
            block = block._replace(label="")  # "- (a) To report": the letter is the label
        self._label = ""
        self.blocks.append(block)

    def _flush_label(self) -> None:
        """A number that no text followed is kept as a paragraph of its own."""
        label, self._label = self._label, ""
        if label != BULLET:
            self._builder.add(label)
            self.flush()

    def _html(self, content: str) -> None:
        from corpora.readers import html

        self.flush()
        if not content.startswith("<!--") and _tag_name(content) not in _TAGS:  # "<date>" is to be filled in
            self.blocks += inline.block(content).lines()
            return
        found, left_out = html.blocks(content)
        self.blocks += found
        self.left_out += left_out

    def _inline(self, tokens: Sequence[Token]) -> None:
        for token, after in zip_longest(tokens, tokens[1:]):
            kind = token.type
            if kind in ("text", "code_inline", "image"):
                self._text(token.content)
            elif kind in ("softbreak", "hardbreak"):
                self._line_end(after.content if after else "", forced=kind == "hardbreak")
            elif kind in ("em_open", "em_close"):
                self._italic += token.nesting
            elif kind in ("link_open", "link_close"):
                self._link = str(token.attrs.get("href", ""))
            elif kind == "footnote_ref":
                self._builder.note(str(token.meta["label"]))
            elif kind == "html_inline":
                self._tag(token.content)

    def _text(self, text: str) -> None:
        if self._raised:
            self._builder.add(text, italic=self._italic > 0, note=text.strip())
        else:
            inline.add_raised(self._builder, text, italic=self._italic > 0, link=self._link)

    def _tag(self, tag: str) -> None:
        name = _tag_name(tag)
        if name not in _TAGS and not tag.startswith("<!--"):
            self._text(tag)
        elif name == "br":
            self._line_end("", forced=True)
        elif name == "sup":
            self._raised = not tag.startswith("</")
        elif name in ("i", "em"):
            self._italic += -1 if tag.startswith("</") else 1

    def _line_end(self, after: str, *, forced: bool) -> None:
        """A line's end parts paragraphs where lines are not wrapped, as in any text here, and before a label."""
        labelled = labels.sublabel_at_start(after) or labels.number_at_start(after)
        if self._hint in ("row", "note") or (self._joined and not labelled):
            self._builder.add(" ")
        elif forced:
            self._builder.line_break()
        else:
            self.flush()


def _tag_name(tag: str) -> str:
    found = re.match(r"</?([A-Za-z][A-Za-z\d]*)", tag)
    return found[1].lower() if found else ""
