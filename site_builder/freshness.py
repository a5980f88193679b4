"""Did anything change since the last good build? Asked before the house is woken.

Standard library only, and nothing of ours: a build with nothing to do should take no longer than
looking. Looking is done at what the disk says of every file (size, two times, inode); the one sin
is to call a site fresh that is not, so whatever is doubtful counts as changed:

- a file touched less than two seconds before we looked, since some clocks are that coarse;
- a build that had something to say, because it has to be said again;
- a clock that went back, another Python, another set of installed packages, another builder.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

GRAIN_NS = 2_000_000_000
"""Nanoseconds; the coarsest clock of a disk in use (FAT) counts in two seconds."""

_FOLDER = ".site_builder"
_PACKAGES = ("site-packages", "dist-packages")
_PASSED_OVER = ("__pycache__", ".git", _FOLDER)
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
        for line, changed in _facts(place):
            digest.update(line)
            newest = max(newest, changed)
    key = hashlib.sha256("\0".join(options).encode()).hexdigest()[:12]
    return Look(
        record=root / _FOLDER / f"fresh-{key}.json",
        inputs=digest.hexdigest(),
        moment_ns=now_ns,
        newest_ns=newest,
    )


def is_fresh(seen: Look, output: Path) -> bool:
    """Whether the last good build saw the same, and its output lies as it left it."""
    try:
        record = json.loads(seen.record.read_bytes())
        is_same: bool = record["inputs"] == seen.inputs and record["output"] == _digest(output)
        return is_same and int(record["moment_ns"]) <= seen.moment_ns
    except (OSError, ValueError, KeyError, TypeError):
        # No record, or one that cannot be understood: then we have to build to know.
        return False


def remember(seen: Look, output: Path) -> None:
    """Remember that a build of what was ``seen`` ended well and had nothing to say.

    ``seen`` was looked at before the build began to read: what changed meanwhile counts as changed.
    """
    forget(seen)
    if seen.newest_ns > seen.moment_ns - GRAIN_NS:
        return
    record = {"inputs": seen.inputs, "moment_ns": seen.moment_ns, "output": _digest(output)}
    # Without the record the next build only takes longer.
    with suppress(OSError):
        seen.record.write_text(json.dumps(record), encoding="utf-8")


def forget(seen: Look) -> None:
    """Remember nothing any more; a build that fails or has something to say begins with this."""
    with suppress(OSError):
        seen.record.unlink(missing_ok=True)


def _installed() -> list[Path]:
    """The folders packages are installed in: their own times change with every installation."""
    return [path for path in map(Path, sys.path) if path.name in _PACKAGES]


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for line, _ in _facts(folder):
        digest.update(line)
    return digest.hexdigest()


def _facts(place: Path) -> Iterator[tuple[bytes, int]]:
    """A line for a file, or for each file below a folder, with the time of its last change."""
    try:
        facts = place.stat()
    except OSError:
        yield _spell(f"{place} absent"), 0
        return
    if place.name in _PACKAGES or not place.is_dir():
        yield _line(str(place), facts)
    else:
        yield from _walk(str(place), (facts.st_dev, facts.st_ino), frozenset())


def _walk(
    folder: str, here: tuple[int, int], above: frozenset[tuple[int, int]]
) -> Iterator[tuple[bytes, int]]:
    yield _spell(f"{folder}/"), 0
    # Links may lead in a circle; a folder is not entered below itself.
    if here in above:
        return
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name in _PASSED_OVER:
            continue
        try:
            facts = entry.stat()
        except OSError:
            yield _spell(f"{entry.path} unreadable"), 0
            continue
        if entry.is_dir():
            yield from _walk(entry.path, (facts.st_dev, facts.st_ino), above | {here})
        else:
            yield _line(entry.path, facts)


def _line(path: str, facts: os.stat_result) -> tuple[bytes, int]:
    known = (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino)
    changed = max(facts.st_mtime_ns, facts.st_ctime_ns)
    return _spell(f"{path} {' '.join(map(str, known))}"), changed


def _spell(text: str) -> bytes:
    # Names that are not UTF-8 come from the disk as surrogates, and go into the digest as they are.
    return f"{text}\n".encode("utf-8", "surrogateescape")
