"""What the disk said, in one line the author can use: which path, what could not be done, why."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from site_builder.problems import Problem

_REASONS = {
    errno.ENOSPC: ("no space left on the device", "free some space, then build again"),
    errno.EDQUOT: ("your disk quota is used up", "free some space, then build again"),
    errno.EACCES: ("permission denied", "check who owns it and who may write there"),
    errno.EPERM: ("operation not permitted", "check who owns it and who may write there"),
    errno.EROFS: ("the disk is read-only", "write to another folder with --output"),
    errno.EMFILE: ("too many open files", "raise the limit with: ulimit -n 4096"),
    errno.ENFILE: ("too many open files on this machine", "close some programs, then build again"),
    errno.ELOOP: ("a symbolic link is in the way", "replace the link by a folder or remove it"),
    errno.ENAMETOOLONG: ("the name is too long for this disk", "give the text a shorter slug"),
    errno.EISDIR: ("a folder is in the way", "move that folder away"),
    errno.ENOTDIR: ("a file is where a folder has to be", "move that file away"),
    errno.ENOENT: ("it is not there any more", "build again"),
}


def trouble(what: str, verb: str, error: OSError) -> Problem:
    """Say that ``what`` cannot be ``verb`` (written, read, removed), with the system's reason.

    Gives a ``machine`` Problem without a place.
    """
    known = _REASONS.get(error.errno or 0)
    reason = known[0] if known else (error.strerror or str(error) or type(error).__name__)
    return Problem(
        code="machine",
        message=f"{printable(what)} cannot be {verb}: {reason[:1].lower()}{reason[1:]}",
        hint=known[1] if known else "",
    )


def shown(root: Path, path: str | Path) -> str:
    """Spell a path as the author knows it: from the site's root where it lies below, else whole."""
    for base in (root, Path(os.path.realpath(root))):
        if Path(path).is_relative_to(base) and Path(path) != base:
            return printable(Path(path).relative_to(base).as_posix())
    return printable(str(path))


def printable(text: str) -> str:
    """Escape what would break a line or cannot be printed: a file name may hold any byte."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
