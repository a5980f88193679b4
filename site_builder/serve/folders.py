"""What in the watched folders counts, and where links in them lead."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from site_builder.patterns import late

_PASSED_OVER = late(
    r"\.git|\.hg|\.svn|\.site_builder|__pycache__|node_modules"
    # Left behind by vim, emacs, nano, kate, GNOME, JetBrains, browsers and file managers.
    r"|.*~|\.#.*|#.*#|\..*\.sw[a-z]|4913|\.nfs.*|\.goutputstream-.*|.*___jb_(?:tmp|old)___"
    r"|.*\.(?:tmp|temp|part|crdownload|kate-swp|bak)|\.DS_Store|Thumbs\.db|desktop\.ini",
    re.DOTALL,
)


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is no part of a site, so its changes do not count."""
    return _PASSED_OVER.fullmatch(name) is not None


def counts(path: str, watched: Iterable[str]) -> bool:
    """Whether a change at ``path`` counts: it is a watched path, or properly inside of one."""
    for top in watched:
        if path == top:
            return True
        if path.startswith(top + os.sep):
            return not any(map(is_passed_over, Path(path[len(top) + 1 :]).parts))
    return False


def linked_folders(top: str) -> tuple[str, ...]:
    """The real folders behind links in ``top``, through which a system tells no changes.

    Sorted; each once, however links run in circles. ``top`` itself is not among them.
    """
    seen = {os.path.realpath(top)}
    waiting = [top]
    while waiting:
        for entry in _entries(waiting.pop()):
            if not entry.is_dir():
                continue
            real = os.path.realpath(entry.path)
            if not entry.is_symlink():
                waiting.append(entry.path)
            elif real not in seen:
                seen.add(real)
                waiting.append(real)
    return tuple(sorted(seen - {os.path.realpath(top)}))


def changed_since(watched: Iterable[Path], moment_ns: int) -> tuple[str, ...]:
    """The paths whose content, name or folder listing changed at or after a moment (ns since 1970).

    For the time before watching begins. The status change time counts too, since editors that keep
    the modification time cannot keep that one.
    """
    waiting = [os.fspath(path) for path in watched]
    changed: list[str] = []
    while waiting:
        path = waiting.pop()
        with contextlib.suppress(OSError):
            facts = Path(path).stat()
            if max(facts.st_mtime_ns, facts.st_ctime_ns) >= moment_ns:
                changed.append(path)
        waiting += [entry.path for entry in _entries(path) if not entry.is_symlink()]
    return tuple(sorted(changed))


def identity(path: str) -> tuple[int, int] | None:
    """What the system knows a folder by (device and inode); None when there is no folder."""
    try:
        facts = Path(path).stat()
    except OSError:
        return None
    return (facts.st_dev, facts.st_ino) if stat.S_ISDIR(facts.st_mode) else None


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    with contextlib.suppress(OSError), os.scandir(folder) as listing:
        yield from (entry for entry in listing if not is_passed_over(entry.name))
