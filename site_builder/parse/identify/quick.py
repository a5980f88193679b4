"""A quick look at every piece of a text: which ones could be in another language?

Parsing pays for this with every text, so it looks at the head of a piece only, and lets work what
runs without Python: sets, encodings, one search. It may suspect an honest piece, for ``close`` to
clear; a piece that it lets pass is not looked at again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final, TypeAlias

from site_builder.parse.identify.chinese import HIRAGANA, SIMPLIFIED, TRADITIONAL, chinese_of
from site_builder.parse.identify.function_words import LANGUAGES, function_words
from site_builder.parse.identify.scripts import HAN, LATIN, letters_in, scripts_of

Piece: TypeAlias = tuple[int, str]
"""The position of an inline token, and its words."""
Look: TypeAlias = Callable[[Iterable[Piece]], list[int]]
"""Gives the positions of the pieces that could be in another language."""

_SENTENCE: Final = 60
"""Characters of a spaced script, about twelve words."""
_SENTENCE_WIDE: Final = 20
"""The same in Chinese and Japanese."""
WORDS: Final = 12
"""Fewer words of a spaced script say too little about the language they are in."""
_SHORTEST: Final = 16
"""Characters; a shorter piece is in every language."""
_HEAD: Final = 80
"""Characters that are looked at."""
_HEAD_WIDE: Final = 40
"""The same in Chinese and Japanese, which say more in a character."""
_SHARED: Final = 3
"""So many different words of its own show that a piece is at home, though others have them too; of
those that no other language has, one is enough."""
_STRANGERS: Final = 4
"""So many different characters that it should not have."""
_WIDE: Final = 3 / 2
"""Bytes a character in UTF-8: Latin letters with accents have less, all other scripts more."""


@cache
def quick_look(tag: str) -> Look:
    """The quick look at texts in the language of a BCP 47 tag."""
    language = tag.partition("-")[0]
    if language == "zh":
        return _by_characters(*_CHINESE[chinese_of(tag)])
    if language == "ja":
        return _by_characters(HIRAGANA, frozenset())
    if LATIN in scripts_of(tag):
        return _by_words(language, _is_latin)
    own = letters_in(scripts_of(tag))
    return _by_words(language, lambda text: text.isascii() or bool(own.search(text, 0, _HEAD)))


def sentence_length(tag: str) -> int:
    """How many characters a sentence in a language has, at the least."""
    return _SENTENCE_WIDE if HAN in scripts_of(tag) else _SENTENCE


_CHINESE: Final = {
    "zh-Hans": (SIMPLIFIED, TRADITIONAL | HIRAGANA),
    "zh-Hant": (TRADITIONAL, SIMPLIFIED | HIRAGANA),
    "zh": (SIMPLIFIED | TRADITIONAL, HIRAGANA),
}
"""What each way of writing Chinese has, and what it has not."""


def _by_characters(own: frozenset[str], strangers: frozenset[str]) -> Look:
    def is_home(text: str) -> bool:
        head = text[:_HEAD_WIDE]
        return not own.isdisjoint(head) and (
            strangers.isdisjoint(head) or len(strangers.intersection(head)) < _STRANGERS
        )

    def look(pieces: Iterable[Piece]) -> list[int]:
        return [
            index
            for index, text in pieces
            if len(text) >= _SHORTEST
            and not is_home(text)
            and (not text.isascii() or len(text.split()) >= WORDS)
        ]

    return look


def _by_words(language: str, has_script: Callable[[str], bool]) -> Look:
    own, telling = function_words(language), telling_words(language)
    if not own:
        return _by_english(has_script)

    def look(pieces: Iterable[Piece]) -> list[int]:
        suspects = []
        for index, text in pieces:
            if len(text) >= _SENTENCE:
                head = text[:_HEAD]
                if not telling.isdisjoint(head.split()):  # without capitals, as most are
                    continue
                words = head.lower().split()
                if not telling.isdisjoint(words) or len(own.intersection(words)) >= _SHARED:
                    continue
                if len(text.split(None, WORDS)) >= WORDS:
                    suspects.append(index)
                    continue
            if len(text) >= _SHORTEST and not has_script(text):
                suspects.append(index)
        return suspects

    return look


def _by_english(has_script: Callable[[str], bool]) -> Look:
    """Where a language has no words here, a piece is suspect when it has words of English."""
    english = telling_words("en")

    def look(pieces: Iterable[Piece]) -> list[int]:
        return [
            index
            for index, text in pieces
            if len(text) >= _SHORTEST
            and (
                not has_script(text)
                or len(english.intersection(text[:_HEAD].lower().split())) >= _SHARED
            )
        ]

    return look


def _is_latin(text: str) -> bool:
    return text.isascii() or len(text.encode()) < _WIDE * len(text)


_ENGLISH_TOO: Final = frozenset(
    {"am", "man", "hat", "war", "sin", "son", "hay", "pour", "plus", "dont", "sans", "or", "met"}
)
"""Small words of other languages that are rarer words of English."""


@cache
def telling_words(language: str) -> frozenset[str]:
    """The small words of a language that no other one we know has."""
    others = (function_words(other) for other in LANGUAGES if other != language)
    return function_words(language).difference(_ENGLISH_TOO, *others)
