"""Which texts search knows, each with a number that other texts do not move.

A post's number comes from its day, so that a new post takes a new number and leaves the others
theirs: an index names texts by number, and a number that moves is a text indexed again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from site_builder.model.document import Document
from site_builder.model.site import Site

A_DAY = 4
"""Numbers that belong to one day; a fifth post of a day takes one of the next."""
_EPOCH = date(1990, 1, 1).toordinal()
"""Posts of earlier days stand before all others, in their order."""


def searchable(site: Site) -> Mapping[str, tuple[tuple[int, Document], ...]]:
    """Language code → the public texts that can be found, with their ascending numbers."""
    found = {}
    for code, posts in site.posts.items():
        home = site.home_texts.get(code)
        pages = (*([home] if home else ()), *site.pages[code])
        dated = sorted((*pages, *posts), key=lambda text: (_day(text), text.path))
        found[code] = tuple(_numbered([text for text in dated if text.words_digest]))
    return found


def _numbered(texts: list[Document]) -> list[tuple[int, Document]]:
    numbered = []
    number = -1
    for text in texts:
        number = max(number + 1, _day(text) * A_DAY)
        numbered.append((number, text))
    return numbered


def _day(text: Document) -> int:
    """Days since the epoch; a page, which has no date, stands before all posts."""
    if text.meta.date is None:
        return 0
    return max(0, date.fromisoformat(text.meta.date.value.day).toordinal() - _EPOCH)
