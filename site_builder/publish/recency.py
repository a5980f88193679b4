"""Was anything saved after the last build? Then what is published is older than what is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from site_builder.model.source import is_litter
from site_builder.problems import Place, Problem
from site_builder.write.trouble import shown

_SOURCES = ("site.yml", "content", "static", "themes")


def saved_since(root: Path, moment_ns: int) -> Problem | None:
    """Name the first source, by path, saved after ``moment_ns``; None when there is none.

    Problem: ``not-built``. A look at times only: what a checkout has touched counts as saved. What
    editors leave beside their files does not.
    """
    for path in _files(root):
        try:
            is_newer = path.stat().st_mtime_ns > moment_ns
        except OSError:
            # Gone, or a link to nothing: not for us to say.
            continue
        if is_newer:
            return Problem(
                code="not-built",
                message="it was saved after the last build, so it is published as it was before",
                place=Place(path=shown(root, path)),
                hint="build, then deploy",
            )
    return None


def _files(root: Path) -> Iterator[Path]:
    for name in _SOURCES:
        place = root / name
        if place.is_file():
            yield place
        for folder, folders, names in os.walk(place):
            folders[:] = _read(name, folders)
            yield from (Path(folder) / one for one in _read(name, names))


def _read(place: str, names: list[str]) -> list[str]:
    """Those that a build reads; only beside texts do editors leave something."""
    return sorted(one for one in names if place != "content" or not is_litter(one))
