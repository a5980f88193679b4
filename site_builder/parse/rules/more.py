"""``<!--more-->``: what is before it stands for the text in lists."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from site_builder.parse.rules.notebook import notebook_of
from site_builder.parse.rules.parser import SiteParser
from site_builder.patterns import late

_MARK = late(r"<!--[ \t]*more[ \t]*-->[ \t]*", re.IGNORECASE)


def more(parser: SiteParser) -> None:
    """Teach the mark, on a line of its own; it is no HTML, so it works where HTML is escaped."""
    parser.block.ruler.before(
        "html_block", "more", _more, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _more(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
    first = state.bMarks[start] + state.tShift[start]
    if (
        state.level > 0
        or state.is_code_block(start)
        or not _MARK.fullmatch(state.src, first, state.eMarks[start])
    ):
        return False
    if not silent:
        notebook_of(state.env).has_more = True
        state.push("more", "", 0).map = [start, start + 1]
        state.line = start + 1
    return True
