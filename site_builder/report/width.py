"""How many columns of a terminal a text takes: Han and kana take two, marks above letters none."""

from __future__ import annotations

import unicodedata

_WIDE = frozenset("WF")
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def columns(text: str) -> int:
    """Columns by East Asian Width (Unicode UAX 11) and general category."""
    return sum(map(_columns, text))


def padded(text: str, wanted: int) -> str:
    """The text with spaces up to so many columns."""
    return text + " " * (wanted - columns(text))


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1
