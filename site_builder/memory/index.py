"""The search index of each language, recalled or changed; made anew where neither will do.

An index is known by the texts it was made from. While they are the same nothing is opened; when a
few are not, only the shards of the words that differ are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from site_builder.memory.codec import decode, encode
from site_builder.memory.fingerprint import digest_bytes
from site_builder.memory.index_store import IndexFact, IndexStore
from site_builder.memory.store import ForgottenError, Store
from site_builder.model.search import IndexShape, SearchIndex, ShardTexts

Text = tuple[int, str]
"""The number of a text, and its words or their digest."""
Place = tuple[str, str]
"""Scope and language."""
_MOST_CHANGES = 0.25
"""The part of the texts from which on making anew is faster than changing."""


class Indexer(NamedTuple):
    """How an index is made, and how it is changed; both are pure."""

    make: Callable[[Iterable[Text]], ShardTexts]
    change: Callable[
        [IndexShape, Callable[[str], str], Iterable[Text], Iterable[Text]], ShardTexts | None
    ]
    """None when it has to be made anew."""


class _Last(NamedTuple):
    """The index of the last run."""

    stamp: str
    shape: IndexShape


class SearchIndexes:
    """The indexes of one site in one scope."""

    def __init__(
        self, store: Store, scope: str, words: Callable[[str], str], *, version: str, forget: bool
    ) -> None:
        """``words`` gives what search knows of a text, by digest."""
        self._store = store
        self._known = IndexStore(store)
        self._scope = scope
        self._words = words
        self._version = version
        self._forget = forget
        self._indexer: Indexer | None = None
        self._made_from: dict[str, Sequence[Text]] = {}
        self._made_again: dict[str, ShardTexts] = {}
        """Language code → its index, where shards of it were lost: as a rule, it is all of them."""
        self._where: dict[str, tuple[str, str]] = {}

    def indexes(
        self, texts: Mapping[str, Sequence[Text]], indexer: Indexer
    ) -> tuple[Mapping[str, SearchIndex], int]:
        """The index of each language, and how many shards were made now.

        ``texts`` maps a language code to the number of each text, ascending, and its words'
        digest.
        """
        self._indexer = indexer
        found: dict[str, SearchIndex] = {}
        fresh = 0
        for code, own in texts.items():
            found[code], made = self._index(code, own, indexer)
            self._made_again.pop(code, None)
            fresh += made
            self._made_from[code] = own
            self._where |= {digest: (code, name) for name, digest in found[code].shards.items()}
        self._store.commit()
        return found, fresh

    def changed_shards(
        self, code: str, changes: Mapping[str, str], indexer: Indexer
    ) -> Mapping[str, str] | None:
        """Name → digest of the shards of a language that differ when the words of texts do.

        ``changes`` maps the digest of words that the index was made from to that of others. None
        where not only shards differ, or where the index is not the one we made last.
        """
        place = (self._scope, code)
        last, indexed = self._last(place), sorted(self._known.indexed(place).items())
        shards, times = self._known.shards(place), Counter(digest for _, digest in indexed)
        if (
            last is None
            or last.stamp != self._stamp(indexed)
            or any(times[one] != 1 for one in changes)
        ):
            return None
        texts = [(number, changes.get(digest, digest)) for number, digest in indexed]
        index, _ = self._index(code, texts, indexer)
        shape = last.shape
        sizes = [(one.word_shards, one.prefix_shards) for one in (shape, index.shape)]
        if sizes[0] != sizes[1] or index.shards.keys() != shards.keys():
            return None
        self._where |= {digest: (code, name) for name, digest in index.shards.items()}
        return {name: one for name, one in index.shards.items() if one != shards[name]}

    def shard(self, digest: str) -> str:
        """The shard that ``digest`` names; when it was lost, its index is made again."""
        code, name = self._where[digest]
        try:
            return self._known.shard((self._scope, code), name, digest)
        except ForgottenError:
            if self._indexer is None or code not in self._made_from:
                raise
            if code not in self._made_again:
                self._made_again[code] = self._made(self._made_from[code], self._indexer)
            return self._made_again[code].texts[name]

    def _index(self, code: str, texts: Sequence[Text], indexer: Indexer) -> tuple[SearchIndex, int]:
        place = (self._scope, code)
        stamp = self._stamp(texts)
        last = None if self._forget else self._last(place)
        shards = self._known.shards(place)
        if last is not None and last.stamp == stamp:
            return SearchIndex(shape=last.shape, shards=shards), 0
        before = self._known.indexed(place)
        changed = self._changed(place, last, before, texts, indexer) if last else None
        made = changed or self._made(texts, indexer)
        digests = {name: digest_bytes(text.encode()) for name, text in made.texts.items()}
        fresh = {
            name: (digest, made.texts[name])
            for name, digest in digests.items()
            if shards.get(name) != digest
        }
        kept = shards if changed else {}
        gone = dict.fromkeys(shards.keys() - kept.keys() - digests.keys())
        self._known.set_index(
            place,
            IndexFact(stamp, encode(made.shape)),
            _difference(before, dict(texts)),
            {**gone, **fresh},
        )
        return SearchIndex(shape=made.shape, shards={**kept, **digests}), len(fresh)

    def _last(self, place: Place) -> _Last | None:
        """The index of the last run; None when there was none, or what is known is damaged."""
        fact = self._known.index(place)
        try:
            return None if fact is None else _Last(fact.stamp, decode(IndexShape, fact.shape))
        except (ValueError, TypeError, RecursionError):
            return None

    def _stamp(self, texts: Iterable[Text]) -> str:
        """Names the builder and the texts; another builder may cut and spell otherwise."""
        listed = "\n".join(f"{number} {digest}" for number, digest in texts)
        return f"{digest_bytes(self._version.encode())[:16]} {digest_bytes(listed.encode())}"

    def _made(self, texts: Iterable[Text], indexer: Indexer) -> ShardTexts:
        return indexer.make((number, self._words(digest)) for number, digest in texts)

    def _changed(
        self,
        place: Place,
        last: _Last,
        before: Mapping[int, str],
        texts: Sequence[Text],
        indexer: Indexer,
    ) -> ShardTexts | None:
        """The shards that differ; None where the index has to be made anew."""
        difference = _difference(before, dict(texts))
        is_ours = last.stamp.partition(" ")[0] == self._stamp(()).partition(" ")[0]
        if not is_ours or len(difference) > _MOST_CHANGES * len(texts):
            return None
        shards = self._known.shards(place)
        try:
            return indexer.change(
                last.shape,
                lambda name: self._known.shard(place, name, shards[name]),
                [(one, self._store.words(before[one])) for one in difference if one in before],
                [(one, self._words(digest)) for one, digest in difference.items() if digest],
            )
        except (KeyError, ValueError, TypeError):
            # Part of the old index is gone or damaged; the texts themselves are not.
            return None


def _difference(before: Mapping[int, str], after: Mapping[int, str]) -> Mapping[int, str | None]:
    """What stands in ``after`` for every number whose text is another; None for what went."""
    numbers = before.keys() | after.keys()
    return {one: after.get(one) for one in numbers if before.get(one) != after.get(one)}
