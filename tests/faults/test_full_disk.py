"""A disk that fills up during a build is told, and the last good site stays."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.many import Editions, finish, make_editions, start
from tests.small_site import SmallSite, tree

SHARES = (0.25, 0.5, 0.75, 0.95)
MOUNT, UMOUNT = shutil.which("mount") or "", shutil.which("umount") or ""
MAY_MOUNT = hasattr(os, "geteuid") and os.geteuid() == 0 and MOUNT and UMOUNT


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """A site of some hundred pages."""
    return make_editions(tmp_path_factory.mktemp("full"), 100)


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    """A disk of ``size`` bytes at ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [MOUNT, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"because no disk can be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run([UMOUNT, str(folder)], check=True)


def used(folder: Path) -> int:
    """Bytes that files below a folder take on a disk of 4 KiB blocks."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return sum(-(-file.stat().st_size // 4096) * 4096 for file in files)


@pytest.mark.slow
@pytest.mark.skipif(not MAY_MOUNT, reason="because only root may mount a small disk")
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("place", ["output", ".site_builder"])
def test_a_disk_that_fills_up(editions: Editions, tmp_path: Path, place: str, share: float) -> None:
    """For output and memory alike: a line with the reason, whole pages, a clean next build."""
    site = SmallSite(tmp_path / "site")
    shutil.copytree(editions.new / "content", site.root / "content")
    whole = editions.lay(tmp_path / "whole")
    assert "✓" in finish(start(whole, "none", "any", 0))
    disk = site.root / place
    with small_disk(disk, max(int(used(whole.root / place) * share), 16_384)):
        process = start(site, "none", "any", 0)
        said = finish(process)
        assert "Traceback" not in said
        assert "a bug in" not in said
        assert process.returncode in {0, 1}, said
        if place == "output":
            assert process.returncode == 1, said
        if process.returncode:
            assert "no space left" in said.lower() or "full" in said.lower(), said
        assert editions.torn(site) == []
    process = start(site, "none", "any", 0)
    assert "✓" in finish(process)
    assert tree(site.output) == editions.new_pages
