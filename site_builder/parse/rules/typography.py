"""``smart_quotes: true``: quotation marks, dashes and ellipses as the text's language has them.

Words only: code, formulas, addresses, attributes and what is escaped stay as typed. The
digest of a text and the ids of its headings are made from the words as typed, so that no
translation grows stale and no link breaks when the option is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.parse.rules.notebook import notebook_of
from site_builder.parse.rules.parser import SiteParser
from site_builder.parse.rules.plain import plain_text
from site_builder.parse.rules.quotes import OPAQUE, pairs_of, typeset
from site_builder.patterns import late

_MARKS = late(r"[\"']|--|\.\.\.")
_VERBATIM = late(r"<(/?)(?:code|kbd|samp|pre|script|style|textarea|tt|var)\b", re.IGNORECASE)
_BREAKS = frozenset({"softbreak", "hardbreak"})


def typography(parser: SiteParser) -> None:
    """Teach the marks; what is escaped is still told apart when this rule is asked."""
    parser.core.ruler.before("text_join", "typography", _typeset_blocks)


def _typeset_blocks(state: StateCore) -> None:
    settings = notebook_of(state.env).settings
    pairs = pairs_of(settings.language) if settings.smart_quotes else None
    if pairs is None:
        return
    for block in state.tokens:
        if block.type != "inline" or not block.children or not _MARKS.search(block.content):
            continue
        block.meta["typed"] = plain_text(block.children)
        block.meta["typed_name"] = plain_text(block.children, with_alt=False)
        pieces = list(_pieces(block.children))
        letters = typeset("".join(text for text, _ in pieces), pairs)
        at = 0
        for text, token in pieces:
            if token is not None:
                token.content = "".join(letters[at : at + len(text)])
            at += len(text)


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, Token | None]]:
    """The paragraph as it is read; with the token where its text is ours to change."""
    verbatim = 0
    for token in tokens:
        if token.type == "html_inline":
            tag = _VERBATIM.match(token.content)
            verbatim = max(0, verbatim + (-1 if tag[1] else 1)) if tag else verbatim
        elif token.markup == "autolink":
            verbatim += token.nesting
        elif token.type == "text" and token.content:
            yield (OPAQUE, None) if verbatim else (token.content, token)
        elif token.type in _BREAKS:
            yield "\n", None
        elif not token.nesting and token.type != "text":
            yield OPAQUE, None
