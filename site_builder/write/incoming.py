"""A waiting room on the output's own disk.

Copied files, and pages staged on another device, are brought here before the first file of the
output is touched. So a disk that fills up is noticed while the last good site is still whole, and
what remains to be done is renaming, which needs no space.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from site_builder.write.atomic import copy, move
from site_builder.write.folders import Target, reach
from site_builder.write.pieces import Piece
from site_builder.write.records import records

NAME = ".site_builder.tmp"
"""The waiting room's name when it has to be inside the output folder; nothing else is called so."""
_KIND = "incoming"


class Incoming:
    """Brings files to the disk of the output folder and clears up after itself."""

    def __init__(self, root: Path, output: Path) -> None:
        """Prefer a folder outside the output; raises OSError when neither can be looked at."""
        self._output = output
        self._aside = records(root)
        self._count = 0
        self._is_near = self._aside.stat().st_dev == output.stat().st_dev

    def bring(self, piece: Piece) -> tuple[str, str]:
        """Have the bytes of ``piece`` at hand; gives their path and SHA-256. Raises OSError."""
        if piece.is_movable and self._is_near:
            return piece.source, piece.digest
        return self._copy(piece.source)

    def hand_over(self, source: str, target: Target) -> None:
        """Rename what :meth:`bring` gave onto ``target``; raises OSError."""
        try:
            move(source, target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            # One device by number, two for a rename: bind mounts and overlays of containers.
            self._is_near = False
            move(self._copy(source)[0], target)

    def _copy(self, source: str) -> tuple[str, str]:
        top, name = (self._aside, _KIND) if self._is_near else (self._output, NAME)
        self._count += 1
        path = f"{name}/{self._count}"
        digest = copy(source, top, path)
        return str(top / path), digest

    def clear(self) -> None:
        """Remove what waits here, also what a killed build left; silent when it cannot be."""
        for top, name in ((self._aside, _KIND), (self._output, NAME)):
            with suppress(OSError):
                _clear(top, name)


def _clear(top: Path, name: str) -> None:
    # The names in it are numbers that we gave; whatever else is there stays, and so the folder.
    for number in [one.name for one in (top / name).iterdir() if one.name.isdecimal()]:
        with reach(top, f"{name}/{number}") as target:
            os.unlink(target.name, dir_fd=target.folder)
    with reach(top, name) as folder:
        os.rmdir(folder.name, dir_fd=folder.folder)
