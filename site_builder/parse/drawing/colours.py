"""Tokens of code as HTML: a ``span`` with the class that Pygments has for each kind.

Neighbours of one class share a span, and no span goes over the end of a line. The bytes are those
of Pygments' ``HtmlFormatter(nowrap=True)``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pygments.token import STANDARD_TYPES

from site_builder.escaping import escape_text

if TYPE_CHECKING:
    from pygments.token import _TokenType


class _Begins(dict["_TokenType", str]):
    """Kind of a token → how its span begins; empty where it has none."""

    def __missing__(self, kind: _TokenType) -> str:
        classes, above = _class_of(kind), kind
        while above not in STANDARD_TYPES and above.parent is not None:
            above = above.parent
            classes = f"{_class_of(above)} {classes}"
        self[kind] = begin = f'<span class="{classes}">' if classes else ""
        return begin


_begins = _Begins()


def draw_tokens(tokens: Iterable[tuple[_TokenType, str]]) -> str:
    """Draw code that was read by a lexer; a line end is its last character."""
    parts: list[str] = []
    begin = run = ""
    for kind, value in tokens:
        following = _begins[kind]
        if following == begin:
            run += value
        elif value:
            parts.append(_span(begin, run))
            begin, run = following, value
    if run:
        parts += (_span(begin, run), "" if run.endswith("\n") else "\n")
    return "".join(parts)


def _span(begin: str, run: str) -> str:
    if "&" in run or "<" in run or ">" in run:  # as in few
        run = escape_text(run)
    if not begin:
        return run
    if "\n" not in run:
        return f"{begin}{run}</span>"
    lines = (f"{begin}{line}</span>" if line else "" for line in run.split("\n"))
    return "\n".join(lines)


def _class_of(kind: _TokenType) -> str:
    """A name that Pygments has, followed by those parts of the kind that it has none for."""
    rest = ""
    while kind not in STANDARD_TYPES and kind.parent is not None:
        rest, kind = f"-{kind[-1]}{rest}", kind.parent
    return f"{STANDARD_TYPES[kind]}{rest}"
