"""Line breaks: those between two Chinese or Japanese characters are no space."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.parse.drawing.line_breaks import joins, shared_marks
from site_builder.parse.rules.notebook import Notebook, notebook_of
from site_builder.parse.rules.parser import SiteParser


def line_breaks(parser: SiteParser) -> None:
    """Teach lines of Chinese and Japanese to join."""
    parser.core.ruler.push("line_breaks", _join_lines)
    parser.draw("softbreak", _softbreak)
    parser.draw("hardbreak", _hardbreak)


def _join_lines(state: StateCore) -> None:
    if state.src.isascii():
        return
    shared = shared_marks(notebook_of(state.env).settings.language)
    for block in state.tokens:
        children = block.children or []
        for index, token in enumerate(children):
            if token.type == "softbreak":
                before = _neighbour(children, index, -1)
                after = _neighbour(children, index, 1)
                token.hidden = joins(before, after, shared)


def _neighbour(tokens: Sequence[Token], index: int, step: int) -> str:
    """The character beside a line break, looked for through emphasis; empty when it is none."""
    index += step
    while 0 <= index < len(tokens):
        token = tokens[index]
        if token.type in {"text", "text_special"}:
            if token.content:
                return token.content[-1] if step < 0 else token.content[0]
        elif not token.nesting:
            return ""
        index += step
    return ""


def _softbreak(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    notebook.next_line()
    return "" if tokens[index].hidden else "\n"


def _hardbreak(_tokens: Sequence[Token], _index: int, notebook: Notebook) -> str:
    notebook.next_line()
    return "<br>\n"
