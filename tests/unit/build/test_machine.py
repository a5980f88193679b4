"""What the machine refuses becomes a Problem, not a bug."""

import errno
from pathlib import Path

import pytest

from site_builder.build.machine import machine_troubles
from site_builder.problems import SiteError


def test_a_disk_that_says_no_is_told_with_the_file(tmp_path: Path) -> None:
    """In one line, with the path from the site's root, the reason, and what to do."""
    with pytest.raises(SiteError) as raised, machine_troubles(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "a" / "b"))
    (problem,) = raised.value.problems
    assert problem.code == "machine"
    assert problem.message.startswith("a/b cannot be used: ")
    assert problem.hint


def test_whoever_listens_may_go(tmp_path: Path) -> None:
    """A closed pipe is no trouble of the disk; the command line deals with it."""
    with pytest.raises(BrokenPipeError), machine_troubles(tmp_path):
        raise BrokenPipeError


def test_bugs_stay_bugs(tmp_path: Path) -> None:
    """Only the machine's own refusals are turned into Problems."""
    with pytest.raises(ValueError, match="mine"), machine_troubles(tmp_path):
        raise ValueError("mine")
