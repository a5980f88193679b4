"""The words of a text as search compares them: without case, diacritics, vowel signs, wide forms.

    camión → camion        Straße → strasse       ＡＰＩ → api
    الكِتابُ → كتاب          हिन्दी → हिंदी              機械学習 → 機械 械学 学習

Scripts that put no space between words are cut into every pair of neighbouring letters, so a word
is found inside a phrase and no dictionary is needed.

``search.js`` reads what is typed by the same rules; tests/browser/test_search.py holds the two
together, word by word. Whoever changes one changes the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import add

from site_builder.parse.western import Western
from site_builder.patterns import late

_DROPPED = (
    "\u0300-\u036f\u0483-\u0487"  # accents of Latin, Greek and Cyrillic
    "\u0591-\u05bd\u05bf-\u05c7"  # points of Hebrew
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"  # of Arabic, and the tatweel
    "\u093c"  # the nukta of Hindi
    "\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"  # what cannot be seen
)
_DROP = late(f"[{_DROPPED}]+")
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "ı": "i",
        "ς": "σ",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ँ": "ं",
    }
)
"""Letters that Unicode does not decompose and that are typed in more than one way."""
_NASAL = late("[ङञणनम]्(?=[क-ह])")
"""Hindi writes a nasal before a consonant as a half letter or as a dot: हिन्दी, हिंदी."""
_ARTICLE = late("(?:[وبكف]?ال|لل)(?=.{3})")
"""The Arabic article, with the particles written to it, before at least three letters."""
_UNSPACED = (
    "\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff\u0e01-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3"
)
"""Han, kana, Thai, Lao, Burmese, Khmer."""
_RUN = late(f"[{_UNSPACED}]+")
_PLAIN_WORD = late(r"[^\W_]+")


def count_words(text: str) -> Counter[str]:
    """How often each word occurs in ``text``, folded; in an order that follows from the text.

    What is cut into pairs comes before words; a single letter between others is a word.
    """
    western = _western().words(text)
    if western is not None:
        return Counter(western)
    text = text.lower()
    pattern = _PLAIN_WORD
    if _mark().search(text):
        text = _DROP.sub("", text)
        pattern = _marked_word()
    runs = _RUN.findall(text)
    counts = Counter(_pairs(runs))
    if runs:
        text = _RUN.sub(" ", text)
    words = Counter(pattern.findall(text))
    written = {word: words.pop(word) for word in [*words] if not word.isascii()}
    for word, times in written.items():
        words[fold(word)] += times
    words.pop("", None)
    counts.update(words)
    return counts


def letters_of(text: str) -> Iterable[str]:
    """The letters, one by one, of scripts without spaces; titles are found by a single one."""
    return [] if text.isascii() else "".join(_RUN.findall(_composed(text.lower())))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Fold one word in lower case."""
    word = unicodedata.normalize("NFKD", word).lower()
    word = _DROP.sub("", word).translate(_LETTERS)
    word = _NASAL.sub("ं", unicodedata.normalize("NFKC", word))
    return _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word


def _pairs(runs: Iterable[str]) -> list[str]:
    pairs: list[str] = []
    for run in _composed(" ".join(runs)).split():
        pairs += map(add, run, run[1:]) if len(run) > 1 else run
    return pairs


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


@cache
def _western() -> Western:
    return Western(fold, _DROP)


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(f"[{_DROPPED}{_marks()}]")


@cache
def _marked_word() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W_][{_marks()}]*)+")


@cache
def _marks() -> str:
    """The marks that are parts of words, as ranges of a character class."""
    marks = (point for point in range(0x300, 0xFFFF) if _is_mark(chr(point)))
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in _ranges(marks))


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M" and not _RUN.match(letter)


def _ranges(points: Iterator[int]) -> Iterator[tuple[int, int]]:
    first = last = next(points)
    for point in points:
        if point != last + 1:
            yield first, last
            first = point
        last = point
    yield first, last
