"""Reach a file below a folder without following a symbolic link on the way.

A link at ``output/es`` would carry our pages to wherever it leads, and our pruning too. So the way
down is walked folder by folder, each opened relative to the one before it and never through a link
(``openat`` with ``O_NOFOLLOW``, POSIX.1-2008). What is open cannot be swapped for a link meanwhile.
Windows has no such call; there each folder on the way is looked at before it is entered.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from site_builder.frozen import dataclass
from site_builder.patterns import late

HAS_DIR_FD = os.open in os.supports_dir_fd

_UNSAFE = late(r"(?:^|/)\.{0,2}(?:/|\Z)|[\\\0]|^\.git(?:/|\Z)", re.IGNORECASE)
"""A part that is empty, ``.`` or ``..``; what splits or ends a path elsewhere; git's folder."""
_JUNCTION = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT of the Windows SDK."""
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _NO_FOLLOW
# Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
_FILE = os.O_RDONLY | _NO_FOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Target:
    """A name in a folder that is open; hand both to the functions of ``os``."""

    name: str
    """The last part of the path; the whole path where the system has no relative calls."""
    folder: int | None
    """Descriptor of the open folder, for ``dir_fd``; None where ``name`` is the whole path."""


def is_safe(path: str) -> bool:
    """Whether ``path`` is a relative path with ``/`` that stays below and out of ``.git``."""
    if _UNSAFE.search(path) or os.path.splitdrive(path)[0]:
        return False
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def folded(path: str) -> str:
    """What a path is on a disk that minds neither case nor composition (APFS, NTFS)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


class Descent:
    """The way down to one file after another; folders that the next one shares stay open."""

    def __init__(self, top: str | Path) -> None:
        """Nothing is opened yet; leave the block to close what was."""
        self._top = os.fspath(top)
        self._open: list[tuple[str, int]] = []
        """Names and descriptors of the folders on the way, ``top`` first."""

    def reach(self, path: str, *, make: bool = False) -> Target:
        """Open the folder that holds ``top``/``path``, making the ones missing below ``top``.

        They are made on demand only. What is given is good until the next call. Raises OSError:
        ``ELOOP`` when ``top`` or a folder below it is a symbolic link, ``ENOENT`` when one is
        missing and ``make`` is False, ``EINVAL`` when the path would leave ``top``.
        """
        if not is_safe(path):
            raise OSError(errno.EINVAL, "the path leads out of its folder", path)
        *parents, name = path.split("/")
        if not HAS_DIR_FD:
            return Target(_looked_at(self._top, parents, make=make) + os.sep + name, None)
        way = [self._top, *parents]
        shared = 0
        for (known, _), part in zip(self._open, way):  # noqa: B905 because either may be longer
            if known != part:
                break
            shared += 1
        self._leave(shared)
        folder = self._open[-1][1] if self._open else None
        for part in way[shared:]:
            folder = _entered(part, folder, make=make and folder is not None)
            self._open.append((part, folder))
        return Target(name, folder)

    def _leave(self, depth: int) -> None:
        while len(self._open) > depth:
            os.close(self._open.pop()[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._leave(0)


@contextmanager
def reach(top: str | Path, path: str, *, make: bool = False) -> Iterator[Target]:
    """Reach one file alone; see :meth:`Descent.reach`."""
    with Descent(top) as descent:
        yield descent.reach(path, make=make)


def _entered(part: str, folder: int | None, *, make: bool) -> int:
    if make:
        # Most are missing when there is much to write.
        with suppress(FileExistsError):
            os.mkdir(part, dir_fd=folder)
    try:
        return os.open(part, _FOLDER, dir_fd=folder)
    except OSError:
        # Systems differ in what they call a link that must not be followed: ELOOP, ENOTDIR, EMLINK.
        if _is_link(part, folder):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), part) from None
        raise


def _is_link(part: str, folder: int | None) -> bool:
    with suppress(OSError):
        return leads_away(os.stat(part, dir_fd=folder, follow_symlinks=False))
    return False


def leads_away(facts: os.stat_result) -> bool:
    """Whether these are the facts of a symbolic link, or of a junction of Windows."""
    return stat.S_ISLNK(facts.st_mode) or getattr(facts, "st_reparse_tag", 0) == _JUNCTION


def _looked_at(top: str | Path, parents: list[str], *, make: bool) -> str:
    path = Path(top)
    for part in [".", *parents]:
        path /= part
        if make:
            with suppress(FileExistsError):
                path.mkdir()
        facts = path.lstat()
        if leads_away(facts):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
        if not stat.S_ISDIR(facts.st_mode):
            raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
    return str(path)


def stat_of(target: Target) -> os.stat_result:
    """What the disk says of the file itself, links not followed; raises OSError."""
    return os.stat(target.name, dir_fd=target.folder, follow_symlinks=False)


def digest_of(target: Target) -> str | None:
    """SHA-256 of a file; None when it is not there or not a regular file. Raises OSError."""
    try:
        descriptor = os.open(target.name, _FILE, dir_fd=target.folder)
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENXIO} or _is_link(target.name, target.folder):
            return None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with os.fdopen(descriptor, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
