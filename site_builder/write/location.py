"""Is this a place where an output folder may be?

Never the disk's root, your home, the site itself, its sources or what contains them; never inside
the sources, git's own folder or ours; never a link. Real paths are compared, without case, so
that ``Content`` is ``content`` on every disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from site_builder.problems import Problem
from site_builder.write.folders import folded, leads_away
from site_builder.write.trouble import shown

_SOURCES = ("content", "themes", "static", "tests")
_PRIVATE = ("content", "themes", "static", ".git", ".site_builder")
OWN_FOLDER = "give the site a folder of its own, such as --output output"
"""What to do about most refusals."""


def misplaced(root: Path, output: Path) -> Problem | None:
    """Say why ``output`` is no place to write, whatever is in it; None when it is one.

    Needs nothing but the two absolute paths, so a build can ask before it begins. Problem:
    ``output-refused``.
    """
    reason = _unfit(output) or next(_overlaps(root, output), None)
    if reason is None:
        return None
    what, hint = reason
    return refused(f"{shown(root, output)} {what}", hint)


def _unfit(output: Path) -> tuple[str, str] | None:
    if not os.path.lexists(output):
        return None
    if leads_away(output.lstat()):
        return "is a symbolic link", "name the folder that it leads to"
    return None if output.is_dir() else ("is not a folder", "move that file away")


def _overlaps(root: Path, output: Path) -> Iterator[tuple[str, str]]:
    place, site = _parts(output), _parts(root)
    if len(place) == 1:
        yield "is the root of the disk", OWN_FOLDER
    sources = [(f"the site's {name}/", _parts(root / name)) for name in _SOURCES]
    for name, there in (("your home folder", _home()), ("the site itself", site), *sources):
        if there == place:
            yield f"is {name}", OWN_FOLDER
        elif there[: len(place)] == place:
            yield f"contains {name}", OWN_FOLDER
    for name in _PRIVATE:
        # As a link it leads elsewhere; as a name it may not exist yet.
        for there in (_parts(root / name), (*site, name)):
            if place[: len(there)] == there:
                yield f"is inside {name}/", OWN_FOLDER


def _parts(path: Path) -> tuple[str, ...]:
    """The real path in parts that are equal when some disk may take them for equal."""
    return Path(folded(os.path.realpath(path))).parts


def _home() -> tuple[str, ...]:
    try:
        return _parts(Path.home())
    except RuntimeError:
        return ()


def refused(message: str, hint: str) -> Problem:
    """An ``output-refused``."""
    return Problem(code="output-refused", message=message, hint=hint)
