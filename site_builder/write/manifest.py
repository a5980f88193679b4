"""The manifest: what lies in the output folder because we put it there.

A JSON file in ``.site_builder/``, one for each output folder, apart from the memory: losing the
memory loses time, never ownership. A file is known again by its size, times and inode; where these
differ, by its bytes. A manifest that cannot be understood counts as none, which is safe: files
byte-equal to what is about to be written are ours all the same (see ``ownership``). It carries no
checksum, because one wrong digit does less harm than no manifest: the file it is about no longer
matches and is written again.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from site_builder.model.artifact import Entry, Manifest
from site_builder.problems import Outcome, Problem
from site_builder.write.folders import digest_of, is_safe, reach
from site_builder.write.journal import announced
from site_builder.write.records import (
    read_record,
    real,
    record_path,
    remove_record,
    spelled,
    write_record,
)
from site_builder.write.trouble import shown, trouble

_KIND = "manifest"
_VERSION = 1
_DIGEST_LENGTH = 64


def manifest_path(root: Path, output: Path) -> Path:
    """Where the manifest of ``output`` is kept."""
    return record_path(root, _KIND, output)


def load_manifest(root: Path, output: Path) -> Outcome[Manifest]:
    """Read what we left in ``output`` the last time, also by a build that was killed.

    Call it while holding the lock. No manifest gives an empty one. Problems: ``manifest-damaged``
    (with an empty manifest) when it cannot be understood, ``machine`` when it may not be read.
    """
    problems: tuple[Problem, ...] = ()
    entries: dict[str, Entry] = {}
    place = real(output)
    try:
        try:
            entries = _entries(read_record(root, _KIND, output), spelled(root, output))
            for path, digests in (announced(root, output) or {}).items():
                for digest in digests.split():
                    with suppress(OSError):
                        entry = found(place, path, digest, entries.get(path))
                        entries |= {path: entry} if entry is not None else {}
        except ValueError:
            problems = (_damaged(shown(root, output)),)
    except OSError as error:
        what = shown(root, manifest_path(root, output))
        return Outcome(value=None, problems=(trouble(what, "read", error),))
    return Outcome(value=Manifest(output=str(place), entries=entries), problems=problems)


def save_manifest(root: Path, manifest: Manifest) -> None:
    """Write the manifest, whole and flushed; the same content is left alone. Raises OSError."""
    value = {
        "version": _VERSION,
        "output": spelled(root, Path(manifest.output)),
        "entries": {
            path: [entry.digest, entry.size, entry.mtime_ns, entry.ctime_ns, entry.inode]
            for path, entry in manifest.entries.items()
        },
    }
    write_record(root, _KIND, Path(manifest.output), value)


def remove_manifest(root: Path, output: Path) -> None:
    """Forget the output folder: nothing in it is ours any more. Raises OSError."""
    remove_record(root, _KIND, output)


def holds(manifest: Manifest, output_path: str, digest: str) -> bool:
    """Whether the file is there, ours, and has this content (a SHA-256).

    The file is read only when its size, times or inode are not those of the manifest. What may not
    be read counts as not there.
    """
    entry = manifest.entries.get(output_path)
    if entry is None or entry.digest != digest:
        return False
    with suppress(OSError):
        return found(manifest.output, output_path, digest, entry) is not None
    return False


def found(output: str | Path, path: str, digest: str, known: Entry | None) -> Entry | None:
    """The Entry of the regular file at ``path``, if it is there and its content has ``digest``.

    ``known`` is what the manifest says of it: as long as size, times and inode are the same, so is
    the content, and the file is not read. Raises OSError when it may not be read.
    """
    # A plain call is enough to look: folders that are links are refused before anything is done.
    try:
        facts = os.lstat(f"{output}/{path}")
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(facts.st_mode):
        return None
    if known is not None and _is_as_known(facts, known):
        return known if known.digest == digest else None
    with reach(output, path) as target:
        return entry_of(facts, digest) if digest_of(target) == digest else None


def _is_as_known(facts: os.stat_result, known: Entry) -> bool:
    return (
        facts.st_mtime_ns == known.mtime_ns
        and facts.st_ctime_ns == known.ctime_ns
        and facts.st_ino == known.inode
        and facts.st_size == known.size
    )


def entry_of(facts: os.stat_result, digest: str) -> Entry:
    """An Entry from what the disk says of a file."""
    return Entry(
        digest=digest,
        size=facts.st_size,
        mtime_ns=facts.st_mtime_ns,
        ctime_ns=facts.st_ctime_ns,
        inode=facts.st_ino,
    )


def _entries(value: object, output: str) -> dict[str, Entry]:
    if value is None:
        return {}
    if not isinstance(value, dict) or value.get("version") != _VERSION:
        raise ValueError("not a manifest of this version")
    listed = value.get("entries")
    if value.get("output") != output or not isinstance(listed, dict):
        raise ValueError("not the manifest of this folder")
    return {path: _entry(path, facts) for path, facts in listed.items()}


def _entry(path: str, facts: object) -> Entry:
    # A manifest may come from elsewhere (a cache that was restored): it must not lead us astray.
    match facts:
        case [str(digest), int(size), int(mtime_ns), int(ctime_ns), int(inode)] if (
            is_safe(path) and len(digest) == _DIGEST_LENGTH
        ):
            return Entry(
                digest=digest, size=size, mtime_ns=mtime_ns, ctime_ns=ctime_ns, inode=inode
            )
    raise ValueError("not an entry")


def _damaged(where: str) -> Problem:
    return Problem(
        code="manifest-damaged",
        message=f"the list of what we wrote into {where} cannot be read, so a new one is begun",
        hint="if this build is refused, remove that folder and build again",
    )
