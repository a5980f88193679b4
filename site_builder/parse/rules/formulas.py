"""Formulas: ``$…$`` and ``$$…$$`` become MathML; prices stay text.

Source: pandoc's tex_math_dollars (no space inside the dollars, no digit after the closing one); and
what begins with a number and goes on with words is an amount: ``I have $20 and you have 30$``,
``$5元，$x$``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from site_builder.escaping import escape
from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.parser import SiteParser, taught
from site_builder.parse.rules.scripts import UNSPACED
from site_builder.patterns import late

if TYPE_CHECKING:
    from math_core import LatexToMathML

_AMOUNT = late(
    r"\$+(?:\d[\d.,]*(?:\s*[^\W\d_]{1,3})?\s+[^\W\d_]{2,}[^\\]*|\s.*|.*\s)\$+", re.DOTALL
)
_STAR = late(r"(?<!\\)\\\*")
"""Where formulas were Markdown first, as with MathJax in Jekyll, a star had to be escaped."""
_POSITION = late(r"\A(\d+): ")
_LENGTH_LIMIT = 10_000
_EXPANSIONS = 100
"""How often a formula's own macros may be put in: macros can be made to grow without end."""


def formulas(parser: SiteParser) -> None:
    """Teach formulas."""
    parser.use(
        dollarmath_plugin,
        allow_labels=False,
        allow_space=False,
        allow_digits=False,
        allow_blank_lines=False,
        double_inline=True,
    )
    parser.inline.ruler.at("math_inline", _but_amounts(taught(parser.inline.ruler, "math_inline")))
    parser.draw("math_inline", _inline)
    parser.draw("math_inline_double", _display)
    parser.draw("math_block", _block)


def _but_amounts(read: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    def math_inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 because markdown-it calls it so
        start = state.pos
        if state.src[start] != "$" or not read(state, True):
            return False
        end = state.pos
        if end > state.posMax or _is_amount(state.src, start, end):
            state.pos = start
            return False
        if not silent:
            state.pos = start
            read(state, False)
        return True

    return math_inline


def _is_amount(source: str, start: int, end: int) -> bool:
    if _AMOUNT.fullmatch(source, start, end):
        return True
    # Words of such a script stand in \text{…} when they are part of a formula.
    inner = source[start:end].strip("$")
    return (
        inner[:1].isdecimal()
        and "\\" not in inner
        and any(letter.isalpha() and UNSPACED.match(letter) for letter in inner)
    )


def _inline(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    return _mathml(tokens[index].content, notebook, is_display=False)


def _display(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    return _mathml(tokens[index].content, notebook, is_display=True)


def _block(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    formula = _mathml(tokens[index].content, notebook, is_display=True)
    return f'<div class="math" tabindex="0">{formula}</div>\n'


def _mathml(latex: str, notebook: Notebook, *, is_display: bool) -> str:
    """Give the MathML of a formula; its source, and a Problem, when it cannot be read."""
    near = latex.strip().partition("\n")[0]
    shown = f'<code class="math-source">{escape(latex)}</code>'
    try:
        from math_core import LatexError
    except ModuleNotFoundError:
        notebook.report(
            "bad-value",
            "this formula needs the package math-core, which is not installed",
            hint="pip install 'site-builder[math]'",
            near=near,
        )
        return shown
    if len(latex) > _LENGTH_LIMIT:
        notebook.too_long()
        return shown
    try:
        typed = _STAR.sub("*", latex.strip())
        drawn = _converter().convert_with_local_state(typed, displaystyle=is_display)
    except LatexError as error:
        reason = _POSITION.sub("", str(error)).rstrip(".")
        notebook.report(
            "bad-value",
            f"this formula cannot be read: {reason}",
            hint=r"Write \$ where a dollar sign is meant",
            near=near,
        )
        return shown
    if not notebook.spend(len(drawn)):
        return shown
    notebook.has_inline_style |= ' style="' in drawn
    return drawn


@lru_cache(maxsize=1)
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML

    return LatexToMathML(fancy_error=False, max_expansions=_EXPANSIONS)
