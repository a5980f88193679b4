"""Did anything change since the last good build? Asked before the house is woken.

Standard library only, and of ours the shape of a Problem: a build with nothing to do should take no
longer than looking. Looking is done at what the disk says of every file (size, two times, inode);
what the last build had to say is said again. The one sin is to call a site fresh that is not, so
whatever is doubtful counts as changed:

- a file touched less than two seconds before we looked, since some clocks are that coarse;
- a post that was held back for its date, from the moment on at which it appears;
- a clock that went back, another Python, another set of installed packages, another builder.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from operator import attrgetter
from pathlib import Path

from site_builder.problems import CODES, Place, Problem

GRAIN_NS = 2_000_000_000
"""Nanoseconds; the coarsest clock of a disk in use (FAT) counts in two seconds."""

_FOLDER = ".site_builder"
_PACKAGES = ("site-packages", "dist-packages")
_PASSED_OVER = ("__pycache__", ".git", _FOLDER)
_NAME = attrgetter("name")
_INPUTS = ("site.yml", "translations.lock", "content", "static", "themes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the disk said of all that a build depends on, at one moment."""

    record: Path
    """Where a good build with these options is remembered."""
    inputs: str
    """Digest of what the disk said; another one means that something changed."""
    moment_ns: int
    """When we looked, in nanoseconds since 1970."""
    newest_ns: int
    """The latest change that was seen, in the same unit."""


def look(root: Path, options: Sequence[str], now_ns: int) -> Look:
    """Look at the inputs of the site at ``root``; ``options`` are what shapes its output."""
    package = Path(__file__).resolve().parent
    newest = 0
    digest = hashlib.sha256(repr((sys.version, sys.path, *options)).encode())
    places = [root / name for name in _INPUTS]
    places += [package, package.parent / "themes", *_installed()]
    for place in places:
        lines, changed = _facts(place)
        digest.update(_spell(lines))
        newest = max(newest, changed)
    key = hashlib.sha256("\0".join(options).encode()).hexdigest()[:12]
    return Look(
        record=root / _FOLDER / f"fresh-{key}.json",
        inputs=digest.hexdigest(),
        moment_ns=now_ns,
        newest_ns=newest,
    )


def recall(seen: Look, output: Path) -> tuple[Problem, ...] | None:
    """What the last good build had to say, if it saw the same and its output lies as it left it.

    None when there is anything to do.
    """
    try:
        record = json.loads(seen.record.read_bytes())
        is_due = record["due_ns"] is not None and int(record["due_ns"]) <= seen.moment_ns
        if is_due or int(record["moment_ns"]) > seen.moment_ns or record["inputs"] != seen.inputs:
            return None
        said = tuple(_problem(*one) for one in record["said"])
        return said if record["output"] == _digest(seen, output) else None
    except (OSError, ValueError, KeyError, TypeError):
        # No record, or one that cannot be understood: then we have to build to know.
        return None


def remember(
    seen: Look, output: Path, said: Sequence[Problem] = (), due_ns: int | None = None
) -> None:
    """Remember that a build of what was ``seen`` ended well, and what it ``said``.

    ``seen`` was looked at before the build began to read: what changed meanwhile counts as changed.
    ``due_ns`` is when the first post that was held back appears, in nanoseconds since 1970.
    """
    forget(seen)
    if seen.newest_ns > seen.moment_ns - GRAIN_NS:
        return
    record = {
        "inputs": seen.inputs,
        "moment_ns": seen.moment_ns,
        "due_ns": due_ns,
        "said": [astuple(one) for one in said],
        "output": _digest(seen, output),
    }
    # Without the record the next build only takes longer.
    with suppress(OSError):
        seen.record.write_text(json.dumps(record), encoding="utf-8")


def _problem(code: str, message: str, place: list[object] | None, hint: str, quote: str) -> Problem:
    if code not in CODES:
        raise ValueError(code)
    where = _place(*place) if place else None
    return Problem(code=code, message=message, place=where, hint=hint, quote=quote)


def _place(path: object, line: object, column: object) -> Place:
    return Place(path=str(path), line=int(str(line)), column=int(str(column)))


def forget(seen: Look) -> None:
    """Remember nothing any more; a build that may fail begins with this."""
    with suppress(OSError):
        seen.record.unlink(missing_ok=True)


def _installed() -> list[Path]:
    """The folders packages are installed in: their own times change with every installation."""
    return [path for path in map(Path, sys.path) if path.name in _PACKAGES]


def _digest(seen: Look, output: Path) -> str:
    """The output, and what is said of the build that made it: with drafts it is another one."""
    about = sorted(seen.record.parent.glob("built-*.json"))
    lines = [line for place in (output, *about) for line in _facts(place)[0]]
    return hashlib.sha256(_spell(lines)).hexdigest()


def _facts(place: Path) -> tuple[list[str], int]:
    """A line for a file, or for each file below a folder; and the time of the last change."""
    try:
        facts = place.stat()
    except OSError:
        return [f"{place} absent"], 0
    if place.name in _PACKAGES or not place.is_dir():
        return [_line(str(place), facts)], max(facts.st_mtime_ns, facts.st_ctime_ns)
    lines: list[str] = []
    newest = 0
    waiting = [(str(place), facts, frozenset[tuple[int, int]]())]
    while waiting:
        folder, facts, above = waiting.pop()
        lines.append(f"{folder}/")
        here = (facts.st_dev, facts.st_ino)
        # Links may lead in a circle; a folder is not entered below itself.
        if here in above:
            continue
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=_NAME)
        for entry in entries:
            if entry.name in _PASSED_OVER:
                continue
            try:
                facts = entry.stat()
            except OSError:
                lines.append(f"{entry.path} unreadable")
                continue
            if stat.S_ISDIR(facts.st_mode):
                waiting.append((entry.path, facts, above | {here}))
            else:
                lines.append(_line(entry.path, facts))
                newest = max(newest, facts.st_mtime_ns, facts.st_ctime_ns)
    return lines, newest


def _line(path: str, facts: os.stat_result) -> str:
    return f"{path} {facts.st_size} {facts.st_mtime_ns} {facts.st_ctime_ns} {facts.st_ino}"


def _spell(lines: Sequence[str]) -> bytes:
    # Names that are not UTF-8 come from the disk as surrogates, and go into the digest as they are.
    return "\n".join((*lines, "")).encode("utf-8", "surrogateescape")
