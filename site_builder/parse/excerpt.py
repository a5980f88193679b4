"""The few words that stand for a text in lists, feeds and search results."""

from __future__ import annotations

import unicodedata

from site_builder.parse.rules.scripts import IDEOGRAPH, may_be_wide
from site_builder.patterns import late

_SENTENCE = late("[。！？．]+[」』）】〉》”’]*")
_DANGLING = " \u00a0\u202f,;:-–—…([{¡¿«„‚（「『【〈《“‘，、；：،؛"
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"


def cut_excerpt(text: str, limit: int = 200) -> str:
    """Cut plain text to at most ``limit`` characters, the final ``…`` included.

    It is cut after a word; in Chinese and Japanese after a sentence where one ends in the second
    half, else after any character, but not within a Latin word. White space is folded. A text that
    fits comes back whole.
    """
    folded = " ".join(text.split())
    if len(folded) <= limit:
        return folded
    room = limit - 1
    kept = folded[:room]
    if may_be_wide(kept) and len(IDEOGRAPH.findall(kept)) * 3 >= len(kept):
        end = max((found.end() for found in _SENTENCE.finditer(kept)), default=0)
        kept = kept[:end] if end > room // 2 else _whole_words(folded, room)
    elif folded[room] != " ":
        space = kept.rfind(" ")
        kept = kept[:space] if space > 0 else _whole_letters(folded, room)
    return kept.rstrip(_DANGLING) + "…"


def _whole_words(text: str, end: int) -> str:
    """Take ``text`` up to ``end``; a word of Latin letters between ideographs is not parted."""
    start = end
    while start > 0 and _is_latin(text[start - 1]) and _is_latin(text[start]):
        start -= 1
    return text[:start] if start > end // 2 else _whole_letters(text, end)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _whole_letters(text: str, end: int) -> str:
    """Take ``text`` up to ``end``, never parting a letter from its marks."""
    while end > 0 and (
        unicodedata.category(text[end])[0] == "M"
        or text[end] in _JOINERS
        or text[end - 1] in _JOINERS
    ):
        end -= 1
    return text[:end]
