"""The file of the memory: ``.site_builder/memory.sqlite3``.

Damaged, older or foreign means empty: the file is made anew and the caller is told once. Two
processes may use it at once; who finds it locked works without it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FORMAT = 1
"""Raised when the tables change."""

_TABLES = """
CREATE TABLE about (version TEXT NOT NULL);
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE bodies (digest TEXT PRIMARY KEY, html TEXT NOT NULL);
CREATE TABLE sources (scope TEXT, path TEXT, key TEXT NOT NULL, PRIMARY KEY (scope, path))
  WITHOUT ROWID;
CREATE TABLE pages (scope TEXT, output TEXT, view TEXT NOT NULL, template TEXT NOT NULL,
  tool TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (scope, output))
  WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A remembered document."""

    value: str
    """JSON."""
    body: str
    """Digest of its body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFact:
    """A remembered page."""

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


class Store:
    """Reads everything it needs in few queries and writes in one transaction."""

    def __init__(self, path: Path, version: str) -> None:
        """Open the store at ``path``; ``self.was_damaged`` says whether it had to be made anew."""
        self._version = f"{FORMAT} {version}"
        self.was_damaged = False
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = self._open(path)
        except sqlite3.DatabaseError:
            self.was_damaged = True
            for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
                path.with_name(name).unlink(missing_ok=True)
            self._connection = self._open(path)

    def _open(self, path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=10)
        connection.execute("PRAGMA synchronous = OFF")  # losing the memory costs time only
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        known = (
            connection.execute("SELECT version FROM about").fetchone()
            if "about" in tables
            else None
        )
        if known != (self._version,):
            for name in ("about", "facts", "bodies", "sources", "pages"):
                connection.execute(f"DROP TABLE IF EXISTS {name}")
            connection.executescript(_TABLES)
            connection.execute("INSERT INTO about VALUES (?)", (self._version,))
            connection.commit()
        return connection

    def facts(self, keys: Iterable[str]) -> Mapping[str, Fact]:
        """The remembered documents among ``keys`` whose bodies are there too."""
        wanted = set(keys)
        rows = self._connection.execute(
            "SELECT key, value, body FROM facts WHERE body IN (SELECT digest FROM bodies)"
        )
        return {key: Fact(value=value, body=body) for key, value, body in rows if key in wanted}

    def add_facts(self, rows: Iterable[tuple[str, str, str, str]]) -> None:
        """Remember documents: (key, JSON, digest of the body, body)."""
        for key, value, digest, html in rows:
            self._connection.execute(
                "INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", (key, value, digest)
            )
            self._connection.execute("INSERT OR REPLACE INTO bodies VALUES (?, ?)", (digest, html))

    def body(self, digest: str) -> str:
        """The body with this digest; raises KeyError when it is gone or not itself."""
        row = self._connection.execute(
            "SELECT html FROM bodies WHERE digest = ?", (digest,)
        ).fetchone()
        if row is None or hashlib.sha256(row[0].encode()).hexdigest() != digest:
            raise KeyError(digest)
        html: str = row[0]
        return html

    def sources(self, scope: str) -> Mapping[str, str]:
        """Path → key of every document of the last run in ``scope``."""
        return dict(
            self._connection.execute("SELECT path, key FROM sources WHERE scope = ?", (scope,))
        )

    def pages(self, scope: str) -> Mapping[str, PageFact]:
        """Output path → every page of the last run in ``scope``."""
        rows = self._connection.execute(
            "SELECT output, view, template, tool, digest, size FROM pages WHERE scope = ?", (scope,)
        )
        return {
            output: PageFact(view=view, template=template, tool=tool, digest=digest, size=size)
            for output, view, template, tool, digest, size in rows
        }

    def set_sources(self, scope: str, keys: Mapping[str, str]) -> None:
        """Replace the documents of ``scope`` and forget those that no scope uses."""
        self._connection.execute("DELETE FROM sources WHERE scope = ?", (scope,))
        self._connection.executemany(
            "INSERT INTO sources VALUES (?, ?, ?)",
            [(scope, path, key) for path, key in keys.items()],
        )
        self._connection.execute("DELETE FROM facts WHERE key NOT IN (SELECT key FROM sources)")
        self._connection.execute("DELETE FROM bodies WHERE digest NOT IN (SELECT body FROM facts)")

    def set_pages(self, scope: str, pages: Mapping[str, PageFact]) -> None:
        """Replace the pages of ``scope``."""
        self._connection.execute("DELETE FROM pages WHERE scope = ?", (scope,))
        self._connection.executemany(
            "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (scope, output, page.view, page.template, page.tool, page.digest, page.size)
                for output, page in pages.items()
            ],
        )

    def commit(self) -> None:
        """Make what was added last."""
        self._connection.commit()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
