"""A block of code as it is drawn: coloured by classes, reached by keyboard.

Pygments is loaded when the first block is to be coloured. What was coloured once is remembered:
translations repeat the code of their original, and an edit leaves most code as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from site_builder.escaping import escape, unescape
from site_builder.parse.rules.notebook import Notebook
from site_builder.patterns import late

if TYPE_CHECKING:
    from pygments.token import _TokenType

_Reader: TypeAlias = "Callable[[str], Iterable[tuple[_TokenType, str]]]"

_LANGUAGE = late(r"[^\s{},:]+")
_UNCOLOURED = frozenset({"", "text", "txt", "plain", "plaintext", "none"})
_LONGEST_BLOCK = 20_000
"""Characters of a block that is coloured: lexers take their time, some of them that of a square."""
_LONGEST_RUN = 2_000
"""Characters in one line, or of words and white space alone: no one writes or reads more as code.
At each word of such a run a lexer may read all that follow."""
_SIGN = late(r"[^\w.$\s]")
_MOST_COLOURED = 100_000
"""Characters of code that are coloured in one text; then blocks are plain."""
_BLOCK = late(
    r'<pre tabindex="0"><code(?: class="language-([^"]*)")?>(.*?)</code></pre>', re.DOTALL
)
_TAG = late(r"<[^>]*>")
_recalled: dict[tuple[str, str], str] = {}
"""(Language, code) → how it was coloured in the body that was recalled last."""


def draw_code(code: str, info: str, notebook: Notebook, attrs: str = ' class="code"') -> str:
    """Draw a block of code; ``info`` is what stands behind the fence, its escapes undone."""
    found = _LANGUAGE.match(info.strip().lstrip("{."))
    language = found[0] if found else ""
    may_be_coloured = notebook.coloured <= _MOST_COLOURED
    coloured = _colour(language.lower(), code) if may_be_coloured else ""
    notebook.coloured += len(code) if coloured else 0
    coloured = coloured or escape(code)
    notebook.colours += len(coloured) - len(code)
    if not language:
        return f'<div{attrs}><pre tabindex="0"><code>{coloured}</code></pre></div>\n'
    name = escape(language)
    return (
        f'<div{attrs} data-language="{name}"><pre tabindex="0">'
        f'<code class="language-{name}">{coloured}</code></pre></div>\n'
    )


def recall(html: str, blocks: int) -> None:
    """Remember how the code was coloured in ``html``, the body of a text with so many ``blocks``.

    What an author typed as HTML may look like a block and be coloured otherwise: where there are
    more of them than the text has, none is believed.
    """
    _recalled.clear()
    drawn = _BLOCK.findall(html)
    if len(drawn) == blocks:
        for language, coloured in drawn:
            if "<span" in coloured:
                code = unescape(_TAG.sub("", coloured))
                _recalled[unescape(language).lower(), code] = coloured


def _colour(language: str, code: str) -> str:
    """Colour a block; empty where it has no colours."""
    return _recalled.get((language, code)) or _newly_coloured(language, code)


@lru_cache(maxsize=1024)
def _newly_coloured(language: str, code: str) -> str:
    read = _reader(language) if _is_readable(code) else None
    if read is None:
        return ""
    from site_builder.parse.drawing.colours import draw_tokens

    return draw_tokens(read(code))


def _is_readable(code: str) -> bool:
    if len(code) <= _LONGEST_RUN:  # as most are
        return True
    return (
        len(code) <= _LONGEST_BLOCK
        and max(map(len, code.split("\n"))) <= _LONGEST_RUN
        and max(map(len, _SIGN.split(code))) <= _LONGEST_RUN
    )


@lru_cache(maxsize=256)
def _reader(language: str) -> _Reader | None:
    """What reads code of a language; None when Pygments does not, or there is nothing to colour."""
    if language in _UNCOLOURED:
        return None
    from site_builder.parse.drawing.lexing import reader

    return reader(language)
