"""What was understood of each picture, recalled or made.

A picture is known by its path and the digest of its bytes. While the disk says the same of it as
the last time, it is not opened.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from site_builder.freshness import GRAIN_NS
from site_builder.frozen import dataclass
from site_builder.memory.codec import decode, encode
from site_builder.memory.fingerprint import digest_bytes
from site_builder.memory.stats import stat_of
from site_builder.memory.store import Store, checksum
from site_builder.model.asset import Asset
from site_builder.model.source import Source
from site_builder.parallel import map_all
from site_builder.problems import Outcome, Problem

Read = Callable[[Source], Outcome[bytes]]
Understand = Callable[[Source, bytes], Outcome[Asset]]
_Stat = tuple[int, int, int, int]
_FEW = 8
"""Pictures; to look at one may mean to decode it, so workers pay early."""


class AssetFact(NamedTuple):
    """A picture of the last run."""

    digest: str
    """SHA-256 of its bytes."""
    stamp: str
    """Names who understood it."""
    stat: _Stat
    """What the disk said; zeros where that could not be trusted."""
    value: str
    """JSON."""
    sum: str
    """What the value is known again by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecalledAsset:
    """What is remembered of one picture."""

    asset: Asset
    problems: tuple[Problem, ...]


class Assets:
    """The pictures of one site in one scope."""

    def __init__(self, store: Store, scope: str, version: str, *, jobs: int, forget: bool) -> None:
        self._store = store
        self._scope = scope
        self._version = version
        self._jobs = jobs
        self._forget = forget

    def look_at(
        self, sources: Sequence[Source], read: Read, understand: Understand, stamp: str
    ) -> Outcome[Mapping[str, Asset]]:
        """Recall every picture that is known; ``understand`` the rest. Gives them by path.

        ``stamp`` names what understands besides the builder: another decoder may see otherwise.
        """
        stamp = digest_bytes(f"{self._version} {stamp}".encode())[:16]
        stored = self._facts()
        before = {} if self._forget else stored
        after: dict[str, AssetFact] = {}
        found: dict[str, RecalledAsset] = {}
        others: list[Source] = []
        for source in sources:
            last = before.get(source.path)
            if last and last.stamp == stamp and last.stat == stat_of(source):
                recalled = _decoded(last)
                if recalled is not None:
                    after[source.path], found[source.path] = last, recalled
                    continue
            others.append(source)
        trusted_ns = time.time_ns() - GRAIN_NS
        looks = map_all(
            lambda one: _look(one, before.get(one.path), read, understand, stamp),
            others,
            self._jobs,
            few=_FEW,
            chunk=1,
        )
        problems: list[Problem] = []
        for source, (fact, told) in zip(others, looks, strict=True):
            if fact is None:
                problems += told
                continue
            after[source.path] = fact._replace(stat=stat_of(source, trusted_ns))
            found[source.path] = decode(RecalledAsset, fact.value)
        self._remember(stored, after)
        problems += (problem for one in found.values() for problem in one.problems)
        return Outcome(
            value={path: one.asset for path, one in found.items()}, problems=tuple(problems)
        )

    def _facts(self) -> Mapping[str, AssetFact]:
        rows = self._store.read(
            "SELECT path, digest, stamp, value, sum, size, mtime_ns, ctime_ns, inode FROM assets"
            " WHERE scope = ?",
            (self._scope,),
        )
        return {
            path: AssetFact(digest, stamp, tuple(stat), value, known)
            for path, digest, stamp, value, known, *stat in rows
        }

    def _remember(self, before: Mapping[str, AssetFact], after: Mapping[str, AssetFact]) -> None:
        self._store.write(
            "INSERT OR REPLACE INTO assets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (self._scope, path, one.digest, one.stamp, one.value, one.sum, *one.stat)
                for path, one in after.items()
                if before.get(path) != one
            ],
        )
        gone = [(self._scope, path) for path in before if path not in after]
        self._store.write("DELETE FROM assets WHERE scope = ? AND path = ?", gone)
        self._store.commit()


def _look(
    source: Source, last: AssetFact | None, read: Read, understand: Understand, stamp: str
) -> tuple[AssetFact | None, tuple[Problem, ...]]:
    had = read(source)
    if had.value is None:
        return None, had.problems
    digest = digest_bytes(had.value)
    # A fresh checkout gives every file another time; its bytes say that nothing is new.
    if last and (last.digest, last.stamp) == (digest, stamp) and _decoded(last) is not None:
        return last, ()
    outcome = understand(source, had.value)
    if outcome.value is None:
        return None, outcome.problems
    value = encode(RecalledAsset(asset=outcome.value, problems=outcome.problems))
    return AssetFact(digest, stamp, (0, 0, 0, 0), value, checksum(value)), ()


def _decoded(fact: AssetFact) -> RecalledAsset | None:
    if checksum(fact.value) != fact.sum:
        return None
    try:
        return decode(RecalledAsset, fact.value)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        # A damaged fact is no fact; the picture is looked at again.
        return None
