"""The close reading of a piece that could be in another language than the text it stands in."""

from __future__ import annotations

from collections import Counter
from functools import cache
from operator import itemgetter
from typing import Final

from site_builder.parse.identify.chinese import SIMPLIFIED, TRADITIONAL, chinese_of
from site_builder.parse.identify.function_words import function_words, languages_by_word
from site_builder.parse.identify.quick import WORDS
from site_builder.parse.identify.scripts import (
    HAN,
    KANA,
    LATIN,
    languages_in,
    letters_in,
    letters_of,
    scripts_of,
)
from site_builder.patterns import late

_WORD: Final = late(r"(?<!\w)[^\W\d_]+(?:[\u0900-\u0903\u093a-\u094f\u0962\u0963][^\W\d_]*)*(?!\w)")
"""Letters without digits among them, since a checksum is no word; the signs of Devanagari belong
to the letter before them, though Python says no."""
_LATIN_1: Final = bytes(range(256)).decode("latin-1")
_PARTED: Final = "".join(
    letter if letter.isalnum() and not letter.isdecimal() else "_" if letter.isalnum() else " "
    for letter in _LATIN_1.replace("_", "0")
).encode("latin-1")
"""Characters of Latin-1: letters, a line for what may be among them, a space for all others."""
_NO_LETTERS: Final = "".join(one for one in _LATIN_1 if not one.isalpha()).encode("latin-1")
_WIDE: Final = 12
"""Characters of a script without spaces that are enough to be a sentence."""
_SHARE: Final = 0.22
"""So many of the words are small words, when a text is in the language they are from."""
_MORE: Final = 3
"""So many times more often must the other language's words occur than its own."""
_MANY: Final = 100
"""Words; enough to tell languages apart that share many small words, as French and Spanish do:"""
_MORE_OF_MANY: Final = 1.5
"""then the other language's words need be so many times more only."""
_DIFFERENT: Final = 4
"""So many different words or characters; one that is repeated could be a name."""
_MOST: Final = 0.6
"""A share of the letters that counts as all of them."""
_KANA: Final = 0.2
"""Of the letters of a Japanese sentence, at least so many are kana."""
_CHINESE: Final = frozenset("的是了不在我有这這们們")
"""Frequent characters of Chinese that Japanese has no, or other, use for."""
_PARTICLES: Final = 2
"""So many of them, and no kana, make a piece Chinese."""


_ENOUGH: Final = 1000
"""Characters that are read."""
_LATIN: Final = frozenset({LATIN})
_KANA_SCRIPT: Final = frozenset({KANA})
_WIDE_SCRIPTS: Final = frozenset({HAN, KANA})


def read_closely(text: str, tag: str) -> str:
    """The BCP 47 tag of the language that ``text`` is in, if it surely is not that of ``tag``.

    Empty where it is, or may be, what it claims.
    """
    text = text[:_ENOUGH]
    scripts = scripts_of(tag)
    letters = _letters(text)
    wide = _count(text, _WIDE_SCRIPTS)
    if wide >= max(_MOST * letters, _WIDE):
        return _of_wide(text, wide, tag)
    if HAN not in scripts and _count(text, scripts) >= _MOST * letters:
        return _by_words(text, tag.partition("-")[0], scripts)
    if _count(text, _LATIN) >= _MOST * letters:
        return _by_words(text, "", _LATIN)
    script, count = max(letters_of(text).items(), key=itemgetter(1), default=("", 0))
    if script in scripts or count < max(_MOST * letters, _WIDE):
        return ""
    return _by_words(text, "", frozenset({script})) or next(iter(languages_in(script)), "")


def _count(text: str, scripts: frozenset[str]) -> int:
    data = _western(text)
    if data is None:
        return len(letters_in(scripts).findall(text))
    return len(data.translate(None, _not_latin())) if LATIN in scripts else 0


@cache
def _not_latin() -> bytes:
    return letters_in(_LATIN).sub("", _LATIN_1).encode("latin-1")


def _letters(text: str) -> int:
    data = _western(text)
    return sum(map(str.isalpha, text)) if data is None else len(data.translate(None, _NO_LETTERS))


def _western(text: str) -> bytes | None:
    """The characters of a text that has those of Latin-1 alone, which run without Python."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None


def _of_wide(text: str, wide: int, tag: str) -> str:
    kana = _count(text, _KANA_SCRIPT)
    seems = "ja" if kana >= _KANA * wide else _chinese(text)
    claimed = tag.split("-", maxsplit=1)[0]
    if claimed == "zh":
        is_other = seems == "ja" or (seems != "zh" and seems != chinese_of(tag) != "zh")
    elif claimed == "ja":
        is_other = seems != "ja" and not kana and len(_CHINESE.intersection(text)) >= _PARTICLES
    else:
        is_other = True
    return seems if is_other else ""


def words_of(text: str) -> list[str]:
    """The words of ``text``, in order."""
    data = _western(text)
    if data is None:
        return _WORD.findall(text)
    runs = data.translate(_PARTED).decode("latin-1").split(" ")
    return [run for run in runs if run and "_" not in run]


def _chinese(text: str) -> str:
    characters = set(text)
    simplified, traditional = len(characters & SIMPLIFIED), len(characters & TRADITIONAL)
    if max(simplified, traditional) < _DIFFERENT:
        return "zh"
    if simplified > _DIFFERENT * traditional:
        return "zh-Hans"
    return "zh-Hant" if traditional > _DIFFERENT * simplified else "zh"


def _by_words(text: str, own: str, scripts: frozenset[str]) -> str:
    """The language of the ``scripts`` that ``text`` is in by its small words, if not ``own``.

    ``own`` is empty where the text claims to be in no language of these scripts.
    """
    words = words_of(text.lower())
    if len(words) < WORDS:
        return ""
    by_word = languages_by_word()
    small = [*filter(by_word.__contains__, words)]
    more = _MORE if len(words) < _MANY else _MORE_OF_MANY
    own_words = sum(map(function_words(own).__contains__, small)) if own else 0
    enough = max(_SHARE * len(words), more * own_words)
    if len(small) < enough:  # so few in all languages together
        return ""
    hits = Counter(language for word in small for language in by_word[word])
    known = [language for language in hits if scripts & scripts_of(language)]
    if own and not function_words(own):
        # English is far from all languages without words here; others are not, as nl is from af.
        known = [language for language in known if language == "en"]
    best = max(known, key=lambda language: (hits[language], language), default="")
    if not best or hits[best] < enough:
        return ""
    return best if len(function_words(best).intersection(words)) >= _DIFFERENT else ""
