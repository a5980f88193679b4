"""What pieces of a text say, for whoever asks in which language they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from markdown_it.token import Token

from site_builder.frozen import dataclass
from site_builder.parse.identify.spoken import without_addresses
from site_builder.patterns import late

_LANG: Final = late(r"<[a-z]+\s[^>]*\blang=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidByTokens:
    """Pieces are numbered by their tokens."""

    tokens: Sequence[Token]

    def apart(self) -> frozenset[int]:
        """Those inside a quotation, or inside a block that is marked ``lang``."""
        found: set[int] = set()
        outer = -1
        for index, token in enumerate(self.tokens):
            if outer >= 0:
                found.add(index)
                if token.nesting < 0 and token.level == outer:
                    outer = -1
            elif token.nesting > 0 and (token.type == "blockquote_open" or "lang" in token.attrs):
                outer = token.level
        return frozenset(found)

    def words(self, number: int) -> str:
        """The words without code, formulas and addresses.

        Nothing when a part of it is marked ``lang``: its author knows that it is in two languages.
        """
        children = self.tokens[number].children or ()
        if any(map(_is_marked, children)):
            return ""
        words = "".join(
            child.content if child.type in {"text", "text_special"} else " " for child in children
        )
        return without_addresses(words)

    def line(self, number: int) -> int:
        """Where a piece begins, from 0."""
        return (self.tokens[number].map or [0])[0]


def _is_marked(child: Token) -> bool:
    is_tag = child.type == "html_inline" and _LANG.match(child.content) is not None
    return is_tag or "lang" in child.attrs
