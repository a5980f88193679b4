"""Where this room keeps its records: JSON files in ``.site_builder/``, one set an output folder.

They are apart from the memory, and never in the output itself: what we publish says nothing of us.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from site_builder.write.atomic import write_flushed
from site_builder.write.folders import reach

FOLDER = ".site_builder"
"""Below the site's root; the builder's memory lives there too."""


def real(path: Path) -> Path:
    """The path without symbolic links, so that two spellings of one folder have one record."""
    return Path(os.path.realpath(path))


def spelled(root: Path, output: Path) -> str:
    """The output's path for a record: relative inside the project, so that it may be moved."""
    home, place = real(root), real(output)
    return place.relative_to(home).as_posix() if place.is_relative_to(home) else str(place)


def records(root: Path) -> Path:
    """The folder of the records, made when it is missing; raises OSError."""
    folder = real(root / FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def record_path(root: Path, kind: str, output: Path) -> Path:
    """Where a record is: named by its kind and 12 digits of the SHA-256 of the output's path."""
    digest = hashlib.sha256(os.fsencode(spelled(root, output))).hexdigest()
    return real(root / FOLDER) / f"{kind}-{digest[:12]}.json"


def read_record(root: Path, kind: str, output: Path) -> object:
    """What a record says, as JSON values; None when there is none.

    Raises OSError when it may not be read, ValueError when it is not JSON.
    """
    try:
        content = record_path(root, kind, output).read_bytes()
    except FileNotFoundError:
        return None
    try:
        value: object = json.loads(content)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value


def write_record(root: Path, kind: str, output: Path, value: object) -> None:
    """Write a record whole and flushed; the same content is left alone. Raises OSError."""
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    write_flushed(records(root), record_path(root, kind, output).name, content.encode())


def remove_record(root: Path, kind: str, output: Path) -> None:
    """Remove a record, if there is one; raises OSError."""
    with reach(records(root), record_path(root, kind, output).name) as target:
        try:
            os.unlink(target.name, dir_fd=target.folder)
        except FileNotFoundError:
            return
