"""A search index: files so small that a reader loads only those of the words that were typed.

Every language has its own. A word's *postings*, the numbers of the texts that have it, lie in one
of its word shards; the words that begin alike, from which a half-typed one is completed, in one of
its prefix shards. How many shards there are follows from the size of the index alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from site_builder.frozen import dataclass
from site_builder.model.document import Document

BYTES_A_SHARD: Final = 3_072
"""At most, on average, compressed: few enough for a reader, and each file costs a build time."""
_A_WORD: Final = 9
"""Bytes, compressed, of a word's spelling beside its postings, which take a byte each: so much in
English as in Chinese, with 500 texts as with 4,400."""
WORDS_A_SHARD: Final = 384
"""At most, on average, in a prefix shard: about 1.5 KB, compressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexShape:
    """How large an index is, and so into how many shards it is cut."""

    postings: int
    """Pairs of a word and a text that has it."""
    words: int
    completions: int
    """Words long enough to be completed."""

    @property
    def word_shards(self) -> int:
        """One of few numbers, so that growing rarely moves words from shard to shard."""
        return few_steps(self.postings + self.words * _A_WORD, BYTES_A_SHARD)

    @property
    def prefix_shards(self) -> int:
        """One of few numbers, for the same reason."""
        return few_steps(self.completions, WORDS_A_SHARD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardTexts:
    """Finished shards of one language: all of them, or those that a change reached."""

    shape: IndexShape
    texts: Mapping[str, str]
    """Name of the shard, such as ``w12`` or ``p3`` → its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndex:
    """The index of one language, by digests."""

    shape: IndexShape
    shards: Mapping[str, str]
    """Name of the shard → digest of its text in the memory's content store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """What can be found in one language, and the index by which it is found."""

    texts: tuple[tuple[int, Document], ...]
    """Every text with the number that the index has for it, ascending."""
    index: SearchIndex


def few_steps(count: int, each: int) -> int:
    """Into how many files to cut ``count``: one of 1, 2, 3, 4, 6, 8, 12, 16 and so on.

    The first of them that leaves each file at most ``each`` on average.
    """
    needed = -(-count // each)
    power = 1 << max(0, needed - 1).bit_length()
    between = power * 3 // 4
    return max(1, between) if needed <= between else power
