"""The file behind an address, whole or the part that a player asks for."""

from __future__ import annotations

import os
import re
import stat
from email.message import Message
from typing import BinaryIO

from site_builder.frozen import dataclass
from site_builder.patterns import late
from site_builder.serve.pages import Item

_ONE_RANGE = late(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """A part of an open file; whoever sends it closes the file."""

    file: BinaryIO
    start: int
    """Bytes from the beginning of the file."""
    length: int
    """Bytes."""


def open_item(item: Item) -> BinaryIO | None:
    """Open a file of the site; None unless it is a regular file in the folder it must be in."""
    if item.within:
        real = os.path.realpath(item.path)
        if not real.startswith(os.path.realpath(item.within) + os.sep):
            return None
    # Without O_NONBLOCK a pipe that took the file's place would hold the thread for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(item.path, flags)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    return os.fdopen(descriptor, "rb")


def size_of(file: BinaryIO) -> int:
    """How long an open file is, in bytes."""
    return os.fstat(file.fileno()).st_size


def wanted_range(headers: Message, size: int) -> range | None:
    """The bytes asked for by a single range (RFC 9110, section 14), of a file of ``size`` bytes.

    None when the whole file is to be sent: no range, several, a broken one, or one that depends on
    a validator (If-Range), of which we send none. An empty range when it lies outside of the file.
    """
    match = _ONE_RANGE.fullmatch((headers.get("Range") or "").strip())
    if not match or "If-Range" in headers:
        return None
    first, last = match.groups()
    if not first and not last:
        return None
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1 if last else size, size))
