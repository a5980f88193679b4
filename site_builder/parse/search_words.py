"""What search knows of one text: its words, in four tiers of weight.

Kept as four lines of words, the weightiest first: those of the title; of headings and tags; those
that the text says often; the rest. A word stands in one tier only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, is_dataclass

from site_builder.model.hiring import Profile, RichText
from site_builder.parse.folding import count_words, letters_of
from site_builder.problems import Place

OFTEN = 3
"""Occurrences that make a word one of those a text is about."""
LONGEST = 40
"""Letters; what is longer is no word that anyone types."""

_UNSAID = {
    *("disclosures", "kind", "role", "status", "updated"),
    *("email", "image", "phone", "url", "username"),
}
"""Fields of a Profile that hold no words."""


def search_words(title: str, headings: Sequence[str], text: str) -> str:
    """The tiers of a text; ``text`` is all it says, the words of headings among them or not."""
    counts = count_words(text)
    first = _with_letters(title)
    second = _with_letters("\n".join(headings)) - first
    for word in first | second:
        counts.pop(word, None)
    often = [word for word, times in counts.items() if times >= OFTEN]
    for word in often:
        del counts[word]
    # Sorted where a set has no order of its own: the same text gives the same line.
    return "\n".join(map(_line, (sorted(first), sorted(second), often, counts)))


def _line(words: Collection[str]) -> str:
    if max(map(len, words), default=0) > LONGEST:
        words = [word for word in words if len(word) <= LONGEST]
    return " ".join(words)


def profile_text(profile: Profile) -> str:
    """All that a hiring page says in words, without addresses and what steers the page."""
    return "\n".join(_said(profile))


def _said(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, RichText):
        yield value.text
    elif isinstance(value, tuple):
        for one in value:
            yield from _said(one)
    elif is_dataclass(value) and not isinstance(value, Place):
        for field in fields(value):
            if field.name not in _UNSAID:
                yield from _said(getattr(value, field.name))


def _with_letters(text: str) -> set[str]:
    return {*count_words(text), *letters_of(text)}
