"""What of a text is in its language at all: no code, no addresses, nothing quoted or marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from markdown_it.token import Token

_RUN: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"://|www\.|@")
_LANG: Final = re.compile(r"<[a-z]+\s[^>]*\blang=", re.IGNORECASE)


def spoken(inline: Token) -> str:
    """The words of an inline token without code, formulas and addresses.

    Nothing when a part of it is marked ``lang``: its author knows that it is in two languages.
    """
    children = inline.children or ()
    if any("lang" in child.attrs or _LANG.match(child.content) for child in children):
        return ""
    words = "".join(
        child.content if child.type in {"text", "text_special"} else " " for child in children
    )
    return without_addresses(words)


def without_addresses(words: str) -> str:
    """Leave out what is an address."""
    if not _ADDRESS.search(words):
        return words
    return _RUN.sub(lambda run: " " if _ADDRESS.search(run[0]) else run[0], words)


def elsewhere(tokens: Sequence[Token]) -> frozenset[int]:
    """The positions of all tokens inside a quotation, or inside a block that is marked ``lang``."""
    found: set[int] = set()
    outer = -1
    for index, token in enumerate(tokens):
        if outer >= 0:
            found.add(index)
            if token.nesting < 0 and token.level == outer:
                outer = -1
        elif token.nesting > 0 and (token.type == "blockquote_open" or "lang" in token.attrs):
            outer = token.level
    return frozenset(found)
