"""By what the disk says of a file it is known to be the same as the last time."""

from __future__ import annotations

from site_builder.model.source import Source


def stat_of(source: Source, trusted_ns: int | None = None) -> tuple[int, int, int, int]:
    """What the disk says of a file; zeros when it changed so lately that it could again unseen.

    ``trusted_ns``: what changed after this moment, in nanoseconds since 1970, is not trusted.
    """
    stat = source.stat
    if trusted_ns is not None and max(stat.mtime_ns, stat.ctime_ns) > trusted_ns:
        return (0, 0, 0, 0)
    return (stat.size, stat.mtime_ns, stat.ctime_ns, stat.inode)
