"""Several builders of one site wait for each other, or say that they cannot."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.many import Editions, finish, make_editions, start
from tests.small_site import REPO, SmallSite, tree
from tests.trials import tries


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """A site whose build takes long enough for others to come."""
    return make_editions(tmp_path_factory.mktemp("at-once"), 60)


@pytest.mark.slow
@pytest.mark.parametrize("count", [2, 4])
def test_builds_at_once(editions: Editions, tmp_path: Path, count: int) -> None:
    """All end well, one after the other, and the site is that of a clean build."""
    for number in range(tries("at-once")):
        site = editions.lay(tmp_path / str(number))
        processes = [start(site, "none", "any", 0) for _ in range(count)]
        said = [finish(process) for process in processes]
        for process, text in zip(processes, said, strict=True):
            assert process.returncode == 0 or "another site-builder" in text, text
            assert "Traceback" not in text
        assert any(process.returncode == 0 for process in processes)
        assert tree(site.output) == editions.new_pages
        shutil.rmtree(site.root)


def _serve(site: SmallSite) -> subprocess.Popen[str]:
    """Start the preview, and wait until it can be opened."""
    command = [sys.executable, "-m", "site_builder", "serve", "--root", str(site.root)]
    process = subprocess.Popen(
        [*command, "--port", "auto"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPO), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert any(re.search(r"http://", line) for line in iter(process.stdout.readline, ""))
    return process


@pytest.mark.slow
def test_a_build_during_the_preview(editions: Editions, tmp_path: Path) -> None:
    """The preview and builds use one memory and one folder, and neither harms the other."""
    site = editions.lay(tmp_path / "site")
    preview = _serve(site)
    try:
        for _ in range(3):
            process = start(site, "none", "any", 0)
            said = finish(process)
            assert process.returncode == 0, said
            assert tree(site.output) == editions.new_pages
            some = next((site.root / "content/posts").glob("*post4-en.md"))
            text = some.read_text(encoding="utf-8")
            some.write_text(f"{text}More.\n", encoding="utf-8")
            assert "✓" in finish(start(site, "none", "any", 0))
            some.write_text(text, encoding="utf-8")
        assert preview.poll() is None
    finally:
        preview.send_signal(signal.SIGINT)
        rest, _ = preview.communicate(timeout=30)
    assert preview.returncode == 128 + signal.SIGINT
    assert "Traceback" not in rest
    assert "a bug in" not in rest
