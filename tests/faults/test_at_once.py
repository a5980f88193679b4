"""Several builders of one site wait for each other, or say that they cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.faults.many import Editions, finish, make_editions, start
from tests.small_site import tree
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
