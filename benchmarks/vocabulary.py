"""The words that a corpus is written in: everyday ones, or as many as many writers know.

Everyday words (``words/``) are drawn evenly. A larger vocabulary begins with them and goes on with
words that look alike and mean nothing; the word of rank n is drawn n times as seldom as the first,
as Zipf found it in every language.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

UNSPACED = frozenset({"zh", "hant", "ja"})
"""Languages that put no space between words."""

_FOLDER = Path(__file__).parent / "words"
_LETTER = re.compile(r"[^\W\d_][^\w\s]*")
"""A letter with its marks."""
_HAN = range(0x4E00, 0x4E00 + 3_000)
"""As many characters as a newspaper uses."""
_LONGEST = 12
"""Letters of a made word."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language, and how often each is said."""

    words: tuple[str, ...]
    summed: tuple[float, ...]
    """The weight of each word, added to those before it."""

    def some(self, count: int, chance: random.Random) -> list[str]:
        """Draw ``count`` words."""
        return chance.choices(self.words, cum_weights=self.summed, k=count)


@cache
def vocabulary(language: str, size: int = 0) -> Vocabulary:
    """The words of a language: the everyday ones alone, or ``size`` by Zipf's law."""
    everyday = (_FOLDER / f"{language}.txt").read_text(encoding="utf-8").split()
    if not size:
        return Vocabulary(tuple(everyday), tuple(accumulate(1.0 for _ in everyday)))
    chance = random.Random(f"vocabulary {language}")  # noqa: S311 because it has to be repeatable
    make = _han(chance) if language in UNSPACED else _alike(everyday, chance)
    words = dict.fromkeys(everyday)
    while len(words) < size:
        words[make()] = None
    ranked = tuple(words)[:size]
    return Vocabulary(ranked, tuple(accumulate(1 / rank for rank in range(1, size + 1))))


def _alike(everyday: list[str], chance: random.Random) -> Callable[[], str]:
    """Words whose letters follow each other as in the everyday ones."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    for word in everyday:
        letters = _LETTER.findall(word)
        for one, other in zip(["", *letters], [*letters, ""], strict=True):
            after[one].append(other)

    def make() -> str:
        letters = [chance.choice(after[""])]
        while letters[-1] and len(letters) < _LONGEST:
            letters.append(chance.choice(after[letters[-1]]))
        return "".join(letters)

    return make


def _han(chance: random.Random) -> Callable[[], str]:
    """Words of one to three characters, some characters far more often than others."""
    weights = tuple(accumulate(1 / rank for rank in range(1, len(_HAN) + 1)))

    def make() -> str:
        count = chance.choice((1, 2, 2, 2, 3))
        return "".join(map(chr, chance.choices(_HAN, cum_weights=weights, k=count)))

    return make
