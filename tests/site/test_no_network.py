"""A build makes no request: it runs as well where there is no network at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_site import REPO

UNSHARE = shutil.which("unshare") or ""


def _may_leave() -> bool:
    """Whether this machine lets a process live without a network."""
    if not UNSHARE:
        return False
    tried = subprocess.run([UNSHARE, "-rn", "true"], capture_output=True, check=False)
    return tried.returncode == 0


@pytest.mark.skipif(not _may_leave(), reason="because no process may leave the network here")
def test_a_build_needs_no_network(tmp_path: Path) -> None:
    """This repository's own site, built in a network namespace that has no interface."""
    for name in ("content", "site.yml"):
        copy = shutil.copytree if (REPO / name).is_dir() else shutil.copy2
        copy(REPO / name, tmp_path / name)
    done = subprocess.run(
        [UNSHARE, "-rn", sys.executable, "-m", "site_builder", "build", "--root", str(tmp_path)],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPO), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "output" / "index.html").is_file()


def test_no_room_but_publish_can_ask_the_network() -> None:
    """Nothing that a build imports opens a connection: no client of any protocol is there."""
    text = (
        "import sys, site_builder.build, site_builder.parse.document, site_builder.render.page\n"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", text], capture_output=True, text=True, check=True, cwd=REPO
    )
    loaded = set(done.stdout.split())
    assert not loaded & {"http.client", "urllib.request", "ftplib", "smtplib", "requests", "ssl"}
