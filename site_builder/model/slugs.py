"""Words for addresses, in every script.

Slugs made from titles and tags: letters, marks and digits of every script are kept (Unicode
categories L, M, N), runs of anything else become one hyphen, trimmed. Marks matter: without them
``हिन्दी`` loses its vowels. Slugs that an author typed, in a file name or in front matter, are not
made here; they stay as typed.
"""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("LMN")


def slugify(text: str) -> str:
    """Make a slug from ``text``: NFC, lower case; empty when nothing in it can be kept."""
    lowered = unicodedata.normalize("NFC", text).lower()
    spaced = "".join(
        letter if unicodedata.category(letter)[0] in _KEPT else " " for letter in lowered
    )
    return "-".join(spaced.split())
