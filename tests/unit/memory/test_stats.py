"""What was changed a moment ago could be changed again without a sign, so it is not trusted."""

from site_builder.memory.stats import stat_of
from site_builder.model.source import Kind, Source, Stat

SOURCE = Source(path="a.md", kind=Kind.FILE, stat=Stat(size=3, mtime_ns=100, ctime_ns=200, inode=7))


def test_what_the_disk_says_is_kept() -> None:
    """Size, both times, inode."""
    assert stat_of(SOURCE) == (3, 100, 200, 7)
    assert stat_of(SOURCE, trusted_ns=200) == (3, 100, 200, 7)


def test_what_is_too_young_is_not() -> None:
    """The later of its two times counts."""
    assert stat_of(SOURCE, trusted_ns=199) == (0, 0, 0, 0)
