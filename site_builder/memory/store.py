"""The file of the memory: ``.site_builder/memory.sqlite3``, with the tables of ``tables.py``.

Damaged, older or foreign means empty: the file is made anew, at whatever moment the damage is met.
Facts carry a checksum and bodies their digest, so a damage that SQLite does not see is seen here.
Bounded: what no source and no page of any scope needs is dropped. A store that cannot be written
(a full disk, a builder that keeps it locked) remembers nothing, and that is all.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from site_builder.memory.tables import FORMAT, SCHEMA

_WAIT = 2.0
"""Seconds to wait for another builder; then the memory is done without."""
_TROUBLES = (sqlite3.DatabaseError, UnicodeDecodeError)
_T = TypeVar("_T")


class Fact(NamedTuple):
    """What was understood of a text."""

    value: str
    """JSON."""
    body: str
    """Digest of its body."""
    words: str
    """Digest of what search knows of it; empty when that is nothing."""


class SourceFact(NamedTuple):
    """A text of the last run."""

    digest: str
    """SHA-256 of its bytes."""
    stamp: str
    """Names the settings it was read with."""
    stat: tuple[int, int, int, int]
    """Size, two times and inode when it was read; zeros where these could not be trusted."""


class PageFact(NamedTuple):
    """A page of the last run."""

    view: str
    """Fingerprint of the route with its View."""
    template: str
    """Digest of the template with all it includes."""
    tool: str
    """Digest of the builder's and its plugins' versions."""
    digest: str
    """SHA-256 of the page's bytes."""
    size: int
    """Bytes."""


class ForgottenError(KeyError):
    """What was remembered is gone, or no longer itself."""


class Store:
    """Reads all it needs in few queries and writes only what changed."""

    def __init__(self, path: Path) -> None:
        """Open the store at ``path``; ``was_damaged`` says whether it had to be made anew."""
        self._path = path
        self.was_damaged, self.is_whole, self._may_write = False, True, True
        """Whether all that was asked and told since has reached the file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = self._opened()
        self._readers: dict[int, sqlite3.Connection] = {os.getpid(): self._connection}

    def facts(self, stamp: str) -> Mapping[tuple[str, str], Fact]:
        """(Path, digest) → what was understood with the settings that ``stamp`` names."""
        rows = self.read(
            "SELECT path, digest, value, body, words, sum FROM facts WHERE stamp = ?", (stamp,)
        )
        return {
            (path, digest): Fact(value, body, words)
            for path, digest, value, body, words, known in rows
            if known == checksum(value)
        }

    def add_fact(self, path: str, source: SourceFact, fact: Fact, html: str, words: str) -> None:
        """Remember what was understood, its body, and what search knows of it."""
        row = (path, source.digest, source.stamp, *fact, checksum(fact.value))
        self.write("INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)", [row])
        self.write("INSERT OR REPLACE INTO bodies VALUES (?, ?)", [(fact.body, html)])
        if fact.words:
            self.write("INSERT OR REPLACE INTO words VALUES (?, ?)", [(fact.words, words)])

    def body(self, digest: str) -> str:
        """The body with this digest; raises ForgottenError when it is gone or not itself."""
        return self.text("SELECT html FROM bodies WHERE digest = ?", (digest,), digest)

    def words(self, digest: str) -> str:
        """What search knows of a text; raises ForgottenError as :meth:`body` does."""
        return self.text("SELECT text FROM words WHERE digest = ?", (digest,), digest)

    def text(self, query: str, values: tuple[str, ...], digest: str) -> str:
        """The text that ``query`` finds; raises ForgottenError when its digest is another one.

        A forked worker may ask: each process reads through a connection of its own.
        """
        try:
            reader = self._readers.get(os.getpid())
            if reader is None:
                reader = self._readers[os.getpid()] = sqlite3.connect(self._path, timeout=_WAIT)
            row = reader.execute(query, values).fetchone()
        except (sqlite3.Error, UnicodeDecodeError):
            raise ForgottenError(digest) from None
        if row is None or hashlib.sha256(row[0].encode()).hexdigest() != digest:
            raise ForgottenError(digest)
        text: str = row[0]
        return text

    def sources(self, scope: str) -> Mapping[str, SourceFact]:
        """Path → every text of the last run in ``scope``."""
        rows = self.read(
            "SELECT path, digest, stamp, size, mtime_ns, ctime_ns, inode FROM sources"
            " WHERE scope = ?",
            (scope,),
        )
        return {path: SourceFact(digest, stamp, tuple(stat)) for path, digest, stamp, *stat in rows}

    def set_sources(
        self, scope: str, before: Mapping[str, SourceFact], after: Mapping[str, SourceFact]
    ) -> None:
        """Put ``after`` in the place of ``before`` and drop the facts and bodies nobody needs."""
        changed = [(path, one) for path, one in after.items() if before.get(path) != one]
        gone = [(scope, path) for path in before if path not in after]
        self.write(
            "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(scope, path, one.digest, one.stamp, *one.stat) for path, one in changed],
        )
        self.write("DELETE FROM sources WHERE scope = ? AND path = ?", gone)
        # Where there was no last run, it needs nothing that could be dropped.
        if before and (changed or gone):
            # Not with NOT IN: of several columns it compares each row with all others (for NULLs).
            self.write(
                "DELETE FROM facts WHERE (stamp, path, digest) IN"
                " (SELECT stamp, path, digest FROM facts"
                " EXCEPT SELECT stamp, path, digest FROM sources)",
                [()],
            )
            self.write("DELETE FROM bodies WHERE digest NOT IN (SELECT body FROM facts)", [()])
            # An index still needs the words of what went, to take them out.
            self.write(
                "DELETE FROM words WHERE digest NOT IN"
                " (SELECT words FROM facts UNION SELECT words FROM indexed)",
                [()],
            )

    def pages(self, scope: str) -> Mapping[str, PageFact]:
        """Output path → every page of the last run in ``scope``."""
        rows = self.read(
            "SELECT output, view, template, tool, digest, size FROM pages WHERE scope = ?",
            (scope,),
        )
        return {output: PageFact(*fact) for output, *fact in rows}

    def add_pages(self, scope: str, pages: Mapping[str, PageFact]) -> None:
        """Put ``pages``, by output path, in the place of what was known there."""
        self.write(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(scope, output, *one) for output, one in pages.items()],
        )

    def drop_pages(self, scope: str, outputs: Iterable[str]) -> None:
        """Forget the pages at these output paths."""
        gone = [(scope, output) for output in outputs]
        self.write("DELETE FROM pages WHERE scope = ? AND output = ?", gone)

    def hold(self) -> bool:
        """Keep all others from writing until the end of this run; False where that fails."""
        self._tried(lambda connection: connection.execute("BEGIN IMMEDIATE"), None)
        return self.is_whole

    def commit(self) -> None:
        """Make what was added last."""
        if self._may_write:
            self._tried(lambda connection: connection.commit(), None)

    @property
    def writes(self) -> int:
        """Rows written since the store was opened."""
        return self._connection.total_changes

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def read(self, query: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        """Every row that ``query`` finds; none from a store that cannot be read."""
        return self._tried(lambda connection: connection.execute(query, values).fetchall(), [])

    def write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Do ``statement`` for each row, where the store can be written."""
        if self._may_write:
            self._tried(lambda connection: connection.executemany(statement, rows), None)

    def _tried(self, act: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        try:
            return act(self._connection)
        except _TROUBLES as error:
            self.is_whole = False
            if not _is_damage(error):
                # Locked or full. Half of what belongs together would be worse than nothing, and to
                # wait again for each of a hundred writes would take minutes.
                self._may_write = False
                with suppress(sqlite3.Error):
                    self._connection.rollback()
            else:
                self._connection.close()
                self._connection = self._made_anew()
                self._readers = {os.getpid(): self._connection}
            return otherwise

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._open()
        except _TROUBLES as error:
            if _is_damage(error):
                return self._made_anew()
            # Someone keeps it locked, or the disk is full: an empty memory will do.
            self.is_whole = False
            return _laid_out(sqlite3.connect(":memory:"))

    def _made_anew(self) -> sqlite3.Connection:
        self.was_damaged = True
        self._remove()
        return self._open()

    def _remove(self) -> None:
        for name in ("", "-journal", "-wal", "-shm"):
            self._path.with_name(f"{self._path.name}{name}").unlink(missing_ok=True)

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=_WAIT)
        held = _held(connection)
        if not held:
            return _laid_out(connection)
        # Of someone else's file nothing is asked: behind a name may stand a question without end.
        is_ours = held.get("about") == SCHEMA["about"]
        known = connection.execute("SELECT format FROM about").fetchone() if is_ours else None
        if known == (FORMAT,) and held == SCHEMA:
            connection.execute("PRAGMA synchronous = OFF")
            return connection
        connection.close()
        if known in {None, (FORMAT,)}:
            raise sqlite3.DatabaseError("it has other tables than ours")
        self._remove()
        return self._open()


def _is_damage(error: Exception) -> bool:
    """Whether it is not only that the store is kept, full or read-only.

    Text that is not UTF-8 is met by Python, in a value or in a message of SQLite's: such an error
    has no name of SQLite's. One with no better name than this is of a store that is not ours.
    """
    if not isinstance(error, sqlite3.OperationalError):
        return True
    return getattr(error, "sqlite_errorname", "SQLITE_ERROR") == "SQLITE_ERROR"


def _held(connection: sqlite3.Connection) -> dict[str, str]:
    """Name → definition of all that is in a file, be it a table or not."""
    return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def _laid_out(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The same connection to an empty file, once it has our tables; all of them or none."""
    connection.execute("PRAGMA synchronous = OFF")  # losing the memory costs time only
    # Most bodies are larger than the usual page; to spread one takes as long as to store it.
    connection.execute("PRAGMA page_size = 32768")
    connection.execute("BEGIN IMMEDIATE")
    # Another builder may have been first.
    if not _held(connection):
        for definition in SCHEMA.values():
            connection.execute(definition)
        connection.execute("INSERT INTO about VALUES (?)", (FORMAT,))
    connection.commit()
    return connection


def checksum(value: str) -> str:
    """What a fact is known again by: 16 hex digits of its SHA-256."""
    return hashlib.sha256(value.encode()).hexdigest()[:16]
