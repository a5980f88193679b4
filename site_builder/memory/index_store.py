"""What the store remembers of search indexes: see ``tables.py``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from site_builder.memory.store import Store


class IndexFact(NamedTuple):
    """A search index of the last run."""

    stamp: str
    """Digest of what it was made from."""
    shape: str
    """JSON: how large it is."""


class IndexStore:
    """Reads what it is asked for and writes only what differs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def index(self, place: tuple[str, str]) -> IndexFact | None:
        """The index of the last run for a scope and language, if there was one."""
        query = "SELECT stamp, shape FROM indexes WHERE scope = ? AND language = ?"
        return next((IndexFact(*row) for row in self._store.read(query, place)), None)

    def indexed(self, place: tuple[str, str]) -> Mapping[int, str]:
        """Number → digest of the words of each text in that index."""
        query = "SELECT number, words FROM indexed WHERE scope = ? AND language = ?"
        return dict(self._store.read(query, place))

    def shards(self, place: tuple[str, str]) -> Mapping[str, str]:
        """Name → digest of each shard of that index."""
        query = "SELECT name, digest FROM shards WHERE scope = ? AND language = ?"
        return dict(self._store.read(query, place))

    def set_index(
        self,
        place: tuple[str, str],
        fact: IndexFact,
        texts: Mapping[int, str | None],
        shards: Mapping[str, tuple[str, str] | None],
    ) -> None:
        """Replace the index of a scope and language.

        ``texts`` and ``shards`` are what differs, None for what went: the words of texts by digest,
        the shards by digest and text.
        """
        self._store.write("INSERT OR REPLACE INTO indexes VALUES (?, ?, ?, ?)", [(*place, *fact)])
        self._store.write(
            "DELETE FROM indexed WHERE scope = ? AND language = ? AND number = ?",
            [(*place, number) for number in texts],
        )
        self._store.write(
            "INSERT INTO indexed VALUES (?, ?, ?, ?)",
            [(*place, number, words) for number, words in texts.items() if words],
        )
        self._store.write(
            "DELETE FROM shards WHERE scope = ? AND language = ? AND name = ?",
            [(*place, name) for name in shards],
        )
        self._store.write(
            "INSERT INTO shards VALUES (?, ?, ?, ?, ?)",
            [(*place, name, *shard) for name, shard in shards.items() if shard],
        )

    def shard(self, place: tuple[str, str], name: str, digest: str) -> str:
        """A shard of the index of that place; raises ForgottenError as :meth:`Store.body`."""
        query = "SELECT text FROM shards WHERE scope = ? AND language = ? AND name = ?"
        return self._store.text(query, (*place, name), digest)
