"""A line break between two Chinese or Japanese characters is no space.

The author broke the line for the editor; a browser would show a gap in the middle of a sentence.
Korean separates words by spaces, so Hangul does not join. Curly quotes, dashes and ellipses are
shared with English: they join only in a text whose language is Chinese or Japanese.

Source: CSS Text Level 3, 4.1.3, segment break transformation.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.parse.rules.notebook import Notebook, notebook_of
from site_builder.parse.rules.parser import SiteParser
from site_builder.parse.rules.scripts import WIDE

_SHARED = frozenset("“”‘’—…·")
_WIDE_LANGUAGES = frozenset({"zh", "ja", "yue", "wuu", "lzh"})
_FIRST_WIDE = "\u2014"


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


def shared_marks(language: str) -> frozenset[str]:
    """The marks that count as Chinese or Japanese in a text of this language."""
    return _SHARED if language.lower().split("-")[0] in _WIDE_LANGUAGES else frozenset()


def joins(before: str, after: str, shared: frozenset[str]) -> bool:
    """Whether the lines join that end and begin with these characters; empty for no character."""
    if before < _FIRST_WIDE and before not in shared:
        return False
    wide_before, wide_after = bool(WIDE.match(before)), bool(WIDE.match(after))
    return (
        (wide_before or before in shared)
        and (wide_after or after in shared)
        and (wide_before or wide_after)
    )


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
