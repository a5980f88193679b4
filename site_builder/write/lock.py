"""One builder at a time: two that share a folder would tear each other's files.

``.site_builder/lock`` is locked through the system (POSIX ``fcntl`` record locks; ``LockFile`` on
Windows) and names the process that holds it. The system lets go when that process ends, however it
ends: a lock left by a killed builder is free, and no other process that has got the same number
since is taken for it. So the process's start time need not be compared. The file itself stays;
removing it would let two builders lock two files of one name.

A disk without such locks (some network folders) is built on without one.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from site_builder.problems import Outcome, Problem
from site_builder.write.records import FOLDER, records
from site_builder.write.trouble import shown, trouble

_NAME = "lock"
_PAUSE = 0.05
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_UNKNOWN = {errno.ENOLCK, errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP}
_BEYOND = 1 << 30
"""Windows keeps others from reading the byte that is locked: one far behind the text."""


class Lock:
    """Held until the ``with`` block ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Let the next builder in."""
        with suppress(OSError):
            os.ftruncate(self._descriptor, 0)
        os.close(self._descriptor)


def take_lock(root: Path, *, wait: float = 10.0) -> Outcome[Lock]:
    """Take the lock of the site at ``root``, waiting up to ``wait`` seconds for another builder.

    It keeps out other processes, not other threads of this one. Problems, with no value:
    ``machine`` when another process keeps the lock, or when the disk does not let us have the file.
    """
    path = root / FOLDER / _NAME
    deadline = time.monotonic() + wait
    try:
        descriptor = os.open(records(root) / _NAME, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        return Outcome(value=None, problems=(trouble(shown(root, path), "written", error),))
    try:
        while not _is_taken(descriptor):
            if time.monotonic() >= deadline:
                problem = _busy(descriptor)
                os.close(descriptor)
                return Outcome(value=None, problems=(problem,))
            time.sleep(_PAUSE)
        _sign(descriptor)
    except OSError as error:
        os.close(descriptor)
        return Outcome(value=None, problems=(trouble(shown(root, path), "locked", error),))
    except BaseException:
        os.close(descriptor)
        raise
    return Outcome(value=Lock(descriptor))


def _is_taken(descriptor: int) -> bool:
    """Try once; True when the lock is ours now, or the disk knows no locks."""
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        if error.errno in _UNKNOWN:
            return True
        raise
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _BEYOND, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    # Not flock: that lock is shared with forked workers, which may outlive a killed builder.
    def _lock(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _BEYOND)


def _sign(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, f"{os.getpid()}\n".encode())


def _busy(descriptor: int) -> Problem:
    os.lseek(descriptor, 0, os.SEEK_SET)
    number = os.read(descriptor, 32).decode("ascii", "replace").strip()
    name = f"process {number}" if number.isdecimal() else "another process"
    return Problem(
        code="machine",
        message=f"another build of this site is at work ({name})",
        hint="wait until it has finished, or end it",
    )
