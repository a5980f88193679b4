"""One builder at a time."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from site_builder.write import lock
from site_builder.write.lock import take_lock

HOLDER = """
import sys, time
from pathlib import Path
from site_builder.write.lock import take_lock
with take_lock(Path(sys.argv[1]), wait=5).value:
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@contextmanager
def held(root: Path, seconds: float = 60) -> Iterator[subprocess.Popen[str]]:
    """Another process holds the lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(root), str(seconds)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_free(site: Any) -> None:
    """A free lock is taken at once and can be taken again after."""
    for _ in range(2):
        outcome = take_lock(site.root, wait=0)
        assert outcome.problems == ()
        assert outcome.value is not None
        with outcome.value:
            assert (site.root / ".site_builder/lock").read_text() == f"{os.getpid()}\n"
    assert (site.root / ".site_builder/lock").read_text() == ""


def test_held_by_another(site: Any) -> None:
    """A lock that another process keeps is a Problem that names the process."""
    with held(site.root) as process:
        outcome = take_lock(site.root, wait=0.2)
        assert outcome.value is None
        (problem,) = outcome.problems
        assert problem.code == "machine"
        assert problem.place is None
        assert problem.message == (f"another build of this site is at work (process {process.pid})")


def test_waits(site: Any) -> None:
    """The second builder waits for the first and then goes on."""
    with held(site.root, seconds=0.3):
        began = time.monotonic()
        outcome = take_lock(site.root, wait=20)
        assert outcome.value is not None
        outcome.value.__exit__(None, None, None)
        assert time.monotonic() - began < 10


def test_killed_holder(site: Any) -> None:
    """A lock left by a killed builder is free."""
    with held(site.root) as process:
        process.kill()
        process.wait()
        assert take_lock(site.root, wait=0).value is not None


def test_stale_file(site: Any) -> None:
    """A lock file that names a process which lives but does not hold it is free."""
    site.file(".site_builder/lock", f"{os.getppid()}\n")
    assert take_lock(site.root, wait=0).value is not None


@pytest.mark.skipif(sys.platform == "win32", reason="because Windows has no fork")
def test_worker_that_outlives_its_builder(site: Any) -> None:
    """A worker forked by a builder that was killed does not keep the lock."""
    code = HOLDER.replace(
        '    print("held"', '    import os; os.fork() or time.sleep(30)\n    print("held"'
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(site.root), "60"],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            assert take_lock(site.root, wait=0).value is None
            process.kill()
            process.wait()
            assert take_lock(site.root, wait=0).value is not None
        finally:
            os.killpg(process.pid, 9)


def test_disk_without_locks(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that knows no locks the build goes on without one."""

    def unknown(_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(lock, "_lock", unknown)
    assert take_lock(site.root, wait=0).value is not None


def test_trouble(site: Any, fault: Any) -> None:
    """A lock file that cannot be made is told with path and reason."""
    (site.root / ".site_builder").mkdir()
    with fault("open", nth=1, error=OSError(errno.EROFS, "Read-only file system")):
        outcome = take_lock(site.root, wait=0)
    assert outcome.value is None
    assert outcome.problems[0].message == (
        ".site_builder/lock cannot be written: the disk is read-only"
    )


def test_trouble_while_locking(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other refusal of the system is told too."""

    def broken(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(lock, "_lock", broken)
    outcome = take_lock(site.root, wait=0)
    assert outcome.problems[0].message == (
        ".site_builder/lock cannot be locked: input/output error"
    )
