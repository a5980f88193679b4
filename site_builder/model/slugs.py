"""Words for addresses, in every script.

Slugs made from titles and tags: letters, marks and digits of every script are kept (Unicode
categories L, M, N), runs of anything else become one hyphen, trimmed. Marks matter: without them
``हिन्दी`` loses its vowels. Slugs that an author typed, in a file name or in front matter, are not
made here; they stay as typed.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from site_builder.patterns import late

_KEPT = frozenset("LMN")
_SIGN = late(r"(?<=[\w+#])[+#]")
_SIGN_NAMES = {"+": " plus ", "#": " sharp "}


def slugify(text: str) -> str:
    """Make a slug from ``text``: NFC, lower case; empty when nothing in it can be kept."""
    lowered = unicodedata.normalize("NFC", text).lower()
    spaced = "".join(
        letter if unicodedata.category(letter)[0] in _KEPT else " " for letter in lowered
    )
    return "-".join(spaced.split())


@lru_cache(maxsize=100_000)
def topic_slug(word: str) -> str:
    """The slug of a tag or category; never empty: ``🎉`` is ``1f389``, its code point.

    The signs of ``C++`` and ``C#`` are spelled, for they are all that parts these two.
    """
    spelled = _SIGN.sub(lambda sign: _SIGN_NAMES[sign[0]], word)
    return slugify(spelled) or "-".join(f"{ord(letter):x}" for letter in word.strip())
