"""The line that a Problem points at, cut to what can be seen, and the caret below it."""

from __future__ import annotations

import unicodedata

WIDEST_QUOTE = 100
"""Characters of a quoted line that are shown."""


def caret_line(quote: str, column: int) -> str:
    """A line with ``^`` below the character at ``column`` (1-based); empty when that is unknown.

    Tabs stay tabs, and what is two cells wide (East Asian Width W and F, UAX 11) counts as two.
    """
    if not column:
        return ""
    return "".join(_blank(character) for character in quote[: column - 1]) + "^"


def _blank(character: str) -> str:
    if character == "\t":
        return "\t"
    if unicodedata.combining(character):
        return ""
    return "\N{IDEOGRAPHIC SPACE}" if unicodedata.east_asian_width(character) in "WF" else " "


def excerpt(quote: str, column: int) -> tuple[str, int]:
    """The part of a long line around ``column``, and the column in that part."""
    if len(quote) <= WIDEST_QUOTE:
        return quote, column
    start = min(max(0, column - WIDEST_QUOTE // 2), len(quote) - WIDEST_QUOTE)
    end = start + WIDEST_QUOTE
    before, after = "…" if start else "", "…" if end < len(quote) else ""
    return f"{before}{quote[start:end]}{after}", max(0, column - start + len(before)) * bool(column)
