"""The journal: what a build is about to put into the output, written before it touches a file.

A build that is killed between two files never says what it did. Without the journal its pages
would be strangers to the next build, which would refuse to touch them once the author has renamed
their source. A page may then hold its old bytes or its new ones: the old digest is in the manifest,
the new one here. A build that ends well removes its journal; one that only takes the place of a few
files (``replace.py``) leaves it, so that it need not write the whole manifest.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from site_builder.write.folders import is_safe
from site_builder.write.records import read_record, record_path, remove_record, write_record

_KIND = "journal"


def announce(root: Path, output: Path, pending: Mapping[str, str]) -> None:
    """Record output path → SHA-256 of every file about to be put there; raises OSError.

    Where the manifest does not know what lies there now, several, with a space between: one of
    these it is.
    """
    write_record(root, _KIND, output, dict(pending))


def announced(root: Path, output: Path) -> Mapping[str, str] | None:
    """What a build that did not end well was about to write; None when the last one ended well.

    Raises OSError when it may not be read, ValueError when it is damaged.
    """
    value = read_record(root, _KIND, output)
    if value is None:
        return None
    match value:
        case dict() if all(is_safe(path) and type(one) is str for path, one in value.items()):
            return value
    raise ValueError("not a journal")


def is_open(root: Path, output: Path) -> bool:
    """Whether the last build of this output did not end well."""
    return os.path.lexists(record_path(root, _KIND, output))


def close_journal(root: Path, output: Path) -> None:
    """Say that all that was announced is done and in the manifest; raises OSError."""
    remove_record(root, _KIND, output)
