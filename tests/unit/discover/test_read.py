"""The bytes of a source, or why they cannot be had."""

from pathlib import Path

from site_builder.discover.read import read_source
from site_builder.model.source import Kind, Source, Stat

STAT = Stat(size=0, mtime_ns=0, ctime_ns=0, inode=0)


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    """A file is read whole, whatever its encoding."""
    (tmp_path / "a.md").write_bytes(b"\xff\x00\r\n")
    outcome = read_source(tmp_path, Source(path="a.md", kind=Kind.POST, stat=STAT))
    assert outcome.value == b"\xff\x00\r\n"


def test_a_file_that_vanished_is_simply_gone(tmp_path: Path) -> None:
    """An editor may remove a file between the walk and the reading; that is no mistake."""
    outcome = read_source(tmp_path, Source(path="a.md", kind=Kind.POST, stat=STAT))
    assert outcome.value is None
    assert outcome.problems == ()


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """What the disk refuses is a Problem with the path and the reason."""
    (tmp_path / "a.md").mkdir()  # reading a folder fails for every user, root too
    outcome = read_source(tmp_path, Source(path="a.md", kind=Kind.POST, stat=STAT))
    assert outcome.value is None
    assert "a.md cannot be read" in outcome.problems[0].message
