"""What the disk said, in one line."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from site_builder.write.trouble import printable, shown, trouble


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "no space left on the device"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EMFILE, "too many open files"),
        (errno.ELOOP, "a symbolic link is in the way"),
        (errno.EIO, "input/output error"),
    ],
)
def test_reason(code: int, reason: str) -> None:
    """The path, what could not be done, and why; no place, for it is the machine's."""
    problem = trouble("output/es/x/index.html", "written", OSError(code, os.strerror(code)))
    assert problem.message == f"output/es/x/index.html cannot be written: {reason}"
    assert problem.code == "machine"
    assert problem.place is None


def test_error_without_a_number() -> None:
    """An error that carries only words is told in them."""
    assert trouble("a", "read", OSError("Odd")).message == "a cannot be read: odd"
    assert trouble("a", "read", OSError()).message == "a cannot be read: oSError"


def test_shown(tmp_path: Path) -> None:
    """Below the root a path is told from there, elsewhere whole."""
    assert shown(tmp_path, tmp_path / "output" / "x.html") == "output/x.html"
    assert shown(tmp_path, tmp_path) == str(tmp_path)
    assert shown(tmp_path / "blog", tmp_path / "public") == str(tmp_path / "public")


def test_printable() -> None:
    """What would break the line or the terminal is escaped; every script is left as it is."""
    assert printable("título 中文 हिन्दी") == "título 中文 हिन्दी"
    assert printable("a\nb\x1b\udcff") == "a\\nb\\x1b\\udcff"
