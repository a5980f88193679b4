"""What a text moved over from Jekyll has of Liquid: no text is a template here.

    {% highlight python %} … {% endhighlight %}   a code block
    {% include x.html %}, {{ site.url }}          shown as typed, and told with their line

A tag in code is an example of one, and is left alone, but for ``raw``, which ``liquid_raw.py``
takes out before. Source: Jekyll 4.3, ``tags/highlight.rb``.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from site_builder.parse.rules.notebook import notebook_of
from site_builder.parse.rules.parser import SiteParser
from site_builder.patterns import late

_HIGHLIGHT = late(r"\{%-?\s*highlight\s+([\w.+#-]++)[^%\n]*%\}[ \t]*")
_END = late(r"\{%-?\s*endhighlight\s*-?%\}[ \t]*")
_LIQUID = late(
    r"\{%-?\s*[a-z][^%\n]*%\}"
    r"|\{\{-?\s*(?:site|page|content|layout|include|post|paginator)\b[^}\n]*\}\}"
)


def liquid(parser: SiteParser) -> None:
    """Teach code between ``highlight`` tags, and to tell of all other Liquid."""
    parser.block.ruler.before(
        "fence", "highlight", _highlight, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    parser.core.ruler.push("liquid", _tell)


def _highlight(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("{%", first) or state.is_code_block(start):
        return False
    opening = _HIGHLIGHT.fullmatch(state.src, first, state.eMarks[start])
    notebook = notebook_of(state.env)
    if opening is None or (state.level, end) in notebook.without_end:
        return False
    for line in range(start + 1, end):
        begin = state.bMarks[line] + state.tShift[line]
        if _END.fullmatch(state.src, begin, state.eMarks[line]):
            break
    else:
        notebook.without_end.add((state.level, end))
        return False
    if not silent:
        token = state.push("fence", "code", 0)
        token.info = opening[1]
        token.content = state.getLines(start + 1, line, state.sCount[start], True)
        token.map = [start, line + 1]
        state.line = line + 1
    return True


def _tell(state: StateCore) -> None:
    if "{%" in state.src or "{{" in state.src:
        tell_of(state, _LIQUID, "Liquid")
        _tell_of_html(state)


def _tell_of_html(state: StateCore) -> None:
    notebook = notebook_of(state.env)
    for block in state.tokens:
        if block.type == "html_block":
            notebook.enter(block.map)
            for found in _LIQUID.finditer(block.content):
                notebook.foreign(found[0], "Liquid")


def tell_of(state: StateCore, markup: re.Pattern[str], name: str) -> None:
    """Tell of all that is left in the words of a text of another builder's markup."""
    notebook = notebook_of(state.env)
    for block in state.tokens:
        notebook.enter(block.map)
        for token in block.children or ():
            if token.type == "text":
                for found in markup.finditer(token.content):
                    notebook.foreign(found[0], name)
