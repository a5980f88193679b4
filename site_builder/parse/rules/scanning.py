"""Inline and block parsing as markdown-it does it, with two differences.

Whether ``*`` opens or closes emphasis
--------------------------------------
CommonMark tells openers from closers by white space and punctuation. A run of ``*`` that has a
letter on one side and punctuation on the other may only open, or only close: the punctuation is
taken to hang on to what is behind it, since in English a quotation mark or bracket is set off from
the next word by a space. Where writers put no such space the test says nothing, and bold text is
lost: ``中文**粗体：**文字``, ``これは**「重要」**です``, ``हिन्दी**शब्द।**है``, ``مثال**«نص»**هنا``,
``한국어**"문자"**는``.

So, for ``*`` and ``~`` only, when one neighbour is punctuation, the other is a letter, and at least
one of the two belongs to such a script (:data:`~site_builder.parse.rules.scripts.UNSPACED`), the
run may both open and close, and the order of the runs decides, as it does inside a word. Brackets
still tell: after an opening one nothing closes, before a closing one nothing opens.

Between letters of Latin, Greek, Cyrillic and their like, and for ``_`` everywhere, CommonMark 0.31
holds to the letter. The question was worked out in commonmark/commonmark-spec issue 650.

What is nested too deeply
-------------------------
markdown-it drops blocks beyond its limit without a word. Here it is a Problem.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.common.utils import isWhiteSpace
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import reference as read_reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

from site_builder.parse.rules.notebook import notebook_of
from site_builder.parse.rules.parser import SiteParser
from site_builder.parse.rules.scripts import UNSPACED

_FIRST_UNSPACED = "\u0590"
_LABELS_IN_LABELS = 20
"""Deeper brackets are text, as in markdown-it's CommonMark preset; nothing is lost."""


class ScriptAwareState(StateInline):
    """The state of inline parsing, with our answer to what a run of ``*`` may do."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803 because markdown-it calls it so
        """Measure the run at ``start`` and say whether it can open and close emphasis."""
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord or (scanned.can_open and scanned.can_close):
            return scanned
        end = start + scanned.length
        if start == 0 or end >= self.posMax:
            return scanned
        before, after = self.src[start - 1], self.src[end]
        if before < _FIRST_UNSPACED and after < _FIRST_UNSPACED:
            return scanned
        if isWhiteSpace(ord(before)) or isWhiteSpace(ord(after)):
            return scanned
        if not (UNSPACED.match(before) or UNSPACED.match(after)):
            return scanned
        return Scanned(
            scanned.can_open or unicodedata.category(after) not in {"Pe", "Pf"},
            scanned.can_close or unicodedata.category(before) not in {"Ps", "Pi"},
            scanned.length,
        )


class ScriptAwareInline(ParserInline):
    """Inline parsing that minds scripts and stops where a bare ``www.`` begins."""

    def __init__(self, plain: ParserInline) -> None:
        """Take over the rules of ``plain``."""
        super().__init__()
        self.ruler = plain.ruler
        self.ruler2 = plain.ruler2
        self.terminator_re = re.compile(rf"{plain.terminator_re.pattern}|www\.")

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 because markdown-it calls it so
        """Step over one token; within labels of labels this is where the time goes."""
        known = state.cache.get(state.pos)
        if known is not None:
            state.pos = known
        elif state.level < _LABELS_IN_LABELS:
            super().skipToken(state)
        else:
            state.cache[state.pos] = state.posMax
            state.pos = state.posMax

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: EnvType,
        tokens: list[Token],
    ) -> list[Token]:
        """Parse ``src`` into ``tokens``."""
        state = ScriptAwareState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class WatchedBlock(ParserBlock):
    """Block parsing that says when the nesting limit is met."""

    def __init__(self, plain: ParserBlock) -> None:
        """Take over the rules of ``plain``."""
        super().__init__()
        self.ruler = plain.ruler

    def one_block(self, state: StateBlock, line: int) -> int:
        """Parse the outermost block at ``line``; give the line at which the next one begins."""
        state.line = line
        any(rule(state, line, state.lineMax, False) for rule in self.ruler.getRules(""))
        return state.skipEmptyLines(state.line)

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 because markdown-it calls it so
        """Parse the lines from ``startLine`` up to ``endLine``."""
        notebook = notebook_of(state.env)
        if state.level >= state.md.options.maxNesting and state.skipEmptyLines(startLine) < endLine:
            notebook.too_deep(startLine)
        if state.level and not notebook.nests(startLine):
            state.line = endLine
            return
        # A quote has been walked through to its end before its inside is read, a list has not.
        is_quote = state.parentType == "blockquote"
        if is_quote:
            notebook.nested_lines += endLine - startLine
        super().tokenize(state, startLine, endLine)
        if state.level and not is_quote:
            notebook.nested_lines += state.line - startLine


def scanning(parser: SiteParser) -> None:
    """Teach both differences, and keep note of the line that is being read."""
    parser.inline = ScriptAwareInline(parser.inline)
    parser.block = WatchedBlock(parser.block)
    parser.block.ruler.at("reference", _reference)
    parser.core.ruler.at("inline", _inline)


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
    if state.src.startswith("[", state.bMarks[start] + state.tShift[start]):
        notebook_of(state.env).enter([start, start + 1])
        return read_reference(state, start, end, silent)
    return False


def _inline(state: StateCore) -> None:
    notebook = notebook_of(state.env)
    for token in state.tokens:
        if token.type == "inline":
            notebook.enter(token.map)
            if notebook.reads(token.content):
                token.children = state.md.inline.parse(token.content, state.md, state.env, [])
            else:
                token.children = [Token("text", "", 0, content=token.content)]
