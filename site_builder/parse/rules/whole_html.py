"""A text that is HTML from end to end, as Jekyll has them too: one block, and no Markdown in it."""

from __future__ import annotations

from markdown_it.rules_core import StateCore, block
from markdown_it.token import Token

from site_builder.parse.rules.notebook import notebook_of
from site_builder.parse.rules.parser import SiteParser


def whole_html(parser: SiteParser) -> None:
    """Teach texts of HTML; where HTML is escaped they are read as Markdown, so shown as typed."""
    parser.core.ruler.at("block", _block)


def _block(state: StateCore) -> None:
    settings = notebook_of(state.env).settings
    if not (settings.is_html and settings.raw_html):
        block(state)
        return
    token = Token("html_block", "", 0, content=state.src, block=True)
    token.map = [0, state.src.count("\n") + 1]
    state.tokens.append(token)
