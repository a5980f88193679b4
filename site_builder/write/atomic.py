"""Put one file in its place, whole or not at all.

The bytes are written beside the target, or stand ready elsewhere on the same disk, and are renamed
onto it: POSIX ``rename`` shows every reader the whole old file or the whole new one, and a process
killed between the two leaves one of them.

No page is flushed to the disk (``fsync``) for itself. That would guard against a power cut only,
at the price of one wait for the disk per page; and a page that a power cut emptied is found by the
next build, because its size and times are no longer those of the manifest. The records of this
room (manifest, journal) are few, and without them we could not tell our files from others: they
are flushed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from contextlib import suppress
from io import BufferedReader, BufferedWriter
from pathlib import Path

from site_builder.write.folders import Target, digest_of, reach

_CHUNK = 1 << 20
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
# Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MODE = 0o644


def write_flushed(folder: Path, path: str, content: bytes) -> bool:
    """Write ``content`` to ``folder``/``path``, flushed to the disk; True when the file changed.

    The same bytes are left alone. Missing folders below ``folder`` are made. Raises OSError.
    """
    with reach(folder, path, make=True) as target:
        if digest_of(target) == hashlib.sha256(content).hexdigest():
            return False
        beside = Target(f"{target.name}.tmp", target.folder)
        try:
            with _create(beside) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside.name, target.name, src_dir_fd=beside.folder, dst_dir_fd=target.folder)
        except BaseException:
            _discard(beside)
            raise
        return True


def copy(source: str | Path, folder: Path, path: str) -> str:
    """Copy the bytes of a regular file to ``folder``/``path``, mode 0644, times not kept.

    Gives the SHA-256 of what was copied. The target is nobody's yet: readers see it only after
    :func:`move`. Raises OSError.
    """
    digest = hashlib.sha256()
    with open_regular(source) as reader, reach(folder, path, make=True) as target:
        try:
            with _create(target) as file:
                while chunk := reader.read(_CHUNK):
                    digest.update(chunk)
                    file.write(chunk)
        except BaseException:
            _discard(target)
            raise
    return digest.hexdigest()


def move(source: str | Path, target: Target) -> None:
    """Rename ``source`` onto ``target``, mode 0644; an empty folder in the way is removed.

    Raises OSError; ``EXDEV`` when the two are on different devices.
    """
    # Some disks know no modes (FAT, network shares): that is no reason to stop.
    with suppress(OSError):
        os.chmod(source, _MODE)  # noqa: PTH101 because to make a Path takes longer than the call
    try:
        os.replace(source, target.name, dst_dir_fd=target.folder)
    except OSError as error:
        # A build killed between removing a file and its folder leaves the empty folder behind.
        if error.errno not in {errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY}:
            raise
        with suppress(OSError):
            os.rmdir(target.name, dir_fd=target.folder)
        os.replace(source, target.name, dst_dir_fd=target.folder)


def open_regular(source: str | Path) -> BufferedReader:
    """Open a regular file for reading; raises OSError, also for a folder, a pipe or a device."""
    descriptor = os.open(source, _READ)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is not a regular file", os.fspath(source))
    return os.fdopen(descriptor, "rb")


def _create(target: Target) -> BufferedWriter:
    # A leftover is removed, not written into: it could be a link to something else.
    with suppress(FileNotFoundError):
        os.unlink(target.name, dir_fd=target.folder)
    descriptor = os.open(target.name, _NEW, _MODE, dir_fd=target.folder)
    if hasattr(os, "fchmod"):
        with suppress(OSError):
            os.fchmod(descriptor, _MODE)
    return os.fdopen(descriptor, "wb")


def _discard(target: Target) -> None:
    with suppress(OSError):
        os.unlink(target.name, dir_fd=target.folder)
