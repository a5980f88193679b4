"""Ids of headings and words for addresses: two rules that are easily taken for one.

    heading_id("हिन्दी भाषा")          हिन्दी-भाषा
    heading_id("¡IA, ¡Aquí Voy!")     ia-aquí-voy
    heading_id("a - b")               a---b          (slugify gives a-b)

Heading ids follow GitHub, so that links into texts moved from there, or from Jekyll, keep working.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from site_builder.model.slugs import slugify
from site_builder.patterns import late

__all__ = ["HeadingIds", "heading_id", "slugify"]

_PLAIN = late(r"[a-z0-9_ -]*", re.ASCII)
_CIRCLED = range(0x24B6, 0x24EA)
"""Ⓐ to ⓩ: symbols to Unicode, letters to the Ruby that GitHub and Jekyll run on."""


def heading_id(text: str) -> str:
    """Make the id of a heading from its plain text; empty when nothing in it can be kept.

    Source: kramdown-parser-gfm ``generate_gfm_header_id`` and GitHub: NFC, lower case; letters,
    marks, decimal and letter numbers, ``_`` and hyphen stay, each space or tab becomes one hyphen,
    the rest goes.
    """
    lowered = unicodedata.normalize("NFC", text).lower()
    if _PLAIN.fullmatch(lowered):
        return lowered.replace(" ", "-")
    # Lower case can come apart into letter and mark again, as in the Turkish capital I with dot.
    return unicodedata.normalize("NFC", "".join(map(_kept, lowered)))


@lru_cache(maxsize=8192)
def _kept(letter: str) -> str:
    if letter in " \t\n":
        return "-"
    category = unicodedata.category(letter)
    is_kept = (
        category[0] in "LM"
        or category in {"Nd", "Nl", "Pc"}
        or letter == "-"
        or ord(letter) in _CIRCLED
    )
    return letter if is_kept else ""


class HeadingIds:
    """Gives each heading of one body an id that nothing else in it has."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Start with the ids that the body has already: typed ones, those of notes and raw HTML."""
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def give(self, text: str) -> str:
        """Give a heading its id: the second ``Intro`` is ``intro-1``, no letters ``section``."""
        plain = heading_id(text) or "section"
        number = self._next.get(plain, 0)
        given = plain if number == 0 else f"{plain}-{number}"
        while given in self._taken:
            number += 1
            given = f"{plain}-{number}"
        self._next[plain] = number + 1
        self._taken.add(given)
        return given
