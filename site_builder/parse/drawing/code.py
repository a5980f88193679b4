"""A block of code as it is drawn: coloured by classes, reached by keyboard.

Pygments is loaded when the first coloured block is met. What was coloured once is remembered:
translations repeat the code of their original.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from site_builder.parse.drawing.escaping import escape
from site_builder.parse.rules.notebook import Notebook
from site_builder.patterns import late

if TYPE_CHECKING:
    from pygments.formatters.html import HtmlFormatter
    from pygments.lexer import Lexer

_LANGUAGE = late(r"[^\s{},:]+")
_UNCOLOURED = frozenset({"", "text", "txt", "plain", "plaintext", "none"})
_LONGEST_BLOCK = 20_000
"""Characters of a block that is coloured: lexers take their time, some of them that of a square."""
_LONGEST_RUN = 2_000
"""Characters in one line, or of words and white space alone: no one writes or reads more as code.
At each word of such a run a lexer may read all that follow."""
_SIGN = late(r"[^\w.$\s]")
_MOST_PIECES = 50_000
"""So much is coloured in one text, in pieces such as words and signs; then blocks are plain."""


def draw_code(code: str, info: str, notebook: Notebook, attrs: str = ' class="code"') -> str:
    """Draw a block of code; ``info`` is what stands behind the fence, its escapes undone."""
    found = _LANGUAGE.match(info.strip().lstrip("{."))
    language = found[0] if found else ""
    may_be_coloured = notebook.coloured <= _MOST_PIECES
    coloured, pieces = _colour(language.lower(), code) if may_be_coloured else ("", 0)
    coloured = coloured or escape(code)
    notebook.coloured += pieces
    notebook.colours += len(coloured) - len(code)
    if not language:
        return f'<div{attrs}><pre tabindex="0"><code>{coloured}</code></pre></div>\n'
    name = escape(language)
    return (
        f'<div{attrs} data-language="{name}"><pre tabindex="0">'
        f'<code class="language-{name}">{coloured}</code></pre></div>\n'
    )


@lru_cache(maxsize=1024)
def _colour(language: str, code: str) -> tuple[str, int]:
    """Colour a block: its HTML, and of how many pieces it is; empty where it has no colours."""
    lexer = _lexer(language) if _is_readable(code) else None
    if lexer is None:
        return "", 0
    from pygments import format, lex  # noqa: A004 because Pygments calls it so

    pieces = list(lex(code, lexer))
    return format(pieces, _formatter()), len(pieces)


def _is_readable(code: str) -> bool:
    return (
        len(code) <= _LONGEST_BLOCK
        and max(map(len, code.split("\n"))) <= _LONGEST_RUN
        and max(map(len, _SIGN.split(code))) <= _LONGEST_RUN
    )


@cache
def _formatter() -> HtmlFormatter[str]:
    """One for all blocks: making it, with a style that nobody asks for, costs more than a block."""
    from pygments.formatters.html import HtmlFormatter

    return HtmlFormatter(nowrap=True)


@lru_cache(maxsize=256)
def _lexer(language: str) -> Lexer | None:
    """The lexer for a language; None when Pygments has none, or when there is nothing to colour."""
    if language in _UNCOLOURED:
        return None
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None
