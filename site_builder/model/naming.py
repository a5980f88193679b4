"""What the texts of one work have in common: the name they are known by, without a language.

A post is known by date and slug wherever it lies, a page by its path. Spellings that one disk
keeps apart and another does not (``título`` composed or not, ``ML`` and ``ml``) are one name.
"""

from __future__ import annotations

import re
import unicodedata

from site_builder.model.source import Kind
from site_builder.patterns import late

# Jekyll's rule for the names of posts (``document.rb``), but that a day alone is a name too.
_DATED = late(r"(\d{4}|\d{2})-(\d{1,2})-(\d{1,2})(?:-(.+))?", re.DOTALL)
_UNDATED = "post::"
_WORD = "key"
"""In the place of the day where a translation_key is a word of its own."""


def split_day(stem: str) -> tuple[str, str]:
    """Part ``2023-7-2-short`` into ISO 8601 day and slug; the day is empty where there is none."""
    match = _DATED.fullmatch(stem)
    if match is None:
        return "", stem
    year, month, day, slug = match.groups()
    century = "" if len(year) == len("2024") else "20"
    return f"{century}{year}-{month:0>2}-{day:0>2}", slug or ""


def post_key(day: str, slug: str) -> str:
    """The key of a post's work."""
    return f"post:{day}:{_folded(slug)}"


def page_key(parent: str, slug: str) -> str:
    """The key of a page's work; ``parent`` is its folder without the language."""
    return f"page:{_folded(parent)}:{_folded(slug)}"


def named_key(kind: Kind, typed: str) -> str:
    """The key that ``translation_key: typed`` means: the name of a text, or a word of its own."""
    if kind is Kind.PAGE:
        parent, _, slug = typed.strip("/").rpartition("/")
        return page_key(parent, slug)
    day, slug = split_day(typed)
    # A word of its own must not meet an old post that happens to have it as its slug.
    return post_key(day or _WORD, slug)


def is_undated(key: str) -> bool:
    """Whether the key is that of a post of which only the slug is known."""
    return key.startswith(_UNDATED)


def slug_of(key: str) -> str:
    """The slug in the key of a post."""
    return key.split(":", 2)[2]


def name_of(key: str) -> tuple[str, str]:
    """The day and the slug that the key of a post was made of; the day may be empty."""
    _, day, slug = key.split(":", 2)
    return day.removeprefix(_WORD), slug


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
