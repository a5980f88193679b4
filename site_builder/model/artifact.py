"""Finished bytes and what the output folder holds."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.events import Reason
from site_builder.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """Finished bytes for one output path: where they are staged, never the bytes themselves."""

    output: str
    digest: str
    """SHA-256 of the bytes."""
    size: int
    """Bytes."""
    staged: str
    """Absolute path of the staged file; empty when the output holds these bytes already."""
    reason: Reason | None = None
    """Why it was rendered; None when it was remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file we wrote."""

    digest: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What lies in the output folder and is ours. Apart from the memory, which may be lost."""

    output: str
    """The folder, absolute."""
    entries: Mapping[str, Entry]
    """Output path → the file as we left it."""
