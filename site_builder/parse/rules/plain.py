"""The words of a text without its markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_VERBATIM = frozenset({"text", "text_special", "code_inline", "math_inline", "math_inline_double"})


def plain_text(tokens: Iterable[Token], *, with_alt: bool = True) -> str:
    """Join the words of inline tokens; a line break is a line feed, a picture its alternative."""
    parts: list[str] = []
    for token in tokens:
        if token.type in _VERBATIM:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append("" if token.hidden else "\n")
        elif token.type == "image" and with_alt:
            parts.append(plain_text(token.children or ()))
    return "".join(parts)
