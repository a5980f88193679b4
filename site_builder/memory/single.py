"""What the store remembers of one text or one page, without a look at the others."""

from __future__ import annotations

from site_builder.memory.store import Fact, PageFact, SourceFact, Store, checksum


def source_of(store: Store, scope: str, path: str) -> SourceFact | None:
    """The text at ``path`` in the last run; None when there was none."""
    query = (
        "SELECT digest, stamp, size, mtime_ns, ctime_ns, inode FROM sources"
        " WHERE scope = ? AND path = ?"
    )
    for digest, stamp, *stat in store.read(query, (scope, path)):
        size, mtime_ns, ctime_ns, inode = stat
        return SourceFact(digest, stamp, (size, mtime_ns, ctime_ns, inode))
    return None


def fact_of(store: Store, path: str, source: SourceFact) -> Fact | None:
    """What was understood of that text; None when it is not known."""
    query = "SELECT value, body, words, sum FROM facts WHERE stamp = ? AND path = ? AND digest = ?"
    for value, body, words, known in store.read(query, (source.stamp, path, source.digest)):
        if known == checksum(value):
            return Fact(value, body, words)
    return None


def add_source(store: Store, scope: str, path: str, source: SourceFact) -> None:
    """Remember the text; :meth:`Store.set_sources` drops what this leaves behind."""
    row = (scope, path, source.digest, source.stamp, *source.stat)
    store.write("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [row])


def page_of(store: Store, scope: str, output: str) -> PageFact | None:
    """The page at ``output`` in the last run; None when there was none."""
    query = "SELECT view, template, tool, digest, size FROM pages WHERE scope = ? AND output = ?"
    return next((PageFact(*row) for row in store.read(query, (scope, output))), None)
