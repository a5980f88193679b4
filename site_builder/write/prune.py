"""Take away what we wrote and no longer want, and nothing else.

Only files that the manifest lists go, one by one, and only while their bytes are still ours; then
the folders that this left empty. There is no recursive removal anywhere in this room.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from site_builder.model.artifact import Entry
from site_builder.problems import Problem
from site_builder.write.folders import folded, reach
from site_builder.write.manifest import found


class Fate(Enum):
    """What became of a file that is no longer wanted."""

    REMOVED = auto()
    GONE = auto()
    """It was not there any more."""
    CHANGED = auto()
    """Someone changed it since, so it is theirs: it stays."""


def take_away(output: Path, path: str, entry: Entry) -> Fate:
    """Remove the file at ``path`` if it is still the one of ``entry``; raises OSError."""
    if found(output, path, entry.digest, entry) is not None:
        with reach(output, path) as target:
            os.unlink(target.name, dir_fd=target.folder)
        fate = Fate.REMOVED
    elif os.path.lexists(output / path):
        return Fate.CHANGED
    else:
        fate = Fate.GONE
    _remove_empty_folders(output, path)
    return fate


def _remove_empty_folders(output: Path, path: str) -> None:
    # A folder that is not empty, or is a link, refuses by itself; a build does not end over it.
    with suppress(OSError):
        while "/" in path:
            path = path.rpartition("/")[0]
            with reach(output, path) as folder:
                os.rmdir(folder.name, dir_fd=folder.folder)


def left_alone(where: str) -> Problem:
    """An ``output-changed``, for a file of that fate."""
    return Problem(
        code="output-changed",
        message=f"{where} is no longer wanted, but someone changed it, so it was left there",
        hint="remove it yourself if you do not need it",
    )


def in_the_way(unwanted: Mapping[str, Entry], wanted: Mapping[str, str]) -> dict[str, Entry]:
    """Those of ``unwanted`` that have to go before the wanted files can come.

    A file where a folder is wanted, a folder where a file is wanted, and a path that differs from
    a wanted one in case or composition only: many disks take the two for one file, which would
    then be written first and removed as unwanted after.
    """
    if not unwanted:
        return {}
    files = {folded(path) for path in wanted}
    folders = {parent for path in files for parent in _parents(path)}
    return {
        path: entry
        for path, entry in unwanted.items()
        if (key := folded(path)) in files or key in folders or not files.isdisjoint(_parents(key))
    }


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
