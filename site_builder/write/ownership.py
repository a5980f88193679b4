"""Is what lies in the output folder ours?

A file is ours when the manifest lists it, or when its bytes are the ones about to be written there.
We do not write among files that are not ours. ``adopt`` lifts this rule but for git work trees:
wanted files then replace what is in their way; everything else stays untouched and unlisted, and
is never removed.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

from site_builder.model.artifact import Manifest
from site_builder.problems import Problem
from site_builder.write.folders import digest_of, folded, reach
from site_builder.write.incoming import NAME
from site_builder.write.location import OWN_FOLDER, misplaced, refused
from site_builder.write.trouble import printable, shown, trouble

_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
_NAMED = 3


def refusal(
    root: Path, output: Path, manifest: Manifest, wanted: Mapping[str, str], *, adopt: bool
) -> tuple[Problem, ...]:
    """Say why we may not write into ``output``; nothing when we may.

    ``wanted`` is output path → SHA-256 of what would be written. Problems: ``output-refused``, and
    ``machine`` when the folder cannot be read.
    """
    wrong_place = misplaced(root, output)
    if wrong_place is not None:
        return (wrong_place,)
    try:
        strangers = [*islice(_strangers(output, manifest, wanted), _NAMED + 1)]
    except OSError as error:
        return (trouble(shown(root, output / (error.filename or "")), "read", error),)
    is_work_tree = os.path.lexists(output / ".git")
    if not strangers or (adopt and not is_work_tree):
        return ()
    where = shown(root, output)
    names = ", ".join([*map(printable, strangers[:_NAMED]), "…"][: len(strangers)])
    if is_work_tree:
        message = f"{where} is a git work tree with files we did not write: {names}"
        return (refused(message, OWN_FOLDER),)
    hint = "move them (what the site needs goes into static/), or keep them: --adopt-output"
    return (refused(f"{where} holds files we did not write: {names}", hint),)


def _strangers(output: Path, manifest: Manifest, wanted: Mapping[str, str]) -> Iterator[str]:
    """The files below ``output`` that are not ours, by path; links and pipes count as files."""
    folders = [""]
    while folders:
        above = folders.pop()
        try:
            with os.scandir(f"{output}/{above}") as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        kept = [one for one in entries if not _is_passed_over(above, one.name)]
        inner = [one.name for one in kept if one.is_dir(follow_symlinks=False)]
        folders += [f"{above}{name}/" for name in reversed(inner)]
        for entry in kept:
            # Most files are ours, under the very name that the disk gives them.
            if f"{above}{entry.name}" in manifest.entries or entry.is_dir(follow_symlinks=False):
                continue
            # A disk may give names back decomposed (HFS+); ours are composed.
            path = unicodedata.normalize("NFC", above + entry.name)
            if not (
                path in manifest.entries
                or _is_equal(output, path, wanted.get(path))
                or _is_other_spelling(output, path, manifest)
            ):
                yield path


def _is_passed_over(above: str, name: str) -> bool:
    return name in _LITTER or (not above and name in {NAME, ".git"})


def _is_equal(output: Path, path: str, digest: str | None) -> bool:
    if not digest:
        return False
    try:
        with reach(output, path) as target:
            return digest_of(target) == digest
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error


def _is_other_spelling(output: Path, path: str, manifest: Manifest) -> bool:
    """Whether a disk that minds no case shows a file of ours under an older spelling."""
    with suppress(OSError):
        return any(
            os.path.samestat(os.lstat(output / ours), os.lstat(output / path))
            for ours in manifest.entries
            if folded(ours) == folded(path)
        )
    return False
