"""Which processes run, as /proc tells it (proc(5)); one that waits to be asked for has ended."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

NEEDS_PROC = pytest.mark.skipif(not Path("/proc").is_dir(), reason="because only Linux has /proc")
_PATIENCE = 10.0
"""Seconds."""


def runs(process: int) -> bool:
    """Whether it runs now."""
    return _parent(process) is not None


def is_gone(process: int) -> bool:
    """Whether it has ended, or does so soon."""
    deadline = time.monotonic() + _PATIENCE
    while runs(process) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not runs(process)


def below(process: int) -> set[int]:
    """All processes that it has begun, and those that these have."""
    parents = {int(one.name): _parent(int(one.name)) for one in Path("/proc").glob("[0-9]*")}
    found = {process}
    while more := {one for one, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {process}


def _parent(process: int) -> int | None:
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return None
    state, parent, *_ = stat.rpartition(")")[2].split()
    return None if state == "Z" else int(parent)
